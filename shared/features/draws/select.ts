import type { DrawPlan, StratumPlan } from './plan-file.ts';
import { sampleSize } from './quota.ts';
import type { ListedObject } from './roster-files.ts';
import { orderIn, type TicketBox, type Ticketed, withTicket } from './ticket.ts';

export type Kind = '随机' | '必检';

/** One stratum after the draw. `reserve` follows `drawn` in ticket order; substitutes come from it, in that order. */
export interface StratumOutcome {
  readonly stratum: string;
  /** The pool: the stratum less the exclusions. */
  readonly poolSize: number;
  readonly excluded: number;
  readonly sampleSize: number;
  /** In ticket order, as `drawn` and `reserve`. */
  readonly must: readonly string[];
  readonly drawn: readonly string[];
  readonly reserve: readonly string[];
  /** The last ticket drawn and the first not drawn. */
  readonly cutOff: { readonly last: Ticketed | undefined; readonly next: Ticketed | undefined };
}

/** A drawn object at its place in the meeting; positions count from 1. */
export interface DrawnObject extends Ticketed {
  readonly position: number;
  readonly stratum: string;
  readonly kind: Kind;
  /** In 批次顺序, the batch, from 1. */
  readonly batch?: number;
}

export interface Selection {
  readonly strata: readonly StratumOutcome[];
  /** All that were drawn, in meeting order. */
  readonly meeting: readonly DrawnObject[];
}

/** Exact simple random samples of each stratum's pool; objects that are due (必检) are inside the quota, not random. */
export function selectObjects(objects: readonly ListedObject[], plan: DrawPlan, box: TicketBox): Selection {
  const members = membersByStratum(objects);
  const excluded = new Set(plan.exclude.map(({ id }) => id));
  const strata = plan.strata.map((stratum) => {
    const ids = members.get(stratum.name) ?? [];
    const pool = ids.filter((id) => !excluded.has(id));
    return selectStratum(stratum, pool, ids.length - pool.length, box);
  });
  return { strata, meeting: meetingOf(strata, plan, box) };
}

function selectStratum(plan: StratumPlan, pool: readonly string[], excluded: number, box: TicketBox): StratumOutcome {
  const must = new Set(plan.must);
  const size = sampleSize(pool.length, plan.quota, must.size);
  const rest = orderIn(
    box,
    pool.filter((id) => !must.has(id)),
  );
  const drawn = rest.slice(0, size - must.size);
  const reserve = rest.slice(size - must.size);
  return {
    stratum: plan.name,
    poolSize: pool.length,
    excluded,
    sampleSize: size,
    must: orderIn(box, plan.must),
    drawn,
    reserve,
    cutOff: { last: ticketed(box, drawn.at(-1)), next: ticketed(box, reserve[0]) },
  };
}

function meetingOf(strata: readonly StratumOutcome[], plan: DrawPlan, box: TicketBox): DrawnObject[] {
  const labels = new Map<string, { readonly stratum: string; readonly kind: Kind }>();
  for (const { stratum, must, drawn } of strata) {
    for (const id of must) labels.set(id, { stratum, kind: '必检' });
    for (const id of drawn) labels.set(id, { stratum, kind: '随机' });
  }
  const { batchSize } = plan;
  return orderIn(box, [...labels.keys()]).map((id, index) => ({
    position: index + 1,
    ...withTicket(box, id),
    ...labels.get(id)!,
    ...(batchSize === undefined ? {} : { batch: Math.floor(index / batchSize) + 1 }),
  }));
}

function membersByStratum(objects: readonly ListedObject[]): Map<string, string[]> {
  const members = new Map<string, string[]>();
  for (const { id, stratum } of objects) {
    const list = members.get(stratum);
    if (list) list.push(id);
    else members.set(stratum, [id]);
  }
  return members;
}

function ticketed(box: TicketBox, id: string | undefined): Ticketed | undefined {
  return id === undefined ? undefined : withTicket(box, id);
}
