import { supervisorFault, witnessFault } from '../../../shared/features/draws/attendance.ts';
import { enoughDigits } from '../../../shared/features/draws/digits.ts';
import { writeManifest } from '../../../shared/features/draws/manifest.ts';
import { writePlan } from '../../../shared/features/draws/plan-file.ts';
import { type PreparedDraw, prepareDraw } from '../../../shared/features/draws/prepare.ts';
import { readDraw } from '../../../shared/features/draws/read-draw.ts';
import type { CeremonyRefusal, DrawRefusal } from '../../../shared/features/draws/refusals.ts';
import { writeObjects, writeOfficers, writeRecusals } from '../../../shared/features/draws/roster-files.ts';
import type { DrawSetting, Freeze } from '../../../shared/features/draws/schemas.ts';
import type { Task } from '../../../shared/features/plans/task.ts';
import { yearOf } from '../../../shared/kernel/local-date.ts';
import { drawNumber } from '../../../shared/kernel/numbering.ts';
import { done, type Refusal, type Result, refuse } from '../../../shared/kernel/result.ts';
import type { Context } from '../../app/context.ts';
import { drawInputs, settingFor, sha256, taskApprovers } from '../../app/draw-inputs.ts';
import { officePack } from '../../app/office-pack.ts';
import { gradingOffice } from '../../app/regrade.ts';

interface Frozen {
  readonly drawId: number;
  readonly number: string;
  readonly commitment: string;
}

type FreezeRefusal = CeremonyRefusal | DrawRefusal | Refusal<'NOT_FOUND', { what: string }>;

/** Numbers the draw, writes its files and commits to them. Part of the command's transaction. */
export function freezeDraw(ctx: Context, freeze: Freeze): Result<Frozen, FreezeRefusal> {
  const { witnesses } = freeze;
  const task = ctx.plans.taskById(freeze.setting.taskId);
  if (task === null) return refuse('NOT_FOUND', { what: '任务' });
  const setting = settingFor(ctx, task, freeze.setting);
  const barred = freezingBarred(ctx, task, setting);
  if (barred !== null) return barred;
  const counts = witnesses.map(({ digitCount }) => digitCount);
  if (!enoughDigits(counts)) {
    return refuse('TOO_FEW_DIGITS', { witnesses: counts.length, digits: counts.reduce((sum, n) => sum + n, 0) });
  }
  const operatorName = ctx.account?.name ?? '';
  const fault =
    witnessFault(witnesses, { operator: operatorName, approvers: taskApprovers(ctx, task) }) ??
    supervisorFault(freeze.supervisor, operatorName, witnesses);
  if (fault !== null) return fault;
  const prepared = prepareDraw(setting, drawInputs(ctx, task, setting));
  if (!prepared.ok) return prepared;
  const year = yearOf(ctx.today);
  const serial = ctx.draws.nextSerial(year, setting.isRehearsal);
  const number = drawNumber(year, serial, setting.isRehearsal);
  const files = filesOf(prepared.value, { number, rehearsal: setting.isRehearsal, digits: counts });
  // Read back with the reader that the draw and every auditor use: what does not read is not frozen.
  const read = readDraw({ ...files, amendments: [] }, sha256);
  if (!read.ok) return read;
  const { commitment } = read.value;
  const drawId = ctx.draws.insertFrozen({
    year,
    serial,
    number,
    freeze: { ...freeze, setting },
    prepared: prepared.value,
    officerIds: new Map(ctx.rosters.drawOfficers().map(({ code, id }) => [code, id])),
    files,
    commitment,
    operatorName,
    accountId: ctx.account?.id ?? 0,
    at: ctx.now,
  });
  ctx.grading.takeGradeSnapshot(drawId, gradingOffice(ctx), ctx.now);
  ctx.draws.deleteDraft(task.id, setting.isRehearsal);
  return done({ drawId, number, commitment });
}

/** What keeps a task's list from being frozen, whoever attends and whatever the pool is. */
export function freezingBarred(ctx: Context, task: Task, setting: DrawSetting): CeremonyRefusal | null {
  const { number, state } = task;
  if (state === 'finished') return refuse('TASK_FINISHED', { number });
  if (state === 'proposed') return refuse('TASK_NOT_APPROVED', { number });
  if (state === 'cancelled') return refuse('TASK_CANCELLED', { number });
  const live = setting.isRehearsal ? null : ctx.draws.liveDrawOf(task.id);
  if (live !== null) return refuse('TASK_HAS_DRAW', { number: live });
  const seats = setting.leadSeats + setting.jointDepartments.length;
  const least = officePack(ctx).team.officersAtLeast;
  return setting.mode === 'sample' && seats < least ? refuse('TOO_FEW_SEATS', { seats, least }) : null;
}

function filesOf(prepared: PreparedDraw, head: { number: string; rehearsal: boolean; digits: readonly number[] }) {
  const objects = writeObjects(prepared.objects.map(({ code, stratum }) => ({ id: code, stratum })));
  const officers = writeOfficers(prepared.officers);
  const recusals = writeRecusals(prepared.recusals);
  const plan = writePlan(prepared.plan);
  const manifest = writeManifest({
    ...head,
    objects: sha256(objects),
    officers: sha256(officers),
    recusals: sha256(recusals),
    plan: sha256(plan),
  });
  return { manifest, objects, officers, recusals, plan };
}
