import { z } from 'zod';
import {
  type AccidentClass,
  accidentClassTitles,
  type CreditFact,
  type CreditKind,
  creditKinds,
  type Severity,
  severityTitles,
} from './credit-facts.ts';
import { addDays, addMonths, type LocalDate } from './local-date.ts';
import { GRADES, Grade } from './pack-basis.ts';

const Kinds = z.array(z.enum(creditKinds as readonly [CreditKind, ...CreditKind[]])).min(1);

/**
 * What factors, vetoes, warnings and lists ask of an enterprise on a day, as data.
 * count: so many facts of these kinds within the last days or months; without either, ever.
 * standing: on a list today. grade: has one of these grades. grade-fell: is graded lower than before.
 * licence-expires: a licence ends within so many days, or has ended.
 */
export const FactTest = z.discriminatedUnion('kind', [
  z
    .strictObject({
      kind: z.literal('count'),
      kinds: Kinds,
      outcome: z.enum(['good', 'bad']).optional(),
      severity: z
        .array(z.enum(Object.keys(severityTitles) as [Severity, ...Severity[]]))
        .min(1)
        .optional(),
      accidentClass: z
        .array(z.enum(Object.keys(accidentClassTitles) as [AccidentClass, ...AccidentClass[]]))
        .min(1)
        .optional(),
      atLeast: z.int().min(1).max(1_000),
      withinDays: z.int().min(1).max(3_660).optional(),
      withinMonths: z.int().min(1).max(120).optional(),
    })
    .refine(({ withinDays, withinMonths }) => withinDays === undefined || withinMonths === undefined, {
      message: 'both days and months',
      path: ['withinDays'],
    }),
  z.strictObject({ kind: z.literal('standing'), kinds: Kinds }),
  z.strictObject({ kind: z.literal('grade'), grades: z.array(Grade).min(1) }),
  z.strictObject({ kind: z.literal('grade-fell') }),
  z.strictObject({ kind: z.literal('licence-expires'), withinDays: z.int().min(1).max(3_660) }),
]);
export type FactTest = z.infer<typeof FactTest>;
export type CountTest = Extract<FactTest, { kind: 'count' }>;

export interface DatedLicence {
  readonly name: string;
  /** null = it does not end. */
  readonly expiresOn: LocalDate | null;
}

/** What is known of one enterprise on the day. */
export interface TestedEnterprise {
  readonly facts: readonly CreditFact[];
  readonly today: LocalDate;
  /** The grade of today; absent where there is none, or where it is just being worked out. */
  readonly grade?: Grade | null;
  readonly gradeBefore?: Grade | null;
  readonly licences?: readonly DatedLicence[];
}

export interface TestOutcome<L extends DatedLicence = DatedLicence> {
  readonly holds: boolean;
  /** The facts it was decided by, the newest first; none where fewer were found than the test asks. */
  readonly found: readonly CreditFact[];
  readonly licences: readonly L[];
}

/** Kinds that speak against an enterprise whatever their outcome. */
const adverseKinds: ReadonlySet<CreditKind> = new Set([
  'penalty',
  'coercion',
  'complaint',
  'accident',
  'dishonest',
  'abnormal-list',
  'serious-violation',
]);

/** Whether a fact speaks against the enterprise: by its kind, or by what came of it (违诺, a problem found). */
export function isAdverse({ kind, outcome }: Pick<CreditFact, 'kind' | 'outcome'>): boolean {
  return outcome === 'bad' || (outcome === null && adverseKinds.has(kind));
}

/** Whether a fact counts on a day: it has happened, and where it is adverse it is neither repaired nor ended. */
export function countsOn(fact: CreditFact, today: LocalDate): boolean {
  if (fact.happenedOn > today) return false;
  if (!isAdverse(fact)) return true;
  return !isPast(fact.repairedOn, today) && !isPast(fact.endedOn, today);
}

/** Whether a test holds for an enterprise, and the facts that make it hold. */
export function factTestHolds(test: FactTest, enterprise: TestedEnterprise): TestOutcome {
  switch (test.kind) {
    case 'count':
      return decidedBy(countedFacts(test, enterprise), test.atLeast);
    case 'standing':
      return decidedBy(standingFacts(test.kinds, enterprise), 1);
    case 'grade':
      return byItself(enterprise.grade != null && test.grades.includes(enterprise.grade));
    case 'grade-fell':
      return byItself(fell(enterprise.gradeBefore, enterprise.grade));
    case 'licence-expires': {
      const until = addDays(enterprise.today, test.withinDays);
      const licences = (enterprise.licences ?? []).filter(({ expiresOn }) => expiresOn !== null && expiresOn <= until);
      return { holds: licences.length > 0, found: [], licences };
    }
  }
}

/** The facts a count test counts; the day so many days or months ago no longer belongs to the span, today does. */
export function countedFacts(test: CountTest, { facts, today }: TestedEnterprise): readonly CreditFact[] {
  const since = sinceOf(test, today);
  return newestFirst(
    facts.filter(
      (fact) =>
        test.kinds.includes(fact.kind) &&
        countsOn(fact, today) &&
        (since === null || fact.happenedOn > since) &&
        (test.outcome === undefined || fact.outcome === test.outcome) &&
        isAmong(test.severity, fact.severity) &&
        isAmong(test.accidentClass, fact.accidentClass),
    ),
  );
}

/** On a list today: entered, and not yet off it or repaired. */
function standingFacts(kinds: readonly CreditKind[], { facts, today }: TestedEnterprise): readonly CreditFact[] {
  return newestFirst(
    facts.filter(
      ({ kind, happenedOn, endedOn, repairedOn }) =>
        kinds.includes(kind) && happenedOn <= today && !isPast(endedOn, today) && !isPast(repairedOn, today),
    ),
  );
}

function sinceOf({ withinDays, withinMonths }: CountTest, today: LocalDate): LocalDate | null {
  if (withinDays !== undefined) return addDays(today, -withinDays);
  return withinMonths === undefined ? null : addMonths(today, -withinMonths);
}

function isPast(day: LocalDate | null, today: LocalDate): boolean {
  return day !== null && day <= today;
}

function isAmong<T>(asked: readonly T[] | undefined, found: T | null): boolean {
  return asked === undefined || (found !== null && asked.includes(found));
}

function fell(before: Grade | null | undefined, now: Grade | null | undefined): boolean {
  return before != null && now != null && GRADES.indexOf(now) > GRADES.indexOf(before);
}

/** By day, then by id, so that no order of the inputs shows. */
function newestFirst(facts: readonly CreditFact[]): readonly CreditFact[] {
  return facts.toSorted((one, other) =>
    one.happenedOn === other.happenedOn ? compare(one.id, other.id) : compare(other.happenedOn, one.happenedOn),
  );
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function decidedBy(found: readonly CreditFact[], atLeast: number): TestOutcome {
  const holds = found.length >= atLeast;
  return { holds, found: holds ? found : [], licences: [] };
}

function byItself(holds: boolean): TestOutcome {
  return { holds, found: [], licences: [] };
}
