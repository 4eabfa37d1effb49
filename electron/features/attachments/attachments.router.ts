import { SubjectOf, WithdrawAttachment } from '../../../shared/features/attachments/schemas.ts';
import { refuse } from '../../../shared/kernel/result.ts';
import { isHiddenMatter } from '../../app/attachment-subjects.ts';
import { command, query, router } from '../../app/procedures.ts';
import { noted } from '../../app/run-command.ts';
import { barredFromMatter, mayAttach, nameOf } from './may.ts';

export const attachmentsRouter = router({
  /** The files of one matter, those taken off too. */
  of: query()
    .input(SubjectOf)
    .query(({ ctx, input: { subject, subjectId } }) =>
      isHiddenMatter(ctx, subject, subjectId) ? [] : ctx.attachments.of(subject, subjectId),
    ),

  /** 撤下: it stays listed with the reason, and counts no more. */
  withdraw: command('attachments.withdraw', { may: mayAttach })
    .input(WithdrawAttachment)
    .mutation(({ ctx, input: { id, reason } }) => {
      const found = ctx.attachments.standing(id);
      if (found === null) return refuse('NOT_FOUND', { what: '这份附件' });
      const { subject, subjectId, fileName: file, sha256 } = found;
      const barred = barredFromMatter(ctx, subject, subjectId);
      if (barred !== null) return barred;
      ctx.attachments.withdraw(id, reason, { accountId: ctx.account?.id ?? 0, at: ctx.now });
      return noted(null, nameOf(ctx, subject, subjectId), { file, sha256, reason });
    }),
});
