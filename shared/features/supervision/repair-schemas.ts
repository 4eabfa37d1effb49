import { z } from 'zod';
import { severityTitles } from '../../kernel/credit-facts.ts';
import { Day, keysOf, maybe, Served, said } from './list-schemas.ts';
import { repairMaterials } from './repairs.ts';

export const RepairId = z.object({ repairId: z.int() });

export const ApplyRepair = z
  .object({
    objectId: z.int('请选择检查对象'),
    recordIds: z.array(z.int()).max(50).default([]),
    entryIds: z.array(z.int()).max(20).default([]),
    severity: keysOf(severityTitles),
    documentOn: Day,
    applicant: said('申请人', 100),
    appliedOn: Day,
    remedy: said('纠正失信行为的情况', 2_000),
  })
  .refine(({ recordIds, entryIds }) => recordIds.length + entryIds.length > 0, {
    message: '请选择要修复的失信信息',
    path: ['recordIds'],
  });
export type ApplyRepair = z.infer<typeof ApplyRepair>;

export const AddMaterial = RepairId.extend({
  kind: keysOf(repairMaterials),
  title: said('材料名称', 200),
  datedOn: Day,
});

export const AddWay = RepairId.extend({
  wayId: said('修复方式'),
  doneOn: Day,
  proof: said('证明', 400),
  attendance: maybe(400),
});

export const AcceptRepair = RepairId.extend({ acceptedOn: Day });

export const CheckRepair = RepairId.extend({
  checkedOn: Day,
  isPassed: z.boolean('请选择核查是否通过'),
  finding: said('核查情况', 2_000),
});

export const DecideRepair = RepairId.extend({
  outcome: z.enum(['repaired', 'refused'], '请选择准予或不予修复'),
  opinion: said('决定意见'),
});

export const RecordId = z.object({ recordId: z.int() });
export const IssueRepairNotice = RecordId.extend({ severity: keysOf(severityTitles) });
export const ServeRepairNotice = RecordId.extend(Served.shape);
