import type { Cells } from '../../../shared/features/registers/register.ts';
import type { EntryVersion, RegisterEntry } from '../../../shared/features/registers/views.ts';
import type { Db } from '../../database/open.ts';

/** Who writes, when. */
export interface By {
  readonly id: number;
  readonly name: string;
  readonly at: string;
}

export interface NewVersion {
  readonly day: string;
  readonly objectId: number | null;
  readonly cells: Cells;
  readonly reason: string;
  readonly packVersion: number;
}

interface EntryRow {
  readonly id: number;
  readonly registerId: string;
  readonly enteredAt: string;
  readonly version: number;
  readonly day: string;
  readonly objectId: number | null;
  readonly cells: string;
  readonly reason: string;
  readonly at: string;
  readonly byName: string;
  readonly withdrawnAt: string | null;
  readonly withdrawnBy: string | null;
  readonly withdrawnWhy: string | null;
  readonly publishedVersion: number | null;
  readonly publishedOn: string | null;
  readonly place: string | null;
  readonly publishedBy: string | null;
}

const selectEntries = `
  select e.id, e.register_id as registerId, e.created_at as enteredAt, v.version, v.day, v.object_id as objectId, v.cells, v.reason,
         v.at, v.by_name as byName, w.at as withdrawnAt, w.by_name as withdrawnBy, w.reason as withdrawnWhy,
         p.version as publishedVersion, p.published_on as publishedOn, p.place, p.by_name as publishedBy
    from register_entries e
    join register_versions v on v.entry_id = e.id
     and v.version = (select max(n.version) from register_versions n where n.entry_id = e.id)
    left join register_withdrawals w on w.entry_id = e.id
    left join register_publications p on p.id = (select max(q.id) from register_publications q where q.entry_id = e.id)`;

/** Tables register_entries, register_versions, register_withdrawals, register_publications. */
export function createEntriesRepo(db: Db) {
  const ofRegister = db.prepare<[string], EntryRow>(
    `${selectEntries} where e.register_id = ? order by v.day desc, e.id desc`,
  );
  const ofObject = db.prepare<[number], EntryRow>(
    `${selectEntries} where v.object_id = ? order by v.day desc, e.id desc`,
  );
  const byId = db.prepare<[number], EntryRow>(`${selectEntries} where e.id = ?`);
  const all = db.prepare<[], EntryRow>(`${selectEntries} where w.entry_id is null order by e.id`);
  const versionsOf = db.prepare<[number], Omit<EntryVersion, 'cells'> & { cells: string }>(
    `select version, day, cells, reason, at, by_name as byName from register_versions where entry_id = ? order by version desc`,
  );
  const insertEntry = db.prepare('insert into register_entries (register_id, created_at) values (?, ?)');
  const insertVersion = db.prepare(`
    insert into register_versions (entry_id, version, day, object_id, cells, reason, pack_version, at, by_id, by_name)
    values (:entryId, (select coalesce(max(version), 0) + 1 from register_versions where entry_id = :entryId), :day, :objectId, :cells,
            :reason, :packVersion, :at, :id, :name)`);

  function putVersion(entryId: number, { cells, ...version }: NewVersion, by: By): void {
    insertVersion.run({ entryId, ...version, cells: JSON.stringify(cells), ...by });
  }

  return {
    /** Newest day first, withdrawn ones too. */
    entriesOf: (registerId: string): readonly RegisterEntry[] => ofRegister.all(registerId).map(entryOf),
    entriesOfObject: (objectId: number): readonly RegisterEntry[] => ofObject.all(objectId).map(entryOf),
    /** Of every register, those that stand. */
    standingEntries: (): readonly RegisterEntry[] => all.all().map(entryOf),

    entryById(id: number): RegisterEntry | null {
      const row = byId.get(id);
      return row === undefined ? null : entryOf(row);
    },

    /** Newest first. */
    entryVersions: (id: number): readonly EntryVersion[] =>
      versionsOf.all(id).map((row) => ({ ...row, cells: JSON.parse(row.cells) as Cells })),

    insertEntry(registerId: string, version: NewVersion, by: By): number {
      const id = Number(insertEntry.run(registerId, by.at).lastInsertRowid);
      putVersion(id, version, by);
      return id;
    },

    correctEntry: putVersion,

    withdrawEntry(entryId: number, reason: string, by: By): void {
      db.prepare(
        'insert into register_withdrawals (entry_id, reason, at, by_id, by_name) values (:entryId, :reason, :at, :id, :name)',
      ).run({ entryId, reason, ...by });
    },

    publishEntry(entryId: number, version: number, what: { publishedOn: string; place: string }, by: By): void {
      db.prepare(
        `insert into register_publications (entry_id, version, published_on, place, at, by_id, by_name)
         values (:entryId, :version, :publishedOn, :place, :at, :id, :name)`,
      ).run({ entryId, version, ...what, ...by });
    },
  };
}

function entryOf(row: EntryRow): RegisterEntry {
  const { withdrawnAt, withdrawnBy, withdrawnWhy, publishedVersion, publishedOn, place, publishedBy, cells, ...rest } =
    row;
  return {
    ...rest,
    cells: JSON.parse(cells) as Cells,
    withdrawn: withdrawnAt === null ? null : { at: withdrawnAt, byName: withdrawnBy ?? '', reason: withdrawnWhy ?? '' },
    published:
      publishedVersion === null || publishedOn === null
        ? null
        : { version: publishedVersion, publishedOn, place: place ?? '', byName: publishedBy ?? '' },
  };
}
