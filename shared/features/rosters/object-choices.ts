import type { EntryField, ObjectDraft } from './check-objects.ts';
import { type ComparedRow, differences, withFields } from './compare-objects.ts';
import type { ObjectEntry } from './entries.ts';

/** Whose value stands where the file and the roster differ. */
export type Side = 'file' | 'roster';

/** One choice: for everything, one field of all rows, one row, or one field of one row. A later one goes over an earlier one. */
export interface SideChoice {
  readonly field: EntryField | null;
  readonly row: number | null;
  readonly side: Side;
}

/** What becomes of a row that may be an entry under another code. */
export type TwinDecision = 'merge' | 'own' | 'leave';

export interface TwinChoice {
  readonly decision: TwinDecision;
  readonly reason: string;
}

/** How the rows of a checked file are to be written. */
export interface ObjectChoices {
  /** 空白也覆盖: a blank cell takes away what the roster holds. */
  readonly blankErases: boolean;
  /** Sides by `row field`, either empty: the newest choice of each kind, with its turn. */
  readonly sides: ReadonlyMap<string, { readonly side: Side; readonly turn: number }>;
  readonly turns: number;
  /** By row; a row not named becomes an entry of its own. */
  readonly twins: ReadonlyMap<number, TwinChoice>;
}

export const noChoices: ObjectChoices = { blankErases: false, sides: new Map(), turns: 0, twins: new Map() };

export function chooseSide(choices: ObjectChoices, { field, row, side }: SideChoice): ObjectChoices {
  const turn = choices.turns + 1;
  return { ...choices, turns: turn, sides: new Map(choices.sides).set(sideKey(row, field), { side, turn }) };
}

export function chooseTwins(choices: ObjectChoices, rows: readonly number[], choice: TwinChoice): ObjectChoices {
  const twins = new Map(choices.twins);
  for (const row of rows) twins.set(row, choice);
  return { ...choices, twins };
}

export function decisionOn({ twins }: ObjectChoices, row: number): TwinDecision {
  return twins.get(row)?.decision ?? 'own';
}

/** The file's value, unless it was chosen otherwise; the code of a merged entry stays unless the file's was asked for. */
export function sideOf({ sides }: ObjectChoices, row: number, field: EntryField): Side {
  const found = [sideKey(row, field), sideKey(row, null), sideKey(null, field), sideKey(null, null)].flatMap(
    (key) => sides.get(key) ?? [],
  );
  const fixed = field === 'code' ? found.filter(({ turn }) => sides.get(sideKey(row, field))?.turn === turn) : found;
  const newest = fixed.toSorted((a, b) => b.turn - a.turn)[0];
  return newest?.side ?? (field === 'code' ? 'roster' : 'file');
}

function sideKey(row: number | null, field: EntryField | null): string {
  return `${row ?? ''} ${field ?? ''}`;
}

/** A field in which file and roster differ, and whose value will stand. */
export interface Conflict {
  readonly field: EntryField;
  readonly roster: ObjectEntry[EntryField];
  readonly file: ObjectDraft[EntryField];
  readonly side: Side;
}

/** Where a row would change its entry; blank cells count only when they are to erase. */
export function conflictsOf(compared: ComparedRow, filled: readonly EntryField[], choices: ObjectChoices): Conflict[] {
  const { row, draft, blank, hidden, twin } = compared;
  const was =
    decisionOn(choices, row) === 'merge' && twin !== null ? differences(twin.entry, draft, filled) : compared.was;
  const fields = Object.keys(was) as EntryField[];
  return fields
    .filter((field) => !hidden?.includes(field) && (choices.blankErases || !blank.includes(field)))
    .map((field) => ({ field, roster: was[field], file: draft[field], side: sideOf(choices, row, field) }));
}

/** The entry as it will stand: the roster's, with the file's values where they were chosen. */
export function chosenEntry(
  entry: ObjectEntry,
  compared: ComparedRow,
  filled: readonly EntryField[],
  choices: ObjectChoices,
): ObjectEntry {
  const taken = conflictsOf(compared, filled, choices).filter(({ side }) => side === 'file');
  return withFields(
    entry,
    compared.draft,
    taken.map(({ field }) => field),
  );
}
