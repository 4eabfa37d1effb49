import { discernment, effectLines, type GradedVisit } from '../../../shared/features/grading/effect.ts';
import { grader, modelOf } from '../../../shared/features/grading/grade.ts';
import { versionName } from '../../../shared/features/policies/versions.ts';
import { outcomeOfResult } from '../../../shared/kernel/inspection-outcome.ts';
import { type LocalDate, localDayOf } from '../../../shared/kernel/local-date.ts';
import type { Grade } from '../../../shared/kernel/pack-basis.ts';
import { PolicyPack } from '../../../shared/kernel/policy-pack.ts';
import type { Context } from '../../app/context.ts';
import { creditFactsOf } from '../../app/credit-facts.ts';
import { officePack } from '../../app/office-pack.ts';
import type { DrawnVisit } from './effect.repo.ts';

/**
 * 效果评估 (霍林郭勒方案 三（四）): the inspections of draws within the days, by the grade their enterprise had when the draw was
 * frozen; and by the grade that another version of the pack gives them, out of what was known on that day.
 */
export function effectReport(
  ctx: Context,
  {
    fromOn,
    toOn,
    versionId,
  }: { readonly fromOn: LocalDate; readonly toOn: LocalDate; readonly versionId: number | null },
) {
  const pack = officePack(ctx);
  const visits = ctx.grading.drawnVisits(fromOn, toOn).filter(({ result }) => outcomeOfResult(result) !== null);
  const frozen = new Map(visits.map(({ drawId }) => [drawId, ctx.grading.snapshotGrades(drawId)]));
  const asDrawn = visits.map((visit) => graded(visit, frozen.get(visit.drawId)?.get(visit.objectId)?.grade ?? null));
  const other = versionId === null ? null : PolicyPack.safeParse(ctx.policies.content(versionId));
  return {
    fromOn,
    toOn,
    inspections: visits.length,
    asDrawn: columnOf('抽取冻结时的等级', pack, asDrawn),
    other:
      other?.success === true ? columnOf(versionName(other.data), other.data, regraded(ctx, other.data, visits)) : null,
  };
}

/** The grades a pack gives on the day each draw was frozen; the inspection itself and what came after are not known yet. */
function regraded(ctx: Context, pack: PolicyPack, visits: readonly DrawnVisit[]): readonly GradedVisit[] {
  const model = modelOf(pack);
  return visits.map((visit) => {
    const today = localDayOf(visit.frozenAt);
    const facts = creditFactsOf(ctx, visit.objectId).filter(({ happenedOn }) => happenedOn < today);
    const nationalGrade = ctx.grading.nationalGradeAt(visit.objectId, visit.frozenAt);
    return graded(visit, grader(pack, model, today)({ nationalGrade, facts }).grade);
  });
}

function graded({ result }: DrawnVisit, grade: Grade | null): GradedVisit {
  return { grade, foundProblem: outcomeOfResult(result) === 'bad' };
}

function columnOf(name: string, { grades }: PolicyPack, visits: readonly GradedVisit[]) {
  const letters = grades.map(({ grade }) => grade);
  const titles: Readonly<Record<string, string>> = Object.fromEntries(grades.map(({ grade, title }) => [grade, title]));
  return {
    name,
    lines: effectLines(visits, letters).map((line) => ({
      ...line,
      title: line.grade === null ? '未评定' : (titles[line.grade] ?? `${line.grade}级`),
    })),
    discernment: discernment(visits, letters),
  };
}
