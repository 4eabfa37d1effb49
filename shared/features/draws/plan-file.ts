import { z } from 'zod';
import type { Result } from '../../kernel/result.ts';
import { done } from '../../kernel/result.ts';
import { canonicalJson, type Json } from './canonical-json.ts';
import { badFile } from './file-problem.ts';
import type { Quota } from './quota.ts';
import type { BadFile } from './refusals.ts';
import { compareText } from './text-order.ts';

const Id = z
  .string()
  .min(1)
  .regex(/^[^\t\r\n]+$/);
const Count = z.number().int().min(0).max(10_000_000);

const Seat = z.strictObject({
  dept: z.string().optional(),
  leader: z.boolean().optional(),
  qual: z.string().optional(),
});

const Stratum = z
  .strictObject({
    bp: Count.max(10_000).optional(),
    min: Count.optional(),
    count: Count.optional(),
    must: z.array(Id).refine(areUnlike).optional(),
  })
  .refine(({ bp, count }) => (bp === undefined) !== (count === undefined))
  .refine(({ min, count }) => min === undefined || count === undefined);

const common = {
  strata: z.record(Id, Stratum).refine((strata) => Object.keys(strata).length > 0),
  exclude: z
    .array(z.tuple([Id, Id]))
    .min(1)
    .refine((pairs) => pairs.every(([id], index) => index === 0 || compareText(pairs[index - 1]![0], id) < 0))
    .optional(),
};

const DrawPlanText = z.strictObject({
  ...common,
  team: z.array(Seat).min(1),
  joint: z.strictObject({ extra: z.array(Seat).min(1), grade: Id.optional() }).optional(),
  band: Count.optional(),
  slack: Count.optional(),
});

// 批次顺序 takes the whole pool of one stratum and no officers, so nothing else may be promised.
const BatchPlanText = z.strictObject({
  ...common,
  strata: z.strictObject({ '*': z.strictObject({ bp: z.literal(10_000) }) }),
  mode: z.literal('batch'),
  size: Count.min(1),
});

export type SeatSpec = Readonly<z.infer<typeof Seat>>;
export type PlanText = z.infer<typeof DrawPlanText> | z.infer<typeof BatchPlanText>;

export interface StratumPlan {
  readonly name: string;
  readonly quota: Quota;
  readonly must: readonly string[];
}

export interface Exclusion {
  readonly id: string;
  readonly reason: string;
}

/** plan.json as the draw reads it: defaults filled in, strata by name. */
export interface DrawPlan {
  readonly strata: readonly StratumPlan[];
  readonly exclude: readonly Exclusion[];
  /** Size of a batch in 批次顺序; absent where a sample with officers is drawn. */
  readonly batchSize: number | undefined;
  /** The seats at every object, in order. */
  readonly team: readonly SeatSpec[];
  /** Seats of joint departments, appended at objects of `grade`, or at all where that is absent. */
  readonly joint: { readonly extra: readonly SeatSpec[]; readonly grade?: string | undefined } | undefined;
  readonly band: number;
  readonly slack: number;
}

export function writePlan(plan: PlanText): string {
  return canonicalJson(plan as Json);
}

/** Refuses any other spelling of the same plan: the file is what is hashed. */
export function readPlan(file: string, text: string): Result<DrawPlan, BadFile> {
  const json = parsedJson(text);
  if (json === undefined) return badFile(file, 1, 'NOT_JSON');
  if (canonicalJson(json) !== text) return badFile(file, 1, 'NOT_CANONICAL');
  if (text.normalize('NFC') !== text) return badFile(file, 1, 'NOT_NFC');
  const schema = isBatch(json) ? BatchPlanText : DrawPlanText;
  const plan = schema.safeParse(json);
  if (!plan.success) return badFile(file, 1, 'PLAN_FIELD', plan.error.issues[0]?.path.join('.') || 'plan');
  return done(planOf(plan.data));
}

/** The seats at one object: k = 0 leads, joint departments follow. */
export function seatsAt(plan: DrawPlan, stratum: string): readonly SeatSpec[] {
  const { joint, team } = plan;
  return joint && (joint.grade === undefined || joint.grade === stratum) ? [...team, ...joint.extra] : team;
}

function planOf(plan: PlanText): DrawPlan {
  const batch = 'mode' in plan;
  return {
    strata: Object.entries<z.infer<typeof Stratum>>(plan.strata)
      .map(([name, { bp, min, count, must }]) => ({
        name,
        quota: bp === undefined ? { count: count ?? 0 } : { bp, atLeast: min ?? 0 },
        must: must ?? [],
      }))
      .sort((left, right) => compareText(left.name, right.name)),
    exclude: (plan.exclude ?? []).map(([id, reason]) => ({ id, reason })),
    batchSize: batch ? plan.size : undefined,
    team: batch ? [] : plan.team,
    joint: batch ? undefined : plan.joint,
    band: (batch ? undefined : plan.band) ?? 1,
    slack: (batch ? undefined : plan.slack) ?? 0,
  };
}

function parsedJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

function isBatch(json: Json): boolean {
  return typeof json === 'object' && json !== null && 'mode' in json;
}

function areUnlike(ids: readonly string[]): boolean {
  return new Set(ids).size === ids.length;
}
