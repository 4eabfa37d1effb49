import type { Grading } from '../../../shared/features/grading/grade.ts';
import { grader, visitsPerYear } from '../../../shared/features/grading/grade.ts';
import { citeModel } from '../../../shared/features/grading/grade-reasons.ts';
import { leavesOf } from '../../../shared/features/grading/model-score.ts';
import { sayBonus, sayLeaf } from '../../../shared/features/grading/say-rule.ts';
import { whatIf } from '../../../shared/features/grading/what-if.ts';
import type { CreditFact } from '../../../shared/kernel/credit-facts.ts';
import type { IndicatorModel } from '../../../shared/kernel/indicator-model.ts';
import { citeArticle, STANDING_WORDS } from '../../../shared/kernel/pack-basis.ts';
import { gradeTitle } from '../../../shared/kernel/policy-pack.ts';
import type { Context } from '../../app/context.ts';
import { gradeInputsOf, gradingOffice } from '../../app/regrade.ts';

/**
 * Why an enterprise has its grade: the sentences, and where a model scored it every indicator with its points, its rule, the
 * facts it counted and its article. null where it was never graded. Worked out from today's facts, as the grade on file was.
 */
export function explanationOf(ctx: Context, objectId: number) {
  const current = ctx.grading.gradeOf(objectId);
  if (current === null) return null;
  const { pack, model, grade } = gradingOffice(ctx);
  const inputs = gradeInputsOf(ctx, objectId);
  const grading = grade(inputs);
  const [national] = ctx.grading.nationalGradesOf(objectId).filter(({ isUndone }) => !isUndone);
  const scoredBy = grading.points === null ? null : model;
  return {
    objectId,
    grade: grading.grade,
    title: gradeTitle(pack, grading.grade),
    meaning: pack.grades.find((rule) => rule.grade === grading.grade)?.meaning ?? '',
    basis: grading.basis,
    computed: { grade: grading.computed, title: gradeTitle(pack, grading.computed) },
    reasons: grading.reasons.map((reason) => ({ ...reason, facts: factsNamed(reason.facts ?? [], inputs.facts) })),
    points: grading.points,
    overflow: grading.overflow,
    parts: scoredBy === null ? [] : partsOf(scoredBy, grading),
    bands:
      scoredBy?.bands.map((band) => ({ grade: band.grade, title: gradeTitle(pack, band.grade), from: band.from })) ??
      [],
    vetoes: grading.vetoes.map(({ id, name, grade: to, facts }) => ({
      id,
      name,
      grade: to,
      title: gradeTitle(pack, to),
      facts: facts.map(factLine),
    })),
    factors: pack.factors
      .filter(({ id }) => grading.raisedBy.includes(id))
      .map(({ id, name, source, standing }) => ({
        id,
        name,
        article: citeArticle(source),
        standing: STANDING_WORDS[standing],
      })),
    visits: visitsPerYear(pack, pack.defaultPreset, grading),
    national:
      national === undefined
        ? null
        : { grade: national.grade, evaluatedOn: national.evaluatedOn, importedAt: national.importedAt },
    manual: ctx.grading.manualChangesOf(objectId).find(({ id }) => id === grading.manualId) ?? null,
    pack: { id: pack.id, title: pack.title, version: pack.version },
    model:
      scoredBy === null
        ? null
        : {
            id: scoredBy.id,
            title: scoredBy.title,
            version: scoredBy.version,
            scale: scoredBy.scale,
            standing: STANDING_WORDS[scoredBy.standing],
          },
    gradedAt: current.gradedAt,
    nextChangeOn: grading.nextChangeOn,
  };
}

/** Which record costs most, what each repair would bring, and what becomes of the grade by itself; null where there is none. */
export function whatIfOf(ctx: Context, objectId: number) {
  if (ctx.grading.gradeOf(objectId) === null) return null;
  const { pack, model } = gradingOffice(ctx);
  const said = whatIf((day) => grader(pack, model, day), gradeInputsOf(ctx, objectId), ctx.today);
  const titled = <T extends { readonly grade: Grading['grade'] }>(outcome: T) => ({
    ...outcome,
    title: gradeTitle(pack, outcome.grade),
  });
  return {
    now: titled(said.now),
    facts: said.facts.map(({ fact, without, repaired }) => ({
      ...factLine(fact),
      without: titled(without),
      repaired: repaired === null ? null : titled(repaired),
    })),
    allRepaired: said.allRepaired === null ? null : titled(said.allRepaired),
    later: said.later.map(titled),
  };
}

function partsOf(model: IndicatorModel, { parts }: Grading) {
  const leaves = leavesOf(model).map(({ leaf, path }) => ({
    id: leaf.id,
    name: leaf.name,
    path,
    kind: leaf.node === 'national' ? ('national' as const) : leaf.direction,
    rule: sayLeaf(leaf),
    article: citeModel(leaf),
  }));
  const bonuses = model.bonuses.map((bonus) => ({
    id: bonus.id,
    name: bonus.name,
    path: [] as readonly string[],
    kind: 'bonus' as const,
    rule: sayBonus(bonus),
    article: citeModel(bonus),
  }));
  return [...leaves, ...bonuses].flatMap((entry) => {
    const part = parts.find(({ id }) => id === entry.id);
    if (part === undefined) return [];
    const facts = part.counted.map(({ fact, share }) => ({ ...factLine(fact), share }));
    return [{ ...entry, points: part.points, max: part.max, facts }];
  });
}

function factsNamed(ids: readonly string[], facts: readonly CreditFact[]) {
  return facts.filter(({ id }) => ids.includes(id)).map(factLine);
}

function factLine({ id, title, happenedOn }: CreditFact) {
  return { id, title, happenedOn };
}
