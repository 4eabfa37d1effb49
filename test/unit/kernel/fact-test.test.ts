import { expect, test } from 'vitest';
import { type CreditFact, type CreditKind, creditKinds } from '../../../shared/kernel/credit-facts.ts';
import { countsOn, type FactTest, factTestHolds, isAdverse } from '../../../shared/kernel/fact-test.ts';
import { addDays } from '../../../shared/kernel/local-date.ts';
import { GRADES } from '../../../shared/kernel/pack-basis.ts';
import { fc } from '../../support/properties.ts';

const today = '2026-09-07';

function fact(kind: CreditKind, happenedOn: string, part: Partial<CreditFact> = {}): CreditFact {
  const open = { endedOn: null, repairedOn: null, severity: null, accidentClass: null, amountFen: null, outcome: null };
  return { id: `record:${kind}${happenedOn}`, kind, happenedOn, title: '示例', ...open, ...part };
}

const day = fc.integer({ min: -900, max: 60 }).map((days) => addDays(today, days));
const maybeDay = fc.option(day, { nil: null });
const anyFact: fc.Arbitrary<CreditFact> = fc.record({
  id: fc.integer({ min: 1, max: 99_999 }).map((id) => `record:${id}`),
  kind: fc.constantFrom(...creditKinds),
  happenedOn: day,
  endedOn: maybeDay,
  repairedOn: maybeDay,
  severity: fc.constantFrom('minor' as const, 'ordinary' as const, 'serious' as const, null),
  accidentClass: fc.constantFrom('ordinary' as const, 'larger' as const, null),
  amountFen: fc.constant(null),
  outcome: fc.constantFrom('good' as const, 'bad' as const, null),
  title: fc.constant('示例'),
});
const anyCount: fc.Arbitrary<FactTest> = fc.record({
  kind: fc.constant('count' as const),
  kinds: fc.uniqueArray(fc.constantFrom(...creditKinds), { minLength: 1, maxLength: 5 }),
  atLeast: fc.integer({ min: 1, max: 3 }),
  withinDays: fc.integer({ min: 1, max: 800 }),
});

test('记录的先后顺序不影响结论，也不影响列出的事实', () => {
  fc.assert(
    fc.property(fc.uniqueArray(anyFact, { selector: ({ id }) => id, maxLength: 12 }), anyCount, (facts, asked) => {
      const one = factTestHolds(asked, { facts, today });
      const other = factTestHolds(asked, { facts: facts.toReversed(), today });
      expect(other).toEqual(one);
    }),
  );
});

test('不利记录修复或结束之后，任何条件都不再数到它', () => {
  fc.assert(
    fc.property(fc.array(anyFact, { maxLength: 12 }), anyCount, (facts, asked) => {
      for (const found of factTestHolds(asked, { facts, today }).found) {
        expect(found.happenedOn <= today).toBe(true);
        if (!isAdverse(found)) continue;
        expect(found.repairedOn === null || found.repairedOn > today).toBe(true);
        expect(found.endedOn === null || found.endedOn > today).toBe(true);
      }
    }),
  );
});

test('多一条记录不会使成立的条件变得不成立，修复一条不会使不成立的变得成立', () => {
  fc.assert(
    fc.property(fc.array(anyFact, { maxLength: 10 }), anyFact, anyCount, (facts, more, asked) => {
      const holds = factTestHolds(asked, { facts, today }).holds;
      if (holds) expect(factTestHolds(asked, { facts: [...facts, more], today }).holds).toBe(true);
      const repaired = { ...more, outcome: 'bad' as const, repairedOn: today };
      expect(factTestHolds(asked, { facts: [...facts, repaired], today }).holds).toBe(holds);
    }),
  );
});

test('期间从今天往前数，今天算在内，期满那天不算', () => {
  const asked: FactTest = { kind: 'count', kinds: ['complaint'], atLeast: 1, withinDays: 90 };
  const on = (happenedOn: string) => factTestHolds(asked, { facts: [fact('complaint', happenedOn)], today }).holds;
  expect(on(today)).toBe(true);
  expect(on(addDays(today, -89))).toBe(true);
  expect(on(addDays(today, -90))).toBe(false);
  expect(on(addDays(today, 1))).toBe(false);
});

test('按程度、事故等级和结果筛选，没有写明的不算', () => {
  const serious: FactTest = { kind: 'count', kinds: ['penalty'], severity: ['serious'], atLeast: 1 };
  expect(factTestHolds(serious, { facts: [fact('penalty', today, { severity: 'serious' })], today }).holds).toBe(true);
  expect(factTestHolds(serious, { facts: [fact('penalty', today)], today }).holds).toBe(false);
  const larger: FactTest = { kind: 'count', kinds: ['accident'], accidentClass: ['larger', 'major'], atLeast: 1 };
  const accident = fact('accident', '2026-01-01', { accidentClass: 'larger' });
  expect(factTestHolds(larger, { facts: [accident], today }).found).toEqual([accident]);
  const broken: FactTest = { kind: 'count', kinds: ['commitment'], outcome: 'bad', atLeast: 1 };
  expect(factTestHolds(broken, { facts: [fact('commitment', today, { outcome: 'good' })], today }).holds).toBe(false);
});

test('在名单上的，移出之日起不再算', () => {
  const listed: FactTest = { kind: 'standing', kinds: ['abnormal-list'] };
  const until = (endedOn: string | null) =>
    factTestHolds(listed, { facts: [fact('abnormal-list', '2026-01-01', { endedOn })], today }).holds;
  expect([until(null), until(addDays(today, 1)), until(today)]).toEqual([true, true, false]);
});

test('守信一类的记录期满后仍然是守信记录', () => {
  expect(countsOn(fact('reward', '2026-01-01', { endedOn: '2026-02-01' }), today)).toBe(true);
  expect(countsOn(fact('commitment', '2026-01-01', { outcome: 'good', endedOn: '2026-02-01' }), today)).toBe(true);
  expect(countsOn(fact('commitment', '2026-01-01', { outcome: 'bad', endedOn: '2026-02-01' }), today)).toBe(false);
});

test('等级下降只在新等级低于原等级时成立，没有原等级的不算', () => {
  for (const before of GRADES) {
    for (const grade of GRADES) {
      expect(factTestHolds({ kind: 'grade-fell' }, { facts: [], today, grade, gradeBefore: before }).holds).toBe(
        grade > before,
      );
    }
  }
  expect(factTestHolds({ kind: 'grade-fell' }, { facts: [], today, grade: 'D', gradeBefore: null }).holds).toBe(false);
  expect(factTestHolds({ kind: 'grade', grades: ['C', 'D'] }, { facts: [], today, grade: null }).holds).toBe(false);
});

test('许可证将要到期的和已经过期的都列出，长期有效的不列', () => {
  const licences = [
    { name: '示例一', expiresOn: addDays(today, 30) },
    { name: '示例二', expiresOn: addDays(today, 31) },
    { name: '示例三', expiresOn: addDays(today, -5) },
    { name: '示例四', expiresOn: null },
  ];
  const expiring = factTestHolds({ kind: 'licence-expires', withinDays: 30 }, { facts: [], today, licences });
  expect(expiring.licences.map(({ name }) => name)).toEqual(['示例一', '示例三']);
});
