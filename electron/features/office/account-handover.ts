import { z } from 'zod';
import { accountsRefusal } from '../../../shared/features/office/account-rules.ts';
import { isLocalDate } from '../../../shared/kernel/local-date.ts';
import { refuse } from '../../../shared/kernel/result.ts';
import { command, query } from '../../app/procedures.ts';
import { noted } from '../../app/run-command.ts';

const HandOverAccount = z.object({
  id: z.int(),
  successorId: z.int(),
  onDay: z.string().refine(isLocalDate, '请填写日期'),
  reason: z.string().trim().min(1, '请填写移交事由').max(500, '不超过500个字'),
});

/** What an account entered and is not published goes to a named successor when it is disabled; who entered it stays on record. */
export const accountHandoverCalls = {
  openEntries: query()
    .input(z.object({ id: z.int() }))
    .query(({ ctx, input }) => ctx.inspections.openEntriesOf(input.id)),

  handOverAccount: command('office.hand-over', { may: ['admin'] })
    .input(HandOverAccount)
    .mutation(({ ctx, input: { id, successorId, onDay, reason } }) => {
      const leaver = ctx.office.accountById(id);
      const successor = ctx.office.accountById(successorId);
      if (leaver === null || successor === null) return refuse('NO_SUCH_ACCOUNT');
      if (successorId === id) return refuse('SUCCESSOR_UNFIT', { name: successor.name, why: '就是移交人本人' });
      if (!successor.isActive) return refuse('SUCCESSOR_UNFIT', { name: successor.name, why: '账号已停用' });
      if (!successor.isOperator) return refuse('SUCCESSOR_UNFIT', { name: successor.name, why: '不是经办人' });
      if (onDay > ctx.today) return refuse('HANDOVER_IN_FUTURE', { today: ctx.today });
      const entries = ctx.inspections.openEntriesOf(id);
      const barred = entries.filter(({ reviewedById }) => reviewedById === successorId);
      if (barred.length > 0) {
        const why = '审核过这一结果，不能再经办';
        return refuse('ENTRIES_BARRED', { lines: barred.map(({ objectName }) => ({ objectName, why })) });
      }
      const without = ctx.office
        .accounts()
        .map((account) => (account.id === id ? { ...account, isActive: false } : account));
      const refusal = accountsRefusal(without);
      if (refusal !== null) return refusal;
      if (entries.length > 0) {
        const handoverId = ctx.inspections.insertHandover({
          officerId: null,
          accountId: id,
          onDay,
          reason,
          at: ctx.now,
          byId: ctx.account?.id ?? 0,
          byName: ctx.account?.name ?? '',
        });
        for (const { resultId } of entries) ctx.inspections.insertEntryHandover(handoverId, resultId, successorId);
      }
      ctx.office.updateAccount(id, { ...leaver, isActive: false });
      ctx.sessions.closeAllOf(id);
      return noted({ count: entries.length }, leaver.name, {
        to: successor.name,
        onDay,
        reason,
        entries: entries.map(({ taskNumber, objectName }) => `${taskNumber} ${objectName}`),
      });
    }),
};
