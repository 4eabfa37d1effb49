import { exclusionReasons, publicGroupName } from '../../../shared/features/draws/ceremony.ts';
import { type AssessedDraw, assessDraw } from '../../../shared/features/draws/prepare.ts';
import type { DraftStep, DrawSetting } from '../../../shared/features/draws/schemas.ts';
import type { HallRoster } from '../../../shared/features/draws/views.ts';
import type { Task } from '../../../shared/features/plans/task.ts';
import type { Context } from '../../app/context.ts';
import { drawInputs, settingFor, startOf } from '../../app/draw-inputs.ts';
import type { Db } from '../../database/open.ts';
import { writtenSoFar } from '../../database/written.ts';
import { freezingBarred } from './freeze.ts';

/**
 * Step 名录 as the hall sees it: groups without their grades, reasons with numbers, no names. What was prepared last counts, or
 * the draw frozen after it.
 */
export function hallRoster(ctx: Context, task: Task): HallRoster {
  const key = JSON.stringify([ctx.today, writtenSoFar(ctx.db), task.id]);
  const last = lastRosters.get(ctx.db);
  if (last?.key === key) return last.roster;
  const roster = rosterNow(ctx, task);
  lastRosters.set(ctx.db, { key, roster });
  return roster;
}

/** The one asked for last: the hall asks every second, and anything written makes it stale. */
const lastRosters = new WeakMap<Db, { readonly key: string; readonly roster: HallRoster }>();

function rosterNow(ctx: Context, task: Task): HallRoster {
  const draft = ctx.draws.newestDraftOf(task.id);
  const draw = ctx.draws.newestDrawOf(task.id);
  const isFrozen = draw !== null && (draft === null || draft.savedAt <= draw.frozenAt);
  const setting = settingFor(ctx, task, draft?.setting ?? startOf(ctx, task, false));
  const assessed = assessDraw(setting, drawInputs(ctx, task, setting));
  const counts = rosterCounts(setting, draft?.step ?? 'roster', assessed);
  return {
    bureau: ctx.office.bureau()?.name ?? '',
    taskNumber: task.number,
    taskTitle: task.title,
    drawId: isFrozen ? draw.id : null,
    ...counts,
    isReady: counts.isReady && freezingBarred(ctx, task, setting) === null,
  };
}

function rosterCounts(setting: DrawSetting, step: DraftStep, assessed: AssessedDraw) {
  const { objects, strata, seats, officers, recusals, feasibility, refusal, sampleSize } = assessed;
  const names = strata.map(({ name }) => name);
  const counts = new Map<string, number>();
  for (const { excluded } of objects) {
    if (excluded !== null) counts.set(excluded, (counts.get(excluded) ?? 0) + 1);
  }
  return {
    isRehearsal: setting.isRehearsal,
    mode: setting.mode,
    step,
    groups: strata.map(({ name, poolSize, excluded, mustCount, sampleSize: drawn }) => ({
      group: publicGroupName(names, name),
      before: poolSize + excluded,
      poolSize,
      excluded,
      mustCount,
      sampleSize: drawn,
    })),
    before: objects.length,
    poolSize: strata.reduce((sum, { poolSize }) => sum + poolSize, 0),
    mustCount: strata.reduce((sum, { mustCount }) => sum + mustCount, 0),
    sampleSize,
    exclusions: Object.entries(exclusionReasons).flatMap(([code, reason]) => {
      const count = counts.get(code) ?? 0;
      return count === 0 ? [] : [{ reason, count }];
    }),
    officers: officers.length,
    recusals: recusals.length,
    seats: seats.map(({ name, candidates }) => ({ name, candidates, isSingle: candidates === 1 })),
    feasibility: feasibility.kind,
    isReady: refusal === null,
  };
}
