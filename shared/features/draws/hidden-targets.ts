import { hiddenTarget } from '../../kernel/target-need.ts';
import type { DrawnLine, DrawView } from './views.ts';

/** The draw without the objects that are hidden: their places in the order stay, and of 必检 only the number; 替补 and earlier teams, which name them, are left out. */
export function withoutTargets(draw: DrawView, isHidden: (objectId: number) => boolean): DrawView {
  const drawn = draw.drawn.map((line): DrawnLine => (isHidden(line.objectId) ? hiddenLine(line) : line));
  const none = { earlierStages: [], substitutions: [], changes: [] };
  return { ...draw, ...none, drawn, setting: { ...draw.setting, must: [] } };
}

/** Whether the line's object is left out. */
export function isHiddenLine({ code }: Pick<DrawnLine, 'code'>): boolean {
  return code === '';
}

/** The ticket would tell the object to whoever has the seed and the roster; the grade and the team narrow it down. */
function hiddenLine({ order, batch }: DrawnLine): DrawnLine {
  return {
    objectId: -order,
    order,
    code: '',
    name: hiddenTarget,
    stratum: '',
    kind: '随机',
    ticket: '',
    batch,
    team: [],
  };
}
