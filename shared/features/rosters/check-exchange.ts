import type { LocalDate } from '../../kernel/local-date.ts';
import { type Problem, problemAt } from '../../kernel/problems.ts';
import { done, type Result } from '../../kernel/result.ts';
import type { Sheet } from '../../kernel/sheet.ts';
import { findTable, type StagingRefusal } from '../../kernel/staging.ts';
import { checkOfficers, type KnownOfficer, type OfficerDraft, officerKey } from './check-officers.ts';
import { type OfficerField, type OfficerStatus, officerColumns } from './officer-columns.ts';

/** An officer of the roster, for comparison with an exchanged workbook. */
export interface KnownMember extends KnownOfficer {
  readonly id: number;
  /** Short name of the department: 应急. */
  readonly short: string;
  readonly status: OfficerStatus;
}

/** One row that names an officer of the department; `id` null = new. */
export interface ExchangeRow {
  readonly id: number | null;
  readonly draft: OfficerDraft;
}

export interface Exchange {
  readonly rows: readonly ExchangeRow[];
  readonly problems: readonly Problem[];
  /** Columns the workbook has; what it does not have stays as it is. */
  readonly columns: ReadonlySet<OfficerField>;
  /** Officers of the department, still there, whom the workbook no longer lists; by roster order. */
  readonly missing: readonly number[];
}

/**
 * Checks 参与部门's workbook against the department's officers: matched by certificate, else by name and unit. Officers of other
 * departments are neither changed nor missed. `shortOf` gives the department of a unit.
 */
export function checkExchange(
  sheets: readonly Sheet[],
  known: readonly KnownMember[],
  department: string,
  shortOf: (unit: string) => string,
  today: LocalDate,
): Result<Exchange, StagingRefusal> {
  const table = findTable(sheets, officerColumns);
  if (!table.ok) return table;
  const checked = checkOfficers(sheets, known, today);
  if (!checked.ok) return checked;
  const byKey = new Map(known.map((officer) => [officerKey(officer), officer]));
  const rows: ExchangeRow[] = [];
  // What is changed is told row by row in the preview.
  const problems: Problem[] = checked.value.problems.filter(({ code }) => code !== 'WILL_UPDATE');
  for (const { sheet, row, draft } of checked.value.rows) {
    const there = byKey.get(officerKey(draft)) ?? byKey.get(officerKey({ ...draft, certificate: '' }));
    const at = (column: string) => ({ sheet, row, column });
    if (shortOf(draft.department) !== department) {
      problems.push(problemAt(at('单位'), 'NOT_OF_DEPARTMENT', { unit: draft.department, department }));
    } else if (there !== undefined && there.short !== department) {
      problems.push(problemAt(at('行政执法证号'), 'IN_OTHER_DEPARTMENT', { name: there.name, unit: there.department }));
    } else rows.push({ id: there?.id ?? null, draft });
  }
  const listed = new Set(rows.map(({ id }) => id));
  const missing = known
    .filter(({ id, short, status }) => short === department && isThere(status) && !listed.has(id))
    .map(({ id }) => id);
  return done({ rows, problems, columns: new Set(table.value.headings.columns.keys()), missing });
}

function isThere(status: OfficerStatus): boolean {
  return status === '在岗' || status === '离岗';
}
