import type { QuotaRounds } from '../../kernel/quota-reading.ts';
import type { QuotaRefusal } from '../../kernel/quota-text.ts';
import type { PlanColumn } from './plan-columns.ts';

/** What is odd about a plan's row. The row is kept whatever it is; the user sees the sentence before confirming. */
export interface WarningDetails {
  YEAR_UNKNOWN: { readonly title: string };
  /** Columns the table has beyond the thirteen; they are not imported. */
  COLUMNS_UNKNOWN: { readonly titles: readonly string[] };
  NUMBER_MISSING: { readonly text: string };
  NUMBER_OUT_OF_ORDER: { readonly number: number; readonly after: number };
  /** The row goes on with an earlier item and takes over its blank cells. */
  CONTINUES: { readonly number: number; readonly inherited: readonly PlanColumn[] };
  CELLS_BLANK: { readonly columns: readonly PlanColumn[] };
  DEPARTMENT_UNKNOWN: { readonly column: PlanColumn; readonly departments: readonly string[] };
  /** The list ends in 等, or says 各部门: who takes part is settled when the task is made. */
  DEPARTMENTS_OPEN: { readonly column: PlanColumn; readonly all: boolean };
  METHOD_FREE_TEXT: { readonly methods: readonly string[] };
  QUOTA_NOT_UNDERSTOOD: QuotaRefusal['details'];
  /** Drawn several times; `occasions` are the days the item lists. */
  QUOTA_IN_ROUNDS: {
    readonly rounds: QuotaRounds;
    readonly occasions: readonly string[];
    readonly months: number | null;
  };
  /** 事项类别, 定向/不定向 or 预估抽查对象数 of an own plan; left open. */
  OWN_FIELD_NOT_UNDERSTOOD: { readonly column: string; readonly text: string };
  PERIOD_NOT_UNDERSTOOD: { readonly text: string };
  PERIOD_OTHER_YEAR: { readonly text: string; readonly found: number; readonly planYear: number };
  /** A single text that is neither an item nor a repeated title; kept here, imported nowhere. */
  ROW_NOT_UNDERSTOOD: { readonly text: string };
}
export type WarningCode = keyof WarningDetails;

export type PlanWarning = {
  readonly [Code in WarningCode]: {
    readonly sheet: string;
    readonly row: number;
    readonly code: Code;
    readonly details: WarningDetails[Code];
  };
}[WarningCode];
