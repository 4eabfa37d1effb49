import { readdirSync, readFileSync } from 'node:fs';

/** The documents the packs are made of, article by article, as test/fixtures/policies holds them. */

const PACKS = ['erguna-2023', 'holingol-2024', 'wuzhong-2022', 'chenbarhu-2023', 'jixi-2021'] as const;
export type PackName = (typeof PACKS)[number];
export const packNames: readonly PackName[] = PACKS;

const policies = new URL('../../resources/policies/', import.meta.url);

/** A pack's file as it is shipped, before it is parsed. */
export function packFile(name: PackName): unknown {
  return JSON.parse(readFileSync(new URL(`${name}.json`, policies), 'utf8'));
}

/** What lies in resources/policies, so that none is forgotten. */
export function shippedPacks(): readonly string[] {
  return readdirSync(policies)
    .map((file) => file.replace(/\.json$/, ''))
    .toSorted();
}

/** The articles of one document: `第五条`, `第三部分（一）`, `第12项` → its words without spaces and marks. */
type Articles = ReadonlyMap<string, string>;

const PART = /^([一二三四五六七八九])、/;
const SECTION = /^[（(]([一二三四五六七八九十]+)[）)]/;
const ITEM = /^(\d+)、/;

/** Each pack's own documents, by the name its entries cite. */
const ownDocuments: Readonly<Record<PackName, Readonly<Record<string, Articles>>>> = {
  'erguna-2023': ergunaDocuments(),
  'holingol-2024': { 方案: numberedArticles(fixture('holingol-2024')) },
  'wuzhong-2022': { 方案: numberedArticles(fixture('wuzhong-2022')) },
  'chenbarhu-2023': { 方案: numberedArticles(fixture('chenbarhu-2023')) },
  'jixi-2021': { 方案: numberedArticles(fixture('jixi-2021')) },
};

/** Documents of other offices that a pack borrows from: whose they are, and what their own pack calls them. */
const borrowed: Readonly<Record<string, readonly [PackName, string]>> = {
  呼伦贝尔制度: ['erguna-2023', '制度'],
  额尔古纳细则: ['erguna-2023', '细则'],
  霍林郭勒方案: ['holingol-2024', '方案'],
  吴忠方案: ['wuzhong-2022', '方案'],
  陈巴尔虎旗方案: ['chenbarhu-2023', '方案'],
  鸡西方案: ['jixi-2021', '方案'],
};

/** The articles of a document a pack cites; null where only excerpts of it were seen (待核). */
export function articlesOf(pack: PackName, document: string): Articles | null {
  const [owner, name] = borrowed[document] ?? [pack, document];
  return ownDocuments[owner][name] ?? null;
}

/** Whether a document is the office's own, and not one it borrows from. */
export function isOwn(pack: PackName, document: string): boolean {
  return ownDocuments[pack][document] !== undefined;
}

/** As articles are compared: without spaces and the marks of headings. */
export function plainWords(text: string): string {
  return text.replace(/[\s#*]/g, '');
}

function fixture(name: PackName): string {
  return readFileSync(new URL(`../fixtures/policies/${name}.txt`, import.meta.url), 'utf8');
}

/** 制度 and 细则 count articles, 说明, 工作方案 and 工作总结 only have paragraphs with a heading of their own. */
function ergunaDocuments(): Readonly<Record<string, Articles>> {
  const [, rules = '', note = '', details = '', plan = '', summary = ''] = fixture('erguna-2023').split(/^# /m);
  return {
    制度: countedArticles(rules),
    说明: paragraphs(note),
    细则: countedArticles(details),
    工作方案: paragraphs(plan),
    工作总结: paragraphs(summary),
  };
}

/** `**第五条** …` up to the next one. */
function countedArticles(text: string): Articles {
  return new Map(
    text
      .split(/^\*\*(?=第)/m)
      .slice(1)
      .map((article) => [article.slice(0, article.indexOf('**')), plainWords(article)]),
  );
}

/** `“建立工作机制”段`: the paragraph beginning with these words; `开头段`: the first after the title. */
function paragraphs(text: string): Articles {
  const found: string[] = [];
  for (const part of text.split('\n\n').slice(1).map(plainWords)) {
    const open = found.at(-1);
    // A page of the document may end in the middle of a sentence.
    if (open !== undefined && !open.endsWith('。')) found[found.length - 1] = `${open}${part}`;
    else if (part !== '') found.push(part);
  }
  const headed = found.map((paragraph) => {
    const heading = paragraph.split(/[，。]/)[0] ?? '';
    return [`“${heading.replaceAll('“', '‘').replaceAll('”', '’')}”段`, paragraph] as const;
  });
  return new Map([['开头段', found[0] ?? ''], ...headed]);
}

/** `一、` is a 部分, `（一）` a section of it, `1、` an item; items count through a whole document. */
function numberedArticles(text: string): Articles {
  const articles = new Map<string, string>();
  let open: readonly string[] = [];
  let part = '';
  for (const line of text.split('\n').map(plainWords)) {
    const [, partNumber] = PART.exec(line) ?? [];
    const [, section] = SECTION.exec(line) ?? [];
    const [, item] = ITEM.exec(line) ?? [];
    if (partNumber !== undefined) {
      part = `第${partNumber}部分`;
      open = [part];
    } else if (section !== undefined) open = [part, `${part}（${section}）`];
    else if (item !== undefined) open = [part, `${part}第${item}项`, `第${item}项`];
    for (const article of open) articles.set(article, `${articles.get(article) ?? ''}${line}`);
  }
  return articles;
}
