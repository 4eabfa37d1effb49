import type { PooledObject } from '../../shared/features/draws/pool.ts';
import { hindrances, type PoolReason, poolReasons } from '../../shared/features/draws/pool-reasons.ts';
import { type AssessedDraw, assessDraw, withoutTeam } from '../../shared/features/draws/prepare.ts';
import { businessRoles, rolesOf } from '../../shared/features/office/roles.ts';
import type { Task } from '../../shared/features/plans/task.ts';
import { nameKey } from '../../shared/kernel/normalise.ts';
import { figureCount } from '../../shared/kernel/quota-reading.ts';
import { onceWritten } from '../database/written.ts';
import type { Context } from './context.ts';
import { type DrawnTask, drawInputs, settingFor, startOf } from './draw-inputs.ts';

/** A task, or what a form is about to make one. */
export type PooledTask = DrawnTask & Pick<Task, 'jointDepartments' | 'origin' | 'source'>;

export interface PoolPage {
  /** By grades instead of the quota's one ratio. */
  readonly isGraded: boolean;
  /** Only objects with this in the name or code; empty keeps all. */
  readonly text: string;
  /** Only those with this reason, `none` those without; null keeps all. */
  readonly reason: PoolReason | 'none' | null;
  readonly offset: number;
  readonly limit: number;
}

/** Everything a draw of the task would rest on, worked out once. */
interface WholePool {
  readonly isByGrade: boolean;
  readonly teamless: ReadonlySet<string>;
  readonly assessed: AssessedDraw;
}

/**
 * Whom a draw of the task could take today, by the draw's own rules: how many before and after exclusions, how many it
 * would ask, and one page of the names with the reason of each that is left out.
 */
export function taskPool(ctx: Context, task: PooledTask, page: PoolPage) {
  const { isByGrade, teamless, assessed } = wholePool(ctx, task, page.isGraded);
  const { objects, refusal } = assessed;
  const reasonOf = (object: PooledObject): PoolReason | null => {
    if (object.excluded !== null) return object.excluded;
    if (isByGrade && object.grade === null) return 'UNGRADED';
    return teamless.has(object.code) ? 'NO-TEAM' : null;
  };
  const held = ctx.account === null ? [] : rolesOf(ctx.account);
  const isOpen = businessRoles.some((role) => held.includes(role));
  const counts = new Map<PoolReason, number>();
  const text = nameKey(page.text);
  const kept: PooledObject[] = [];
  for (const object of objects) {
    const reason = reasonOf(object);
    if (reason !== null) counts.set(reason, (counts.get(reason) ?? 0) + 1);
    if (page.reason !== null && page.reason !== (reason ?? 'none')) continue;
    if (text === '' || object.code.includes(text) || nameKey(object.name).includes(text)) kept.push(object);
  }
  const excluded = objects.reduce((sum, object) => sum + Number(object.excluded !== null), 0);
  const after = objects.length - excluded;
  return {
    isRatio: task.quota.kind === 'ratio',
    size: objects.length,
    excluded,
    after,
    /** What the quota would ask of everyone the filter takes, and what it asks of those left. */
    askedBefore: figureCount(task.quota, objects.length),
    asked: refusal === null ? assessed.sampleSize : isByGrade ? null : figureCount(task.quota, after),
    reasons: (Object.keys(poolReasons) as PoolReason[]).flatMap((reason) => {
      const count = counts.get(reason) ?? 0;
      return count === 0 ? [] : [{ reason, count, isHindrance: hindrances.includes(reason) }];
    }),
    /** Why freezing would be refused today, if it would. */
    refusal,
    /** The names show who was drawn this year: 管理员 does not see them. */
    isOpen,
    total: isOpen ? kept.length : 0,
    lines: (isOpen ? kept : []).slice(page.offset, page.offset + page.limit).map((object) => {
      const { code, name, grade, visits } = object;
      return { code, name, grade, visits, reason: reasonOf(object) };
    }),
  };
}

/** Worked out once, so that turning its pages does not work it out anew. */
function wholePool(ctx: Context, task: PooledTask, isGraded: boolean): WholePool {
  const { id, poolFilter, quota, leadDepartment, jointDepartments, items, objects: named } = task;
  const about = { id, poolFilter, quota, leadDepartment, jointDepartments, items, named, isGraded };
  return onceWritten(ctx.db, 'task pool', [ctx.today, about], () => {
    const start = startOf(ctx, task, false);
    const setting = settingFor(ctx, task, { ...start, quota: isGraded ? 'graded' : 'plain' });
    const assessed = assessDraw(setting, drawInputs(ctx, task, setting));
    return {
      isByGrade: isGraded && quota.kind === 'ratio',
      teamless: new Set(withoutTeam(assessed.recusedGroups)),
      assessed,
    };
  });
}
