import { type CreditFact, creditKindTitles } from '../../kernel/credit-facts.ts';
import type { CaseFact, IndicatorModel, ModelCase } from '../../kernel/indicator-model.ts';
import type { Grade } from '../../kernel/pack-basis.ts';
import { type Score, scorer } from './model-score.ts';
import { worstOf } from './worst-grade.ts';

/** What came of a test case kept with a model. */
export interface CaseOutcome {
  readonly testCase: ModelCase;
  /** With the model's own vetoes. */
  readonly grade: Grade;
  readonly score: Score;
  readonly isAsExpected: boolean;
}

/** Runs every test case of a model, each on its own day. */
export function runCases(model: IndicatorModel): readonly CaseOutcome[] {
  return model.cases.map((testCase) => {
    const { on, nationalGrade, expected } = testCase;
    const score = scorer(model, on)({ facts: testCase.facts.map(factOf), nationalGrade });
    const grade = worstOf([score.grade, ...score.vetoes.map((veto) => veto.grade)]);
    const isAsExpected =
      grade === expected.grade && (expected.points === undefined || expected.points === score.points);
    return { testCase, grade, score, isAsExpected };
  });
}

function factOf(given: CaseFact, index: number): CreditFact {
  const { kind, happenedOn, endedOn = null, repairedOn = null, severity = null, accidentClass = null } = given;
  const { amountFen = null, outcome = null } = given;
  const title = `${creditKindTitles[kind]}（${happenedOn}）`;
  return {
    id: `case:${index + 1}`,
    kind,
    happenedOn,
    endedOn,
    repairedOn,
    severity,
    accidentClass,
    amountFen,
    outcome,
    title,
  };
}
