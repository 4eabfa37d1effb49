import { z } from 'zod';
import type { JointPlan } from '../../../shared/features/plans/joint-plan.ts';
import { ConfirmPlanImport, NewTask, PoolFilterInput, TaskQuotaInput } from '../../../shared/features/plans/schemas.ts';
import { meetsPlan, sayTaskQuota } from '../../../shared/features/plans/task.ts';
import { concerns, draftTask } from '../../../shared/features/plans/task-draft.ts';
import { isNotice, warningReason } from '../../../shared/features/plans/warning-text.ts';
import { shortDepartment } from '../../../shared/kernel/departments.ts';
import { yearOf } from '../../../shared/kernel/local-date.ts';
import { figureCount, sayQuota } from '../../../shared/kernel/quota-reading.ts';
import { refuse } from '../../../shared/kernel/result.ts';
import type { Context } from '../../app/context.ts';
import { officePack } from '../../app/office-pack.ts';
import { command, notFound, query, router } from '../../app/procedures.ts';
import { noted } from '../../app/run-command.ts';

const ById = z.object({ id: z.int() });

export const plansRouter = router({
  list: query().query(({ ctx }) => ctx.plans.plans()),

  /** The items of a plan with their readings in words, and whether they concern this office. */
  items: query()
    .input(ById)
    .query(({ ctx, input }) => {
      const plan = ctx.plans.planById(input.id) ?? notFound('抽查计划');
      const own = ownDepartment(ctx);
      const items = ctx.plans.items(plan.id).map(({ id, item, warnings, taskNumbers }) => ({
        id,
        taskNumbers,
        concerns: concerns(item, own),
        ...itemInWords(item),
        warnings: warnings.map((warning) => ({ sentence: warningReason(warning), isNotice: isNotice(warning) })),
      }));
      return { plan, items };
    }),

  /** What a file that was read would import; null when the preview is gone. */
  stage: query()
    .input(z.object({ stageId: z.int() }))
    .query(({ ctx, input }) => {
      const stage = ctx.plans.stages.find(ctx.account?.id ?? 0, input.stageId);
      return stage === null ? null : { stageId: input.stageId, fileName: stage.fileName, ...planInWords(stage.plan) };
    }),

  confirmImport: command('plans.import', { may: ['operator'], backup: 'import' })
    .input(ConfirmPlanImport)
    .mutation(({ ctx, input }) => {
      const accountId = ctx.account?.id ?? 0;
      const stage = ctx.plans.stages.find(accountId, input.stageId);
      if (stage === null) return refuse('PLAN_STAGE_GONE');
      const { fileName, fileSha256, plan } = stage;
      const earlier = ctx.plans.planOfFile(fileSha256);
      if (earlier !== null) {
        return refuse('PLAN_ALREADY_IMPORTED', { title: earlier.title, importedAt: earlier.importedAt });
      }
      const { title, items, warnings } = plan;
      const planId = ctx.plans.insertPlan(
        { year: input.year, title, fileName, fileSha256, items, warnings },
        accountId,
        ctx.now,
      );
      ctx.plans.stages.drop(accountId);
      return noted({ planId }, title, { fileName, fileSha256, items: items.length, warnings: warnings.length });
    }),

  undoImport: command('plans.undo-import', { may: ['operator'] })
    .input(ById)
    .mutation(({ ctx, input }) => {
      const plan = ctx.plans.planById(input.id);
      if (plan === null) return refuse('NOT_FOUND', { what: '抽查计划' });
      if (plan.state !== 'draft') return refuse('PLAN_NOT_DRAFT', { title: plan.title });
      ctx.plans.deletePlan(plan.id);
      return noted(null, plan.title, { items: plan.items });
    }),

  /** 报局领导批准 (细则 第五条). Not by the account that imported it. */
  approve: command('plans.approve', { may: ['leader'] })
    .input(ById)
    .mutation(({ ctx, input }) => {
      const plan = ctx.plans.planById(input.id);
      if (plan === null) return refuse('NOT_FOUND', { what: '抽查计划' });
      if (plan.state !== 'draft') return refuse('PLAN_NOT_DRAFT', { title: plan.title });
      const accountId = ctx.account?.id ?? 0;
      if (plan.importedById === accountId) return refuse('OWN_PLAN', { title: plan.title });
      ctx.plans.approvePlan(plan.id, accountId, ctx.now);
      return noted(null, plan.title, { items: plan.items });
    }),

  /** What a task made from an item is filled in with. */
  draftTask: query()
    .input(z.object({ itemId: z.int() }))
    .query(({ ctx, input }) => {
      const stored = ctx.plans.itemById(input.itemId) ?? notFound('计划事项');
      const pack = officePack(ctx);
      return {
        draft: draftTask(stored.item, ownDepartment(ctx), pack.inspectionBasis.text),
        ...itemInWords(stored.item),
      };
    }),

  /** Objects a filter leaves in the roster, and how many a quota asks of them, before exclusions. */
  poolPreview: query()
    .input(z.object({ poolFilter: PoolFilterInput, quota: TaskQuotaInput.nullable() }))
    .query(({ ctx, input }) => {
      const size = ctx.rosters.drawPool(input.poolFilter).length;
      return { size, asked: input.quota === null ? null : figureCount(input.quota, size) };
    }),

  departments: query().query(({ ctx }) => officePack(ctx).departments.map(({ name, short }) => ({ name, short }))),

  createTask: command('plans.create-task', { may: ['operator'] })
    .input(NewTask)
    .mutation(({ ctx, input }) => {
      const stored = ctx.plans.itemById(input.planItemId);
      const plan = stored === null ? null : ctx.plans.planById(stored.planId);
      const bureau = ctx.office.bureau();
      if (stored === null || plan === null || bureau === null) return refuse('NOT_FOUND', { what: '计划事项' });
      if (plan.state !== 'approved') return refuse('PLAN_NOT_APPROVED', { title: plan.title });
      if (input.toOn < input.fromOn) return refuse('TASK_DATES_REVERSED', { fromOn: input.fromOn, toOn: input.toOn });
      const pack = officePack(ctx);
      const own = ownDepartment(ctx);
      const { leadDepartment, quotas } = draftTask(stored.item, own, '');
      const clauses = quotas.map(({ quota }) => quota);
      const numbers = ctx.plans.numbersOfItem(input.planItemId);
      if (stored.item.quota?.rounds === null && numbers.length >= Math.max(1, clauses.length)) {
        return refuse('ITEM_HAS_TASKS', { numbers });
      }
      if (!meetsPlan(input.quota, clauses)) return refuse('QUOTA_BELOW_PLAN', { asked: clauses.map(sayTaskQuota) });
      const joint = input.jointDepartments.map((department) => shortDepartment(department, pack.departments));
      const jointDepartments = [...new Set(joint)].filter((department) => department !== leadDepartment);
      const task = ctx.plans.insertTask(
        { ...input, jointDepartments, leadDepartment },
        { shortName: bureau.shortName, year: yearOf(ctx.today), accountId: ctx.account?.id ?? 0, at: ctx.now },
      );
      return noted(task, task.number, { title: task.title, quota: task.quota, planItemId: task.planItemId });
    }),

  tasks: query().query(({ ctx }) => ctx.plans.tasks()),
  task: query()
    .input(ById)
    .query(({ ctx, input }) => ctx.plans.taskById(input.id) ?? notFound('抽查任务')),
});

type Item = JointPlan['items'][number];

/** An item as the page shows it. `reading` is null where the quota was not understood. */
function itemInWords(item: Item) {
  const { row, number, continues, texts, cells, inherited, period, initiators, participants, occasions } = item;
  return {
    row,
    number,
    continues,
    texts,
    cells,
    inherited,
    period,
    occasions,
    reading: item.quota === null ? null : sayQuota(item.quota),
    initiators: initiators.departments.map(({ short, text }) => short ?? text),
    participants: participants.departments.map(({ short, text }) => short ?? text),
  };
}

function planInWords(plan: JointPlan) {
  const { title, year, dropped } = plan;
  return {
    title,
    year,
    dropped,
    items: plan.items.map(itemInWords),
    warnings: plan.warnings.map((warning) => ({
      row: warning.row,
      sheet: warning.sheet,
      sentence: warningReason(warning),
      isNotice: isNotice(warning),
    })),
  };
}

/** The office's own department by the short name plans are read with. */
function ownDepartment(ctx: Context): string {
  return shortDepartment(ctx.office.bureau()?.department ?? '', officePack(ctx).departments);
}
