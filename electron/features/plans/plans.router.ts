import { z } from 'zod';
import { figuresOf } from '../../../shared/features/plans/figures.ts';
import { PlanOfDay } from '../../../shared/features/plans/plan-schemas.ts';
import { ConfirmPlanImport } from '../../../shared/features/plans/schemas.ts';
import { concerns } from '../../../shared/features/plans/task-draft.ts';
import { isNotice, warningReason } from '../../../shared/features/plans/warning-text.ts';
import { refuse } from '../../../shared/kernel/result.ts';
import { command, notFound, query, router } from '../../app/procedures.ts';
import { noted } from '../../app/run-command.ts';
import { amendmentCalls } from './amendments.router.ts';
import { approvalCalls } from './approval.router.ts';
import { checkItemsRouter } from './check-items.router.ts';
import { classPools } from './class-pools.ts';
import { classCalls } from './classes.router.ts';
import { coverageCalls } from './coverage.router.ts';
import { festivalsFor } from './festivals.ts';
import { planEditCalls } from './plan-edit.router.ts';
import { draftPlan } from './plan-rows.ts';
import { itemInWords, ownDepartment, planInWords } from './plan-words.ts';
import { taskCalls } from './tasks.router.ts';

const ById = z.object({ id: z.int() });

export const plansRouter = router({
  checkItems: checkItemsRouter,
  list: query().query(({ ctx }) => ctx.plans.plans()),

  /** The items of a plan with their readings in words, and whether they concern this office. */
  items: query()
    .input(PlanOfDay)
    .query(({ ctx, input }) => {
      const plan = ctx.plans.planById(input.id) ?? notFound('抽查计划');
      const own = ownDepartment(ctx);
      const pools = classPools(ctx);
      const festivals = festivalsFor(ctx);
      const items = ctx.plans.items(plan.id, input.on).map(({ item, warnings, ...stored }) => ({
        ...stored,
        concerns: concerns(item, own),
        ...itemInWords(item),
        figures: figuresOf(item, pools, festivals),
        warnings: warnings.map((warning) => ({ sentence: warningReason(warning), isNotice: isNotice(warning) })),
      }));
      return { plan, items };
    }),

  /** 送审、退回、批准 with their opinions, and where the plan was made public. */
  record: query()
    .input(ById)
    .query(({ ctx, input }) => ({
      steps: ctx.plans.planSteps(input.id),
      publications: ctx.plans.planPublications(input.id),
    })),

  /** What a file that was read would import; null when the preview is gone. */
  stage: query()
    .input(z.object({ stageId: z.int() }))
    .query(({ ctx, input }) => {
      const stage = ctx.plans.stages.find(ctx.account?.id ?? 0, input.stageId);
      return stage === null
        ? null
        : { stageId: input.stageId, fileName: stage.fileName, kind: stage.kind, ...planInWords(stage.plan) };
    }),

  confirmImport: command('plans.import', { may: ['operator'], backup: 'import' })
    .input(ConfirmPlanImport)
    .mutation(({ ctx, input }) => {
      const accountId = ctx.account?.id ?? 0;
      const stage = ctx.plans.stages.find(accountId, input.stageId);
      if (stage === null) return refuse('PLAN_STAGE_GONE');
      const { fileName, fileSha256, kind, plan } = stage;
      const earlier = ctx.plans.planOfFile(fileSha256);
      if (earlier !== null) {
        return refuse('PLAN_ALREADY_IMPORTED', { title: earlier.title, importedAt: earlier.madeAt });
      }
      const { title, warnings } = plan;
      const items = plan.items.map((item) => ({ item, warnings: warnings.filter(({ row }) => row === item.row) }));
      const planId = ctx.plans.insertPlan(
        { kind, year: input.year, title, file: { name: fileName, sha256: fileSha256 }, items },
        accountId,
        ctx.now,
      );
      ctx.plans.stages.drop(accountId);
      return noted({ planId }, title, { fileName, fileSha256, items: items.length, warnings: warnings.length });
    }),

  undoImport: command('plans.undo-import', { may: ['operator'] })
    .input(ById)
    .mutation(({ ctx, input }) => {
      const found = draftPlan(ctx, input.id);
      if (!found.ok) return found;
      const plan = found.value;
      ctx.plans.deletePlan(plan.id);
      return noted(null, plan.title, { items: plan.items });
    }),

  ...approvalCalls,
  ...planEditCalls,
  ...amendmentCalls,
  ...coverageCalls,
  ...classCalls,
  ...taskCalls,
});
