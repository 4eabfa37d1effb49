import type { Retention } from '../../../shared/features/dossiers/schemas.ts';
import type { Db } from '../../database/open.ts';

export interface FiledDossier {
  readonly inspectionId: number;
  readonly archiveNumber: string;
  readonly retention: Retention;
  readonly remark: string;
  readonly filedOn: string;
  readonly filedBy: string;
}

/** A line of the register of archives. */
export interface DossierLine extends FiledDossier {
  readonly objectName: string;
  readonly objectCode: string;
  readonly taskNumber: string;
  readonly taskTitle: string;
  /** Of the newest print: how many pages, and the file's hash. */
  readonly pages: number | null;
  readonly sha256: string | null;
  readonly printedAt: string | null;
}

export type DossiersRepo = ReturnType<typeof createDossiersRepo>;

/** Tables dossiers and dossier_prints. */
export function createDossiersRepo(db: Db) {
  return {
    dossierOf(inspectionId: number): FiledDossier | null {
      const row = db
        .prepare<[number], FiledDossier>(
          `select d.inspection_id as inspectionId, d.archive_number as archiveNumber, d.retention, d.remark,
                  d.filed_on as filedOn, a.name as filedBy
             from dossiers d join accounts a on a.id = d.filed_by where d.inspection_id = ?`,
        )
        .get(inspectionId);
      return row ?? null;
    },

    /** 档案登记簿, newest archive number first. */
    register(): readonly DossierLine[] {
      return db
        .prepare<[], DossierLine>(
          `select d.inspection_id as inspectionId, d.archive_number as archiveNumber, d.retention, d.remark,
                  d.filed_on as filedOn, a.name as filedBy, i.object_name as objectName, i.object_code as objectCode,
                  t.number as taskNumber, t.title as taskTitle, p.pages, p.sha256, p.printed_at as printedAt
             from dossiers d
             join accounts a on a.id = d.filed_by
             join inspections i on i.id = d.inspection_id
             join tasks t on t.id = i.task_id
             left join dossier_prints p on p.id = (select max(q.id) from dossier_prints q where q.inspection_id = d.inspection_id)
            order by d.archive_number desc`,
        )
        .all();
    },

    /** The next archive number's serial of a year. */
    nextSerial(year: number): number {
      return db
        .prepare<[number], number>('select coalesce(max(serial), 0) + 1 from dossiers where year = ?')
        .pluck()
        .get(year) as number;
    },

    insertDossier(dossier: {
      inspectionId: number;
      year: number;
      serial: number;
      archiveNumber: string;
      retention: Retention;
      remark: string;
      filedOn: string;
      filedAt: string;
      filedBy: number;
    }): void {
      db.prepare(
        `insert into dossiers (inspection_id, year, serial, archive_number, retention, remark, filed_on, filed_at, filed_by)
         values (:inspectionId, :year, :serial, :archiveNumber, :retention, :remark, :filedOn, :filedAt, :filedBy)`,
      ).run(dossier);
    },

    insertPrint(print: {
      inspectionId: number;
      sha256: string;
      pages: number;
      printedAt: string;
      printedBy: number;
    }): void {
      db.prepare(
        `insert into dossier_prints (inspection_id, sha256, pages, printed_at, printed_by)
         values (:inspectionId, :sha256, :pages, :printedAt, :printedBy)`,
      ).run(print);
    },
  };
}
