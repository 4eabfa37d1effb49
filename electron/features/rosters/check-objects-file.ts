import {
  checkObjectRows,
  type EntryField,
  filledBy,
  type KnownObject,
} from '../../../shared/features/rosters/check-objects.ts';
import {
  type ComparedRow,
  compareObject,
  type KnownEntry,
  placeKey,
  type RosterIndex,
} from '../../../shared/features/rosters/compare-objects.ts';
import { objectColumns } from '../../../shared/features/rosters/object-columns.ts';
import {
  type ChosenColumns,
  layoutOf,
  type RememberedColumns,
  type SheetOutline,
} from '../../../shared/kernel/column-mapping.ts';
import { nameKey } from '../../../shared/kernel/normalise.ts';
import type { Problem, Severity } from '../../../shared/kernel/problems.ts';
import { done, type Result } from '../../../shared/kernel/result.ts';
import type { StagingRefusal } from '../../../shared/kernel/staging.ts';
import type { WorkbookRefusal } from '../../workbooks/limits.ts';
import { parseWorkbook } from '../../workbooks/parse.ts';
import { type Lines, openLines, writeLines } from '../../workers/lines.ts';

/** What the worker is given: the file, and the roster as lines of KnownEntry in pieces. */
export interface ObjectsFile {
  readonly bytes: Uint8Array;
  readonly today: string;
  readonly known: readonly Uint8Array[];
  readonly remembered: readonly RememberedColumns[];
  readonly chosen: ChosenColumns | null;
}

/** A checked file; rows and problems are lines, the problems worst first. */
export interface CheckedObjects {
  readonly kind: 'checked';
  readonly outlines: readonly SheetOutline[];
  readonly rememberedId: number | null;
  readonly sheet: string;
  readonly filled: readonly EntryField[];
  readonly unknownHeadings: readonly string[];
  readonly rowsRead: number;
  readonly added: number;
  readonly updated: number;
  readonly counts: Readonly<Record<Severity, number>>;
  /** Lines of ComparedRow. */
  readonly rows: Uint8Array;
  /** Lines of Problem. */
  readonly problems: Uint8Array;
  /** Numbers of the rows, counted in `rows`, that say something else than their entry. */
  readonly changing: readonly number[];
  /** Those that would only if a blank cell erased. */
  readonly erasing: readonly number[];
  /** Those that may be an entry under another code. */
  readonly twins: readonly number[];
}

export type CheckedFile = CheckedObjects | { readonly kind: 'ask'; readonly outlines: readonly SheetOutline[] };

/** Reads and checks a 检查对象 file in this thread: call it in the workbook worker. */
export async function checkObjectsFile(
  { bytes, today, known, remembered, chosen }: ObjectsFile,
  progress: (done: number, total: number) => void,
): Promise<Result<CheckedFile, WorkbookRefusal | StagingRefusal>> {
  const read = await parseWorkbook(bytes);
  if (!read.ok) return read;
  const layout = layoutOf(read.value, objectColumns, remembered, chosen);
  if (!layout.ok) return layout;
  const { outlines } = layout.value;
  if (layout.value.kind === 'ask') return done({ kind: 'ask', outlines });
  const { table, rememberedId } = layout.value;
  progress(0, table.rows.length);

  const roster = indexOf(known);
  const filled = filledBy(table.headings.columns.keys());
  const [changing, erasing]: [number[], number[]] = [[], []];
  const [codes, twins] = [new Set<string>(), new Map<number, string>()];
  const found: Record<Severity, Problem[]> = { error: [], warning: [], notice: [] };
  let [checked, updated, good] = [0, 0, 0];

  // Row by row into lines: neither drafts nor comparisons are ever held together.
  function* compared(): Generator<ComparedRow> {
    for (const { staged, problems } of checkObjectRows(table, roster.objects, today)) {
      checked += 1;
      if (checked % 2_000 === 0) progress(checked, table.rows.length);
      for (const problem of problems) found[problem.severity].push(problem);
      if (staged === null) continue;
      const row = compareObject(staged, filled, roster);
      const fields = Object.keys(row.was) as EntryField[];
      if (fields.some((field) => !row.blank.includes(field))) changing.push(good);
      else if (fields.length > 0) erasing.push(good);
      if (row.twin !== null) twins.set(good, row.twin.entry.code);
      codes.add(staged.draft.code);
      updated += Number(staged.update);
      good += 1;
      yield row;
    }
  }

  const rows = writeLines(compared());
  return done({
    kind: 'checked',
    outlines,
    rememberedId,
    sheet: table.sheet.name,
    filled,
    unknownHeadings: table.headings.unknown,
    rowsRead: table.rows.length,
    added: good - updated,
    updated,
    counts: { error: found.error.length, warning: found.warning.length, notice: found.notice.length },
    rows,
    problems: writeLines(worstFirst(found.error, found.warning, found.notice)),
    changing,
    erasing,
    // An entry the workbook itself names by its own code is no twin: the office keeps both.
    twins: [...twins].flatMap(([line, code]) => (codes.has(code) ? [] : [line])),
  });
}

function* worstFirst(...groups: readonly (readonly Problem[])[]): Generator<Problem> {
  for (const group of groups) yield* group;
}

/** The roster by code, name and place; entries stay text and are read when asked for. */
function indexOf(known: readonly Uint8Array[]): RosterIndex & { readonly objects: readonly KnownObject[] } {
  const objects: KnownObject[] = [];
  const [codes, names, places] = [new Map<string, Place>(), new Map<string, Place>(), new Map<string, Place>()];
  for (const piece of known) {
    const lines = openLines<KnownEntry>(piece);
    for (let line = 0; line < lines.length; line += 1) {
      const { entry } = lines.at(line);
      const at = { lines, line };
      objects.push({ code: entry.code, name: entry.name });
      codes.set(entry.code, at);
      names.set(nameKey(entry.name), at);
      const place = placeKey(entry);
      if (place !== null) places.set(place, at);
    }
  }
  const find = (map: ReadonlyMap<string, Place>, key: string) => {
    const at = map.get(key);
    return at === undefined ? null : at.lines.at(at.line);
  };
  return {
    objects,
    byCode: (code) => find(codes, code),
    byName: (key) => find(names, key),
    byPlace: (key) => find(places, key),
  };
}

interface Place {
  readonly lines: Lines<KnownEntry>;
  readonly line: number;
}
