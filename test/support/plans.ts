import { readFileSync } from 'node:fs';
import { type OWN_COLUMNS, ownCells } from '../../shared/features/plans/own-plan.ts';
import type { ItemInput } from '../../shared/features/plans/plan-schemas.ts';
import type { Office } from './office.ts';
import { finishedJob, must } from './outcomes.ts';

const workbook = readFileSync(new URL('../../resources/samples/joint-plan-2023.xlsx', import.meta.url));

type OwnText = Partial<Record<(typeof OWN_COLUMNS)[number]['key'], string>>;

/** An item of an own plan as the form sends it. */
export function ownItem(texts: OwnText, estimate: number | null = null): ItemInput {
  const usual: OwnText = {
    name: '示例检查',
    objects: '规上工业企业',
    quota: '2家',
    period: '3月至11月',
    initiators: '工信局',
  };
  return {
    cells: ownCells((column) => ({ ...usual, ...texts })[column] ?? ''),
    own: { category: '安全生产', kind: 'key', direction: '不定向', basis: '示例依据' },
    estimate,
  };
}

/** A draft of the office's own plan with these items. */
export async function ownPlan(office: Office, items: readonly ItemInput[], year = 2026): Promise<number> {
  const { plans } = office.as('operator');
  const { planId } = must(await plans.createOwn.mutate({ year, title: `${year}年度抽查工作计划`, copyFrom: null }));
  for (const item of items) must(await plans.saveItem.mutate({ planId, itemId: null, item }));
  return planId;
}

/** The joint plan of 2023 as a draft. */
export async function jointPlan(office: Office): Promise<number> {
  const started = await office.upload<{ jobId: number }>('operator', '/uploads/plans/import', workbook, '计划表.xlsx');
  const { stageId } = await finishedJob<{ stageId: number }>(office, 'operator', must(started).jobId);
  return must(await office.as('operator').plans.confirmImport.mutate({ stageId, year: 2023 })).planId;
}
