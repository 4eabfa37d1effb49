import { afterAll, beforeAll, expect, test } from 'vitest';
import { planSheetDocument } from '../../shared/features/plans/plan-sheet.document.ts';
import { type Office, openOffice } from '../support/office.ts';
import { must } from '../support/outcomes.ts';
import { canReadPdfs, solidText } from '../support/pdf.ts';
import { jointPlan, ownItem, ownPlan } from '../support/plans.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice({ today: '2026-03-10' });
});
afterAll(() => office.close());

const sheetText = async (planId: number) =>
  solidText(await office.download('operator', `/files/plans/${planId}/sheet`));
const plain = (text: string) => text.replace(/\s/g, '');

test.skipIf(!canReadPdfs)('联合计划公布稿：十三列、二十二项都在，没有批准的打上草稿', async () => {
  const planId = await jointPlan(office);
  const text = plain(await sheetText(planId));
  expect(text).toContain('额尔古纳市市场监管领域2023年度部门联合');
  expect(text).toContain('尚未批准');
  for (const word of [
    '联合抽查任务名称',
    '参与部门抽查事项',
    '检查重点',
    '工业企业安全生产检查',
    '医疗机构2家、药店10家。',
  ]) {
    expect(text).toContain(word);
  }
});

test.skipIf(!canReadPdfs)('本局计划公布稿写明批准日期、文号和每次调整；不含电话、风险等级', async () => {
  const planId = await ownPlan(office, [ownItem({ name: '甲检查' }), ownItem({ name: '乙检查', objects: '示例企业' })]);
  must(await office.as('leader').plans.approve.mutate({ id: planId, documentNumber: '额工信发〔2026〕1号' }));
  const { plans } = office.as('operator');
  const { amendmentId } = must(await plans.proposeAmendment.mutate({ planId, reason: '上级布置专项检查' }));
  const { items } = await plans.items.query({ id: planId });
  must(await plans.changeItem.mutate({ kind: 'cancel', amendmentId, itemId: items[1]?.id ?? 0 }));
  must(await plans.submitAmendment.mutate({ id: amendmentId }));
  must(await office.as('leader').plans.approveAmendment.mutate({ id: amendmentId }));
  const text = plain(await sheetText(planId));
  expect(text).toContain('2026年3月10日批准（额工信发〔2026〕1号）');
  expect(text).toContain('共1项');
  expect(text).toContain('第1次调整（2026年3月10日批准）：上级布置专项检查');
  expect(text).toContain('第1次调整取消');
  expect(text).not.toContain('尚未批准');
});

test('同一计划印两次，内容相同', () => {
  const model = {
    bureau: '示例局',
    title: '2026年度抽查工作计划',
    kind: 'own',
    approvedOn: null,
    documentNumber: '',
    amendments: [],
    items: [],
    printedOn: '2026-03-10',
  } as const;
  expect(planSheetDocument(model)).toEqual(planSheetDocument(model));
  expect(planSheetDocument(model)).toMatchObject({ watermark: '草稿', layout: 'landscape' });
});
