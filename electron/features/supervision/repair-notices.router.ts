import { IssueRepairNotice, RecordId, ServeRepairNotice } from '../../../shared/features/supervision/repair-schemas.ts';
import type { PenaltyNotice } from '../../../shared/features/supervision/repairs.ts';
import { done, refuse } from '../../../shared/kernel/result.ts';
import type { Context } from '../../app/context.ts';
import { officePack } from '../../app/office-pack.ts';
import { command, query } from '../../app/procedures.ts';
import { noted } from '../../app/run-command.ts';
import { byOf, dayRefusal, takeNumber } from './taken.ts';

/** 信用修复告知书, served together with the penalty (两书同达, 发改委令第36号). */
export const repairNoticeCalls = {
  /** Penalties of this office whose 告知书 is not served yet. */
  unserved: query().query(({ ctx }) => ctx.supervision.repairNotices.unserved(ctx.office.bureau()?.name ?? '')),

  /** The notice of one penalty; null for any other record. */
  notice: query()
    .input(RecordId)
    .query(({ ctx, input }) => ctx.supervision.repairNotices.penalty(input.recordId)),

  issueNotice: command('supervision.issue-repair-notice', { may: ['operator'] })
    .input(IssueRepairNotice)
    .mutation(({ ctx, input }) => {
      const found = penaltyOf(ctx, input.recordId);
      if (!found.ok) return found;
      const { notice, objectName, documentNumber } = found.value;
      if (notice !== null) return refuse('REPAIR_NOTICE_ISSUED', { number: notice.number });
      const tier = officePack(ctx).repair.find(({ severity }) => severity === input.severity);
      if (tier === undefined) return refuse('NOT_IN_PACK', { what: '这一程度失信信息的修复期限' });
      const number = takeNumber(ctx, 'repair-notice');
      ctx.supervision.repairNotices.insertNotice({ ...input, number, issuedOn: ctx.today }, byOf(ctx));
      return noted({ number }, `${objectName} ${number}`, { penalty: documentNumber, severity: input.severity });
    }),

  serveNotice: command('supervision.serve-repair-notice', { may: ['operator'] })
    .input(ServeRepairNotice)
    .mutation(({ ctx, input }) => {
      const found = penaltyOf(ctx, input.recordId);
      if (!found.ok) return found;
      const { notice, service, objectName } = found.value;
      if (notice === null) return refuse('STEP_NOT_DUE', { step: '登记送达', due: '制作信用修复告知书' });
      if (service !== null) return refuse('STEP_NOT_DUE', { step: '登记送达', due: null });
      const day = dayRefusal(ctx, '送达日期', input.servedOn, { what: '告知书日期', on: notice.issuedOn });
      if (day !== null) return day;
      ctx.supervision.repairNotices.insertService(input, byOf(ctx));
      return noted(null, `${objectName} ${notice.number}`, { servedOn: input.servedOn, receiver: input.receiver });
    }),
};

function penaltyOf(ctx: Context, recordId: number) {
  const penalty: PenaltyNotice | null = ctx.supervision.repairNotices.penalty(recordId);
  if (penalty !== null) return done(penalty);
  const title = ctx.credit.recordName(recordId);
  return title === null ? refuse('NOT_FOUND', { what: '信用记录' }) : refuse('REPAIR_NOTICE_NOT_PENALTY', { title });
}
