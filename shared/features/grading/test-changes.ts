import type { CreditFact } from '../../kernel/credit-facts.ts';
import type { FactTest } from '../../kernel/fact-test.ts';
import { addDays, type LocalDate } from '../../kernel/local-date.ts';
import type { MonthAges } from './month-ages.ts';

/** What tells, without working a test out, whether it can hold at all, and when its outcome may change by time alone. */
export interface TestChanges {
  readonly mayHold: (facts: readonly CreditFact[]) => boolean;
  readonly changesOn: (facts: readonly CreditFact[]) => LocalDate | null;
}

export function testChanges(test: FactTest, ages: MonthAges): TestChanges {
  switch (test.kind) {
    case 'count':
    case 'standing': {
      const asked = new Set<string>(test.kinds);
      return {
        mayHold: (facts) => facts.some(({ kind }) => asked.has(kind)),
        changesOn: (facts) =>
          soonest(facts.filter(({ kind }) => asked.has(kind)).flatMap((fact) => boundaries(test, fact, ages))),
      };
    }
    default:
      return { mayHold: () => true, changesOn: () => null };
  }
}

/** The earliest of some days. */
export function soonest(days: readonly (LocalDate | null)[]): LocalDate | null {
  return days.reduce<LocalDate | null>(
    (first, day) => (day !== null && (first === null || day < first) ? day : first),
    null,
  );
}

function boundaries(
  test: Extract<FactTest, { kind: 'count' | 'standing' }>,
  { happenedOn, endedOn, repairedOn }: CreditFact,
  ages: MonthAges,
): readonly LocalDate[] {
  const days = [happenedOn, endedOn, repairedOn].filter((day) => day !== null && day > ages.today) as LocalDate[];
  if (test.kind === 'standing' || happenedOn > ages.today) return days;
  if (test.withinDays !== undefined) {
    const leaves = addDays(happenedOn, test.withinDays);
    return leaves > ages.today ? [...days, leaves] : days;
  }
  const { withinMonths } = test;
  return withinMonths === undefined || happenedOn <= ages.since(withinMonths)
    ? days
    : [...days, ages.leavesOn(happenedOn, withinMonths)];
}
