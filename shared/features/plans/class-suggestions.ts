import type { PoolFilter } from '../../kernel/pool-filter.ts';

/** What the roster offers to narrow by. */
export interface RosterWords {
  readonly industries: readonly string[];
  readonly tags: readonly string[];
  readonly licences: readonly string[];
}

/** Words that say only that objects are meant. */
const GENERIC = /(?:经营)?(?:企业|单位|机构|经营者|生产者|场所|门店|商户|户|店|组织)$/;
const LEADING = /^(?:全市|全旗|各类|各|所有|辖区内|已|有资质的|核发|取得)+/;

/** Filters a class name suggests, the likeliest first: 规上, then tags, industries and licences with its word, then names with it. */
export function suggestFilters(name: string, words: RosterWords): readonly PoolFilter[] {
  const plain = name.replace(/[（(].*?[)）]/g, '').replace(LEADING, '');
  if (/规上|规模以上/.test(plain)) return [{ aboveScale: true }];
  if (/^重点/.test(plain) && GENERIC.test(plain) && plain.length <= 4) return [{ isKey: true }];
  if (/^(?:存续|在业|在营|在册|登记|企业)(?:的)?(?:企业)?$/.test(plain)) return [{ kinds: ['企业'] }];
  const stem = plain.replace(GENERIC, '');
  const word = stem.length >= 2 ? stem : plain;
  const having = (values: readonly string[]) => values.filter((value) => value.includes(word) || plain.includes(value));
  const [tags, industries, licences] = [having(words.tags), having(words.industries), having(words.licences)];
  return [
    ...(tags.length > 0 ? [{ tags }] : []),
    ...(industries.length > 0 ? [{ industries }] : []),
    ...(licences.length > 0 ? [{ licences }] : []),
    { nameHas: word },
  ];
}
