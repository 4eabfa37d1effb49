import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { citeArticle, GRADES, sourcesOf } from '../../../shared/kernel/pack-basis.ts';
import { DEADLINES } from '../../../shared/kernel/policy-entries.ts';
import { gradeTitle, PolicyPack, termOf } from '../../../shared/kernel/policy-pack.ts';
import { packProblems } from '../../../shared/kernel/policy-problems.ts';

const file: unknown = JSON.parse(
  readFileSync(new URL('../../../resources/policies/erguna-2023.json', import.meta.url), 'utf8'),
);
const pack = PolicyPack.parse(file);
const sourceText = readFileSync(new URL('../../fixtures/policies/erguna-2023.txt', import.meta.url), 'utf8');

/** The text of one article of 制度 or 细则: both number their articles from 第一条. */
function articleText(document: string, article: string): string {
  const [ownRules = '', detailedRules = ''] = sourceText.split(/^# 额尔古纳市/m);
  const text = document === '制度' ? ownRules : detailedRules;
  const start = text.indexOf(`**${article}**`);
  const next = text.indexOf('\n**第', start + 1);
  return start < 0 ? '' : text.slice(start, next < 0 ? undefined : next).replace(/\s+/g, '');
}

test('标为原文的每一条都能在所引条文中逐字找到', () => {
  const quoted = sourcesOf(pack).filter(({ source }) => source.quote !== undefined);
  expect(quoted.length).toBeGreaterThan(20);
  for (const { source } of quoted) {
    expect(articleText(source.document, source.article), citeArticle(source)).toContain(
      source.quote?.replace(/\s+/g, ''),
    );
  }
  for (const { source, standing } of sourcesOf(pack)) {
    expect([citeArticle(source), standing, source.quote === undefined && standing === 'rule']).toEqual([
      citeArticle(source),
      standing,
      false,
    ]);
  }
});

test('引自别处的比例、周期和新规定都标为示例或待核', () => {
  for (const { source, standing } of sourcesOf(pack)) {
    if (source.document !== '制度' && source.document !== '细则') expect(standing).not.toBe('rule');
  }
  expect(pack.ungraded.standing).toBe('unverified');
});

test('各环节期限以本局细则为准，别处的不同规定列为对照', () => {
  expect(DEADLINES.map((id) => termOf(pack, id).workingDays)).toEqual([30, 60, 20, 7, 7]);
  expect(termOf(pack, 'publish-result').elsewhere.map(({ workingDays }) => workingDays)).toEqual([20, 7]);
});

test('四级各有措施，九个国家等级各归一级', () => {
  expect(pack.grades.flatMap(({ national }) => national).toSorted()).toEqual(
    ['优+', '优', '良+', '良', '良-', '中+', '中', '中-', '差'].toSorted(),
  );
  for (const grade of GRADES) expect(pack.measures.some(({ grades }) => grades.includes(grade))).toBe(true);
});

test('自相矛盾的规则包不予采用', () => {
  const twice = { ...pack, grades: pack.grades.map((rule) => ({ ...rule, national: ['优'] })) };
  expect(PolicyPack.safeParse(twice).success).toBe(false);
  expect(PolicyPack.safeParse({ ...pack, defaultPreset: 'none' }).success).toBe(false);
  const unlisted = { ...pack, documents: pack.documents.filter(({ id }) => id !== '细则') };
  expect(PolicyPack.safeParse(unlisted).success).toBe(false);
});

/** The pack as one whose document knows three grades would be. */
function ofThree(): PolicyPack {
  const kept = ['A', 'B', 'C'] as const;
  const titles = ['低风险', '一般风险', '高风险'];
  return {
    ...pack,
    grades: pack.grades.slice(0, 3).map((rule, index) => ({ ...rule, title: titles[index] ?? '' })),
    measures: pack.measures
      .map((one) => ({ ...one, grades: one.grades.filter((grade) => grade !== 'D') }))
      .filter(({ grades }) => grades.length > 0),
    factors: pack.factors.map((one) =>
      one.test.kind === 'grade' ? { ...one, test: { kind: 'grade', grades: ['C'] } } : one,
    ),
    ratioPresets: pack.ratioPresets.map((preset) => ({
      ...preset,
      ratios: Object.fromEntries(kept.map((grade) => [grade, preset.ratios[grade]])),
    })),
  };
}

test('只分三级的规则包照样成立，各处用它自己的名称', () => {
  const three = PolicyPack.parse(ofThree());
  expect(three.grades.map(({ grade }) => gradeTitle(three, grade))).toEqual(['低风险', '一般风险', '高风险']);
  expect(gradeTitle(three, 'D')).toBe('D级');
});

test('抽查比例恰好覆盖规则包的等级，多一级少一级都指出来', () => {
  const three = ofThree();
  expect(packProblems({ ...three, ratioPresets: pack.ratioPresets }).map(({ sentence }) => sentence)).toContain(
    '写了D级的抽查比例，而规则包没有这个等级。请删去。',
  );
  expect(packProblems({ ...pack, ratioPresets: three.ratioPresets })).toContainEqual({
    chapter: 'ratioPresets',
    entry: '大庆林甸',
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
