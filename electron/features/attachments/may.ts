import { type Role, rolesOf, roleTitles } from '../../../shared/features/office/roles.ts';
import {
  type AttachmentSubject,
  attachmentSubjectTitles,
  attachmentWriters,
} from '../../../shared/kernel/attachments.ts';
import { refuse } from '../../../shared/kernel/result.ts';
import { attachmentMatter } from '../../app/attachment-subjects.ts';
import type { Context } from '../../app/context.ts';

/** Who adds and takes off at all: whoever does the office's work; admin keeps accounts only. */
export const mayAttach: readonly Role[] = ['operator', 'reviewer', 'leader'];

/** Why the asker may not add to this matter or take off it: there is none, it is closed, it is others' work. Null where he may. */
export function barredFromMatter(ctx: Context, subject: AttachmentSubject, subjectId: number) {
  const title = attachmentSubjectTitles[subject];
  const matter = attachmentMatter(ctx, subject, subjectId);
  if (matter === null) return refuse('ATTACHMENT_WITHOUT_MATTER', { title });
  const may: readonly Role[] = attachmentWriters[subject];
  if (ctx.account === null || !rolesOf(ctx.account).some((role) => may.includes(role))) {
    const who = ctx.office.namesOfRoles(may);
    return refuse('ATTACHMENT_OF_OTHERS', { title, may: may.map((role) => roleTitles[role]), who });
  }
  return matter.closed === null ? null : refuse('ATTACHMENT_CLOSED', { name: matter.name, why: matter.closed });
}

/** What the ledger calls the matter, also one that was taken back since. */
export function nameOf(ctx: Context, subject: AttachmentSubject, subjectId: number): string {
  return attachmentMatter(ctx, subject, subjectId)?.name ?? attachmentSubjectTitles[subject];
}
