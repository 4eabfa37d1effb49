import { z } from 'zod';
import { isPoolReason } from '../../../shared/features/draws/pool-reasons.ts';
import {
  CancelTask,
  NewTask,
  NewTasks,
  PoolFilterInput,
  PoolQuestion,
  ProposedTask,
} from '../../../shared/features/plans/schemas.ts';
import { sayNumbers, type Task, type TaskState, taskStateTitles } from '../../../shared/features/plans/task.ts';
import { draftTask } from '../../../shared/features/plans/task-draft.ts';
import { objectKinds } from '../../../shared/features/rosters/object-columns.ts';
import { done, refuse } from '../../../shared/kernel/result.ts';
import { campaignFault, campaignForTask } from '../../app/campaign-tasks.ts';
import type { Context } from '../../app/context.ts';
import { officePack } from '../../app/office-pack.ts';
import { command, notFound, query } from '../../app/procedures.ts';
import { noted } from '../../app/run-command.ts';
import { taskFor } from '../../app/targets.ts';
import { taskLines } from '../../app/task-lines.ts';
import { type PooledTask, taskPool } from '../../app/task-pool.ts';
import { alongTwice, makePlanTask, makeProposedTask } from './make-tasks.ts';
import { itemInWords, ownDepartment } from './plan-words.ts';
import { dueRounds, taskDraftOf } from './task-drafts.ts';

const ById = z.object({ id: z.int() });

/** 抽查任务: made from the items of approved plans, or 临时 (细则 第三条、第八条). */
export const taskCalls = {
  /** What a task made from an item is filled in with. */
  draftTask: query()
    .input(z.object({ itemId: z.int() }))
    .query(({ ctx, input }) => {
      const stored = ctx.plans.itemById(input.itemId) ?? notFound('计划事项');
      return { draft: taskDraftOf(ctx, stored), ...itemInWords(stored.item) };
    }),

  /** 综合查一次: items of approved plans that can be visited for along with another. */
  furtherItems: query().query(({ ctx }) =>
    ctx.plans
      .plans()
      .filter(({ state }) => state === 'approved')
      .flatMap(({ id: planId, title: plan }) =>
        ctx.plans
          .items(planId)
          .filter(({ item, cancelledBy, taskNumbers }) => {
            return cancelledBy === null && (item.quota?.rounds != null || taskNumbers.length === 0);
          })
          .map(({ id, item }) => {
            const { leadDepartment, jointDepartments } = draftTask(item, ownDepartment(ctx), '');
            const { number, texts } = item;
            return { id, plan, number, name: texts.name, departments: [leadDepartment, ...jointDepartments] };
          }),
      ),
  ),

  /** 分期: rounds of this office's items that have begun and have no task yet. */
  dueRounds: query().query(({ ctx }) => dueRounds(ctx)),

  /** What a 临时 task starts with. */
  proposalDraft: query()
    .input(z.object({ campaignId: z.int().nullable().default(null) }).default({ campaignId: null }))
    .query(({ ctx, input: { campaignId } }) => ({
      basis: officePack(ctx).inspectionBasis.text,
      leadDepartment: ownDepartment(ctx),
      today: ctx.today,
      campaign: campaignId === null ? null : campaignForTask(ctx, campaignId),
    })),

  /** 抽取范围: whom a draw could take today, who is left out and why, by the draw's own rules. */
  taskPool: query()
    .input(PoolQuestion)
    .query(({ ctx, input: { of, reason, ...page } }) => {
      const task = pooledTask(ctx, of) ?? notFound('抽查任务');
      return taskPool(ctx, task, { ...page, reason: isPoolReason(reason) ? reason : null });
    }),

  /** Objects a filter takes, whatever their status. */
  poolCount: query()
    .input(PoolFilterInput)
    .query(({ ctx, input }) => ctx.rosters.countPool(input)),

  /** What the roster offers to narrow a pool by. */
  poolChoices: query().query(({ ctx }) => {
    const { townships, industries, tags } = ctx.rosters.objectChoices();
    return { kinds: objectKinds, townships, industries, tags, licences: ctx.rosters.licenceNames() };
  }),

  departments: query().query(({ ctx }) => officePack(ctx).departments.map(({ name, short }) => ({ name, short }))),

  createTask: command('plans.create-task', { may: ['operator'] })
    .input(NewTask)
    .mutation(({ ctx, input }) => {
      const task = makePlanTask(ctx, input);
      return task.ok ? noted(task.value, task.value.number, factsOf(task.value)) : task;
    }),

  /** All clauses of an item, or several of its rounds, in one step; one refused refuses all. */
  createTasks: command('plans.create-task', { may: ['operator'] })
    .input(NewTasks)
    .mutation(({ ctx, input }) => {
      const twice = alongTwice(ctx, input.tasks);
      if (twice !== null) return twice;
      const tasks: Task[] = [];
      for (const one of input.tasks) {
        const task = makePlanTask(ctx, one);
        if (!task.ok) return task;
        tasks.push(task.value);
      }
      return noted(tasks, sayNumbers(tasks), { tasks: tasks.map(factsOf) });
    }),

  /** 临时任务 (细则 第三条): numbered at once, so that none is left out quietly; drawn after its approval. */
  proposeTask: command('plans.propose-task', { may: ['operator'] })
    .input(ProposedTask)
    .mutation(({ ctx, input }) => {
      const fault = campaignFault(ctx, input);
      if (fault !== null) return fault;
      const task = makeProposedTask(ctx, input);
      if (!task.ok) return task;
      if (input.campaignId !== null) ctx.registers.insertCampaignTask(input.campaignId, task.value.id);
      const { origin, source, objects } = task.value;
      const { reference, receivedOn } = source ?? input.source;
      const campaign = ctx.registers.campaignById(input.campaignId ?? 0)?.name;
      const about = { origin, reference, receivedOn, campaign, objects: objects.map(({ code }) => code) };
      return noted(task.value, task.value.number, { ...factsOf(task.value), ...about });
    }),

  /** 必审批 before an inspection that no plan holds. Never of one's own entry. */
  approveTask: command('plans.approve-task', { may: ['leader'] })
    .input(ById)
    .mutation(({ ctx, input }) => {
      const task = taskIn(ctx, input.id, ['proposed']);
      if (!task.ok) return task;
      ctx.plans.approveTask(input.id, ctx.account?.id ?? 0, ctx.now);
      return noted(null, task.value.number, { title: task.value.title });
    }),

  /** 取消, also 不予批准: by a leader with the reason; the number stays. Not once it is drawn. */
  cancelTask: command('plans.cancel-task', { may: ['leader'] })
    .input(CancelTask)
    .mutation(({ ctx, input: { id, reason } }) => {
      const task = taskIn(ctx, id, ['proposed', 'waiting']);
      if (!task.ok) return task;
      const draw = ctx.draws.liveDrawOf(id);
      if (draw !== null) return refuse('TASK_IS_DRAWN', { number: task.value.number, draw });
      ctx.plans.cancelTask(id, ctx.account?.id ?? 0, ctx.now, reason);
      return noted(null, task.value.number, { reason });
    }),

  tasks: query().query(({ ctx }) => ctx.plans.tasks().map((task) => taskFor(ctx, task))),
  /** The list: every task with its progress. */
  taskLines: query().query(({ ctx }) => taskLines(ctx).map((task) => taskFor(ctx, task))),
  task: query()
    .input(ById)
    .query(({ ctx, input }) => taskFor(ctx, ctx.plans.taskById(input.id) ?? notFound('抽查任务'))),
};

/** The task asked about, or what a form would make. */
function pooledTask(ctx: Context, of: PoolQuestion['of']): PooledTask | null {
  if ('taskId' in of) return ctx.plans.taskById(of.taskId);
  const { planItemIds, objectIds, jointDepartments, poolFilter } = of;
  const own = ctx.plans.itemById(planItemIds[0] ?? 0);
  const leadDepartment = own === null ? ownDepartment(ctx) : draftTask(own.item, ownDepartment(ctx), '').leadDepartment;
  return {
    poolFilter,
    quota:
      objectIds.length > 0 ? { kind: 'count', count: objectIds.length } : (of.quota ?? { kind: 'count', count: 1 }),
    leadDepartment,
    jointDepartments,
    origin: planItemIds.length > 0 ? 'plan' : 'assigned',
    source: null,
    items: planItemIds.map((planItemId) => ({
      planItemId,
      title: '',
      checkItems: '',
      checkFocus: '',
      methods: [],
      basis: '',
    })),
    objects: ctx.rosters.poolOfIds(objectIds),
  };
}

/** The task, where it stands in one of the states and the asker did not enter it himself. */
function taskIn(ctx: Context, id: number, states: readonly TaskState[]) {
  const task = ctx.plans.taskById(id);
  if (task === null) return refuse('NOT_FOUND', { what: '抽查任务' });
  const { number, state, createdById } = task;
  if (!states.includes(state)) return refuse('TASK_STATE', { number, state: taskStateTitles[state] });
  return createdById === ctx.account?.id ? refuse('OWN_TASK', { number }) : done(task);
}

/** What the ledger keeps of a new task. */
function factsOf({ number, title, quota, items, clause, round }: Task) {
  return { number, title, quota, planItemIds: items.flatMap(({ planItemId }) => planItemId ?? []), clause, round };
}
