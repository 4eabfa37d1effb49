import { hash } from 'node:crypto';
import type { DrawInputs, RosterOfficer } from '../../shared/features/draws/prepare.ts';
import type { DrawSetting } from '../../shared/features/draws/schemas.ts';
import { sayTaskQuota, type Task } from '../../shared/features/plans/task.ts';
import { officerBarNames, officerBars } from '../../shared/kernel/eligibility.ts';
import { yearOf } from '../../shared/kernel/local-date.ts';
import type { Context } from './context.ts';
import { officePack } from './office-pack.ts';

/** What a draw of the task would rest on today: rosters, grades, the year's visits and loads. */
export function drawInputs(ctx: Context, task: Task, setting: DrawSetting): DrawInputs {
  const pack = officePack(ctx);
  const year = yearOf(ctx.today);
  const visits = ctx.inspections.visits(year);
  const grades = ctx.grading.gradesOn();
  const capOf = (code: string) => pack.visitCaps.find((cap) => cap.code === code)?.visits ?? null;
  const ratios = pack.ratioPresets.find(({ id }) => id === pack.defaultPreset)?.ratios;
  const gradeCaps = Object.entries(ratios ?? {}).map(([grade, { visitsPerYear }]) => [grade, visitsPerYear] as const);
  return {
    quota: task.quota,
    leadDepartment: task.leadDepartment,
    candidates: ctx.rosters.drawPool(task.poolFilter).map(({ id, code, name, status }) => ({
      id,
      code,
      name,
      isActive: status === '存续',
      grade: grades.get(id)?.grade ?? null,
      visits: visits.get(id)?.all ?? 0,
      visitsOfItem: visits.get(id)?.items.filter((item) => item === task.planItemId).length ?? 0,
    })),
    officers: rosterOfficers(ctx),
    recusals: rosterRecusals(ctx),
    itemCap: capOf('CAP-ITEM'),
    totalCaps: { '*': capOf('CAP-ALL'), ...(setting.quota === 'graded' ? Object.fromEntries(gradeCaps) : {}) },
  };
}

/** The officers as of today, with the load already carried this year. */
export function rosterOfficers(ctx: Context): RosterOfficer[] {
  const loads = ctx.inspections.seatsThisYear(yearOf(ctx.today));
  return ctx.rosters.drawOfficers().map((officer) => ({
    id: officer.code,
    name: officer.name,
    department: officer.department,
    leader: officer.isLeaderQualified,
    scopes: officer.scopes,
    base: loads.get(officer.id) ?? 0,
    bars: officerBars(
      {
        certificate: officer.certificateNumber,
        certificateUntil: officer.certificateExpiresOn ?? undefined,
        established: officer.hasEstablishment,
        status: officer.status,
        leaves: officer.leaves,
      },
      ctx.today,
    ).map((bar) => officerBarNames[bar]),
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
  return task === null ? null : { ...task, quotaText: sayTaskQuota(task.quota) };
}

export function sha256(text: string): string {
  return hash('sha256', text);
}
