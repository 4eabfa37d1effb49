import type { CreditKind } from '../../../shared/kernel/credit-facts.ts';
import type { Db } from '../../database/open.ts';
import type { By } from './records.repo.ts';

export interface CreditBatch {
  readonly id: number;
  readonly fileName: string;
  readonly supplier: string;
  /** 互认: another department's results taken over. */
  readonly isMutual: boolean;
  readonly added: number;
  readonly leftOut: number;
  readonly importedBy: string;
  readonly importedAt: string;
  readonly undone: { readonly at: string; readonly by: string; readonly reason: string } | null;
}

interface Row extends Omit<CreditBatch, 'undone' | 'isMutual'> {
  readonly isMutual: number;
  readonly undoneAt: string | null;
  readonly undoneBy: string | null;
  readonly undoReason: string | null;
}

export interface NewBatch {
  readonly fileName: string;
  readonly fileSha256: string;
  readonly supplier: string;
  readonly isMutual: boolean;
  readonly added: number;
  readonly leftOut: number;
}

/** Table credit_imports, and the records of a batch; a part of the credit repo. */
export function createCreditImports(db: Db) {
  const select = `
    select b.id, b.file_name as fileName, b.supplier, b.is_mutual as isMutual, b.added, b.left_out as leftOut, a.name as importedBy,
           b.imported_at as importedAt, b.undone_at as undoneAt, u.name as undoneBy, b.undo_reason as undoReason
      from credit_imports b join accounts a on a.id = b.imported_by left join accounts u on u.id = b.undone_by`;
  const ofBatch = db.prepare<[number], { id: number; objectId: number; kind: CreditKind }>(
    'select id, object_id as objectId, kind from credit_records where batch_id = ? and withdrawn_at is null order by sheet_row',
  );

  const objectsAfter = db.prepare<[number, number], { id: number; code: string; name: string }>(
    'select id, coalesce(uscc, id_card) as code, name from objects where id > ? order by id limit ?',
  );

  return {
    /** The roster under its codes, in the order of the ids, after one of them. */
    gatheredObjectsAfter: (id: number, limit: number) => objectsAfter.all(id, limit),

    /** Newest first. */
    creditBatches: (): readonly CreditBatch[] => db.prepare<[], Row>(`${select} order by b.id desc`).all().map(batchOf),

    creditBatchById(id: number): CreditBatch | null {
      const row = db.prepare<[number], Row>(`${select} where b.id = ?`).get(id);
      return row === undefined ? null : batchOf(row);
    },

    /** The batch the same file was imported with and that stands; null when there is none. */
    standingBatchOf(fileSha256: string): CreditBatch | null {
      const row = db
        .prepare<[string], Row>(`${select} where b.file_sha256 = ? and b.undone_at is null order by b.id desc limit 1`)
        .get(fileSha256);
      return row === undefined ? null : batchOf(row);
    },

    insertCreditBatch({ isMutual, ...batch }: NewBatch, by: By): number {
      const { lastInsertRowid } = db
        .prepare(
          `insert into credit_imports (file_name, file_sha256, supplier, is_mutual, added, left_out, imported_at, imported_by)
           values (:fileName, :fileSha256, :supplier, :isMutual, :added, :leftOut, :at, :accountId)`,
        )
        .run({ ...batch, ...by, isMutual: Number(isMutual) });
      return Number(lastInsertRowid);
    },

    /** Its records that stand. */
    recordsOfBatch: (id: number) => ofBatch.all(id),

    markCreditBatchUndone(id: number, reason: string, { accountId, at }: By): void {
      db.prepare('update credit_imports set undone_at = ?, undone_by = ?, undo_reason = ? where id = ?').run(
        at,
        accountId,
        reason,
        id,
      );
    },
  };
}

function batchOf({ isMutual, undoneAt, undoneBy, undoReason, ...row }: Row): CreditBatch {
  const undone = undoneAt === null ? null : { at: undoneAt, by: undoneBy ?? '', reason: undoReason ?? '' };
  return { ...row, isMutual: isMutual === 1, undone };
}
