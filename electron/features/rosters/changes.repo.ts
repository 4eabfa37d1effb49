import type { ObjectEntry, OfficerEntry, RecusalEntry } from '../../../shared/features/rosters/entries.ts';
import type { Db } from '../../database/open.ts';

export interface Entries {
  object: ObjectEntry;
  officer: OfficerEntry;
  recusal: RecusalEntry;
}
export type Roster = keyof Entries;

/** Who changes the rosters, when, why, and in which import. */
export interface Cause {
  readonly at: string;
  readonly byId: number;
  readonly byName: string;
  readonly reason: string;
  readonly batchId: number | null;
  /** In which 批量变更. */
  readonly batchChangeId?: number | undefined;
}

/** One change of one entry; null before = added, null after = removed. */
export type RosterChange = {
  [R in Roster]: {
    readonly id: number;
    readonly roster: R;
    readonly entryId: number;
    readonly name: string;
    readonly before: Entries[R] | null;
    readonly after: Entries[R] | null;
    readonly reason: string;
    readonly at: string;
    readonly byName: string;
    readonly batchId: number | null;
    readonly batchChangeId: number | null;
  };
}[Roster];

/** 批量变更 are of objects only. */
type ObjectChange = Extract<RosterChange, { readonly roster: 'object' }>;

interface ChangeRow {
  id: number;
  roster: Roster;
  entryId: number;
  name: string;
  before: string | null;
  after: string | null;
  reason: string;
  at: string;
  byName: string;
  batchId: number | null;
  batchChangeId: number | null;
}

const columns = `id, roster, entry_id as entryId, name, before, after, reason, at, by_name as byName, batch_id as batchId,
  batch_change_id as batchChangeId`;

export type ChangesRepo = ReturnType<typeof createChangesRepo>;

/** Table roster_changes: append-only. */
export function createChangesRepo(db: Db) {
  const insert = db.prepare(`
    insert into roster_changes (roster, entry_id, name, change, before, after, reason, batch_id, batch_change_id, at, by_id, by_name)
    values (:roster, :entryId, :name, :change, :before, :after, :reason, :batchId, :batchChangeId, :at, :byId, :byName)`);
  const selectOfEntry = db.prepare<[Roster, number], ChangeRow>(
    `select ${columns} from roster_changes where roster = ? and entry_id = ? order by id desc`,
  );
  const selectOfBatch = db.prepare<[number, number, number], ChangeRow & { isTouched: number }>(
    `select ${columns}, exists (select 1 from roster_changes l
                                 where l.roster = c.roster and l.entry_id = c.entry_id and l.id > c.id
                                   and l.batch_id is not c.batch_id) as isTouched
       from roster_changes c where c.batch_id = ? and c.id < ? order by c.id desc limit ?`,
  );
  const countOfBatch = db.prepare<[number], number>('select count(*) from roster_changes where batch_id = ?').pluck();
  const selectOfBatchChange = db.prepare<[number], ChangeRow>(
    `select ${columns} from roster_changes where batch_change_id = ? order by id desc`,
  );
  const selectTouchedSince = db.prepare<[number], ChangeRow>(`
    select ${columns} from roster_changes c
     where c.batch_change_id = ?
       and exists (select 1 from roster_changes l where l.roster = c.roster and l.entry_id = c.entry_id and l.id > c.id)
     order by c.id`);

  const selectStanding = db.prepare<[Roster, string], { entryId: number; after: string }>(`
    select c.entry_id as entryId, c.after from roster_changes c
     where c.roster = ? and c.after is not null
       and c.id = (select max(l.id) from roster_changes l where l.roster = c.roster and l.entry_id = c.entry_id and l.at < ?)
     order by c.entry_id`);

  return {
    /** Nothing is written when both states are the same; true = written. */
    record<R extends Roster>(
      roster: R,
      entryId: number,
      name: string,
      [before, after]: readonly [Entries[R] | null, Entries[R] | null],
      cause: Cause,
    ): boolean {
      const [old, now] = [textOf(before), textOf(after)];
      if (old === now) return false;
      const change = old === null ? 'added' : now === null ? 'removed' : 'changed';
      insert.run({
        ...cause,
        batchChangeId: cause.batchChangeId ?? null,
        roster,
        entryId,
        name,
        change,
        before: old,
        after: now,
      });
      return true;
    },

    /** Grows with every change of any roster. */
    newest: (): number => db.prepare('select coalesce(max(id), 0) from roster_changes').pluck().get() as number,

    /** Newest first. */
    ofEntry: (roster: Roster, entryId: number): readonly RosterChange[] =>
      selectOfEntry.all(roster, entryId).map(changeOf),

    countOfBatch: (batchId: number): number => countOfBatch.get(batchId) ?? 0,

    /** Up to `limit` changes of a batch before number `before`, newest first, as they have to be undone; `isTouched`: the entry was changed later. */
    ofBatch: (batchId: number, before: number, limit: number): readonly (RosterChange & { isTouched: boolean })[] =>
      selectOfBatch.all(batchId, before, limit).map((row) => ({ ...changeOf(row), isTouched: row.isTouched === 1 })),

    /** The entries of a roster with their numbers, as they stood before an instant. */
    standingBefore<R extends Roster>(roster: R, instant: string): readonly (Entries[R] & { readonly id: number })[] {
      return selectStanding
        .all(roster, instant)
        .map(({ after, entryId }) => ({ ...(JSON.parse(after) as Entries[R]), id: entryId }));
    },

    /** Newest first, as they have to be undone. */
    ofBatchChange: (batchChangeId: number): readonly ObjectChange[] =>
      selectOfBatchChange.all(batchChangeId).map((row) => changeOf(row) as ObjectChange),

    /** The changes of a batch after which something else changed the same object. */
    touchedSinceBatchChange: (batchChangeId: number): readonly ObjectChange[] =>
      selectTouchedSince.all(batchChangeId).map((row) => changeOf(row) as ObjectChange),
  };
}

/** Whether two states of an entry are the same. */
export function isSameEntry(one: Entries[Roster] | null, other: Entries[Roster] | null): boolean {
  return textOf(one) === textOf(other);
}

/** Keys in one order, so that equal states are equal texts. */
function textOf(entry: Entries[Roster] | null): string | null {
  return entry === null
    ? null
    : JSON.stringify(Object.fromEntries(Object.entries(entry).sort(([a], [b]) => (a < b ? -1 : 1))));
}

function changeOf(row: ChangeRow): RosterChange {
  const stateOf = (text: string | null) => (text === null ? null : JSON.parse(text));
  return { ...row, before: stateOf(row.before), after: stateOf(row.after) };
}
