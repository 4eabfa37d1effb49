import { hash } from 'node:crypto';
import { batchGround } from '../../shared/features/draws/batches.ts';
import type { ExclusionReason } from '../../shared/features/draws/ceremony.ts';
import { type Candidate, type DrawInputs, pooled } from '../../shared/features/draws/pool.ts';
import type { DrawSetting } from '../../shared/features/draws/schemas.ts';
import { startingSetting } from '../../shared/features/draws/starting-setting.ts';
import type { RosterOfficer } from '../../shared/features/draws/team.ts';
import { sayTaskQuota, type Task, taskOriginTitles } from '../../shared/features/plans/task.ts';
import { planItemsOf } from '../../shared/features/plans/task-items.ts';
import { periodBars } from '../../shared/kernel/eligibility.ts';
import { yearOf } from '../../shared/kernel/local-date.ts';
import type { Grade } from '../../shared/kernel/pack-basis.ts';
import { type PolicyPack, presetInUse } from '../../shared/kernel/policy-pack.ts';
import type { Context } from './context.ts';
import { officePack } from './office-pack.ts';

/** A task, or what is to become one, as far as a draw asks. */
export type DrawnTask = Pick<Task, 'poolFilter' | 'quota' | 'leadDepartment' | 'items' | 'objects'> &
  TaskPeriod & { readonly id?: number };

/** A task that may name its objects, for a batch or for a ground of its own. */
type NamingTask = Pick<DrawnTask, 'objects' | 'id'>;

/** A task as far as what is settled before freezing asks. */
type SettledTask = NamingTask & Pick<Task, 'quota' | 'items' | 'origin' | 'source'>;

/** When the inspections are made; absent where the task has no dates yet: then today counts. */
type TaskPeriod = Partial<Pick<Task, 'fromOn' | 'toOn'>>;

/**
 * What a draw of the task would rest on today: rosters, grades, the year's visits and loads. Of several items together
 * the most visited one counts.
 */
export function drawInputs(ctx: Context, task: DrawnTask, setting: Pick<DrawSetting, 'quota' | 'leaves'>): DrawInputs {
  return {
    quota: task.quota,
    leadDepartment: task.leadDepartment,
    candidates: candidatesOf(ctx, task, poolOfTask(ctx, task), ctx.grading.gradesOn()),
    officers: rosterOfficers(ctx, task, setting),
    recusals: rosterRecusals(ctx),
    ...capsOf(ctx, task, setting.quota),
  };
}

function candidatesOf(
  ctx: Context,
  task: Pick<DrawnTask, 'items'>,
  objects: ReturnType<typeof poolOfTask>,
  grades: ReadonlyMap<number, { readonly grade: Grade; readonly raisedBy: readonly string[] }>,
): Candidate[] {
  const raise = officePack(ctx).raisedVisits.visits;
  const visits = ctx.inspections.visits(yearOf(ctx.today));
  const items = planItemsOf(task);
  return objects.map(({ id, code, name, status }) => ({
    id,
    code,
    name,
    isActive: status === '存续',
    grade: grades.get(id)?.grade ?? null,
    visits: visits.get(id)?.all ?? 0,
    visitsOfItem: mostVisits(items, visits.get(id)?.items ?? []),
    extraVisits: (grades.get(id)?.raisedBy.length ?? 0) > 0 ? raise : 0,
  }));
}

/**
 * The year's caps. Objects a task names for a complaint, an order or a finding of data (定向) are not under them (国办发〔2024〕54号,
 * 待核); those of a batch of 批次顺序 are.
 */
function capsOf(
  ctx: Context,
  task: NamingTask,
  quota: DrawSetting['quota'],
): Pick<DrawInputs, 'itemCap' | 'totalCaps'> {
  if (task.objects.length > 0 && batchOf(ctx, task) === null) return { itemCap: null, totalCaps: {} };
  const pack = officePack(ctx);
  const capOf = (code: string) => pack.visitCaps.find((cap) => cap.code === code)?.visits ?? null;
  const gradeCaps = Object.entries(presetInUse(pack).ratios).map(([grade, { visitsPerYear }]) => [
    grade,
    visitsPerYear,
  ]);
  return {
    itemCap: capOf('CAP-ITEM'),
    totalCaps: { '*': capOf('CAP-ALL'), ...(quota === 'graded' ? Object.fromEntries(gradeCaps) : {}) },
  };
}

/** Everyone the task is about, by code: those it names, or whom its filter takes. */
export function poolOfTask(ctx: Context, task: Pick<DrawnTask, 'objects' | 'poolFilter'>) {
  return task.objects.length > 0
    ? ctx.rosters.poolOfIds(task.objects.map(({ id }) => id))
    : ctx.rosters.drawPool(task.poolFilter);
}

function mostVisits(items: readonly number[], visited: readonly number[]): number {
  if (visited.length === 0) return 0;
  return Math.max(0, ...items.map((id) => visited.filter((item) => item === id).length));
}

/** What a draw of the task is set to before the operator changes anything. */
export function startOf(
  ctx: Context,
  task: SettledTask & Pick<Task, 'jointDepartments'>,
  isRehearsal: boolean,
): DrawSetting {
  const pack = officePack(ctx);
  const start = startingSetting({
    taskId: task.id ?? 0,
    isRehearsal,
    ratios: presetRatios(pack),
    leastOfficers: pack.team.officersAtLeast,
    jointDepartments: task.jointDepartments,
  });
  return settingFor(ctx, task, start);
}

/** Basis points of each grade under the pack's preset. */
export function presetRatios(pack: PolicyPack): DrawSetting['ratios'] {
  return Object.fromEntries(Object.entries(presetInUse(pack).ratios).map(([grade, { bp }]) => [grade, bp]));
}

/** Why each of these objects cannot be inspected for the task today, by code: not in business, or at a cap where caps hold. */
export function leftOutToday(
  ctx: Context,
  task: NamingTask & Pick<DrawnTask, 'quota' | 'items'>,
  objectIds: readonly number[],
): ReadonlyMap<string, ExclusionReason> {
  // The caps of one ratio for all ask for no grade.
  const candidates = candidatesOf(ctx, task, ctx.rosters.poolOfIds(objectIds), new Map());
  const inputs = { quota: task.quota, candidates, ...capsOf(ctx, task, 'plain') };
  return new Map(
    pooled({ mode: 'sample', quota: 'plain', must: [], exclude: [] }, inputs).flatMap(
      ({ code, excluded }): [string, ExclusionReason][] => (excluded === null ? [] : [[code, excluded]]),
    ),
  );
}

/** The batch of a 批次顺序 that a task carries out; null for every other. */
function batchOf(ctx: Context, { id }: Pick<DrawnTask, 'id'>) {
  return id === undefined ? null : ctx.draws.batchOfTask(id);
}

/** The setting with the objects a 定向 task or a batch names as 必检 and the ground printed for them; what is left out by hand stays out. */
export function settingFor(ctx: Context, task: SettledTask, setting: DrawSetting): DrawSetting {
  if (task.objects.length === 0) return setting;
  const out = new Set(setting.exclude.map(({ code }) => code));
  const against = leftOutToday(
    ctx,
    task,
    task.objects.map(({ id }) => id),
  );
  const must = task.objects.map(({ code }) => code).filter((code) => !out.has(code) && !against.has(code));
  return { ...setting, mode: 'sample', quota: 'plain', must, mustGround: groundFor(ctx, task) };
}

function groundFor(ctx: Context, task: Pick<Task, 'origin' | 'source'> & Pick<DrawnTask, 'id'>): string {
  const batch = batchOf(ctx, task);
  return batch === null ? groundOf(task) : batchGround(batch.drawNumber, batch.batch);
}

/** Why the objects of a 定向 task are inspected; at most 100 characters. */
function groundOf({ origin, source }: Pick<Task, 'origin' | 'source'>): string {
  return `${taskOriginTitles[origin]}（${source?.reference ?? ''}），定向检查`.slice(0, 100);
}

/** The officers with the load already carried this year, and what bars each from the task's period. */
export function rosterOfficers(
  ctx: Context,
  { fromOn = ctx.today, toOn = ctx.today }: TaskPeriod,
  { leaves }: Pick<DrawSetting, 'leaves'>,
): RosterOfficer[] {
  const loads = ctx.inspections.seatsThisYear(yearOf(ctx.today));
  // Days that have passed need nobody.
  const from = fromOn > ctx.today ? fromOn : ctx.today;
  const period = { from, to: toOn > from ? toOn : from };
  return ctx.rosters.drawOfficers().map((officer) => ({
    id: officer.code,
    name: officer.name,
    department: officer.department,
    leader: officer.isLeaderQualified,
    scopes: officer.scopes,
    base: loads.get(officer.id) ?? 0,
    bars: periodBars(
      {
        certificate: officer.certificateNumber,
        certificateUntil: officer.certificateExpiresOn ?? undefined,
        established: officer.hasEstablishment,
        status: officer.status,
        leaves: officer.leaves,
      },
      ctx.today,
      period,
      leaves,
    ),
  }));
}

/** Recusals in force today: what was lifted, has run out or has not begun keeps nobody apart. */
export function rosterRecusals(ctx: Context) {
  return ctx.rosters.drawRecusals(ctx.today).map(({ officerCode, objectCode, reasonCode }) => ({
    officer: officerCode,
    object: objectCode,
    reason: reasonCode,
  }));
}

/** Tasks not yet finished, with their quota in words. */
export function drawTasks(ctx: Context) {
  return ctx.plans
    .openTasks()
    .map(({ id, number, title, quota }) => ({ id, number, title, quotaText: sayTaskQuota(quota) }));
}

/** A task as the ceremony shows it. */
export function drawTask(ctx: Context, taskId: number) {
  const task = ctx.plans.taskById(taskId);
  return task === null ? null : { ...task, quotaText: sayTaskQuota(task.quota), ground: groundFor(ctx, task) };
}

/** Names of those who approved the task, or the plans whose items it carries out; none of them witnesses its draw. */
export function taskApprovers(ctx: Context, task: Pick<Task, 'approvedBy' | 'items'>): readonly string[] {
  const plans = planItemsOf(task).map((id) => ctx.plans.planById(ctx.plans.itemById(id)?.planId ?? 0));
  const names = [task.approvedBy, ...plans.map((plan) => plan?.approvedBy ?? null)];
  return [...new Set(names.filter((name) => name !== null))];
}

export function sha256(text: string): string {
  return hash('sha256', text);
}
