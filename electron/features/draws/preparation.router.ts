import { z } from 'zod';
import { assessDraw } from '../../../shared/features/draws/prepare.ts';
import { previewOf } from '../../../shared/features/draws/preview.ts';
import { DraftOf, DrawSetting, SaveDraft } from '../../../shared/features/draws/schemas.ts';
import { businessRoles } from '../../../shared/features/office/roles.ts';
import { citeArticle, STANDING_WORDS } from '../../../shared/kernel/pack-basis.ts';
import { presetInUse } from '../../../shared/kernel/policy-pack.ts';
import { done, refuse } from '../../../shared/kernel/result.ts';
import { drawCandidates } from '../../app/draw-candidates.ts';
import { drawInputs, drawTask, drawTasks, presetRatios, settingFor, startOf } from '../../app/draw-inputs.ts';
import { officePack } from '../../app/office-pack.ts';
import { keeping, notFound, query } from '../../app/procedures.ts';
import { taskFor } from '../../app/targets.ts';
import { freezingBarred } from './freeze.ts';
import { hallRoster } from './hall-roster.ts';

/** Before freezing: what would be drawn from, what is settled, and what the hall sees of it. */
export const preparationCalls = {
  /** A task, and what its setting starts with. */
  forTask: query()
    .input(z.object({ taskId: z.int() }))
    .query(({ ctx, input }) => {
      const task = taskFor(ctx, drawTask(ctx, input.taskId) ?? notFound('任务'));
      const pack = officePack(ctx);
      const preset = presetInUse(pack);
      const scopes = ctx.rosters.drawOfficers().flatMap((officer) => officer.scopes);
      return {
        task,
        preset: {
          name: preset.name,
          basis: `${citeArticle(preset.source)}，${STANDING_WORDS[preset.standing]}`,
          ratios: presetRatios(pack),
        },
        grades: pack.grades.map(({ grade, title }) => ({ grade, title })),
        leastOfficers: pack.team.officersAtLeast,
        scopes: [...new Set(scopes)].sort(),
      };
    }),

  /** Tasks that can be drawn. */
  tasks: query().query(({ ctx }) => drawTasks(ctx)),

  /** Everyone the draw is about, whatever is settled. */
  candidates: query({ may: businessRoles })
    .input(z.object({ taskId: z.int() }))
    .query(({ ctx, input }) => drawCandidates(ctx, ctx.plans.taskById(input.taskId) ?? notFound('任务'))),

  /** 名录: what would be frozen now, and why it cannot be. Nothing is written. */
  preview: query({ may: businessRoles })
    .input(DrawSetting)
    .query(({ ctx, input }) => {
      const task = ctx.plans.taskById(input.taskId) ?? notFound('任务');
      const setting = settingFor(ctx, task, input);
      const preview = previewOf(assessDraw(setting, drawInputs(ctx, task, setting)));
      return { ...preview, refusal: preview.refusal ?? freezingBarred(ctx, task, setting) };
    }),

  /** What was settled last, or what a draw of the task starts with; a rehearsal starts with what the real draw has, and the other way round. */
  draft: query({ may: businessRoles })
    .input(DraftOf)
    .query(({ ctx, input: { taskId, isRehearsal } }) => {
      const task = ctx.plans.taskById(taskId) ?? notFound('任务');
      const kind =
        isRehearsal ?? ctx.draws.newestDraftOf(taskId)?.setting.isRehearsal ?? ctx.draws.liveDrawOf(taskId) !== null;
      const own = ctx.draws.draftOf(taskId, kind);
      const start = own ?? ctx.draws.draftOf(taskId, !kind);
      const held = start?.setting ?? startOf(ctx, task, kind);
      // A draft from before the pack had a grade gets that grade's ratio.
      const setting = { ...held, ratios: { ...presetRatios(officePack(ctx)), ...held.ratios }, isRehearsal: kind };
      return {
        setting: settingFor(ctx, task, setting),
        step: own?.step ?? 'roster',
        form: start?.form ?? {},
        savedAt: own?.savedAt ?? null,
        savedBy: own?.savedBy ?? null,
      };
    }),

  /** Draws in preparation, to go on with. */
  drafts: query().query(({ ctx }) => ctx.draws.drafts()),

  /** Gives up what was settled; nothing was committed to. */
  dropDraft: keeping('draws.save-draft', { may: ['operator'] })
    .input(z.object({ taskId: z.int(), isRehearsal: z.boolean() }))
    .mutation(({ ctx, input }) => {
      ctx.draws.deleteDraft(input.taskId, input.isRehearsal);
      return done(null);
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
