import type { CreditFact } from '../../kernel/credit-facts.ts';
import { isAdverse } from '../../kernel/fact-test.ts';
import { addMonths, type LocalDate } from '../../kernel/local-date.ts';
import type { Grade } from '../../kernel/pack-basis.ts';
import { GRADES } from '../../kernel/pack-basis.ts';
import type { GradeInputs, Grader, Grading } from './grade.ts';

/** What an enterprise would be graded; points are thousandths. */
export interface Outcome {
  readonly grade: Grade;
  readonly points: number | null;
  readonly isRaised: boolean;
}

export interface WeighedFact {
  readonly fact: CreditFact;
  /** As if it had never been. */
  readonly without: Outcome;
  /** As if it were repaired today; null for what speaks for the enterprise, or is repaired. */
  readonly repaired: Outcome | null;
}

export interface WhatIf {
  readonly now: Outcome;
  /** Facts that make a difference, the one that costs most first. */
  readonly facts: readonly WeighedFact[];
  /** Every adverse fact repaired today; null where there is none. */
  readonly allRepaired: Outcome | null;
  /** What it becomes if nothing else happens: each day on which grade, points or frequency change. */
  readonly later: readonly (Outcome & { readonly on: LocalDate })[];
}

/** How far ahead it is looked, and at most how many changes are told. */
const MONTHS_AHEAD = 60;
const MOST_CHANGES = 60;

/** Asks the grader again: without each fact, with each repaired, and on later days. `graderOn` gives the grader of a day. */
export function whatIf(graderOn: (day: LocalDate) => Grader, inputs: GradeInputs, today: LocalDate): WhatIf {
  const grade = graderOn(today);
  const grading = grade(inputs);
  const now = outcomeOf(grading);
  const mended = (fact: CreditFact): CreditFact => ({ ...fact, repairedOn: today });
  const withFacts = (facts: readonly CreditFact[]) => outcomeOf(grade({ ...inputs, facts }));
  const isOpen = (fact: CreditFact) => isAdverse(fact) && (fact.repairedOn === null || fact.repairedOn > today);
  const weighed = inputs.facts.map((fact) => ({
    fact,
    without: withFacts(inputs.facts.filter((other) => other !== fact)),
    repaired: isOpen(fact) ? withFacts(inputs.facts.map((other) => (other === fact ? mended(fact) : other))) : null,
  }));
  return {
    now,
    facts: weighed.filter(({ without }) => !isSame(without, now)).toSorted((one, other) => byCost(one, other, now)),
    allRepaired: inputs.facts.some(isOpen)
      ? withFacts(inputs.facts.map((fact) => (isOpen(fact) ? mended(fact) : fact)))
      : null,
    later: laterOn(graderOn, inputs, grading, addMonths(today, MONTHS_AHEAD)),
  };
}

function laterOn(
  graderOn: (day: LocalDate) => Grader,
  inputs: GradeInputs,
  start: Grading,
  last: LocalDate,
): WhatIf['later'] {
  const changes: (Outcome & { readonly on: LocalDate })[] = [];
  let [before, day] = [outcomeOf(start), start.nextChangeOn];
  while (day !== null && day <= last && changes.length < MOST_CHANGES) {
    const grading = graderOn(day)(inputs);
    const outcome = outcomeOf(grading);
    if (!isSame(outcome, before)) changes.push({ ...outcome, on: day });
    [before, day] = [outcome, grading.nextChangeOn];
  }
  return changes;
}

function outcomeOf({ grade, points, raisedBy }: Grading): Outcome {
  return { grade, points, isRaised: raisedBy.length > 0 };
}

function isSame(one: Outcome, other: Outcome): boolean {
  return one.grade === other.grade && one.points === other.points && one.isRaised === other.isRaised;
}

/** First what would lift the letter most, then the points; what would lower them stands last. */
function byCost(one: WeighedFact, other: WeighedFact, now: Outcome): number {
  const letter = ({ without }: WeighedFact) => GRADES.indexOf(now.grade) - GRADES.indexOf(without.grade);
  const points = ({ without }: WeighedFact) => (without.points ?? 0) - (now.points ?? 0);
  return letter(other) - letter(one) || points(other) - points(one) || (one.fact.id < other.fact.id ? -1 : 1);
}
