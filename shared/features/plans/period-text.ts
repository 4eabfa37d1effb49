import { type LocalDate, lastDayOfMonth, localDate, monthOf, yearOf } from '../../kernel/local-date.ts';
import { toHalfWidth, withoutBlanks } from '../../kernel/normalise.ts';

/** 起止时间 of a plan item, both days included. */
export interface Period {
  readonly fromOn: LocalDate;
  readonly toOn: LocalDate;
}

const YEAR = '(?:(20[0-9]{2})[年./-])?';
const MONTH_DAY = '([0-9]{1,2})(?:月|[./](?=[0-9]{1,2}(?:日|[至到~-]|$))|(?=[至到~-])|$)(?:([0-9]{1,2})日?)?';
const SPAN = new RegExp(`^${YEAR}${MONTH_DAY}[至到~-]${YEAR}${MONTH_DAY}$`);
const ONE = new RegExp(`^${YEAR}${MONTH_DAY}$`);
const PART_OF_YEAR = /^(?:(20[0-9]{2})年?)?(全年|年度|上半年|下半年|第?[一二三四]季度)?$/;

/** Reads `2023年9月至11月`, `3月1日至12月31日`, `2023.3-12`, `下半年`; null = not understood. A missing year is `planYear`. */
export function readPeriod(text: string, planYear: number | null): Period | null {
  const plain = toHalfWidth(withoutBlanks(text))
    .replace(/[—–―～〜]+/g, '-')
    .replace(/[。，;；]$/, '')
    .replace(/(?:底|末)$/, '');
  if (plain === '') return null;
  return readSpan(plain, planYear) ?? readOne(plain, planYear) ?? readPartOfYear(plain, planYear);
}

/** Months the period touches. */
export function monthsOf({ fromOn, toOn }: Period): number {
  return (yearOf(toOn) - yearOf(fromOn)) * 12 + monthOf(toOn) - monthOf(fromOn) + 1;
}

function readSpan(text: string, planYear: number | null): Period | null {
  const parts = SPAN.exec(text);
  if (parts === null) return null;
  const fromYear = parts[1] === undefined ? planYear : Number(parts[1]);
  if (fromYear === null) return null;
  const toYear = parts[4] === undefined ? fromYear : Number(parts[4]);
  const from = periodOf(fromYear, parts[2], parts[3]);
  const to = periodOf(toYear, parts[5], parts[6]);
  if (from === null || to === null || from.fromOn > to.toOn) return null;
  return { fromOn: from.fromOn, toOn: to.toOn };
}

function readOne(text: string, planYear: number | null): Period | null {
  const parts = ONE.exec(text);
  if (parts === null) return null;
  const year = parts[1] === undefined ? planYear : Number(parts[1]);
  return year === null ? null : periodOf(year, parts[2], parts[3]);
}

function readPartOfYear(text: string, planYear: number | null): Period | null {
  const parts = PART_OF_YEAR.exec(text);
  if (parts === null) return null;
  const year = parts[1] === undefined ? planYear : Number(parts[1]);
  if (year === null) return null;
  const [first, last] = monthsNamed(parts[2] ?? '全年');
  return { fromOn: localDate(year, first, 1) ?? '', toOn: lastDayOfMonth(year, last) };
}

function monthsNamed(word: string): readonly [first: number, last: number] {
  if (word === '上半年') return [1, 6];
  if (word === '下半年') return [7, 12];
  const quarter = '一二三四'.indexOf(word.replace(/^第/, '').charAt(0));
  return quarter < 0 ? [1, 12] : [quarter * 3 + 1, quarter * 3 + 3];
}

/** A month, or one day of it. */
function periodOf(year: number, month: string | undefined, day: string | undefined): Period | null {
  const first = localDate(year, Number(month), day === undefined ? 1 : Number(day));
  if (first === null) return null;
  return { fromOn: first, toOn: day === undefined ? lastDayOfMonth(year, Number(month)) : first };
}
