import type {
  PastBatch,
  PastInspection,
  PastInspectionDraft,
  PastMember,
} from '../../../shared/features/inspections/past-inspections.ts';
import { nameKey } from '../../../shared/kernel/normalise.ts';
import type { Sheet } from '../../../shared/kernel/sheet.ts';
import type { Staged } from '../../../shared/kernel/staging.ts';
import { createStages } from '../../app/stages.ts';
import type { Db } from '../../database/open.ts';
import { createPastGrounds } from './past-grounds.repo.ts';

/** What was read from a file, to check it anew when it is confirmed, and what the check said. */
export interface StagedPast {
  readonly fileName: string;
  readonly fileSha256: string;
  readonly sheets: readonly Sheet[];
  readonly staged: Staged<PastInspectionDraft>;
}

/** When it was written, and by which account. */
export interface Written {
  readonly at: string;
  readonly by: number;
}

export type Taken = Written & { readonly reason: string };

interface EndColumns {
  readonly endAt: string | null;
  readonly endBy: string | null;
  readonly endReason: string | null;
}

type Derived = 'team' | 'isOwn' | 'isPublished' | 'batch' | 'revoked';

interface Row extends Omit<PastInspection, Derived>, EndColumns {
  readonly team: string;
  readonly isOwn: number;
  readonly isPublished: number;
  readonly batchId: number | null;
  readonly fileName: string | null;
  readonly sheetRow: number | null;
}

const select = `
  select p.id, p.object_id as objectId, o.name as objectName, o.code as objectCode, p.item_name as itemName,
         p.inspected_on as inspectedOn, p.is_own as isOwn, p.department, p.result, p.document_number as documentNumber,
         p.is_published as isPublished, p.note, p.batch_id as batchId, b.file_name as fileName, p.sheet_row as sheetRow,
         e.name as enteredBy, p.entered_at as enteredAt, p.revoked_at as endAt, r.name as endBy, p.revoke_reason as endReason,
         (select json_group_array(json_object('officerId', m.officer_id, 'name', m.officer_name,
                                              'certificate', m.certificate_number) order by m.seat)
            from past_inspection_team m where m.past_inspection_id = p.id) as team
    from past_inspections p
    join objects o on o.id = p.object_id
    join accounts e on e.id = p.entered_by
    left join past_inspection_batches b on b.id = p.batch_id
    left join accounts r on r.id = p.revoked_by`;

const selectBatches = `
  select b.id, b.file_name as fileName, b.added, b.left_out as leftOut, a.name as importedBy, b.imported_at as importedAt,
         b.undone_at as endAt, u.name as endBy, b.undo_reason as endReason
    from past_inspection_batches b
    join accounts a on a.id = b.imported_by
    left join accounts u on u.id = b.undone_by`;

/** Tables past_inspections, past_inspection_team, past_inspection_batches. */
export function createPastInspections(db: Db) {
  const insert = db.prepare(`
    insert into past_inspections (batch_id, sheet_row, object_id, item_name, item_key, inspected_on, is_own, department, result,
                                  document_number, is_published, note, entered_at, entered_by)
    values (:batchId, :sheetRow, :objectId, :itemName, :itemKey, :inspectedOn, :isOwn, :department, :result,
            :documentNumber, :isPublished, :note, :at, :by)`);
  const insertMember = db.prepare(`
    insert into past_inspection_team (past_inspection_id, seat, officer_id, officer_name, certificate_number)
    values (?, ?, ?, ?, ?)`);
  const revoke = db.prepare(
    `update past_inspections set revoked_at = :at, revoked_by = :by, revoke_reason = :reason where id = :id`,
  );

  function put(draft: PastInspectionDraft, place: { batchId: number; sheetRow: number } | null, written: Written) {
    const { isOwn, isPublished, team, objectName: _, ...texts } = draft;
    const { lastInsertRowid } = insert.run({
      ...texts,
      ...(place ?? { batchId: null, sheetRow: null }),
      ...written,
      itemKey: nameKey(draft.itemName),
      isOwn: Number(isOwn),
      isPublished: Number(isPublished),
    });
    team.forEach(({ officerId, name, certificate }, seat) => {
      insertMember.run(lastInsertRowid, seat, officerId, name, certificate);
    });
    return Number(lastInsertRowid);
  }

  return {
    /** Checked files that wait to be confirmed. */
    stages: createStages<StagedPast>(),
    grounds: createPastGrounds(db),

    /** Newest day first, the revoked ones among them. */
    list: (): readonly PastInspection[] =>
      db.prepare<[], Row>(`${select} order by p.inspected_on desc, p.id desc`).all().map(inspectionOf),

    ofObject: (objectId: number): readonly PastInspection[] =>
      db
        .prepare<[number], Row>(`${select} where p.object_id = ? order by p.inspected_on desc, p.id desc`)
        .all(objectId)
        .map(inspectionOf),

    /** Those not revoked. */
    count: () => db.prepare('select count(*) from past_inspections where revoked_at is null').pluck().get() as number,

    byId(id: number): PastInspection | null {
      const row = db.prepare<[number], Row>(`${select} where p.id = ?`).get(id);
      return row === undefined ? null : inspectionOf(row);
    },

    insert: (draft: PastInspectionDraft, written: Written): number => put(draft, null, written),

    insertBatch(
      file: { readonly fileName: string; readonly fileSha256: string; readonly leftOut: number },
      rows: readonly { readonly row: number; readonly draft: PastInspectionDraft }[],
      written: Written,
    ): number {
      const { lastInsertRowid } = db
        .prepare(
          `insert into past_inspection_batches (file_name, file_sha256, added, left_out, imported_at, imported_by)
           values (:fileName, :fileSha256, :added, :leftOut, :at, :by)`,
        )
        .run({ ...file, ...written, added: rows.length });
      const batchId = Number(lastInsertRowid);
      for (const { row, draft } of rows) put(draft, { batchId, sheetRow: row }, written);
      return batchId;
    },

    revoke(id: number, taken: Taken): void {
      revoke.run({ ...taken, id });
    },

    batches: (): readonly PastBatch[] =>
      db.prepare<[], Omit<PastBatch, 'undone'> & EndColumns>(`${selectBatches} order by b.id desc`).all().map(batchOf),

    batchById(id: number): PastBatch | null {
      const row = db
        .prepare<[number], Omit<PastBatch, 'undone'> & EndColumns>(`${selectBatches} where b.id = ?`)
        .get(id);
      return row === undefined ? null : batchOf(row);
    },

    /** The objects of what still stands of a batch. */
    objectsOfBatch: (id: number): readonly number[] =>
      db
        .prepare<[number], number>(
          'select distinct object_id from past_inspections where batch_id = ? and revoked_at is null',
        )
        .pluck()
        .all(id),

    /** Revokes what still stands of the batch; everything stays as history. Gives how many. */
    undoBatch(id: number, taken: Taken): number {
      db.prepare(
        `update past_inspection_batches set undone_at = :at, undone_by = :by, undo_reason = :reason where id = :id`,
      ).run({ ...taken, id });
      return db
        .prepare(
          `update past_inspections set revoked_at = :at, revoked_by = :by, revoke_reason = :reason
            where batch_id = :id and revoked_at is null`,
        )
        .run({ ...taken, id }).changes;
    },
  };
}

function inspectionOf(row: Row): PastInspection {
  const { endAt, endBy, endReason, batchId, fileName, sheetRow, team, isOwn, isPublished, ...rest } = row;
  return {
    ...rest,
    team: JSON.parse(team) as PastMember[],
    isOwn: isOwn === 1,
    isPublished: isPublished === 1,
    batch: batchId === null ? null : { id: batchId, fileName: fileName ?? '', row: sheetRow ?? 0 },
    revoked: endOf({ endAt, endBy, endReason }),
  };
}

function batchOf({ endAt, endBy, endReason, ...rest }: Omit<PastBatch, 'undone'> & EndColumns): PastBatch {
  return { ...rest, undone: endOf({ endAt, endBy, endReason }) };
}

function endOf({ endAt, endBy, endReason }: EndColumns) {
  return endAt === null ? null : { at: endAt, by: endBy ?? '', reason: endReason ?? '' };
}
