import { z } from 'zod';
import { DraftOf, SaveDraft } from '../../../shared/features/draws/schemas.ts';
import { done, refuse } from '../../../shared/kernel/result.ts';
import { settingFor, startOf } from '../../app/draw-inputs.ts';
import { keeping, notFound, query } from '../../app/procedures.ts';
import { hallRoster } from './hall-roster.ts';

/** What is settled before freezing: kept as it is settled, shown to the hall in counts. */
export const draftCalls = {
  /** What was settled last, or what a draw of the task starts with; a rehearsal starts with what the real draw has, and the other way round. */
  draft: query()
    .input(DraftOf)
    .query(({ ctx, input: { taskId, isRehearsal } }) => {
      const task = ctx.plans.taskById(taskId) ?? notFound('任务');
      const kind =
        isRehearsal ?? ctx.draws.newestDraftOf(taskId)?.setting.isRehearsal ?? ctx.draws.liveDrawOf(taskId) !== null;
      const own = ctx.draws.draftOf(taskId, kind);
      const start = own ?? ctx.draws.draftOf(taskId, !kind);
      const setting = { ...(start?.setting ?? startOf(ctx, task, kind)), isRehearsal: kind };
      return {
        setting: settingFor(ctx, task, setting),
        step: own?.step ?? 'roster',
        form: start?.form ?? {},
        savedAt: own?.savedAt ?? null,
        savedBy: own?.savedBy ?? null,
      };
    }),

  saveDraft: keeping('draws.save-draft', { may: ['operator'] })
    .input(SaveDraft)
    .mutation(({ ctx, input }) => {
      if (ctx.plans.taskById(input.setting.taskId) === null) return refuse('NOT_FOUND', { what: '任务' });
      ctx.draws.putDraft(input, ctx.account?.id ?? 0, ctx.now);
      return done({ savedAt: ctx.now });
    }),

  /** 名录 on the projector, before there is a draw. Open while the operator's screen is locked. */
  hallRoster: query({ evenLocked: true })
    .input(z.object({ taskId: z.int() }))
    .query(({ ctx, input }) => hallRoster(ctx, ctx.plans.taskById(input.taskId) ?? notFound('任务'))),
};
