import type { LocalDate } from './local-date.ts';

/** A published 检查结果 as upper platforms take it in; natural persons are not among them. */
export interface PublishedResult {
  readonly firm: { readonly name: string; readonly code: string };
  readonly taskNumber: string;
  readonly taskTitle: string;
  readonly result: string;
  readonly inspectedOn: LocalDate;
  readonly completedOn: LocalDate;
  readonly publishedOn: LocalDate;
  /** 不予配合情形 (细则 第十四条), empty where there was none; and how often. */
  readonly refusals: readonly string[];
  readonly refusalTimes: number;
}
