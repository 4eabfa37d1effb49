import { afterAll, beforeAll, expect, test } from 'vitest';
import { addEnterprises } from '../../support/grade-files.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { must } from '../../support/outcomes.ts';
import { ownItem, ownPlan } from '../../support/plans.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice({ today: '2026-03-10' });
  await addEnterprises(office, 13);
});
afterAll(() => office.close());

const outlook = () => office.as('operator').plans.coverage.query({ year: 2026 });
const bind = async (name: string, poolFilter: { aboveScale?: boolean; nameHas?: string }) =>
  must(await office.as('operator').plans.bindClass.mutate({ name, poolFilter }));

test('没有计划时，到期的都会漏查；周期和依据照规则包', async () => {
  const { groups, lines, plans } = await outlook();
  expect(plans).toEqual([]);
  expect(groups).toMatchObject([
    { name: '重点企业', years: 1, since: '2026-01-01' },
    { name: '一般企业', years: 3, since: '2024-01-01', total: 13, due: 13, missed: 13, atRisk: 0 },
  ]);
  expect(groups[0]?.article).toBe('陈巴尔虎旗方案第三部分第5项（示例）');
  expect(lines).toHaveLength(13);
});

test('事项的类别没有绑定名录的，列出来，不算覆盖', async () => {
  await ownPlan(office, [ownItem({ name: '甲检查', objects: '规上工业企业', quota: '2家' })]);
  expect(await outlook()).toMatchObject({
    plans: [{ isApproved: false }],
    unbound: [{ name: '第1项 甲检查', classes: ['规上工业企业'] }],
    groups: [{}, { missed: 13 }],
  });
});

test('绑定之后：抽2家的有风险，全覆盖的没有', async () => {
  await bind('规上工业企业', { aboveScale: true });
  expect((await outlook()).groups[1]).toMatchObject({ missed: 0, atRisk: 13, must: 0 });
  const [plan] = await office.as('operator').plans.list.query();
  must(
    await office.as('operator').plans.saveItem.mutate({
      planId: plan?.id ?? 0,
      itemId: null,
      item: ownItem({ name: '乙检查', quota: '100%' }),
    }),
  );
  expect((await outlook()).groups[1]).toMatchObject({ due: 13, missed: 0, atRisk: 0, must: 0 });
});
