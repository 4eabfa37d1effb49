import { createHash } from 'node:crypto';
import {
  type AttachmentSubject,
  attachmentSubjects,
  attachmentTypeIn,
  isAttachmentType,
  isShown,
  LARGEST_ATTACHMENT_MB,
  MOST_ATTACHMENTS,
} from '../../../shared/kernel/attachments.ts';
import { done, refuse } from '../../../shared/kernel/result.ts';
import { isHiddenMatter } from '../../app/attachment-subjects.ts';
import type { FileRoutes } from '../../app/files.ts';
import { noted, runCommand } from '../../app/run-command.ts';
import { pagesOfScan } from '../../app/scan-pages.ts';
import { barredFromMatter, mayAttach, nameOf } from './may.ts';

const LONGEST_NAME = 120;

/** Attachments of every feature's matters, in and out; kept as they came, with their hash in the ledger. */
export function attachmentFiles({ download, upload }: FileRoutes): void {
  upload('attachments/:subject/:id', 'attachments.attach', mayAttach, async ({ ctx, param, bytes, fileName }) => {
    const subject = attachmentSubjects.find((one): one is AttachmentSubject => one === param('subject'));
    const subjectId = Number(param('id'));
    if (subject === undefined) return refuse('NOT_FOUND', { what: '要附文件的事项' });
    const barred = barredFromMatter(ctx, subject, subjectId);
    if (barred !== null) return barred;
    const file = fileName.slice(0, LONGEST_NAME) || '附件';
    const unfit = { file, mostMb: LARGEST_ATTACHMENT_MB };
    const type = attachmentTypeIn(bytes);
    if (!isAttachmentType(type)) return refuse('ATTACHMENT_UNFIT', { ...unfit, fault: type });
    const pages = isShown(type) ? await pagesOfScan(ctx, { type, bytes }) : null;
    if (isShown(type) && pages === null) return refuse('ATTACHMENT_UNFIT', { ...unfit, fault: 'damaged' });
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return runCommand(ctx, 'attachments.attach', mayAttach, () => {
      // Reading the file took a while, in which the matter may have been closed.
      const barredNow = barredFromMatter(ctx, subject, subjectId);
      if (barredNow !== null) return barredNow;
      const there = ctx.attachments.of(subject, subjectId).filter(({ withdrawn }) => withdrawn === null);
      if (there.length >= MOST_ATTACHMENTS) return refuse('ATTACHMENT_TOO_MANY', { most: MOST_ATTACHMENTS });
      const twin = there.find((one) => one.sha256 === sha256);
      if (twin !== undefined) return refuse('ATTACHMENT_TWICE', { file, as: twin.fileName });
      const by = { accountId: ctx.account?.id ?? 0, at: ctx.now };
      const id = ctx.attachments.insert({ subject, subjectId, fileName: file, type, pages, sha256, bytes }, by);
      return noted({ id, pages }, nameOf(ctx, subject, subjectId), { file, pages, size: bytes.length, sha256 });
    });
  });

  download('attachments/:attachment', 'attachments.open', 'anyone', ({ ctx, param }) => {
    const found = ctx.attachments.content(Number(param('attachment')));
    if (found === null || isHiddenMatter(ctx, found.subject, found.subjectId)) {
      return refuse('NOT_FOUND', { what: '这份附件' });
    }
    const { fileName: name, type, bytes, subject, subjectId } = found;
    const of = nameOf(ctx, subject, subjectId);
    const entered = runCommand(ctx, 'attachments.open', 'anyone', () => noted(null, of, { file: name }));
    return entered.ok ? done({ name, type, bytes, inline: isShown(type) }) : entered;
  });
}
