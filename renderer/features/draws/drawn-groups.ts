import type { Projection } from './hall.queries.ts';

export type Drawn = Projection['drawn'][number];

export interface DrawnGroup {
  readonly group: string;
  readonly poolSize: number;
  readonly drawn: readonly Drawn[];
}

/** The groups from which something was drawn, as the script of the reveal counts them. */
export function drawnGroups({ groups, drawn }: Projection): DrawnGroup[] {
  return groups
    .map(({ group, poolSize }) => ({ group, poolSize, drawn: drawn.filter((one) => one.group === group) }))
    .filter((group) => group.drawn.length > 0);
}

/** 必检 first: they stand without a lot; the others in ticket order, which is that of the meeting. */
export function inTurn(drawn: readonly Drawn[]): Drawn[] {
  return [...drawn.filter(({ kind }) => kind === '必检'), ...drawn.filter(({ kind }) => kind === '随机')];
}

/** The last ticket drawn at random; null where nobody was left over or all are 必检. */
export function cutOf({ drawn, poolSize }: DrawnGroup): string | null {
  if (drawn.length >= poolSize) return null;
  return drawn.findLast(({ kind }) => kind === '随机')?.ticket ?? null;
}

/** Why a group has no cut-off line; only where `cutOf` is null. */
export function noCutText({ drawn, poolSize }: DrawnGroup): string {
  return drawn.length >= poolSize ? '全部抽中，没有抽中线' : '抽中的都是必检，没有随机抽取';
}

/** Long names in smaller type, never below 36 px. */
export function nameSize(name: string): string {
  return name.length > 22 ? 'is-long' : '';
}
