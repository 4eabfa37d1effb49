import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import type { NewTask, ProposedTask } from '../../shared/features/plans/schemas.ts';
import { type Office, openPrepared } from './office.ts';
import { finishedJob, must } from './outcomes.ts';

const workbook = readFileSync(new URL('../../resources/samples/joint-plan-2023.xlsx', import.meta.url));

/** An office whose joint plan of 22 items is imported and approved; the rosters are empty. */
export async function openPlanOffice({ today = '2026-09-07' }: { today?: string } = {}) {
  const { office, value: planId } = await openPrepared('plan', { today }, async (made) => {
    const started = await made.upload<{ jobId: number }>('operator', '/uploads/plans/import', workbook, '计划表.xlsx');
    const { stageId } = await finishedJob<{ stageId: number }>(made, 'operator', must(started).jobId);
    const confirmed = must(await made.as('operator').plans.confirmImport.mutate({ stageId, year: 2026 }));
    must(await made.as('leader').plans.approve.mutate({ id: confirmed.planId }));
    return confirmed.planId;
  });
  return { office, planId };
}

/** The plan's item of this 序号. */
export async function itemIdOf(office: Office, planId: number, wanted: number): Promise<number> {
  const { items } = await office.as('operator').plans.items.query({ id: planId });
  const item = items.find(({ number }) => number === wanted);
  if (item === undefined) throw new Error(`no item ${wanted}`);
  return item.id;
}

/** A task as the form sends it: what the item suggests, with dates of this year. */
export async function taskDraft(office: Office, planItemId: number): Promise<z.input<typeof NewTask>> {
  const { draft } = await office.as('operator').plans.draftTask.query({ itemId: planItemId });
  return {
    ...draft,
    planItemId,
    quota: draft.quotas[0]?.quota ?? { kind: 'count', count: 1 },
    fromOn: '2026-09-01',
    toOn: '2026-11-30',
  };
}

/** A complaint about named objects, or with a quota drawn from the roster, as it is registered. */
export function complaint(part: Partial<ProposedTask> = {}): ProposedTask {
  return {
    origin: 'complaint',
    source: {
      reference: '示例来电〔2026〕12号',
      receivedOn: '2026-09-05',
      handedBy: '示例市政府值班室',
      alleges: '反映夜间违规动火作业',
    },
    title: '动火作业投诉核查',
    itemKind: 'key',
    poolFilter: {},
    quota: null,
    objectIds: [],
    campaignId: null,
    jointDepartments: [],
    fromOn: '2026-09-07',
    toOn: '2026-09-30',
    checkItems: '动火作业审批情况',
    checkFocus: '',
    methods: ['实地核查'],
    basis: '《中华人民共和国安全生产法》',
    ...part,
  };
}

/** 注销: the object stays in the roster and leaves every pool. */
export async function deregister(office: Office, id: number): Promise<void> {
  const object = await office.as('operator').rosters.object.query({ id });
  const { name, code, kind, address, isAboveScale: aboveScale, isKey: priority } = object;
  const entry = { name, code, kind, address, aboveScale, priority, status: '注销' as const };
  must(await office.as('operator').rosters.changeObject.mutate({ id, entry, reason: '示例注销' }));
}
