import { witnessFault } from '../../../shared/features/draws/attendance.ts';
import { signedPaperTitles } from '../../../shared/features/draws/scan.ts';
import { DrawId, VoidDraw, WithdrawScan } from '../../../shared/features/draws/schemas.ts';
import { refuse } from '../../../shared/kernel/result.ts';
import { command, query } from '../../app/procedures.ts';
import { noted } from '../../app/run-command.ts';
import { atState } from './draw-steps.ts';

/** Who attends, 作废, and the scans of what they signed. */
export const paperCalls = {
  /** Who attended earlier draws, and where they were held. */
  knownAttendants: query().query(({ ctx }) => ctx.draws.knownAttendants()),

  /** 作废: by a leader who did not operate, before witnesses, and before any of its objects was told. The draw stays listed. */
  void: command('draws.void', { may: ['leader'] })
    .input(VoidDraw)
    .mutation(({ ctx, input }) => {
      const draw = atState(ctx, input.drawId, ['frozen', 'seeding', 'sealed', 'drawn', 'staffed', 'recorded']);
      if (!draw.ok) return draw;
      const { id, number, state, operatorName } = draw.value;
      if (ctx.draws.frozenBy(id) === ctx.account?.id) return refuse('OWN_DRAW', { number });
      const [handed] = ctx.draws.handedBatches(id);
      if (handed !== undefined) return refuse('BATCHES_HANDED', { number, batch: handed.batch });
      const begun = ctx.inspections.begunOfDraw(id);
      if (begun[0]) return refuse('INSPECTIONS_BEGUN', { number, count: begun.length, name: begun[0] });
      const { reason, witnesses } = input;
      const approver = ctx.account?.name ?? '';
      const fault = witnessFault(witnesses, { operator: operatorName, approvers: [approver] });
      if (fault !== null) return fault;
      ctx.draws.voidDraw(id, { at: ctx.now, accountId: ctx.account?.id ?? 0, approver, reason, witnesses });
      const ended = ctx.inspections.endWithDraw(id, `因抽取${number}作废终止：${reason}`, ctx.now);
      const present = ctx.draws.drawById(id)?.voided?.witnesses;
      return noted(null, number, { state, reason, approver, witnesses: present, ended });
    }),

  scans: query()
    .input(DrawId)
    .query(({ ctx, input }) => ctx.draws.scansOf(input.drawId)),

  /** A wrong scan is set aside with the reason; it stays, and another is attached beside it. */
  withdrawScan: command('draws.withdraw-scan', { may: ['operator'] })
    .input(WithdrawScan)
    .mutation(({ ctx, input: { drawId, scanId, reason } }) => {
      const draw = ctx.draws.drawById(drawId);
      const scan = ctx.draws.scansOf(drawId).find(({ id, withdrawn }) => id === scanId && withdrawn === null);
      if (draw === null || scan === undefined) return refuse('NOT_FOUND', { what: '这份扫描件' });
      ctx.draws.withdrawScan(scanId, { reason, at: ctx.now, accountId: ctx.account?.id ?? 0 });
      const { paper, fileName: file, sha256 } = scan;
      return noted(null, draw.number, { paper: signedPaperTitles[paper], file, sha256, reason });
    }),
};
