import type { Authorisation } from '../../../shared/features/credit/authorisations.ts';
import {
  checkRecords,
  type GatheredObject,
  type StagedRecord,
  type StrangerRow,
} from '../../../shared/features/credit/check-records.ts';
import { recordColumns } from '../../../shared/features/credit/record-columns.ts';
import type { CreditKind } from '../../../shared/kernel/credit-facts.ts';
import { groupedBy } from '../../../shared/kernel/grouped.ts';
import type { Problem, Severity } from '../../../shared/kernel/problems.ts';
import { done, type Result } from '../../../shared/kernel/result.ts';
import { findTable, type StagingRefusal } from '../../../shared/kernel/staging.ts';
import type { WorkbookRefusal } from '../../workbooks/limits.ts';
import { parseWorkbook } from '../../workbooks/parse.ts';
import { openLines, writeLines } from '../../workers/lines.ts';

/** An enterprise of the roster as the worker gets it. */
export interface KnownObject extends GatheredObject {
  readonly code: string;
}

/** What the worker is given: the file, and the roster as lines of KnownObject in pieces. */
export interface RecordsFile {
  readonly bytes: Uint8Array;
  readonly today: string;
  readonly known: readonly Uint8Array[];
  readonly authorisations: readonly Authorisation[];
  readonly supplier: string;
  readonly publicised: readonly CreditKind[];
}

/** Rows of an enterprise that is not in the roster, as one. */
export interface Stranger extends StrangerRow {
  readonly rows: number;
}

/** A checked file; rows and problems are lines. */
export interface CheckedRecords {
  readonly rowsRead: number;
  readonly counts: Readonly<Record<Severity, number>>;
  readonly unknownHeadings: readonly string[];
  readonly strangers: readonly Stranger[];
  /** Lines of StagedRecord. */
  readonly rows: Uint8Array;
  /** Lines of Problem, in the order of the rows. */
  readonly problems: Uint8Array;
}

/** Rows told about at a time. */
const STEP = 2_000;

/** Reads and checks a workbook of credit records in this thread: call it in the workbook worker. */
export async function checkRecordsFile(
  { bytes, today, known, authorisations, supplier, publicised }: RecordsFile,
  progress: (done: number, total: number) => void,
): Promise<Result<CheckedRecords, WorkbookRefusal | StagingRefusal>> {
  const read = await parseWorkbook(bytes);
  if (!read.ok) return read;
  const table = findTable(read.value, recordColumns);
  if (!table.ok) return table;
  const total = table.value.rows.length;
  const objects = new Map<string, GatheredObject>();
  for (const piece of known) for (const { code, ...object } of openLines<KnownObject>(piece)) objects.set(code, object);
  const authorised = groupedBy(authorisations, ({ objectId }) => objectId);
  const problems: Problem[] = [];
  const counts: Record<Severity, number> = { error: 0, warning: 0, notice: 0 };
  const strangers = new Map<string, Stranger>();
  let checked = 0;

  // Row by row into lines: the drafts are never held together.
  function* staged(): Generator<StagedRecord> {
    const grounds = {
      objectOf: (code: string) => objects.get(code),
      authorisationsOf: (objectId: number) => authorised.get(objectId) ?? [],
      supplier,
      publicised: new Set(publicised),
      today,
    };
    if (!table.ok) return;
    for (const row of checkRecords(table.value, grounds)) {
      checked += 1;
      if (checked % STEP === 0) progress(checked, total);
      for (const problem of row.problems) {
        problems.push(problem);
        counts[problem.severity] += 1;
      }
      if (row.stranger !== null) countStranger(strangers, row.stranger);
      if (row.staged !== null) yield row.staged;
    }
  }

  const rows = writeLines(staged());
  return done({
    rowsRead: total,
    counts,
    unknownHeadings: table.value.headings.unknown,
    strangers: [...strangers.values()],
    rows,
    problems: writeLines(problems),
  });
}

function countStranger(strangers: Map<string, Stranger>, { code, name }: StrangerRow): void {
  const before = strangers.get(code);
  strangers.set(code, { code, name: before?.name || name, rows: (before?.rows ?? 0) + 1 });
}
