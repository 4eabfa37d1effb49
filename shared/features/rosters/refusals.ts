export interface RostersRefusals {
  /** The program was closed since, or too many files were looked at: upload once more. */
  STAGE_GONE: Record<never, never>;
  /** The roster changed after the file was checked; the check was made anew and has to be looked at again. */
  STAGE_OUTDATED: Record<never, never>;
  NOTHING_TO_IMPORT: Record<never, never>;
  /** Columns chosen by hand: required fields without a column, fields with two. */
  COLUMNS_UNFIT: { readonly missing: readonly string[]; readonly twice: readonly string[] };
  /** Two rows cannot be merged into one entry. */
  MERGED_TWICE: { readonly name: string; readonly rows: readonly number[] };
  IMPORT_UNDONE: Record<never, never>;
  /** Some of the batch's entries were changed later: by hand or by another import. */
  IMPORT_CHANGED_SINCE: { readonly names: readonly string[] };
  /** Grades, draws or inspections rest on some of the batch's entries. */
  IMPORT_IN_USE: { readonly names: readonly string[] };
  OBJECT_CODE_TAKEN: { readonly name: string };
  OFFICER_TAKEN: { readonly name: string };
  ENTRY_IN_USE: { readonly name: string };
  RECUSAL_THERE: { readonly officer: string; readonly object: string };
  RECUSAL_LIFTED: { readonly on: string };
  LIFTED_BEFORE: { readonly fromOn: string };
  /** The rosters or the register changed since the list was shown. */
  SUGGESTION_GONE: Record<never, never>;
  EXPERT_TAKEN: { readonly name: string };
  EXCHANGE_HAS_ERRORS: { readonly errors: number };
  /** Someone who leaves hands over first. */
  OFFICER_HAS_WORK: { readonly names: readonly string[]; readonly seats: number };
  /** Nothing was handed over: these cannot be, and why. */
  HANDOVER_BARRED: {
    readonly lines: readonly {
      readonly objectName: string;
      readonly successor: string;
      readonly why: readonly string[];
    }[];
  };
  /** Inspections of a leaver for which nobody was named. */
  HANDOVER_INCOMPLETE: { readonly objects: readonly string[] };
  HANDOVER_IN_FUTURE: { readonly today: string };
  LEAVE_THERE: { readonly name: string; readonly leave: string };
  /** The roster changed since the preview: another number of objects would change. */
  BATCH_OUTDATED: { readonly expected: number; readonly found: number };
  BATCH_UNDONE: Record<never, never>;
  BATCH_CHANGED_SINCE: { readonly names: readonly string[] };
  NOTHING_TO_REVEAL: { readonly name: string };
  NOTHING_TO_EXPORT: Record<never, never>;
  /** The program was closed since, or a newer one took its place. */
  EXPORT_GONE: Record<never, never>;
  FILTER_NAME_TAKEN: { readonly name: string };
  FILTER_OF_ANOTHER: { readonly owner: string };
  UNCHANGED: Record<never, never>;
}
