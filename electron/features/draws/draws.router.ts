import { identityOf, sayAttendant } from '../../../shared/features/draws/attendance.ts';
import { runDraw } from '../../../shared/features/draws/run-draw.ts';
import { AmendOfficers, DrawId, Freeze } from '../../../shared/features/draws/schemas.ts';
import { sha256 } from '../../app/draw-inputs.ts';
import { command, notFound, query, router } from '../../app/procedures.ts';
import { noted } from '../../app/run-command.ts';
import { drawFor } from '../../app/targets.ts';
import { ledgerHead } from '../../database/ledger.ts';
import { inBatchOrder, inspectionsOf, seatSubstitutes } from './after-draw.ts';
import { amendOfficers } from './amend.ts';
import { changeCalls } from './changes.router.ts';
import { atState, handingsOver, runObjects } from './draw-steps.ts';
import { freezeDraw } from './freeze.ts';
import { hallCalls } from './hall.router.ts';
import { paperCalls } from './papers.router.ts';
import { preparationCalls } from './preparation.router.ts';

export const drawsRouter = router({
  ...preparationCalls,
  ...paperCalls,
  ...changeCalls,

  list: query().query(({ ctx }) => ctx.draws.list()),

  byId: query()
    .input(DrawId)
    .query(({ ctx, input }) => drawFor(ctx, ctx.draws.drawById(input.drawId) ?? notFound('抽取'))),

  /** 冻结: numbers the draw, fixes every file and commits to them by C. No digit exists yet. */
  freeze: command('draws.freeze', { may: ['operator'], backup: 'draw' })
    .input(Freeze)
    .mutation(({ ctx, input }) => {
      const frozen = freezeDraw(ctx, input);
      if (!frozen.ok) return frozen;
      const { drawId, number, commitment } = frozen.value;
      ctx.draws.beginReveal(drawId, ctx.now);
      const { setting, witnesses, supervisor, supervisorUnit, place } = input;
      return noted({ drawId, number, commitment }, number, {
        commitment,
        taskId: setting.taskId,
        rehearsal: setting.isRehearsal,
        place,
        supervisor: `${supervisor}（${supervisorUnit}）`,
        witnesses: witnesses.map((witness) => sayAttendant({ ...witness, identity: identityOf(witness) })),
      });
    }),

  ...hallCalls,

  /** 抽取: the objects, by ticket. They stand even if the officers turn out infeasible. */
  drawObjects: command('draws.draw-objects', { may: ['operator'] })
    .input(DrawId)
    .mutation(({ ctx, input }) => {
      const draw = atState(ctx, input.drawId, ['sealed']);
      if (!draw.ok) return draw;
      const selection = runObjects(ctx, draw.value);
      if (!selection.ok) return selection;
      ctx.draws.insertDrawn(draw.value.id, selection.value, ctx.now);
      ctx.draws.beginReveal(draw.value.id, ctx.now);
      return noted({ drawn: selection.value.meeting.length }, draw.value.number, {
        drawnCount: selection.value.meeting.length,
        // Everybody reads the ledger, and the objects are not notified yet.
        drawnSha256: sha256(selection.value.meeting.map(({ id }) => `${id}\n`).join('')),
      });
    }),

  /** 人员: the teams; the result and its hash. Refused with the cause where the seats cannot be filled. */
  drawOfficers: command('draws.draw-officers', { may: ['operator'] })
    .input(DrawId)
    .mutation(({ ctx, input }) => {
      const draw = atState(ctx, input.drawId, ['drawn']);
      if (!draw.ok) return draw;
      const digits = draw.value.witnesses.map((witness) => witness.digits ?? '');
      const outcome = runDraw(ctx.draws.engineFiles(draw.value.id), digits, sha256);
      if (!outcome.ok) return outcome;
      ctx.draws.insertTeams(draw.value.id, outcome.value.stage, outcome.value, ctx.now);
      const seated = seatSubstitutes(ctx, draw.value.id);
      if (!seated.ok) return seated;
      ctx.draws.beginReveal(draw.value.id, ctx.now);
      return noted({ resultHash: outcome.value.resultHash }, draw.value.number, {
        resultHash: outcome.value.resultHash,
        stage: outcome.value.stage,
      });
    }),

  /** The officers of today in place of a list that cannot fill the seats; the objects and the seed stand. */
  amendOfficers: command('draws.amend-officers', { may: ['operator'] })
    .input(AmendOfficers)
    .mutation(({ ctx, input }) => {
      const draw = atState(ctx, input.drawId, ['drawn']);
      if (!draw.ok) return draw;
      const amended = amendOfficers(ctx, draw.value, input.reason);
      return amended.ok ? noted(amended.value, draw.value.number, { reason: input.reason, ...amended.value }) : amended;
    }),

  /** 笔录: closes the draw with the ledger head, and opens the inspections. A rehearsal opens none. */
  record: command('draws.record', { may: ['operator'] })
    .input(DrawId)
    .mutation(({ ctx, input }) => {
      const draw = atState(ctx, input.drawId, ['staffed']);
      if (!draw.ok) return draw;
      const { id, number, taskId, isRehearsal, drawn, setting, resultHash } = draw.value;
      const head = ledgerHead(ctx.db);
      ctx.draws.record(id, head, ctx.now);
      ctx.draws.beginReveal(id, ctx.now);
      if (!isRehearsal) {
        // 批次顺序 fixes the order only; its officers are settled batch by batch.
        if (setting.mode === 'sample') {
          const rows = inBatchOrder(ctx, taskId, inspectionsOf(draw.value));
          ctx.inspections.openForDraw({ drawId: id, taskId, rows }, ctx.now);
        }
        ctx.plans.setTaskState(taskId, 'running');
      }
      return noted(null, number, { resultHash, ledgerHead: head, rehearsal: isRehearsal, objects: drawn.length });
    }),

  /** To whom the 验证包 went, newest first. */
  handedOver: query()
    .input(DrawId)
    .query(({ ctx, input }) => {
      const draw = ctx.draws.drawById(input.drawId) ?? notFound('抽取');
      return handingsOver(ctx, draw.number);
    }),
});
