import { describe, expect, test } from 'vitest';
import { runCases } from '../../../shared/features/grading/model-cases.ts';
import { citeArticle, sourcesOf } from '../../../shared/kernel/pack-basis.ts';
import { PolicyPack } from '../../../shared/kernel/policy-pack.ts';
import { articlesOf, isOwn, packFile, packNames, plainWords, shippedPacks } from '../../support/policy-sources.ts';

const packs = packNames.map((name) => [name, PolicyPack.parse(packFile(name))] as const);
const nationalGrades = ['优+', '优', '良+', '良', '良-', '中+', '中', '中-', '差'];

/** An entry of a pack with everything in it that has no source of its own. */
interface Entry {
  readonly cited: string;
  readonly standing: string;
  readonly quote: string;
  readonly own: Record<string, unknown>;
}

function entriesOf(value: unknown): Entry[] {
  if (value === null || typeof value !== 'object') return [];
  const inner = Object.values(value).flatMap(entriesOf);
  const [basis] = sourcesOf({ ...value, ...emptied(value) });
  if (basis === undefined) return inner;
  const { source, standing } = basis;
  const entry = { cited: citeArticle(source), standing, quote: source.quote ?? '', own: { ...value } };
  return [entry, ...inner];
}

/** The entries below, which are read by themselves. */
function emptied(value: object): object {
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, inner]) => key !== 'source' && typeof inner === 'object')
      .map(([key]) => [key, null]),
  );
}

/** Fields that state a figure, with the words a document may state it in. */
const figures: Readonly<Record<string, (value: number) => readonly string[]>> = {
  workingDays: (value) => [`${value}个工作日`],
  dueWorkingDays: (value) => [`${value}个工作日`],
  defenceWorkingDays: (value) => [`${value}个工作日`],
  everyMonths: (value) => [`${value}个月`],
  termMonths: (value) => [`${value}个月`],
  minMonths: (value) => [`${value}个月`],
  maxMonths: (value) => [`${value}个月`],
  withinMonths: (value) => [`${value}个月`, ...(value === 12 ? ['一年内'] : [])],
  withinDays: (value) => [`${value}天`, `${value}日`],
  years: (value) => [`${'一二三四五'[value - 1]}年`],
  bp: (value) => [`${value / 100}%`],
  visits: (value) => [`${value}次`],
  visitsPerYear: (value) => [`${value}次`],
  officersAtLeast: (value) => [`${value}名`],
  annualRevenueAtLeastYuan: (value) => [`${value / 10_000}万元`],
  count: (value) => [`${value}种`],
};

/** Every figure of an entry, down to the tests and grounds in it; what has a source of its own is read by itself. */
function figuresOf(value: unknown): { readonly field: string; readonly words: readonly string[] }[] {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([field, inner]) => {
    if (entriesOf(inner).length > 0) return [];
    const words = typeof inner === 'number' ? figures[field]?.(inner) : undefined;
    return [...(words === undefined ? [] : [{ field, words }]), ...figuresOf(inner)];
  });
}

test('随程序提供五个规则包，一份文件一个', () => {
  expect(shippedPacks()).toEqual(packNames.toSorted());
  expect(new Set(packs.map(([, { office }]) => office)).size).toBe(5);
  for (const [name, pack] of packs) expect(pack.id).toBe(name);
});

describe.each(packs)('规则包 %s', (name, pack) => {
  const sources = sourcesOf(pack);

  test('每一条都引用所列文件，条文确有其条', () => {
    for (const { source } of sources) {
      const articles = articlesOf(name, source.document);
      if (articles !== null) expect([...articles.keys()], citeArticle(source)).toContain(source.article);
    }
  });

  test('引文能在所引条文中逐字找到', () => {
    const quoted = sources.filter(({ source }) => source.quote !== undefined);
    expect(quoted.length).toBeGreaterThan(30);
    for (const { source } of quoted) {
      const words = articlesOf(name, source.document)?.get(source.article) ?? '';
      expect(words, citeArticle(source)).toContain(plainWords(source.quote ?? ''));
    }
  });

  test('标为原文的都有引文，且出自本机关的文件', () => {
    for (const { source, standing } of sources.filter((one) => one.standing === 'rule')) {
      expect([citeArticle(source), standing, source.quote !== undefined, isOwn(name, source.document)]).toEqual([
        citeArticle(source),
        standing,
        true,
        true,
      ]);
    }
  });

  test('标为原文的，其中每个数字文件里都写着：待核的数字没有藏在原文里', () => {
    for (const { cited, standing, quote, own } of entriesOf(pack)) {
      if (standing !== 'rule') continue;
      for (const { field, words } of figuresOf(own)) {
        // 一次也不行的（atLeast 1）不是数字；其余须照文件所写。
        const isWritten = words.some((word) => quote.includes(word));
        expect([cited, quote, field, isWritten]).toEqual([cited, quote, field, true]);
      }
    }
  });

  test('标为原文的报送日期照文件所写', () => {
    for (const { monthDay, source, standing } of pack.reportDates) {
      const [month = '', day = ''] = monthDay.split('-').map(Number).map(String);
      const words = [`${month}月${day}日`, `${month}月底`, ...(monthDay === '12-31' ? ['全年'] : [])];
      if (standing === 'rule') expect(words.some((word) => source.quote?.includes(word))).toBe(true);
    }
  });

  test('评价模型一律标为示例，其等级都是规则包的等级', () => {
    for (const { standing } of sourcesOf(pack.models)) expect(standing).toBe('example');
    const letters = pack.grades.map(({ grade }) => grade);
    for (const { bands } of pack.models) expect(bands.map(({ grade }) => grade)).toEqual(letters);
  });

  test('评价模型随附的测试用例都成立', () => {
    for (const { testCase, isAsExpected } of pack.models.flatMap(runCases)) {
      expect([testCase.name, isAsExpected]).toEqual([testCase.name, true]);
    }
  });

  test('用国家评价结果定级的，九个国家等级各归一级；每一级都有措施', () => {
    const mapped = pack.grades.flatMap(({ national }) => national);
    if (pack.evaluation.national === 'none') expect(mapped).toEqual([]);
    else expect(mapped.toSorted()).toEqual(nationalGrades.toSorted());
    for (const { grade } of pack.grades) expect(pack.measures.some(({ grades }) => grades.includes(grade))).toBe(true);
  });

  test('国家等级的对应标为原文的，每个国家等级文件里都写着', () => {
    for (const { national, standing, source } of pack.grades) {
      if (standing === 'rule') for (const word of national) expect(source.quote).toContain(word);
    }
  });

  test('印在文书和公示上的文字不透露内部等级', () => {
    const { lists, talks, commitments, repairWays, jointFields, notifiedDepartments } = pack;
    const printed = [
      ...lists.flatMap(({ name: title, grounds, jointMeasures, effects }) => [
        title,
        ...grounds.map(({ text }) => text),
        ...jointMeasures.flatMap(({ field, text }) => [field, text]),
        ...effects,
      ]),
      ...talks.map(({ name: title }) => title),
      ...commitments.flatMap(({ name: title, text }) => [title, text]),
      ...repairWays.flatMap(({ name: title, proof }) => [title, proof]),
      ...[...jointFields, ...notifiedDepartments].map(({ name: title }) => title),
    ];
    for (const text of printed) {
      for (const { title } of pack.grades) expect(text).not.toContain(title);
      expect(text).not.toMatch(/[A-D]级/);
    }
  });

  test('承诺书是完整的：写明义务、违背的后果和记入信用记录', () => {
    for (const { text, kind, name: title } of pack.commitments) {
      expect(text.split('\n').length, title).toBeGreaterThan(3);
      expect(text, title).toMatch(/承担(?:相应|法律)?责任|依法处理|惩戒|约束/);
      if (kind !== 'integrity' && !title.includes('第三方')) expect(text, title).toContain('信用记录');
    }
  });
});

test('吴忠的22个重点领域一个不少，按文件的次序', () => {
  const wuzhong = PolicyPack.parse(packFile('wuzhong-2022'));
  const listed = articlesOf('wuzhong-2022', '方案')?.get('第一部分') ?? '';
  expect(wuzhong.fields).toHaveLength(22);
  expect(listed).toContain(`${wuzhong.fields.map(({ name }) => name).join('、')}等22个重点领域`);
});

test('细则第十六条的十三个联合惩戒方面、陈巴尔虎旗的五类部门和六种修复方式一个不少', () => {
  const erguna = PolicyPack.parse(packFile('erguna-2023'));
  const chenbarhu = PolicyPack.parse(packFile('chenbarhu-2023'));
  expect(erguna.jointFields).toHaveLength(13);
  expect(articlesOf('erguna-2023', '细则')?.get('第十六条')).toContain(
    `在${erguna.jointFields.map(({ name }) => name).join('、')}等工作中`,
  );
  expect(articlesOf('chenbarhu-2023', '方案')?.get('第三部分第6项')).toContain(
    `通报${chenbarhu.notifiedDepartments.map(({ name }) => name).join('、')}。`,
  );
  expect(articlesOf('chenbarhu-2023', '方案')?.get('第三部分第10项')).toContain(
    `可通过${chenbarhu.repairWays.map(({ name }) => name).join('、')}等方式开展信用修复`,
  );
});
