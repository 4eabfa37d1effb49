import { figuresOf } from '../../../shared/features/plans/figures.ts';
import type { PlanItem } from '../../../shared/features/plans/plan-items.ts';
import type { PlansRefusals } from '../../../shared/features/plans/refusals.ts';
import { roundsOf } from '../../../shared/features/plans/rounds.ts';
import type { NewTask, ProposedTask } from '../../../shared/features/plans/schemas.ts';
import { sayTaskQuota, type Task, type TaskItem } from '../../../shared/features/plans/task.ts';
import { clauseOf } from '../../../shared/features/plans/task-clauses.ts';
import { draftTask } from '../../../shared/features/plans/task-draft.ts';
import { shortDepartment } from '../../../shared/kernel/departments.ts';
import { yearOf } from '../../../shared/kernel/local-date.ts';
import { figureCount } from '../../../shared/kernel/quota-reading.ts';
import { done, type Refusal, type RefusalOf, type Result, refuse } from '../../../shared/kernel/result.ts';
import type { Context } from '../../app/context.ts';
import { officePack } from '../../app/office-pack.ts';
import { classPools } from './class-pools.ts';
import { festivalsFor } from './festivals.ts';
import { ownDepartment } from './plan-words.ts';
import type { NewTaskRecord } from './tasks.repo.ts';

type Refused = RefusalOf<PlansRefusals> | Refusal<'NOT_FOUND', { what: string }>;
type FurtherItem = TaskItem & { readonly planItemId: number };

/** Numbers and writes one task of a plan's item; part of a command's transaction. */
export function makePlanTask(ctx: Context, input: NewTask): Result<Task, Refused> {
  const found = itemOfPlan(ctx, input.planItemId);
  if (!found.ok) return found;
  const dates = datesRefusal(input);
  if (dates !== null) return dates;
  const { item } = found.value;
  const { leadDepartment, quotas } = draftTask(item, ownDepartment(ctx), '');
  const isRepeated = item.quota?.rounds != null;
  const rounds = roundsOf(item, festivalsFor(ctx));
  if (input.round !== '' && !rounds.some(({ title }) => title === input.round)) {
    return refuse('NOT_OF_THE_ITEM', { what: input.round });
  }
  const clause = clauseOf({ clauses: quotas, isRepeated }, ctx.plans.tasksOfItem(input.planItemId), input);
  if (!clause.ok) return clause;
  const further = furtherItems(ctx, input);
  if (!further.ok) return further;
  const { checkItems, checkFocus, methods, basis } = input;
  const title = item.texts.name;
  const own = { planItemId: input.planItemId, title, checkItems, checkFocus, methods, basis };
  return write(ctx, {
    ...input,
    origin: 'plan',
    clause: clause.value,
    source: null,
    leadDepartment,
    items: [own, ...further.value],
    objectIds: [],
  });
}

/** Refuses an item that is carried out once and visited along with more than one of the tasks made in one step. */
export function alongTwice(
  ctx: Context,
  tasks: readonly NewTask[],
): RefusalOf<Pick<PlansRefusals, 'FURTHER_ITEM_TWICE'>> | null {
  const ids = tasks.flatMap(({ furtherItemIds }) => [...new Set(furtherItemIds)]);
  const twice = ids.filter((id, index) => ids.indexOf(id) < index);
  const item = twice.flatMap((id) => ctx.plans.itemById(id)?.item ?? []).find(({ quota }) => quota?.rounds == null);
  return item === undefined ? null : refuse('FURTHER_ITEM_TWICE', { title: item.texts.name });
}

/** Numbers and writes a task that no plan holds; it waits for its approval. */
export function makeProposedTask(ctx: Context, input: ProposedTask): Result<Task, Refused> {
  const dates = datesRefusal(input);
  if (dates !== null) return dates;
  const { source, objectIds } = input;
  if (source.receivedOn > ctx.today) return refuse('RECEIVED_LATER', { receivedOn: source.receivedOn });
  const objects = [...new Set(objectIds)];
  if (objects.some((id) => ctx.rosters.objectById(id) === null)) return refuse('NOT_FOUND', { what: '检查对象' });
  const quota = objects.length > 0 ? ({ kind: 'count', count: objects.length } as const) : input.quota;
  if (quota === null) return refuse('TASK_WITHOUT_OBJECTS');
  const { title, checkItems, checkFocus, methods, basis } = input;
  return write(ctx, {
    ...input,
    planItemId: null,
    clause: '',
    round: '',
    leadDepartment: ownDepartment(ctx),
    poolFilter: objects.length > 0 ? {} : input.poolFilter,
    quota,
    items: [{ planItemId: null, title, checkItems, checkFocus, methods, basis }],
    objectIds: objects,
  });
}

function write(ctx: Context, task: NewTaskRecord): Result<Task, Refused> {
  const bureau = ctx.office.bureau();
  if (bureau === null) return refuse('NOT_FOUND', { what: '本机关' });
  const { departments } = officePack(ctx);
  const joint = task.jointDepartments.map((department) => shortDepartment(department, departments));
  const jointDepartments = [...new Set(joint)].filter((department) => department !== task.leadDepartment);
  const maker = { shortName: bureau.shortName, year: yearOf(ctx.today), accountId: ctx.account?.id ?? 0, at: ctx.now };
  return done(ctx.plans.insertTask({ ...task, jointDepartments }, maker));
}

/** The items visited for along: of approved plans, not yet carried out, and asking no more objects than the task draws. */
function furtherItems(ctx: Context, input: NewTask): Result<FurtherItem[], Refused> {
  const items: FurtherItem[] = [];
  const ids = new Set(input.furtherItemIds.filter((id) => id !== input.planItemId));
  const pool = ids.size === 0 ? [] : ctx.rosters.drawPool(input.poolFilter);
  const size = pool.filter(({ status }) => status === '存续').length;
  for (const planItemId of ids) {
    const found = itemOfPlan(ctx, planItemId);
    if (!found.ok) return found;
    const { item } = found.value;
    const title = item.texts.name;
    const { quotas, ...draft } = draftTask(item, ownDepartment(ctx), officePack(ctx).inspectionBasis.text);
    const made = ctx.plans.tasksOfItem(planItemId);
    if (item.quota?.rounds == null && made.length > 0) {
      return refuse('ITEM_HAS_TASKS', { numbers: made.map(({ number }) => number) });
    }
    const asked = figureCount(input.quota, size);
    const wanted = askedByPlan(ctx, item, size);
    if (wanted > asked) {
      const planned = quotas.map(({ of, quota }) => of + sayTaskQuota(quota)).join('、');
      return refuse('QUOTA_BELOW_FURTHER', { title, planned, asked, wanted });
    }
    const { checkItems, checkFocus, methods, basis } = draft;
    items.push({ planItemId, title, checkItems, checkFocus, methods, basis });
  }
  return done(items);
}

/** What the item's clauses ask together: of their bound classes, else of the `size` objects that are visited anyway. */
function askedByPlan(ctx: Context, item: PlanItem, size: number): number {
  const { clauses } = figuresOf(item, classPools(ctx), []);
  let [bound, counts, share] = [0, 0, 0];
  for (const [index, { figure }] of (item.quota?.clauses ?? []).entries()) {
    const known = clauses[index];
    if (known?.size != null) bound += known.asked ?? 0;
    else if (figure.kind === 'count') counts += figure.count;
    else share = Math.max(share, figureCount(figure, size));
  }
  return bound + Math.min(size, counts + share);
}

function itemOfPlan(ctx: Context, planItemId: number) {
  const stored = ctx.plans.itemById(planItemId);
  const plan = stored === null ? null : ctx.plans.planById(stored.planId);
  if (stored === null || plan === null) return refuse('NOT_FOUND', { what: '计划事项' });
  if (plan.state !== 'approved') return refuse('PLAN_NOT_APPROVED', { title: plan.title });
  const title = stored.item.texts.name;
  return ctx.plans.isInForce(planItemId) ? done(stored) : refuse('ITEM_NOT_IN_FORCE', { title });
}

function datesRefusal({ fromOn, toOn }: { readonly fromOn: string; readonly toOn: string }) {
  return toOn < fromOn ? refuse('TASK_DATES_REVERSED', { fromOn, toOn }) : null;
}
