import { exclusionReasons } from '../../../shared/features/draws/ceremony.ts';
import { type AssessedDraw, assessDraw } from '../../../shared/features/draws/prepare.ts';
import { previewOf } from '../../../shared/features/draws/preview.ts';
import type { DraftStep, DrawSetting } from '../../../shared/features/draws/schemas.ts';
import type { HallRoster } from '../../../shared/features/draws/views.ts';
import type { Task } from '../../../shared/features/plans/task.ts';
import type { Context } from '../../app/context.ts';
import { drawInputs, settingFor, startOf } from '../../app/draw-inputs.ts';
import { onceWritten } from '../../database/written.ts';
import { freezingBarred } from './freeze.ts';

/**
 * Step 名录 as the hall sees it: groups without their grades, reasons with numbers, no names. What was prepared last counts, or
 * the draw frozen after it.
 */
export function hallRoster(ctx: Context, task: Task): HallRoster {
  // The hall asks every second.
  return onceWritten(ctx.db, 'hall roster', [ctx.today, task.id], () => rosterNow(ctx, task));
}

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

/** Of what the operator sees the numbers alone, without a grade or a name. */
function rosterCounts(setting: DrawSetting, step: DraftStep, assessed: AssessedDraw) {
  const preview = previewOf(assessed);
  const { before, poolSize, mustCount, sampleSize, feasibility } = preview;
  return {
    isRehearsal: setting.isRehearsal,
    mode: setting.mode,
    step,
    groups: preview.strata.map((stratum) => {
      const { group, before: whole, poolSize: left, excluded, mustCount: must, sampleSize: drawn } = stratum;
      return { group, before: whole, poolSize: left, excluded, mustCount: must, sampleSize: drawn };
    }),
    before,
    poolSize,
    mustCount,
    sampleSize,
    exclusions: preview.exclusions.map(({ reason, count }) => ({ reason: exclusionReasons[reason], count })),
    officers: preview.officers.length,
    recusals: preview.recusals,
    seats: preview.seats.map(({ name, candidates }) => ({ name, candidates, isSingle: candidates === 1 })),
    feasibility,
    isReady: preview.refusal === null,
  };
}
