import type { LocalDate } from '../../kernel/local-date.ts';
import type { PoolFilter } from '../../kernel/pool-filter.ts';
import type { Figures } from './figures.ts';

export const summaryKinds = ['half-year', 'annual', 'field'] as const;
export type SummaryKind = (typeof summaryKinds)[number];
export const summaryKindTitles: Readonly<Record<SummaryKind, string>> = {
  'half-year': '半年总结',
  annual: '年度总结',
  field: '分领域总结',
};

export type SummaryState = 'draft' | 'submitted' | 'returned' | 'approved';
export const summaryStateTitles: Readonly<Record<SummaryState, string>> = {
  draft: '起草中',
  submitted: '待审核',
  returned: '已退回',
  approved: '已批准',
};

export interface Section {
  readonly heading: string;
  /** Paragraphs, one a line. */
  readonly text: string;
}

export interface SummaryStep {
  readonly version: number;
  readonly step: 'submit' | 'return' | 'approve';
  readonly opinion: string;
  readonly at: string;
  readonly byName: string;
}

export interface SummaryVersion {
  readonly version: number;
  readonly title: string;
  readonly sections: readonly Section[];
  readonly figures: Figures;
  readonly at: string;
  readonly byId: number;
  readonly byName: string;
}

/** A summary in its newest version. */
export interface Summary {
  readonly id: number;
  readonly kind: SummaryKind;
  readonly year: number;
  readonly fromOn: LocalDate;
  readonly toOn: LocalDate;
  readonly field: string | null;
  readonly filter: PoolFilter;
  readonly isInternal: boolean;
  readonly newest: SummaryVersion;
  readonly state: SummaryState;
}

/** Where the newest version stands: an earlier version's approval does not count for it. */
export function summaryStateOf(newestVersion: number, steps: readonly SummaryStep[]): SummaryState {
  const last = steps.filter(({ version }) => version === newestVersion).at(-1);
  if (last === undefined) return 'draft';
  return ({ submit: 'submitted', return: 'returned', approve: 'approved' } as const)[last.step];
}

/** The days of a summary: the first half of the year, or all of it. */
export function summaryPeriod(
  kind: SummaryKind,
  year: number,
): { readonly fromOn: LocalDate; readonly toOn: LocalDate } {
  return { fromOn: `${year}-01-01`, toOn: kind === 'half-year' ? `${year}-06-30` : `${year}-12-31` };
}

/** Begins what a draft leaves to be written; a summary is not sent for approval with it. */
export const toFill = '（待填写）';

/** Headings of the sections that are still to be written. */
export function unwritten(sections: readonly Section[]): readonly string[] {
  return sections.filter(({ text }) => text.includes(toFill)).map(({ heading }) => (heading === '' ? '开头' : heading));
}

interface Named {
  readonly bureau: string;
  readonly kind: SummaryKind;
  readonly year: number;
  readonly field: string | null;
}

/** `额尔古纳市工业和信息化局2026年上半年信用分级分类监管工作总结`. */
export function summaryTitle({ bureau, kind, year, field }: Named): string {
  const span = kind === 'half-year' ? `${year}年上半年` : `${year}年`;
  return kind === 'field'
    ? `${bureau}${span}${field ?? ''}信用分级分类监管工作总结说明`
    : `${bureau}${span}信用分级分类监管工作总结`;
}

/**
 * Words of a text that tell an enterprise's risk class or how many have one: a letter with 级, or a grade's title of the pack as
 * somebody's class or with a number. Null where none is found. Speaking of such enterprises in general tells nothing. The class is
 * for internal use and stands on nothing handed out.
 */
export function gradeWordIn(text: string, titles: readonly string[]): string | null {
  const named = titles
    .filter((title) => title.length > 1)
    .flatMap((title) => [
      new RegExp(`(?:为|属于|列入|是)“?${title}`),
      new RegExp(`${title}[^，。；、]{0,6}\\d+\\s*[户家个]`),
    ]);
  const told = [/[ABCDＡ-Ｄ]\s*级/, /信用风险(?:等级|类别)为[^，。；]{1,6}/, ...named];
  for (const pattern of told) {
    const found = pattern.exec(text);
    if (found !== null) return found[0];
  }
  return null;
}
