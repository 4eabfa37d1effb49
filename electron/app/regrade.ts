import type { Action } from '../../shared/features/actions.ts';
import { type GradeInputs, type Grader, type Grading, grader, modelOf } from '../../shared/features/grading/grade.ts';
import { whyMoved } from '../../shared/features/grading/why-moved.ts';
import type { IndicatorModel } from '../../shared/kernel/indicator-model.ts';
import type { PolicyPack } from '../../shared/kernel/policy-pack.ts';
import type { GivenGrade, StoredGrade } from '../features/grading/grades.repo.ts';
import type { Context } from './context.ts';
import { creditFactsOf, creditFactsOfSome } from './credit-facts.ts';
import { following } from './follow-up.ts';
import { officePack } from './office-pack.ts';
import type { Step } from './run-command.ts';

export interface Regraded {
  readonly graded: number;
  /** Of them, whose letter is another than before; a first grade is no change. */
  readonly changed: number;
}

/**
 * Grades these enterprises anew within the caller's transaction, for a record, list entry, repair or manual grade that was
 * written or changed (动态管理，实时更新, 制度 第四条). `cause` is the command that made it necessary.
 */
export function regradeObjects(ctx: Context, objectIds: readonly number[], cause: Action): Regraded {
  const giving = gradeGiving(ctx, cause, following(ctx, officePack(ctx)));
  for (const objectId of new Set(objectIds)) {
    giving.give([{ objectId, inputs: gradeInputsOf(ctx, objectId), before: ctx.grading.gradeOf(objectId) }]);
  }
  return giving.counts();
}

/** The same of the whole roster at once, for a pack or a model that changed. */
export function regradeAll(ctx: Context, cause: Action): Regraded {
  const steps = regradingAll(ctx, cause);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/** The same step by step, some enterprises each, for a command that takes seconds and shows how far it is. */
export function* regradingAll(ctx: Context, cause: Action): Generator<Step, Regraded> {
  const followUp = following(ctx, officePack(ctx), { whole: true });
  const giving = gradeGiving(ctx, cause, followUp);
  const nationalGrades = ctx.grading.nationalGrades();
  const manualGrades = ctx.grading.manualGrades(ctx.today);
  const total = ctx.rosters.countObjects();
  for (const { ids, factsOf } of creditFactsOfSome(ctx)) {
    const grades = ctx.grading.gradesBetween(ids[0] ?? 0, ids.at(-1) ?? 0);
    giving.give(
      ids.map((objectId) => ({
        objectId,
        inputs: {
          nationalGrade: nationalGrades.get(objectId) ?? null,
          facts: factsOf(objectId),
          manual: manualGrades.get(objectId) ?? null,
        },
        before: grades.get(objectId) ?? null,
      })),
    );
    yield { done: giving.counts().graded, total };
  }
  followUp.end();
  return giving.counts();
}

/** What the office grades by today. */
export interface GradingOffice {
  readonly pack: PolicyPack;
  readonly model: IndicatorModel | null;
  readonly grade: Grader;
}

const ready = new WeakMap<PolicyPack, GradingOffice & { readonly today: string }>();

/** Pack and model in force today, made ready once for all enterprises. */
export function gradingOffice(ctx: Context): GradingOffice {
  const pack = officePack(ctx);
  const model = modelOf(pack);
  const known = ready.get(pack);
  if (known?.today === ctx.today && known.model === model) return known;
  const office = { pack, model, grade: grader(pack, model, ctx.today), today: ctx.today };
  ready.set(pack, office);
  return office;
}

/** What is known of one enterprise today. */
export function gradeInputsOf(ctx: Context, objectId: number): GradeInputs {
  return {
    nationalGrade: ctx.grading.nationalGradeOf(objectId),
    facts: creditFactsOf(ctx, objectId),
    manual: ctx.grading.manualGradeOf(objectId, ctx.today),
  };
}

/** An enterprise as it is graded anew, with the grade it had. */
export interface Ungraded {
  readonly objectId: number;
  readonly inputs: GradeInputs;
  readonly before: StoredGrade | null;
}

/** Grades groups of enterprises, stores the grades and lets measures and warnings follow them; null lets nothing follow. */
export function gradeGiving(ctx: Context, cause: Action, followUp: ReturnType<typeof following> | null) {
  const { pack, model, grade } = gradingOffice(ctx);
  const counts = { graded: 0, changed: 0 };

  function graded({ objectId, inputs, before }: Ungraded): GivenGrade {
    const grading = grade(inputs);
    const { nationalGrade } = inputs;
    const isMove = before !== null && before.grade !== grading.grade;
    return {
      objectId,
      grade: storedOf(grading, nationalGrade, pack, model, ctx.now),
      before,
      why: isMove ? whyMoved(before, grading, { nationalGrade, pack, model }) : [],
      isPlain: grading.grade === grading.computed && grading.manualId === null,
    };
  }

  return {
    give(enterprises: readonly Ungraded[]): void {
      const given = enterprises.map(graded);
      ctx.grading.storeGrades(given, { cause, byId: ctx.account?.id ?? null });
      counts.graded += given.length;
      counts.changed += given.filter(
        ({ grade: { grade: after }, before }) => before !== null && before.grade !== after,
      ).length;
      for (const [index, { objectId, inputs, before }] of enterprises.entries()) {
        followUp?.follow(objectId, inputs.facts, {
          before: before?.grade ?? null,
          after: given[index]?.grade.grade ?? null,
        });
      }
    },
    counts: (): Regraded => counts,
  };
}

function storedOf(
  { grade, basis, points, parts, raisedBy, reasons, manualId, nextChangeOn }: Grading,
  nationalGrade: string | null,
  pack: PolicyPack,
  model: IndicatorModel | null,
  gradedAt: string,
): StoredGrade {
  const scoredBy = points === null ? null : model;
  return {
    grade,
    basis,
    nationalGrade,
    points,
    parts: parts.map((part) => [part.id, part.points, part.max, part.counted.map(({ fact }) => fact.id)]),
    raisedBy,
    reasons,
    packId: pack.id,
    packVersion: pack.version,
    modelId: scoredBy?.id ?? null,
    modelVersion: scoredBy?.version ?? null,
    manualId,
    gradedAt,
    nextChangeOn,
  };
}
