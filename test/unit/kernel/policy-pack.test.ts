import { expect, test } from 'vitest';
import { DEADLINES } from '../../../shared/kernel/policy-entries.ts';
import { gradeTitle, PolicyPack, termOf } from '../../../shared/kernel/policy-pack.ts';
import { packProblems } from '../../../shared/kernel/policy-problems.ts';
import { packFile } from '../../support/policy-sources.ts';

const pack = PolicyPack.parse(packFile('erguna-2023'));
/** A document that knows three grades. */
const three = PolicyPack.parse(packFile('holingol-2024'));

test('各环节期限以本局细则为准，别处的不同规定列为对照', () => {
  expect(DEADLINES.map((id) => termOf(pack, id).workingDays)).toEqual([30, 60, 20, 7, 7]);
  expect(termOf(pack, 'publish-result').elsewhere.map(({ workingDays }) => workingDays)).toEqual([20, 7]);
});

test('自相矛盾的规则包不予采用', () => {
  const twice = { ...pack, grades: pack.grades.map((rule) => ({ ...rule, national: ['优'] })) };
  expect(PolicyPack.safeParse(twice).success).toBe(false);
  expect(PolicyPack.safeParse({ ...pack, defaultPreset: 'none' }).success).toBe(false);
  const unlisted = { ...pack, documents: pack.documents.filter(({ id }) => id !== '细则') };
  expect(PolicyPack.safeParse(unlisted).success).toBe(false);
});

test('只分三级的规则包，各处用它自己的名称', () => {
  expect(three.grades.map(({ grade }) => gradeTitle(three, grade))).toEqual(['低风险', '一般风险', '较高风险']);
  expect(gradeTitle(three, 'D')).toBe('D级');
});

test('抽查比例恰好覆盖规则包的等级，多一级少一级都指出来', () => {
  expect(packProblems({ ...three, ratioPresets: pack.ratioPresets }).map(({ sentence }) => sentence)).toContain(
    '写了D级的抽查比例，而规则包没有这个等级。请删去。',
  );
  expect(packProblems({ ...pack, ratioPresets: three.ratioPresets })).toContainEqual({
    chapter: 'ratioPresets',
    entry: '三级通用（5%、10%、20%）',
    sentence: '没有写明D级的抽查比例。请补上。',
  });
});

test('等级不能跳过，用到没有的等级也指出是哪一条', () => {
  const skipped = pack.grades.filter(({ grade }) => grade !== 'B');
  const found = packProblems({ ...pack, grades: skipped });
  expect(found[0]).toMatchObject({ chapter: 'grades', sentence: '3个等级应依次为A、B、C，不能重复或跳过。' });
  expect(found).toContainEqual({
    chapter: 'measures',
    entry: '诚信约谈',
    sentence: '用到了B级，而规则包没有这个等级。请改选。',
  });
});

test('国家评价只作参考的，要有评价模型', () => {
  const evaluation = { ...pack.evaluation, national: 'reference' as const };
  expect(packProblems({ ...pack, evaluation })).toHaveLength(1);
});
