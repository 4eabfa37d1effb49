import type { z } from 'zod';
import type { DrawSetting, VoidWitness, Witness } from '../../shared/features/draws/schemas.ts';
import { settingOf } from './draw-setting.ts';
import { type Office, openPrepared } from './office.ts';
import { must } from './outcomes.ts';
import { importRosters, sampleFile, staged } from './roster-office.ts';

/** An office with its rosters and plan imported and row 22 of the plan (规上工业企业, 2家) handed down as a task. */
export async function openDrawOffice(packId?: string): Promise<{ readonly office: Office; readonly taskId: number }> {
  const setting = packId === undefined ? {} : { packId };
  const { office, value: taskId } = await openPrepared('rosters, plan and task', setting, async (made) => {
    await importRosters(made);
    const stageId = await staged(made, '/uploads/plans/import', sampleFile('joint-plan-2023.xlsx'));
    const { planId } = must(await made.as('operator').plans.confirmImport.mutate({ stageId, year: 2026 }));
    must(await made.as('leader').plans.approve.mutate({ id: planId }));
    return createTask(made, planId);
  });
  return { office, taskId };
}

/** A task of the plan's last item; its quota may be put otherwise. */
export async function createTask(
  office: Office,
  planId: number,
  quota?: { kind: 'ratio'; bp: number; atLeast: boolean },
) {
  const { items } = await office.as('operator').plans.items.query({ id: planId });
  const itemId = items.at(-1)?.id ?? 0;
  const { draft } = await office.as('operator').plans.draftTask.query({ itemId });
  const task = {
    ...draft,
    planItemId: itemId,
    quota: quota ?? draft.quotas[0]?.quota ?? { kind: 'count' as const, count: 2 },
    fromOn: '2026-09-01',
    toOn: '2026-11-30',
  };
  return must(await office.as('operator').plans.createTask.mutate(task)).id;
}

export const witnesses: readonly z.input<typeof Witness>[] = [
  { name: '示例见证甲', unit: '示例纪检监察组', kind: 'discipline', digitCount: 7 },
  { name: '示例见证乙', unit: '示例企业协会', kind: 'enterprise', digitCount: 7 },
  { name: '示例见证丙', unit: '示例社区', kind: 'congress', digitCount: 7 },
];

/** Who attends when a draw is voided. */
export const voidWitnesses: readonly z.input<typeof VoidWitness>[] = [
  { name: '示例见证甲', unit: '示例纪检监察组', kind: 'discipline' },
  { name: '示例见证丁', unit: '示例志愿者协会', kind: 'other', identity: '志愿者' },
];

export function freezeOf(taskId: number, part: Partial<DrawSetting> = {}) {
  return {
    setting: settingOf(taskId, part),
    witnesses: [...witnesses],
    supervisor: '示例监督',
    supervisorUnit: '示例司法局',
    place: '三楼会议室',
  };
}

export const digits = ['3141592', '6535897', '9323846'];

/** One witness's digits: on the screen, and confirmed by him. */
export async function giveDigits(office: Office, drawId: number, position: number, typed: string): Promise<void> {
  const { draws } = office.as('operator');
  const echoed = must(await draws.echoDigits.mutate({ drawId, position, typed, way: 'read' }));
  must(await draws.confirmDigits.mutate({ drawId, position, digits: echoed.digits }));
}

/** Takes a frozen draw through digits and sealing. */
export async function sealDraw(office: Office, drawId: number): Promise<void> {
  for (const [index, typed] of digits.entries()) {
    await giveDigits(office, drawId, index + 1, typed);
  }
  for (const index of digits.keys()) {
    must(await office.as('operator').draws.confirmSeed.mutate({ drawId, position: index + 1 }));
  }
  must(await office.as('operator').draws.seal.mutate({ drawId }));
}

/** A whole ceremony, up to the record. */
export async function completeDraw(office: Office, taskId: number, part: Partial<DrawSetting> = {}): Promise<number> {
  const { draws } = office.as('operator');
  const { drawId } = must(await draws.freeze.mutate(freezeOf(taskId, part)));
  await sealDraw(office, drawId);
  must(await draws.drawObjects.mutate({ drawId }));
  must(await draws.drawOfficers.mutate({ drawId }));
  must(await draws.record.mutate({ drawId }));
  return drawId;
}
