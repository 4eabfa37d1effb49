import { toHalfWidth } from './normalise.ts';
import type { QuotaClause, QuotaPeriod, QuotaReading, QuotaRounds } from './quota-reading.ts';
import { matchAtLeast, matchFigure, matchOften, type QuotaProblem, skipFiller } from './quota-words.ts';
import { done, type Refusal, type Result, refuse } from './result.ts';

/**
 * Reads the quota of a plan (抽查比例或数量), which offices write freely: `5%`, `不少于50%获证企业`, `医疗机构2家、药店10家`,
 * `每部门每月抽查1户`. What is not understood for certain is refused with its place; nothing is guessed.
 */
export type QuotaRefusal = Refusal<
  'QUOTA_NOT_UNDERSTOOD',
  {
    readonly text: string;
    /** Where it stumbled, counting characters of `text` from 1. */
    readonly position: number;
    readonly part: string;
    readonly reason: QuotaProblem;
  }
>;

/** Widths and stops evened out; `at` says for each character where it stood in the text. */
interface Line {
  readonly text: string;
  readonly at: readonly number[];
}

/** A stumble inside the reader: where in the line, up to where, and why. */
interface Stumble {
  readonly from: number;
  readonly to: number;
  readonly reason: QuotaProblem;
}

interface Step<T> {
  readonly value: T;
  readonly end: number;
}

const PERIODS: readonly (readonly [word: RegExp, period: QuotaPeriod])[] = [
  [/^每个?月/, 'month'],
  [/^每个?季度?/, 'quarter'],
  [/^每个?半年/, 'half-year'],
  [/^(?:每个?年度?|全年|一年内|年度?(?=抽查|检查|抽取))/, 'year'],
];
/** 2家/年, 不少于1户/月. */
const PER_PERIOD = /\/(?:(月)|(季度?)|(半年)|年度?)$/;
/** 各部门 is 每部门 where the figure or the period follows; else it may begin a name. */
const DEPARTMENT =
  /^(?:每个?部门|各(?:相关|有关|参与)?部门(?=每|抽查|检查|抽取|不[少低得小]|至少|最[少低]|[0-9]|[一二两三四五六七八九十]+[家户个所]))/;
/** What a share may be taken of, besides classes of objects. */
const BASE =
  /^(?:(?:已?获证|持证|发证|存续|在业|在营|在册|登记|备案|正常经营|已?核发许可|已?取得许可)(?:的?)(?:企业|单位|户|机构|主体|市场主体|经营主体|经营者)|.{0,12}(?:总数|总量|总户数))$/;
/** Words after a count that add nothing to its unit: 2家单位. */
const GENERIC = /^(?:单位|企业|对象|市场主体|经营主体|主体|机构|经营者|场所|项目)$/;
/** Only what plainly names a kind of object may follow its figure. */
const OBJECT_NOUN =
  /(?:企业|单位|机构|公司|场所|户|店|所|院|校|园|站|厂|商|者|点|组织|协会|商会|合作社|项目|工地|工程)$/;
/** 规模以上 compares nothing: it names a class. */
const SCALE = /(?:规模|限额)以[上下]/g;
/** Times of a year, or longer than one: no class of objects. */
const TIME =
  /^(?:[0-9一二两三四五六七八九十]+(?:个?(?:年度?|季度?)内?|个?月份?)|[上下]半年|第?[一二三四1-4]季度)|(?:前|后|期间|之前|以前)$/;
/** Hedges and comparisons: a figure after them means something else than it says. */
const HEDGE =
  /^(?:的|大?约|大概|原则|不(?:超过|多于|高于|大于|足)|最|至|上限|下限|低于|高于|超过|小于|大于|少于|多于|除|其中|其余|其他|剩余|平均|上年|去年|同期|增加|减少|提高|降低|若干|和|及|与|以|各)|[至到\-/]$|每|分之|或|至少|左右|以内|以下|以上$/;
/** Words between a class and its figure. */
const CLOSING = /(?:各|分别|抽查|检查|抽取|按照|按|的|为|：)+$/;
/** Words that close a clause after its figure: 5%的比例进行抽查. */
const CLOSING_VERBS = /(?:的?比例)?(?:进行)?(?:随机)?(?:抽查|检查|抽取)$/;
/** 不少于2家（含）, 5%以上（含5%）: 不少于 includes the figure anyway. */
const INCLUDED = /^\(含(?:本数|[0-9.]+(?:[%‰]|[家户个所]))?\)/;
/** 2家（户）: another unit for the same. */
const OTHER_UNIT = /^\((?:家|户|个|所|单位|企业)\)/;
/** A floor of one, which rounding up gives by itself: （最少1户）, 且不少于1户, （不足1户的按1户抽取）. */
const FLOOR_OF_ONE =
  /^(?:[(，]?且?(?:不少于|不低于|至少|最少)(?:抽查|抽取|检查)?[1一][家户个所]\)?|\(不足[1一][家户个所]的?，?按[1一][家户个所](?:抽查|抽取|检查|计算|计)?\))(?=$|[，；。、])/;
/** Any other floor beside a ratio. */
const FLOOR_BESIDE = /^[(，]?(?:且|并|同时)?(?:不少于|不低于|至少|最少|不足)[0-9一二两三四五六七八九十]+[家户个所]/;
/** A name never ends in a numeral: the figure that follows could not be told from it. */
const NAME = /^[\p{Script=Han}A-Za-z0-9(][\p{Script=Han}A-Za-z0-9()、·\-/]*(?<![0-9一二两三四五六七八九十百])$/u;

/** The reading of a quota text, or where and why it stopped. Never throws. */
export function readQuota(text: string): Result<QuotaReading, QuotaRefusal> {
  const line = lineOf(text);
  const reading = readLine(line.text);
  if (!('reason' in reading)) return done(reading);
  const first = line.at[reading.from] ?? 0;
  const last = line.at[Math.max(reading.from, reading.to - 1)] ?? text.length - 1;
  const part = text.slice(first, last + 1);
  return refuse('QUOTA_NOT_UNDERSTOOD', { text, position: first + 1, part, reason: reading.reason });
}

function readLine(whole: string): QuotaReading | Stumble {
  if (whole === '') return { from: 0, to: 0, reason: 'EMPTY' };
  const per = PER_PERIOD.exec(whole);
  const line = whole.slice(0, per?.index);
  const opening = readRounds(line);
  if (per !== null && opening.value !== null) return { from: per.index, to: whole.length, reason: 'NOT_UNDERSTOOD' };
  let rounds = per === null ? opening.value : onceEvery(periodAfterSlash(per));
  const clauses: QuotaClause[] = [];
  let at = opening.end;
  while (at < line.length) {
    const trailing = clauses.length > 0 && rounds === null ? matchTrailingRounds(line.slice(at)) : null;
    if (trailing !== null) {
      rounds = trailing;
      break;
    }
    const step = readClause(line, at);
    if ('reason' in step) return step;
    const clash = clashOf(clauses, step.value);
    if (clash !== null) return { from: at, to: step.end, reason: clash };
    clauses.push(...step.value);
    at = step.end + 1;
  }
  if (clauses.length === 0) return { from: 0, to: whole.length, reason: 'NO_FIGURE' };
  return { clauses: withoutGenericClass(clauses), rounds };
}

function periodAfterSlash([, month, quarter, halfYear]: RegExpExecArray): QuotaPeriod {
  if (month !== undefined) return 'month';
  if (quarter !== undefined) return 'quarter';
  return halfYear === undefined ? 'year' : 'half-year';
}

function onceEvery(every: QuotaPeriod): QuotaRounds {
  return { perDepartment: false, every, occasions: [], times: 1, timesAtLeast: false };
}

/** 抽查企业5户 asks for five of the item's objects; beside other classes 企业 is one of them. */
function withoutGenericClass(clauses: readonly QuotaClause[]): readonly QuotaClause[] {
  const [only] = clauses;
  const isGeneric = only !== undefined && clauses.length === 1 && only.classes.every((name) => GENERIC.test(name));
  return isGeneric ? [{ ...only, classes: [] }] : clauses;
}

/** 每部门每月…, 每类节日、…至少集中开展1次，每次…; the line from `end` on holds the clauses. */
function readRounds(line: string): Step<QuotaRounds | null> {
  let end = skipFiller(line, 0);
  let perDepartment = false;
  let every: QuotaPeriod | null = null;
  for (;;) {
    const rest = line.slice(end);
    const department = DEPARTMENT.exec(rest);
    const period = matchPeriod(rest);
    if (department !== null && !perDepartment) {
      perDepartment = true;
      end += department[0].length;
    } else if (period !== null && every === null) {
      every = period.period;
      end += period.length;
    } else break;
  }
  const kinds =
    /^每[类个逢]?([^每，；。%()0-9]+?)(?=(?:不少于|不低于|至少|最少)?(?:集中)?(?:开展|进行|组织|抽查|检查)?(?:[0-9]+|[一二两三四五六七八九十]+)次)/.exec(
      line.slice(end),
    );
  const occasions = kinds === null ? [] : (kinds[1] ?? '').split('、').filter((kind) => kind !== '');
  const often = matchOften(line.slice(end + (kinds?.[0].length ?? 0)));
  const isNamed = perDepartment || every !== null;
  if (kinds !== null && often?.each === true && occasions.length > 0 && occasions.every(isName)) {
    const after = end + kinds[0].length + often.length;
    return { value: { perDepartment, every, occasions, ...timesOf(often) }, end: skipFiller(line, after) };
  }
  if (!isNamed) return { value: null, end };
  const plain = matchOften(line.slice(end));
  const isLeading = plain !== null && (plain.each || line.charAt(end + plain.length) === '，');
  if (isLeading) {
    const value = { perDepartment, every, occasions: [], ...timesOf(plain) };
    return { value, end: skipFiller(line, end + plain.length + (plain.each ? 0 : 1)) };
  }
  return {
    value: { perDepartment, every, occasions: [], times: 1, timesAtLeast: false },
    end: skipFiller(line, end),
  };
}

/** `…，每年不少于1次` at the very end of a text. */
function matchTrailingRounds(rest: string): QuotaRounds | null {
  const period = matchPeriod(rest);
  if (period === null) return null;
  const often = matchOften(rest.slice(period.length));
  if (often === null || often.each || period.length + often.length !== rest.length) return null;
  return { perDepartment: false, every: period.period, occasions: [], ...timesOf(often) };
}

/** One figure with the classes before or after it; several clauses where 各 gives the figure to each class. */
function readClause(line: string, start: number): Step<readonly QuotaClause[]> | Stumble {
  const stop = stopOf(line, start, '，；。');
  const open = skipFiller(line, start);
  const headEnd = figureStart(line, open, stop);
  if (headEnd === null) return { from: start, to: stop, reason: 'NO_FIGURE' };
  let atLeast = false;
  let at = headEnd;
  let head = line.slice(open, headEnd);
  const floor = matchAtLeast(line.slice(at));
  if (floor > 0) {
    atLeast = true;
    at = skipFiller(line, at + floor);
    const inner = figureStart(line, at, stop);
    if (inner === null) return { from: start, to: stop, reason: 'NO_FIGURE' };
    if (inner > at && head !== '') return { from: at, to: inner, reason: 'NOT_UNDERSTOOD' };
    if (inner > at) head = line.slice(at, inner);
    at = inner;
  }
  const figure = matchFigure(line.slice(at));
  if (figure === null) return { from: at, to: stop, reason: 'NOT_UNDERSTOOD' };
  if ('reason' in figure) return { from: at, to: at + figure.length, reason: figure.reason };
  at += figure.length;
  const orMore = /^(?:\(含\))?及?以上/.exec(line.slice(at));
  if (orMore !== null) {
    atLeast = true;
    at += orMore[0].length;
  }
  at += OTHER_UNIT.exec(figure.value.kind === 'count' ? line.slice(at) : '')?.[0].length ?? 0;
  at += INCLUDED.exec(atLeast ? line.slice(at) : '')?.[0].length ?? 0;
  const floorOfOne = figure.value.kind === 'ratio' ? FLOOR_OF_ONE.exec(line.slice(at)) : null;
  at += floorOfOne?.[0].length ?? 0;
  if (figure.value.kind === 'ratio') {
    const beside = FLOOR_BESIDE.exec(line.slice(at));
    if (beside !== null) return { from: at, to: at + beside[0].length, reason: 'FLOOR_BESIDE' };
  }
  const end = stopOf(line, at, '，；。、');
  const tail = line.slice(at, end).replace(/^的/, '').replace(CLOSING_VERBS, '');
  const before = head.replace(CLOSING, '');
  const each = /各|分别/.test(head.slice(before.length));
  const after = isEmptyTail(tail, figure.value) ? '' : tail;
  if (before !== '' && after !== '') return { from: at, to: end, reason: 'NOT_UNDERSTOOD' };
  if (each && before === '') return { from: start, to: headEnd, reason: 'NOT_UNDERSTOOD' };
  if (after !== '' && !BASE.test(after) && !OBJECT_NOUN.test(after))
    return { from: at, to: end, reason: 'NOT_UNDERSTOOD' };
  const names = namesOf(before + after);
  if (names.some((name) => TIME.test(name))) {
    return { from: before === '' ? at : open, to: before === '' ? end : headEnd, reason: 'TIME_SPAN' };
  }
  if (names.some((name) => !isName(name))) {
    return { from: before === '' ? at : open, to: before === '' ? end : headEnd, reason: 'NOT_UNDERSTOOD' };
  }
  const base = names.length === 1 && BASE.test(names[0] ?? '') ? (names[0] ?? null) : null;
  const clause = { base, atLeast, figure: figure.value };
  const value = each
    ? names.map((name) => ({
        ...clause,
        ...(BASE.test(name) ? { base: name, classes: [] } : { base: null, classes: [name] }),
      }))
    : [{ ...clause, classes: base === null ? names : [] }];
  return { value, end };
}

function clashOf(earlier: readonly QuotaClause[], added: readonly QuotaClause[]): QuotaProblem | null {
  const all = [...earlier, ...added];
  if (all.length > 1 && all.some(({ classes, base }) => classes.length === 0 && base === null)) return 'TWO_FIGURES';
  const named = all.flatMap(({ classes, base }) => (base === null ? classes : [base]));
  return new Set(named).size === named.length ? null : 'CLASS_TWICE';
}

/** The first place from `from` where a figure or 不少于 begins, not looking inside brackets; null = none before `stop`. */
function figureStart(line: string, from: number, stop: number): number | null {
  let depth = 0;
  for (let at = from; at < stop; at += 1) {
    const char = line.charAt(at);
    if (depth === 0 && (matchAtLeast(line.slice(at)) > 0 || matchFigure(line.slice(at)) !== null)) return at;
    if (char === '(') depth += 1;
    if (char === ')') depth = Math.max(0, depth - 1);
  }
  return null;
}

/** Where the next of `stops` stands outside brackets; the end of the line where there is none. */
function stopOf(line: string, from: number, stops: string): number {
  let depth = 0;
  for (let at = from; at < line.length; at += 1) {
    const char = line.charAt(at);
    if (char === '(') depth += 1;
    else if (char === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0 && stops.includes(char)) return at;
  }
  return line.length;
}

function namesOf(text: string): string[] {
  const names: string[] = [];
  for (let at = 0; at < text.length; ) {
    const end = stopOf(text, at, '、');
    names.push(text.slice(at, end));
    at = end + 1;
    if (end === text.length - 1) names.push('');
  }
  return names;
}

function isName(name: string): boolean {
  const isPlain = NAME.test(name) && !HEDGE.test(name.replace(SCALE, '')) && !CLOSING.test(name) && isBalanced(name);
  // 抽查 before such a name would read as one word: 抽查站.
  const isFree = !/^(?:站|点|机构|对象)/.test(name);
  return name.length >= 2 && isPlain && isFree && !isOpening(name) && figureStart(name, 0, name.length) === null;
}

/** Whether the text before a figure would be read as words that say nothing, or as 全年. */
function isOpening(name: string): boolean {
  return skipFiller(`${name}1`, 0) > 0 || matchPeriod(name) !== null;
}

function isBalanced(name: string): boolean {
  let depth = 0;
  for (const char of name) {
    if (char === '(') depth += 1;
    if (char === ')') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

function isEmptyTail(tail: string, figure: QuotaClause['figure']): boolean {
  if (tail === '' || /^的?比例$/.test(tail)) return true;
  if (figure.kind === 'ratio') return figure.bp === 10_000 && tail === '全覆盖';
  return GENERIC.test(tail);
}

function matchPeriod(rest: string): { period: QuotaPeriod; length: number } | null {
  for (const [word, period] of PERIODS) {
    const match = word.exec(rest);
    if (match !== null) return { period, length: match[0].length };
  }
  return null;
}

function timesOf({ times, atLeast }: { times: number; atLeast: boolean }): { times: number; timesAtLeast: boolean } {
  return { times, timesAtLeast: atLeast };
}

function lineOf(text: string): Line {
  const characters: string[] = [];
  const at: number[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const char = plainChar(text, index);
    if (char === '') continue;
    characters.push(char);
    at.push(index);
  }
  while (/[。；，、]/.test(characters.at(-1) ?? '')) characters.pop();
  return { text: characters.join(''), at };
}

/** The evened-out form of one character: '' for blanks, Chinese stops for Western ones. */
function plainChar(text: string, index: number): string {
  const char = toHalfWidth(text.charAt(index));
  if (/[\s\u00a0\u3000\ufeff\u200b-\u200f\u2060]/.test(char)) return '';
  if (char === '.') return /\d/.test(text.charAt(index + 1)) || /[０-９]/.test(text.charAt(index + 1)) ? '.' : '。';
  const stops: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '﹑': '、', '､': '、', '﹪': '%' };
  return stops[char] ?? char;
}
