import type { Db } from '../../database/open.ts';

export type ImportKind = 'objects' | 'officers';

/** What a batch can be of: more than the import page takes. */
export type BatchKind = ImportKind | 'exchange';

/** One import of a roster workbook. */
export interface ImportBatch {
  readonly id: number;
  readonly kind: BatchKind;
  readonly fileName: string;
  readonly fileSha256: string;
  readonly added: number;
  readonly updated: number;
  readonly leftOut: number;
  readonly warnings: number;
  readonly state: 'applied' | 'undone';
  readonly appliedAt: string;
  readonly appliedBy: string;
  readonly undoneAt: string | null;
  readonly undoneBy: string | null;
  readonly undoReason: string | null;
}

const select = `
  select b.id, b.kind, b.file_name as fileName, b.file_sha256 as fileSha256, b.added, b.updated, b.left_out as leftOut, b.warnings,
         b.state, b.applied_at as appliedAt, a.name as appliedBy, b.undone_at as undoneAt, u.name as undoneBy, b.undo_reason as undoReason
    from import_batches b join accounts a on a.id = b.applied_by left join accounts u on u.id = b.undone_by`;

export type BatchesRepo = ReturnType<typeof createBatchesRepo>;

/** Table import_batches. */
export function createBatchesRepo(db: Db) {
  return {
    /** Newest first. */
    batches: (): readonly ImportBatch[] => db.prepare<[], ImportBatch>(`${select} order by b.id desc`).all(),
    batchById: (id: number): ImportBatch | null =>
      db.prepare<[number], ImportBatch>(`${select} where b.id = ?`).get(id) ?? null,

    /** Opened before its entries are written, so that their history can name it; counted when they are. */
    openBatch(batch: { kind: BatchKind; fileName: string; fileSha256: string; at: string; byId: number }): number {
      const { lastInsertRowid } = db
        .prepare(
          `insert into import_batches (kind, file_name, file_sha256, added, updated, left_out, warnings, applied_at, applied_by)
           values (:kind, :fileName, :fileSha256, 0, 0, 0, 0, :at, :byId)`,
        )
        .run(batch);
      return Number(lastInsertRowid);
    },

    countBatch(id: number, counts: Pick<ImportBatch, 'added' | 'updated' | 'leftOut' | 'warnings'>): void {
      db.prepare(
        'update import_batches set added = :added, updated = :updated, left_out = :leftOut, warnings = :warnings where id = :id',
      ).run({ ...counts, id });
    },

    markUndone(id: number, { at, byId, reason }: { at: string; byId: number; reason: string }): void {
      db.prepare(
        `update import_batches set state = 'undone', undone_at = ?, undone_by = ?, undo_reason = ? where id = ?`,
      ).run(at, byId, reason, id);
    },
  };
}
