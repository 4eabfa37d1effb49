import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { withTyped } from '../../../electron/features/policies/drafts.ts';
import { chapterOf, chapters } from '../../../shared/features/policies/chapters.ts';
import { entryProblems } from '../../../shared/features/policies/check-entry.ts';
import { comparePacks, sayDifferences } from '../../../shared/features/policies/compare.ts';
import { entriesOf, keyOf, withMoved, withoutEntry } from '../../../shared/features/policies/entries.ts';
import type { Chapter, Entry } from '../../../shared/features/policies/fields.ts';
import { countStandings, ofStanding, readPack } from '../../../shared/features/policies/reading.ts';
import type { SaveEntry } from '../../../shared/features/policies/schemas.ts';
import { sourcesOf } from '../../../shared/kernel/pack-basis.ts';
import { PolicyPack } from '../../../shared/kernel/policy-pack.ts';
import { PackShape } from '../../../shared/kernel/policy-shape.ts';
import { must } from '../../support/outcomes.ts';

const packs = readdirSync('resources/policies').map((file) =>
  PolicyPack.parse(JSON.parse(readFileSync(`resources/policies/${file}`, 'utf8'))),
);
const pack = packs.find(({ id }) => id === 'erguna-2023') as PolicyPack;
const basis = { source: { document: '制度', article: '第六条' }, standing: 'rule' };

function chapter(key: string): Chapter {
  const found = chapterOf(key);
  if (found === null) throw new Error(key);
  return found;
}

const typed = (key: SaveEntry['chapter'], entry: Entry, of: string | null = null) =>
  withTyped(pack, { id: 1, chapter: key, key: of, entry });

test('规则包的每一章都能读，每一条都读得出规定、依据和标记', () => {
  const known = new Set<string>(chapters.map(({ key }) => key));
  for (const key of Object.keys(PackShape.shape)) {
    // The pack's own names stand in one chapter.
    const isHead = ['id', 'version', 'title', 'office', 'purpose', 'datedOn'].includes(key);
    expect([key, known.has(isHead ? 'head' : key)]).toEqual([key, true]);
  }
  const read = packs.flatMap((one) => readPack(one)).flatMap((part) => part.chapters);
  for (const { chapter: one, entries } of read) {
    for (const { name, lines, article, standing } of entries) {
      expect([one.title, name === '']).toEqual([one.title, false]);
      expect([one.title, name, article !== null && standing !== null]).toEqual([one.title, name, one.hasBasis]);
      expect(lines.join('')).not.toMatch(/undefined|null|\[object/);
    }
  }
});

test('待核的条数与规则包一致，筛选后只剩待核的', () => {
  const read = readPack(pack);
  const unverified = ofStanding(read, 'unverified').flatMap((part) => part.chapters.flatMap(({ entries }) => entries));
  expect(unverified).toHaveLength(countStandings(read).unverified);
  expect(unverified.length).toBeLessThanOrEqual(
    sourcesOf(pack).filter(({ standing }) => standing === 'unverified').length,
  );
  expect(unverified.every(({ standing }) => standing === 'unverified')).toBe(true);
});

test('照原样保存任何一条，内容不变', () => {
  for (const shipped of packs) {
    for (const one of chapters.filter(({ editedAt }) => editedAt === undefined)) {
      for (const entry of entriesOf(shipped, one)) {
        const saved = must(withTyped(shipped, { id: 1, chapter: one.key, key: keyOf(one, entry), entry }));
        expect([one.title, saved.pack]).toEqual([one.title, shipped]);
      }
    }
  }
});

test('新增的条目有自己的标识，不与已有的相同', () => {
  const entry = { name: '示例情形', test: { kind: 'standing', kinds: ['dishonest'] }, ...basis };
  const once = must(typed('factors', entry));
  const twice = must(
    withTyped(once.pack, { id: 1, chapter: 'factors', key: null, entry: { ...entry, name: '另一情形' } }),
  );
  expect(twice.pack.factors.slice(-2).map(({ id }) => id)).toEqual(['own-1', 'own-2']);
  expect(PolicyPack.safeParse(twice.pack).success).toBe(true);
});

test('填错的逐项指出章、条目和栏目', () => {
  const wrong = { name: '示例情形', test: undefined, ...basis, source: { document: '制度', article: ' ' } };
  expect(typed('factors', wrong)).toMatchObject({
    ok: false,
    code: 'POLICY_ENTRY_INVALID',
    details: {
      chapter: '增加频次的情形（调整因素）',
      entry: '示例情形',
      problems: [
        { field: '怎样认定', sentence: expect.any(String) },
        { field: '条款', sentence: '请填写。' },
      ],
    },
  });
  const list = entriesOf(pack, chapter('lists'))[0];
  const grounds = [{ id: 'own-1', text: '' }];
  expect(entryProblems(chapter('lists'), { ...list, grounds })).toEqual([
    { field: '认定情形第1条“情形”', sentence: '请填写。' },
  ]);
});

test('比例不在规定幅度之内的不能保存', () => {
  const entry = entriesOf(pack, chapter('ratioPresets')).find(({ id }) => id === 'lindian');
  const ratios = { ...(entry?.ratios as object), C: { bp: 7_000, spanBp: [2_100, 6_000], visitsPerYear: 2 } };
  expect(typed('ratioPresets', { ...entry, ratios }, 'lindian')).toMatchObject({
    details: { problems: [{ field: '各等级', sentence: '采用的比例不在规定的幅度之内。' }] },
  });
});

test('可以留空的留空即为没有规定', () => {
  const measure = entriesOf(pack, chapter('measures'))[0];
  const saved = must(typed('measures', { ...measure, dueWorkingDays: undefined }, String(measure?.id)));
  expect(saved.pack.measures[0]?.dueWorkingDays).toBeNull();
});

test('取消一个等级，它的抽查比例一并去掉', () => {
  const left = withoutEntry(pack, chapter('grades'), 'D');
  expect(left.ratioPresets.map(({ ratios }) => Object.keys(ratios).join(''))).toEqual(['ABC', 'ABC', 'ABC']);
  expect(pack.ratioPresets[0]?.ratios.D).toBeDefined();
});

test('改动逐条逐栏对照；顺序变了也说明', () => {
  const term = entriesOf(pack, chapter('deadlines'))[0];
  const shorter = must(typed('deadlines', { ...term, workingDays: 20 }, 'publish-result')).pack;
  const moved = withMoved(shorter, chapter('measures'), pack.measures[0]?.id ?? '', 1);
  const differences = comparePacks(pack, moved);
  expect(differences).toContainEqual({
    chapter: '办理期限',
    kind: 'changed',
    name: '录入并公示检查结果',
    fields: [{ title: '期限', before: '30个工作日', after: '20个工作日' }],
  });
  expect(differences.map(({ name }) => name)).toContain('排列顺序');
  expect(sayDifferences(differences)).toBe('调整2条。');
  expect(comparePacks(pack, pack)).toEqual([]);
});

test('标为已核的，只改标记和条款', () => {
  const entry = entriesOf(pack, chapter('planPublicBy'))[0];
  const source = { document: '内政办发〔2025〕20号', article: '第三条' };
  const saved = must(typed('planPublicBy', { ...entry, source, standing: 'rule' }, 'planPublicBy'));
  expect(comparePacks(pack, saved.pack)).toMatchObject([
    {
      fields: [
        { title: '依据', after: '内政办发〔2025〕20号第三条' },
        { title: '标记', before: '待核', after: '原文' },
      ],
    },
  ]);
});
