import { z } from 'zod';
import { NewTask, PoolFilterInput, TaskQuotaInput } from '../../../shared/features/plans/schemas.ts';
import { meetsPlan, sayTaskQuota } from '../../../shared/features/plans/task.ts';
import { draftTask } from '../../../shared/features/plans/task-draft.ts';
import { shortDepartment } from '../../../shared/kernel/departments.ts';
import { yearOf } from '../../../shared/kernel/local-date.ts';
import { figureCount } from '../../../shared/kernel/quota-reading.ts';
import { refuse } from '../../../shared/kernel/result.ts';
import { officePack } from '../../app/office-pack.ts';
import { command, notFound, query } from '../../app/procedures.ts';
import { noted } from '../../app/run-command.ts';
import { itemInWords, ownDepartment } from './plan-words.ts';

const ById = z.object({ id: z.int() });

/** 抽查任务: made from the items of approved plans. */
export const taskCalls = {
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
      const size = ctx.rosters.countPool(input.poolFilter);
      return { size, asked: input.quota === null ? null : figureCount(input.quota, size) };
    }),

  /** Objects a filter takes, whatever their status. */
  poolCount: query()
    .input(PoolFilterInput)
    .query(({ ctx, input }) => ctx.rosters.countPool(input)),

  /** What the roster offers to narrow a pool by. */
  poolChoices: query().query(({ ctx }) => {
    const { townships, industries, tags } = ctx.rosters.objectChoices();
    return { townships, industries, tags, licences: ctx.rosters.licenceNames() };
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
};
