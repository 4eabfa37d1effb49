import { expect, test } from 'vitest';
import { gradeAt, leavesOf, type Score, scorer } from '../../../shared/features/grading/model-score.ts';
import { monthAges, shareAt } from '../../../shared/features/grading/month-ages.ts';
import type { CreditFact } from '../../../shared/kernel/credit-facts.ts';
import { isAdverse } from '../../../shared/kernel/fact-test.ts';
import type { Decay, IndicatorModel } from '../../../shared/kernel/indicator-model.ts';
import { addDays } from '../../../shared/kernel/local-date.ts';
import { GRADES } from '../../../shared/kernel/pack-basis.ts';
import { anyFact, anyFacts, fact } from '../../support/credit-facts.ts';
import { sampleModel } from '../../support/models.ts';
import { fc } from '../../support/properties.ts';

const today = '2026-09-07';
const scoreOf = (facts: readonly CreditFact[], nationalGrade: string | null = null, on = today): Score =>
  scorer(sampleModel, on)({ facts, nationalGrade });
const partOf = (score: Score, id: string) => score.parts.find((part) => part.id === id);

test('各末级指标的满分按权重逐级分得，合起来正是总分', () => {
  expect(leavesOf(sampleModel).map(({ leaf, max, path }) => [path.join('/'), leaf.name, max])).toEqual([
    ['信用行为记录/违法失信', '行政处罚', 21_000],
    ['信用行为记录/违法失信', '列入异常名录', 12_600],
    ['信用行为记录/违法失信', '罚款金额', 8_400],
    ['信用行为记录', '投诉举报', 10_500],
    ['信用行为记录', '检查发现问题的比例', 17_500],
    ['信用保障能力', '践诺', 12_000],
    ['信用保障能力', '取得许可', 8_000],
    ['', '国家公共信用综合评价', 10_000],
  ]);
  const thirds = { node: 'facts', ...leavesOf(sampleModel)[0]?.leaf } as const;
  const uneven = [334, 333, 333].map((weight, index) => ({ ...thirds, weight, id: `l${index}` }));
  const model = { scale: 100, indicators: uneven } as unknown as IndicatorModel;
  expect(leavesOf(model).map(({ max }) => max)).toEqual([33_400, 33_300, 33_300]);
});

test('没有任何记录的，逆向指标得满分，正向指标不得分', () => {
  const score = scoreOf([]);
  expect(score.points).toBe(21_000 + 12_600 + 8_400 + 10_500 + 17_500 + 6_000);
  expect([score.grade, score.nextChangeOn]).toEqual(['B', null]);
});

test('累计：每件按轻重扣分，随时间衰减，扣完为止', () => {
  const penalty = (on: string, severity: CreditFact['severity']) => fact('penalty', on, { severity });
  const points = (...facts: CreditFact[]) => partOf(scoreOf(facts), 'penalties')?.points;
  expect(points(penalty('2026-08-01', 'minor'))).toBe(18_900);
  expect(points(penalty('2026-08-01', 'serious'))).toBe(6_300);
  expect(points(penalty('2026-08-01', null))).toBe(14_700);
  expect(points(penalty('2026-08-01', 'serious'), penalty('2026-08-02', 'serious'))).toBe(0);
  // 满十八个月：还剩四分之三。
  expect(points(penalty('2025-03-07', null))).toBe(21_000 - 4_725);
});

test('阈值、区间、线性、比例、布尔各按其规则', () => {
  expect(partOf(scoreOf([fact('licence', '2020-01-01')]), 'licensed')?.points).toBe(8_000);
  const complaints = (count: number) => Array.from({ length: count }, () => fact('complaint', '2026-06-01'));
  expect([1, 2, 3, 4, 5, 9].map((n) => partOf(scoreOf(complaints(n)), 'complaints')?.points)).toEqual([
    8_400, 8_400, 4_200, 4_200, 0, 0,
  ]);
  const fine = (yuan: number) => fact('penalty', '2026-06-01', { amountFen: yuan * 100 });
  expect([10_000, 55_000, 100_000].map((yuan) => partOf(scoreOf([fine(yuan)]), 'fines')?.points)).toEqual([
    8_400, 4_200, 0,
  ]);
  const visit = (outcome: 'good' | 'bad') => fact('inspection', '2026-05-01', { outcome });
  expect(partOf(scoreOf([visit('good'), visit('bad'), visit('good')]), 'inspections')?.degree).toBe(333);
  expect(partOf(scoreOf([]), 'inspections')?.degree).toBe(0);
  expect(partOf(scoreOf([fact('abnormal-list', '2026-01-01')]), 'listed')?.points).toBe(0);
});

test('加分不超过上限，总分不超过满分', () => {
  const rewards = Array.from({ length: 4 }, () => fact('reward', '2026-01-10'));
  expect(partOf(scoreOf(rewards), 'rewards')?.points).toBe(5_000);
  const kept = Array.from({ length: 3 }, () => fact('commitment', '2026-03-01', { outcome: 'good' }));
  const best = scoreOf([...rewards, ...kept, fact('licence', '2025-01-01')], '优+');
  expect(best).toMatchObject({ points: 100_000, overflow: 5_000, grade: 'A' });
});

test('修复了的、已移出的不再计', () => {
  const off = fact('abnormal-list', '2026-01-01', { endedOn: today });
  const repaired = fact('penalty', '2026-08-01', { repairedOn: '2026-09-01' });
  expect(scoreOf([off, repaired]).points).toBe(scoreOf([]).points);
  expect(scoreOf([repaired], null, '2026-08-31').points).toBeLessThan(scoreOf([]).points);
});

test('国家评价作为参考，按等级折算；未评价的按模型规定', () => {
  expect(['优+', '差', '良-', null].map((grade) => partOf(scoreOf([], grade), 'national')?.points)).toEqual([
    10_000, 0, 6_000, 6_000,
  ]);
});

test('衰减：到期前逐月减少，到期归零', () => {
  const linear = { kind: 'linear', wholeMonths: 12, zeroMonths: 36 } as const;
  expect([0, 12, 13, 24, 35, 36, 50].map((months) => shareAt(linear, months))).toEqual([
    1000, 1000, 958, 500, 41, 0, 0,
  ]);
  const steps: Decay = {
    kind: 'steps' as const,
    steps: [
      { untilMonths: 6, share: 1000 },
      { untilMonths: 12, share: 400 },
    ],
  };
  expect([5, 6, 11, 12].map((months) => shareAt(steps, months))).toEqual([1000, 400, 400, 0]);
});

test('月龄以对应日为准，月末不足的取月末', () => {
  const ages = monthAges('2026-02-28');
  expect(['2026-02-28', '2026-01-31', '2026-01-29', '2025-08-29', '2025-08-31'].map(ages.ageOf)).toEqual([
    0, 1, 1, 6, 6,
  ]);
});

const model = fc.constant(sampleModel);
const national = fc.constantFrom('优+', '优', '良', '中', '差', null);
test('性质：记录的先后次序不影响得分和等级', () => {
  fc.assert(
    fc.property(
      anyFacts(today).chain((facts) =>
        fc.tuple(fc.constant(facts), fc.shuffledSubarray(facts, { minLength: facts.length }), national),
      ),
      ([facts, shuffled, grade]) => {
        expect(scoreOf(shuffled, grade)).toEqual(scoreOf(facts, grade));
      },
    ),
  );
});

test('性质：增加一条守信记录，得分不降；去掉一条失信记录，得分也不降', () => {
  const good = anyFact(today).filter((found) => !isAdverse(found) && found.outcome === 'good');
  const bad = anyFact(today).filter(isAdverse);
  fc.assert(
    fc.property(anyFacts(today), good, bad, national, (facts, positive, negative, grade) => {
      const rest = facts.filter(({ id }) => id !== positive.id && id !== negative.id);
      const [before, more] = [scoreOf(rest, grade), scoreOf([...rest, positive], grade)];
      expect(more.points).toBeGreaterThanOrEqual(before.points);
      expect(before.points).toBeGreaterThanOrEqual(scoreOf([...rest, negative], grade).points);
    }),
    { numRuns: 300 },
  );
});

test('性质：各项得分合计就是总分，每项都在零与满分之间，总分不超过满分', () => {
  const praised = anyFacts(today, 12, ['reward', 'trustworthy', 'licence', 'commitment']);
  // One that earns more than there is to earn, which chance seldom gives.
  const perfect = (
    ['reward', 'reward', 'trustworthy', 'licence', 'commitment', 'commitment', 'commitment'] as const
  ).map((kind) => fact(kind, '2026-08-01', { outcome: 'good' }));
  expect(scoreOf(perfect, '优+').overflow).toBeGreaterThan(0);
  fc.assert(
    fc.property(fc.oneof(anyFacts(today), praised), national, (facts, grade) => {
      const { parts, points, overflow } = scoreOf(facts, grade);
      expect(points).toBeLessThanOrEqual(sampleModel.scale * 1000);
      expect(parts.reduce((sum, part) => sum + part.points, 0) - overflow).toBe(points);
      for (const part of parts) {
        expect(Number.isInteger(part.points) && part.points >= 0 && part.points <= part.max).toBe(true);
      }
    }),
    { examples: [[perfect, '优+']] },
  );
});

test('性质：分数高的等级不低于分数低的', () => {
  const points = fc.integer({ min: 0, max: 100_000 });
  fc.assert(
    fc.property(model, points, points, (of, one, other) => {
      const [low, high] = one < other ? [one, other] : [other, one];
      expect(GRADES.indexOf(gradeAt(of, high))).toBeLessThanOrEqual(GRADES.indexOf(gradeAt(of, low)));
    }),
  );
});

test('性质：在所报的下次变动日之前，得分和否决不会自己变', () => {
  fc.assert(
    fc.property(anyFacts(today, 5), fc.integer({ min: 0, max: 800 }), (facts, later) => {
      const now = scoreOf(facts);
      const last = addDays(today, later);
      fc.pre(now.nextChangeOn === null || last < now.nextChangeOn);
      const then = scoreOf(facts, null, last);
      expect([then.points, then.vetoes]).toEqual([now.points, now.vetoes]);
    }),
    { numRuns: 300 },
  );
});

test('性质：失信记录修复以后，得分不低于修复以前', () => {
  fc.assert(
    fc.property(anyFacts(today, 8), (facts) => {
      const repaired = facts.map((found) => (isAdverse(found) ? { ...found, repairedOn: today } : found));
      expect(scoreOf(repaired).points).toBeGreaterThanOrEqual(scoreOf(facts).points);
    }),
  );
});
