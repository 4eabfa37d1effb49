/** What a quota text of a plan says, and what follows from it. Ratios are integer basis points (5 % = 500). */

export type QuotaFigure =
  | { readonly kind: 'ratio'; readonly bp: number }
  | { readonly kind: 'count'; readonly count: number; readonly unit: string };

export interface QuotaClause {
  /** Classes of objects that share this figure, counted together; empty = every object. */
  readonly classes: readonly string[];
  /** What the figure is a share of, in the plan's own words (获证企业, 存续企业); null = the item's objects. */
  readonly base: string | null;
  /** 不少于: the figure is a floor that a pack's ratios may exceed. */
  readonly atLeast: boolean;
  readonly figure: QuotaFigure;
}

export type QuotaPeriod = 'month' | 'quarter' | 'half-year' | 'year';

/** How often the clauses are drawn: `times` per department, per period or per occasion, whichever are named. */
export interface QuotaRounds {
  readonly perDepartment: boolean;
  readonly every: QuotaPeriod | null;
  /** Kinds of days named by 每类…, e.g. 节日, 重要时间节点. */
  readonly occasions: readonly string[];
  readonly times: number;
  readonly timesAtLeast: boolean;
}

export interface QuotaReading {
  /** One clause, or several that each name their classes. */
  readonly clauses: readonly QuotaClause[];
  /** null = once over the plan's period. */
  readonly rounds: QuotaRounds | null;
}

/** What a reading leaves open. `null` = not known. */
export interface RoundsContext {
  readonly months: number;
  readonly departments: number | null;
  readonly occasions: number | null;
}

export const PERIOD_WORDS: Readonly<Record<QuotaPeriod, string>> = {
  month: '月',
  quarter: '季度',
  'half-year': '半年',
  year: '年',
};

/** Months of a period. */
export const MONTHS_OF_PERIOD: Readonly<Record<QuotaPeriod, number>> = {
  month: 1,
  quarter: 3,
  'half-year': 6,
  year: 12,
};

/** How many objects a clause asks of its pool: ratios round up (5 % of 13 is 1), never above the pool. 细则 第八条. */
export function quotaCount(clause: QuotaClause, poolSize: number): number {
  return figureCount(clause.figure, poolSize);
}

/** The same for a bare figure: a ratio in basis points, or a count. */
export function figureCount(
  figure: { readonly kind: 'ratio'; readonly bp: number } | { readonly kind: 'count'; readonly count: number },
  poolSize: number,
): number {
  const asked = figure.kind === 'count' ? figure.count : Math.floor((poolSize * figure.bp + 9_999) / 10_000);
  return Math.min(poolSize, asked);
}

/** How many times the clauses are drawn; null where a number it depends on is not known. */
export function roundsIn(rounds: QuotaRounds | null, context: RoundsContext): number | null {
  if (rounds === null) return 1;
  const departments = rounds.perDepartment ? context.departments : 1;
  const occasions = rounds.occasions.length > 0 ? context.occasions : 1;
  if (departments === null || occasions === null) return null;
  const periods = rounds.every === null ? 1 : Math.ceil(context.months / MONTHS_OF_PERIOD[rounds.every]);
  return departments * occasions * periods * rounds.times;
}

/** The reading in words, shown back to the user. Reading these words again gives the same reading. */
export function sayQuota(reading: QuotaReading): string {
  return sayRounds(reading.rounds) + reading.clauses.map(sayClause).join('；');
}

/** `5%`, `0.3%`, `12.25%`. */
export function sayRatio(bp: number): string {
  const decimals = String(bp % 100)
    .padStart(2, '0')
    .replace(/0+$/, '');
  return `${Math.floor(bp / 100)}${decimals === '' ? '' : `.${decimals}`}%`;
}

/** `医疗机构2家`, `不少于50%`. */
export function sayClause({ classes, base, atLeast, figure }: QuotaClause): string {
  const amount = figure.kind === 'ratio' ? sayRatio(figure.bp) : `${figure.count}${figure.unit}`;
  return `${base ?? classes.join('、')}${atLeast ? '不少于' : ''}${amount}`;
}

function sayRounds(rounds: QuotaRounds | null): string {
  if (rounds === null) return '';
  const { perDepartment, every, occasions, times, timesAtLeast } = rounds;
  const who = perDepartment ? '每部门' : '';
  const when = every === null ? '' : `每${PERIOD_WORDS[every]}`;
  const which = occasions.length === 0 ? '' : `每类${occasions.join('、')}`;
  const plain = times === 1 && !timesAtLeast && occasions.length === 0;
  const often = plain ? '' : `${timesAtLeast ? '不少于' : ''}${times}次，每次`;
  return `${who}${when}${which}${often}抽查`;
}

/**
 * How many visits a reading asks for over the plan's period: the clauses' counts, times the rounds.
 * `poolSizes` are the sizes of the clauses' pools, in their order; null where something it depends on is not known.
 */
export function visitsAsked(
  reading: QuotaReading,
  poolSizes: readonly (number | null)[],
  context: RoundsContext,
): number | null {
  const rounds = roundsIn(reading.rounds, context);
  let visits = 0;
  for (const [index, clause] of reading.clauses.entries()) {
    const size = poolSizes[index] ?? (clause.figure.kind === 'count' ? clause.figure.count : null);
    if (size === null) return null;
    visits += quotaCount(clause, size);
  }
  return rounds === null ? null : visits * rounds;
}
