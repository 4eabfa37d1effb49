import type { ScanLine, SignedPaper } from '../../../shared/features/draws/scan.ts';
import type { Db } from '../../database/open.ts';

export interface NewScan extends Pick<ScanLine, 'paper' | 'fileName' | 'type' | 'pages' | 'sha256'> {
  readonly drawId: number;
  readonly bytes: Uint8Array;
  readonly at: string;
  readonly accountId: number;
}

interface ScanRow extends Omit<ScanLine, 'withdrawn'> {
  readonly withdrawnAt: string | null;
  readonly withdrawnBy: string | null;
  readonly reason: string | null;
}

export interface ScanContent extends Pick<ScanLine, 'paper' | 'fileName' | 'type'> {
  readonly bytes: Uint8Array;
}

/** A draw whose record, or 作废单, has no signed scan. */
export interface UnsignedDraw {
  readonly id: number;
  readonly number: string;
  readonly paper: Extract<SignedPaper, 'record' | 'void-sheet'>;
}

/** Tables draw_scans and draw_scan_withdrawals; a part of the draws repo. */
export function createScans(db: Db) {
  return {
    /** In the order they were attached, those set aside too. */
    scansOf(drawId: number): readonly ScanLine[] {
      return db
        .prepare<[number], ScanRow>(
          `select s.id, s.paper, s.file_name as fileName, s.media_type as type, s.pages, s.size, s.sha256,
                  s.attached_at as attachedAt, a.name as attachedBy, w.withdrawn_at as withdrawnAt, b.name as withdrawnBy, w.reason
             from draw_scans s join accounts a on a.id = s.attached_by
             left join draw_scan_withdrawals w on w.scan_id = s.id left join accounts b on b.id = w.withdrawn_by
            where s.draw_id = ? order by s.id`,
        )
        .all(drawId)
        .map(({ withdrawnAt, withdrawnBy, reason, ...scan }) => ({
          ...scan,
          withdrawn: withdrawnAt === null ? null : { at: withdrawnAt, by: withdrawnBy ?? '', reason: reason ?? '' },
        }));
    },

    scanContent(drawId: number, scanId: number): ScanContent | null {
      const row = db
        .prepare<[number, number], Omit<ScanContent, 'bytes'> & { content: Buffer }>(
          'select paper, file_name as fileName, media_type as type, content from draw_scans where draw_id = ? and id = ?',
        )
        .get(drawId, scanId);
      if (row === undefined) return null;
      const { content, ...scan } = row;
      return { ...scan, bytes: new Uint8Array(content) };
    },

    insertScan({ bytes, ...scan }: NewScan): number {
      const { lastInsertRowid } = db
        .prepare(
          `insert into draw_scans (draw_id, paper, file_name, media_type, pages, size, sha256, attached_at, attached_by, content)
           values (:drawId, :paper, :fileName, :type, :pages, :size, :sha256, :at, :accountId, :content)`,
        )
        .run({ ...scan, size: bytes.length, content: bytes });
      return Number(lastInsertRowid);
    },

    withdrawScan(scanId: number, row: { reason: string; at: string; accountId: number }): void {
      db.prepare(
        `insert into draw_scan_withdrawals (scan_id, reason, withdrawn_at, withdrawn_by)
         values (:scanId, :reason, :at, :accountId)`,
      ).run({ ...row, scanId });
    },

    /** Real draws, oldest first. */
    unsignedDraws(): readonly UnsignedDraw[] {
      return db
        .prepare<[], UnsignedDraw>(
          `select d.id, d.number, case d.state when 'void' then 'void-sheet' else 'record' end as paper
             from draws d
            where d.is_rehearsal = 0 and d.state in ('recorded', 'void')
              and not exists (
                select 1 from draw_scans s
                 where s.draw_id = d.id and s.paper = case d.state when 'void' then 'void-sheet' else 'record' end
                   and not exists (select 1 from draw_scan_withdrawals w where w.scan_id = s.id))
            order by d.id`,
        )
        .all();
    },
  };
}
