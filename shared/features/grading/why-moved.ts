import type { IndicatorModel } from '../../kernel/indicator-model.ts';
import { nodesOf } from '../../kernel/indicator-model.ts';
import type { GradeBasis, Grading } from './grade.ts';
import { citeModel, type GradeReason, nameFacts, sayPoints } from './grade-reasons.ts';

/** A grade as it stood, as far as a comparison asks. */
export interface GradeBefore {
  readonly basis: GradeBasis;
  readonly nationalGrade: string | null;
  readonly parts: readonly (readonly [id: string, points: number, max: number, facts: readonly string[]])[];
  readonly reasons: readonly GradeReason[];
  readonly packId: string;
  readonly packVersion: number;
  readonly modelId: string | null;
  readonly modelVersion: number | null;
}

/** What the new grade was given under. */
export interface GradedUnder {
  readonly nationalGrade: string | null;
  readonly pack: { readonly id: string; readonly version: number; readonly title: string };
  readonly model: IndicatorModel | null;
}

/** What is different from before, in the order it counts: the rules, the national grade, the points, and what is newly said. */
export function whyMoved(before: GradeBefore, after: Grading, under: GradedUnder): readonly GradeReason[] {
  const { pack, model } = under;
  const changes: GradeReason[] = [];
  if (before.packId !== pack.id || before.packVersion !== pack.version) {
    changes.push({ text: `改按规则包“${pack.title}”第${pack.version}版评定。`, article: '规则包' });
  }
  const isOtherModel = before.modelId !== (model?.id ?? null) || before.modelVersion !== (model?.version ?? null);
  if (isOtherModel && model !== null && after.points !== null) {
    changes.push({ text: `改按${model.title}第${model.version}版计分。`, article: citeModel(model) });
  }
  if (before.nationalGrade !== under.nationalGrade) {
    const said = (grade: string | null) => (grade === null ? '未评价' : `“${grade}”`);
    const text = `国家评价等级由${said(before.nationalGrade)}变为${said(under.nationalGrade)}。`;
    changes.push({ text, article: '国家评价' });
  }
  if (before.basis === 'manual' && after.basis !== 'manual') {
    changes.push({ text: '人工调整已到期或撤回，恢复按规则评定。', article: '人工调整' });
  }
  if (!isOtherModel && model !== null) changes.push(...pointsMoved(before, after, model));
  const known = new Set(before.reasons.map(({ text }) => text));
  return [...changes, ...after.reasons.filter(({ text }) => !known.has(text))];
}

/** The three indicators whose points moved the most, with the facts that were not counted before. */
function pointsMoved(before: GradeBefore, after: Grading, model: IndicatorModel): readonly GradeReason[] {
  const old = new Map(before.parts.map(([id, points, , facts]) => [id, { points, facts: new Set(facts) }]));
  const entries = new Map([...nodesOf(model), ...model.bonuses].map((entry) => [entry.id, entry]));
  return after.parts
    .flatMap((part) => {
      const [was, entry] = [old.get(part.id), entries.get(part.id)];
      if (was === undefined || entry === undefined || was.points === part.points) return [];
      return [{ part, was, entry, moved: Math.abs(part.points - was.points) }];
    })
    .toSorted((one, other) => other.moved - one.moved)
    .slice(0, 3)
    .map(({ part, was, entry }) => {
      const fresh = part.counted.map(({ fact }) => fact).filter(({ id }) => !was.facts.has(id));
      const named = fresh.length === 0 ? '' : `，新计入${nameFacts(fresh)}`;
      const text = `“${entry.name}”由${sayPoints(was.points)}分变为${sayPoints(part.points)}分${named}。`;
      return { text, article: citeModel(entry), facts: fresh.map(({ id }) => id) };
    });
}
