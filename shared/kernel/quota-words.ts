import type { QuotaFigure } from './quota-reading.ts';

/** The words of quota texts. Each `match…` looks at the beginning of `rest` only; lengths count characters of it. */

export type QuotaProblem =
  | 'EMPTY'
  | 'NO_FIGURE'
  | 'NOT_UNDERSTOOD'
  | 'OVER_ALL'
  | 'TOO_PRECISE'
  | 'TOO_LARGE'
  | 'ZERO'
  | 'TWO_FIGURES'
  /** A floor of more than one beside a ratio: 5%且不少于3户. One of the two is to be chosen. */
  | 'FLOOR_BESIDE'
  /** A span of time where a class would stand: 上半年2家, 三年全覆盖. */
  | 'TIME_SPAN'
  | 'CLASS_TWICE';

export interface Often {
  readonly length: number;
  readonly times: number;
  readonly atLeast: boolean;
  /** A figure for each time follows: 每次…. */
  readonly each: boolean;
}

type FigureMatch =
  | { readonly length: number; readonly value: QuotaFigure }
  | { readonly length: number; readonly reason: QuotaProblem };

const AT_LEAST = /^(?:不少于|不低于|不小于|不得少于|不得低于|至少|最[少低](?=[0-9])|≥|>=)/;
/** What begins a figure: digits, spelt ratios, 不少于 and its like. */
const FIGURE_AHEAD = '(?=[0-9]|百分|千分|不[少低得小]|至少|最[少低]|≥|>=|[一二两三四五六七八九十百]+(?:家|户|个|所))';
/** Not where the word belongs to a name: 检查站, 检查对象总数, 按摩店, 共享单车企业. */
const FILLER = new RegExp(
  `^(?:(?:双?随机)?(?:抽查|抽取|检查)(?!站|点|机构|对象)(?:[率面](?:(?:为|是|：)|${FIGURE_AHEAD}))?|双随机|(?:比例|数量)(?:为|是|：)?` +
    `|(?:户数|家数|覆盖[率面])(?:为|是|：)?${FIGURE_AHEAD}|按照?(?=[0-9]|百分|千分|不|至少|获|存续|核发|持证)|对${FIGURE_AHEAD}` +
    `|(?:共计?|合计|总计)(?=抽|检)|(?:共计?|合计|总计|全[市旗县区]|全辖区|辖区内?)${FIGURE_AHEAD})+`,
);
const UNITS = '批次|家|户|所|个|处|座|名|人|批|件|台|辆|项|条|宗|间|艘';
const NUMBER = '[0-9]+|[一二两三四五六七八九十百]+';
const PERCENT = /^([0-9]+)(?:\.([0-9]+))?([%‰])/;
const SPELT = /^(百|千)分之(?:([0-9]+)(?:\.([0-9]+))?|([一二两三四五六七八九十百]+))/;
const COUNT = new RegExp(`^(${NUMBER})(${UNITS})`);
const WHOLE = /^(?:全覆盖(?:检查|抽查)?|全部(?:检查|抽查)?|全数)(?=$|[，；。、])/;
const OFTEN = new RegExp(
  `^(不少于|不低于|至少|最少)?(?:集中)?(?:开展|进行|组织)?(?:抽查|检查)?(${NUMBER})次(?:，?(每次))?`,
);
/** More digits than any roster has objects. */
const MOST_DIGITS = 6;

/** Length of 不少于 or its like; 0 = none. */
export function matchAtLeast(rest: string): number {
  return AT_LEAST.exec(rest)?.[0].length ?? 0;
}

/** Where the text goes on after words that only say "to inspect" (抽查, 按, 比例为). */
export function skipFiller(line: string, at: number): number {
  return at + (FILLER.exec(line.slice(at))?.[0].length ?? 0);
}

/** `至少集中开展1次，每次`, `2次`. */
export function matchOften(rest: string): Often | null {
  const match = OFTEN.exec(rest);
  if (match === null) return null;
  const times = numberOf(match[2] ?? '');
  if (times === null || times === 0 || times > 366) return null;
  return { length: match[0].length, times, atLeast: match[1] !== undefined, each: match[3] !== undefined };
}

/** A ratio or a count with its unit; a figure that cannot be meant comes back with the reason; null = no figure. */
export function matchFigure(rest: string): FigureMatch | null {
  const percent = PERCENT.exec(rest);
  if (percent !== null) {
    const [, whole = '', decimals = '', sign] = percent;
    return ratio(percent[0].length, whole, decimals, sign === '%' ? 2 : 1);
  }
  const spelt = SPELT.exec(rest);
  if (spelt !== null) {
    const [, of, digits, decimals = '', words = ''] = spelt;
    const whole = digits ?? String(numberOf(words) ?? '');
    return whole === '' ? null : ratio(spelt[0].length, whole, decimals, of === '百' ? 2 : 1);
  }
  const all = WHOLE.exec(rest);
  if (all !== null) return { length: all[0].length, value: { kind: 'ratio', bp: 10_000 } };
  const counted = COUNT.exec(rest);
  return counted === null ? null : count(counted[0].length, counted[1] ?? '', counted[2] ?? '');
}

/** `places` = decimals that a basis point leaves to the unit: two for per cent, one for per mille. */
function ratio(length: number, whole: string, decimals: string, places: number): FigureMatch {
  const digits = decimals.replace(/0+$/, '');
  if (digits.length > places) return { length, reason: 'TOO_PRECISE' };
  if (withoutZeros(whole).length > MOST_DIGITS) return { length, reason: 'OVER_ALL' };
  const bp = Number(whole + digits.padEnd(places, '0'));
  if (bp === 0) return { length, reason: 'ZERO' };
  return bp > 10_000 ? { length, reason: 'OVER_ALL' } : { length, value: { kind: 'ratio', bp } };
}

function count(length: number, text: string, unit: string): FigureMatch | null {
  const value = numberOf(text);
  if (value === null) return /^[0-9]/.test(text) ? { length, reason: 'TOO_LARGE' } : null;
  return value === 0 ? { length, reason: 'ZERO' } : { length, value: { kind: 'count', count: value, unit } };
}

/** Digits, or Chinese numerals up to 一百; null = neither, or too many digits. */
function numberOf(text: string): number | null {
  if (/^[0-9]+$/.test(text)) return withoutZeros(text).length > MOST_DIGITS ? null : Number(text);
  if (text === '百' || text === '一百') return 100;
  const parts = /^([一二两三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text);
  if (parts === null || text === '') return null;
  const [, first, ten, last] = parts;
  if (ten === undefined) return last === undefined ? digitOf(first) : null;
  return (first === undefined ? 1 : digitOf(first)) * 10 + digitOf(last);
}

function digitOf(word: string | undefined): number {
  if (word === undefined) return 0;
  return word === '两' ? 2 : '零一二三四五六七八九'.indexOf(word);
}

function withoutZeros(digits: string): string {
  return digits.replace(/^0+/, '');
}
