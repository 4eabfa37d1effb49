import type { AttachmentLine, AttachmentSubject, AttachmentType } from '../../../shared/kernel/attachments.ts';
import type { Db } from '../../database/open.ts';

export interface NewAttachment {
  readonly subject: AttachmentSubject;
  readonly subjectId: number;
  readonly fileName: string;
  readonly type: AttachmentType;
  readonly pages: number | null;
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

/** What was written, by whom and when. */
export interface By {
  readonly accountId: number;
  readonly at: string;
}

export interface AttachedFile {
  readonly subject: AttachmentSubject;
  readonly subjectId: number;
  readonly fileName: string;
  readonly type: AttachmentType;
  readonly bytes: Uint8Array;
}

interface LineRow extends Omit<AttachmentLine, 'withdrawn'> {
  readonly withdrawnAt: string | null;
  readonly withdrawnBy: string | null;
  readonly reason: string | null;
}

export type AttachmentsRepo = ReturnType<typeof createAttachmentsRepo>;

/** Tables attachments and attachment_withdrawals: the files of every feature's matters. */
export function createAttachmentsRepo(db: Db) {
  const select = `
    select s.id, s.file_name as fileName, s.media_type as type, s.pages, s.size, s.sha256, s.attached_at as attachedAt,
           a.name as attachedBy, w.withdrawn_at as withdrawnAt, b.name as withdrawnBy, w.reason
      from attachments s join accounts a on a.id = s.attached_by
      left join attachment_withdrawals w on w.attachment_id = s.id left join accounts b on b.id = w.withdrawn_by`;
  const ofSubject = db.prepare<[string, number], LineRow>(
    `${select} where s.subject = ? and s.subject_id = ? order by s.id`,
  );
  const standing = db
    .prepare<[string, number], number>(
      `select count(*) from attachments s
        where s.subject = ? and s.subject_id = ?
          and not exists (select 1 from attachment_withdrawals w where w.attachment_id = s.id)`,
    )
    .pluck();

  return {
    /** In the order they were attached, those taken off too. */
    of: (subject: AttachmentSubject, subjectId: number): readonly AttachmentLine[] =>
      ofSubject.all(subject, subjectId).map(lineOf),

    /** How many stand, for rules that ask for a document. */
    countOf: (subject: AttachmentSubject, subjectId: number): number => standing.get(subject, subjectId) ?? 0,

    /** The file with its subject; null when there is none. */
    content(id: number): AttachedFile | null {
      const row = db
        .prepare<[number], Omit<AttachedFile, 'bytes'> & { content: Buffer }>(
          `select subject, subject_id as subjectId, file_name as fileName, media_type as type, content
             from attachments where id = ?`,
        )
        .get(id);
      if (row === undefined) return null;
      const { content, ...file } = row;
      return { ...file, bytes: new Uint8Array(content) };
    },

    /** Where a standing attachment hangs; null when there is none, or it was taken off. */
    standing(id: number): { subject: AttachmentSubject; subjectId: number; fileName: string; sha256: string } | null {
      const row = db
        .prepare<[number], { subject: AttachmentSubject; subjectId: number; fileName: string; sha256: string }>(
          `select subject, subject_id as subjectId, file_name as fileName, sha256
             from attachments s
            where id = ? and not exists (select 1 from attachment_withdrawals w where w.attachment_id = s.id)`,
        )
        .get(id);
      return row ?? null;
    },

    insert({ bytes, ...file }: NewAttachment, by: By): number {
      const { lastInsertRowid } = db
        .prepare(
          `insert into attachments (subject, subject_id, file_name, media_type, pages, size, sha256, attached_at, attached_by, content)
           values (:subject, :subjectId, :fileName, :type, :pages, :size, :sha256, :at, :accountId, :content)`,
        )
        .run({ ...file, ...by, size: bytes.length, content: bytes });
      return Number(lastInsertRowid);
    },

    withdraw(id: number, reason: string, by: By): void {
      db.prepare(
        `insert into attachment_withdrawals (attachment_id, reason, withdrawn_at, withdrawn_by)
         values (:id, :reason, :at, :accountId)`,
      ).run({ id, reason, ...by });
    },
  };
}

function lineOf({ withdrawnAt, withdrawnBy, reason, ...line }: LineRow): AttachmentLine {
  return {
    ...line,
    withdrawn: withdrawnAt === null ? null : { at: withdrawnAt, by: withdrawnBy ?? '', reason: reason ?? '' },
  };
}
