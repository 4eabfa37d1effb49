import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type GradeInputs, grader } from '../../../shared/features/grading/grade.ts';
import { whatIf } from '../../../shared/features/grading/what-if.ts';
import { whyMoved } from '../../../shared/features/grading/why-moved.ts';
import type { CreditFact } from '../../../shared/kernel/credit-facts.ts';
import { isAdverse } from '../../../shared/kernel/fact-test.ts';
import { addDays } from '../../../shared/kernel/local-date.ts';
import { GRADES } from '../../../shared/kernel/pack-basis.ts';
import { PolicyPack } from '../../../shared/kernel/policy-pack.ts';
import { anyFact, anyFacts, fact } from '../../support/credit-facts.ts';
import { sampleModel } from '../../support/models.ts';
import { fc } from '../../support/properties.ts';

const erguna: unknown = JSON.parse(readFileSync('resources/policies/erguna-2023.json', 'utf8'));
const plain = PolicyPack.parse(erguna);
const today = '2026-09-07';
const source = { document: '制度', article: '第六条' };

/** The office's pack, grading by the sample model with the national grade as a reference, and with a veto of its own. */
const pack: PolicyPack = {
  ...plain,
  evaluation: { ...plain.evaluation, national: 'reference', model: sampleModel.id },
  vetoes: [
    {
      id: 'dishonest-twice',
      name: '一年内两次失信',
      test: { kind: 'count', kinds: ['dishonest'], atLeast: 2, withinMonths: 12 },
      grade: 'C',
      source,
      standing: 'example',
    },
  ],
};
const on = (day: string) => grader(pack, sampleModel, day);
const graded = (facts: readonly CreditFact[], more: Partial<GradeInputs> = {}) =>
  on(today)({ nationalGrade: null, facts, ...more });

test('国家评价作参考时写明国家等级，再写模型得分和等级；没有国家评价的只按模型', () => {
  const referred = graded([], { nationalGrade: '良' });
  expect(referred).toMatchObject({ basis: 'reference', grade: 'B', points: 77_000 });
  expect(referred.reasons[0]?.text).toBe(
    '国家评价等级为“良”（对应B级），作为参考；按企业信用风险评价（示例）第1版计得77分（满分100分），达到70分，定为B级（信用较好）。',
  );
  expect(graded([]).basis).toBe('model');
});

test('扣分最多的指标写进理由，点名记录和日期', () => {
  const penalty = fact('penalty', '2026-08-01', { severity: 'serious', title: '行政处罚 示罚〔2026〕3号' });
  const { reasons } = graded([penalty, fact('complaint', '2026-07-01', { title: '投诉举报 甲' })]);
  expect(reasons[1]).toEqual({
    text: '其中“行政处罚”扣14.7分（2026-08-01行政处罚 示罚〔2026〕3号），“投诉举报”扣2.1分（2026-07-01投诉举报 甲）。',
    article: '示例文件第一条，示例',
    facts: [penalty.id, expect.any(String)],
  });
});

test('直接使用国家评价的，国家等级就是等级，不看模型', () => {
  const direct = grader({ ...pack, evaluation: { ...pack.evaluation, national: 'direct' } }, sampleModel, today);
  const grading = direct({ nationalGrade: '优', facts: [fact('penalty', '2026-08-01')] });
  expect(grading).toMatchObject({ grade: 'A', basis: 'national-grade', points: null });
});

test('一票否决不论得分；模型和规则包的否决取更低的', () => {
  const twice = [fact('dishonest', '2026-01-01'), fact('dishonest', '2026-05-01')];
  expect(graded(twice)).toMatchObject({ computed: 'B', grade: 'C' });
  const grave = graded([...twice, fact('serious-violation', '2026-06-01')]);
  expect(grave.grade).toBe('D');
  expect(grave.reasons.map(({ text }) => text).filter((text) => text.startsWith('一票否决'))).toEqual([
    expect.stringMatching(/^一票否决：一年内两次失信（.*），不论其他情形，不高于C级（示例）。$/),
    expect.stringMatching(/^一票否决：严重违法失信（.*），不论其他情形，定为D级（示例）。$/),
  ]);
});

test('人工调整在有效期内生效，过期自动恢复，调高也越不过否决', () => {
  const manual = { id: 1, grade: 'A', reason: '示例', expiresOn: '2026-09-30' } as const;
  expect(graded([], { manual })).toMatchObject({
    grade: 'A',
    basis: 'manual',
    manualId: 1,
    nextChangeOn: '2026-10-01',
  });
  expect(on('2026-10-01')({ nationalGrade: null, facts: [], manual })).toMatchObject({ grade: 'B', basis: 'model' });
  expect(graded([fact('serious-violation', '2026-06-01')], { manual }).grade).toBe('D');
});

test('测算：影响最大的记录排在前，修复和时间各有结果', () => {
  const small = fact('complaint', '2026-08-01');
  const large = fact('abnormal-list', '2026-05-01');
  const said = whatIf(on, { nationalGrade: null, facts: [small, large, fact('tax', '2026-01-01')] }, today);
  expect(said.now).toMatchObject({ grade: 'C', points: 61_300 });
  expect(
    said.facts.map(({ fact: weighed, without, repaired }) => [
      weighed.id,
      without.grade,
      without.points,
      repaired?.points,
    ]),
  ).toEqual([
    [large.id, 'B', 73_900, 73_900],
    [small.id, 'C', 63_400, 63_400],
  ]);
  expect(said.allRepaired).toMatchObject({ grade: 'B', points: 76_000 });
  expect(said.later).toEqual([{ on: '2027-08-01', grade: 'C', points: 63_400, isRaised: true }]);
});

test('变动的原因：新计入的记录、变了的指标、国家等级的变化', () => {
  const penalty = fact('penalty', '2026-09-01', { severity: 'serious', title: '行政处罚 示罚〔2026〕9号' });
  const before = graded([], { nationalGrade: '优' });
  const after = graded([penalty], { nationalGrade: '差' });
  const stored = {
    ...before,
    parts: before.parts.map(({ id, points, max }) => [id, points, max, []] as const),
    nationalGrade: '优',
    packId: pack.id,
    packVersion: pack.version,
    modelId: sampleModel.id,
    modelVersion: sampleModel.version,
  };
  const texts = whyMoved(stored, after, { nationalGrade: '差', pack, model: sampleModel }).map(({ text }) => text);
  expect(texts.slice(0, 3)).toEqual([
    '国家评价等级由“优”变为“差”。',
    '“行政处罚”由21分变为6.3分，新计入2026-09-01行政处罚 示罚〔2026〕9号。',
    '“国家公共信用综合评价”由9分变为0分。',
  ]);
});

test('人工调整到的等级，换版以后规则包里没有了，就不再算数', () => {
  const manual = { id: 1, grade: 'D', reason: '示例', expiresOn: '2026-12-31' } as const;
  expect(graded([], { manual })).toMatchObject({ grade: 'D', basis: 'manual' });
  const three = { ...pack, grades: pack.grades.slice(0, 3) };
  const after = grader(three, sampleModel, today)({ nationalGrade: null, facts: [], manual });
  expect(after).toMatchObject({ grade: 'B', basis: 'model', manualId: null });
});

const rank = (facts: readonly CreditFact[], nationalGrade: string | null) =>
  GRADES.indexOf(graded(facts, { nationalGrade }).grade);
const national = fc.constantFrom('优+', '优', '良', '中', '差', null);

test('性质：记录先后不影响等级、理由和频次', () => {
  // Many kinds seldom meet in one test of the pack; these do.
  const few = anyFacts(today, 12, ['dishonest', 'complaint', 'abnormal-list']);
  fc.assert(
    fc.property(fc.oneof(anyFacts(today), few), national, fc.nat(), (facts, nationalGrade, turn) => {
      const at = facts.length === 0 ? 0 : turn % facts.length;
      const turned = [...facts.slice(at), ...facts.slice(0, at)].toReversed();
      const [one, other] = [graded(facts, { nationalGrade }), graded(turned, { nationalGrade })];
      expect(other).toEqual(one);
    }),
  );
});

test('性质：增加守信记录、去掉失信记录，等级不降', () => {
  const good = anyFact(today).filter((found) => !isAdverse(found) && found.outcome === 'good');
  const bad = anyFact(today).filter(isAdverse);
  fc.assert(
    fc.property(anyFacts(today), good, bad, national, (facts, positive, negative, grade) => {
      const rest = facts.filter(({ id }) => id !== positive.id && id !== negative.id);
      expect(rank([...rest, positive], grade)).toBeLessThanOrEqual(rank(rest, grade));
      expect(rank(rest, grade)).toBeLessThanOrEqual(rank([...rest, negative], grade));
    }),
    { numRuns: 300 },
  );
});

test('性质：有一票否决的，不论得分、国家等级和人工调整，都不高于否决的等级', () => {
  const manual = fc.option(
    fc.record({ grade: fc.constantFrom(...GRADES), expiresOn: fc.constantFrom('2026-09-06', '2026-12-31') }),
    { nil: null },
  );
  const veto = fact('serious-violation', '2026-06-01');
  fc.assert(
    fc.property(anyFacts(today), national, manual, (facts, nationalGrade, held) => {
      const change = held === null ? null : { ...held, id: 1, reason: '示例' };
      expect(graded([...facts, veto], { nationalGrade, manual: change }).grade).toBe('D');
      const free = graded(facts, { nationalGrade, manual: change });
      for (const { grade } of free.vetoes) {
        expect(GRADES.indexOf(free.grade)).toBeGreaterThanOrEqual(GRADES.indexOf(grade));
      }
    }),
  );
});

test('性质：在所报的下次变动日之前，等级、理由、频次都不会自己变', () => {
  const days = fc.integer({ min: 1, max: 500 });
  fc.assert(
    fc.property(anyFacts(today, 5), days, (facts, later) => {
      const now = graded(facts);
      const last = addDays(today, later);
      fc.pre(now.nextChangeOn === null || last < now.nextChangeOn);
      const { grade, reasons, raisedBy, points } = on(last)({ nationalGrade: null, facts });
      expect({ grade, reasons, raisedBy, points }).toEqual({
        grade: now.grade,
        reasons: now.reasons,
        raisedBy: now.raisedBy,
        points: now.points,
      });
    }),
    { numRuns: 300 },
  );
});
