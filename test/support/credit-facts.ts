import {
  type AccidentClass,
  accidentClassTitles,
  type CreditFact,
  type CreditKind,
  creditKinds,
  creditKindTitles,
  type Severity,
  severityTitles,
} from '../../shared/kernel/credit-facts.ts';
import { isAdverse } from '../../shared/kernel/fact-test.ts';
import { addDays } from '../../shared/kernel/local-date.ts';
import { fc } from './properties.ts';

let last = 0;

/** A made-up fact. */
export function fact(kind: CreditKind, happenedOn: string, more: Partial<CreditFact> = {}): CreditFact {
  last += 1;
  return {
    id: `record:${last}`,
    kind,
    happenedOn,
    endedOn: null,
    repairedOn: null,
    severity: null,
    accidentClass: null,
    amountFen: null,
    outcome: null,
    title: `${creditKindTitles[kind]} 示〔2026〕${last}号`,
    ...more,
  };
}

/** Any fact of about five years around a day, some of them ended or repaired, each with an id of its own. */
export function anyFact(today: string, kinds: readonly CreditKind[] = creditKinds): fc.Arbitrary<CreditFact> {
  const days = fc.integer({ min: -1_500, max: 60 });
  const orNull = <T>(values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: null });
  return fc
    .record({
      kind: fc.constantFrom(...kinds),
      at: days,
      lasted: fc.option(fc.integer({ min: 1, max: 700 }), { nil: null, freq: 4 }),
      repaired: fc.option(fc.integer({ min: 1, max: 700 }), { nil: null, freq: 6 }),
      severity: orNull(Object.keys(severityTitles) as Severity[]),
      accidentClass: orNull(Object.keys(accidentClassTitles) as AccidentClass[]),
      amountFen: fc.option(fc.integer({ min: 0, max: 50_000_000 }), { nil: null }),
      outcome: orNull(['good', 'bad'] as const),
      serial: fc.nat({ max: 1_000_000_000 }),
    })
    .map(({ kind, at, lasted, repaired, serial, ...rest }) => {
      const happenedOn = addDays(today, at);
      return {
        ...rest,
        id: `record:${serial}`,
        kind,
        happenedOn,
        endedOn: lasted === null ? null : addDays(happenedOn, lasted),
        repairedOn:
          repaired === null || !isAdverse({ kind, outcome: rest.outcome }) ? null : addDays(happenedOn, repaired),
        title: creditKindTitles[kind],
      };
    });
}

/** Up to so many facts with different ids. */
export function anyFacts(today: string, maxLength = 12, kinds?: readonly CreditKind[]): fc.Arbitrary<CreditFact[]> {
  return fc.uniqueArray(anyFact(today, kinds), { maxLength, selector: ({ id }) => id });
}
