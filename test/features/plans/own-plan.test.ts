import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Office, openOffice } from '../../support/office.ts';
import { finishedJob, must } from '../../support/outcomes.ts';
import { jointPlan, ownItem, ownPlan } from '../../support/plans.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice({ today: '2026-02-10' });
});
afterEach(() => office.close());

const itemsOf = async (id: number) => (await office.as('operator').plans.items.query({ id })).items;
const plans = () => office.as('operator').plans;

describe('本局年度抽查工作计划在程序里编制', () => {
  test('逐项增加，序号按次序编，细则第八条的内容都在；可以修改、上移、删除', async () => {
    const planId = await ownPlan(office, [
      ownItem({ name: '甲检查' }),
      ownItem({ name: '乙检查' }),
      ownItem({ name: '丙检查' }),
    ]);
    const [first, , third] = await itemsOf(planId);
    expect(first).toMatchObject({
      number: 1,
      texts: { name: '甲检查', objects: '规上工业企业', initiators: '工信局' },
      own: { category: '安全生产', kind: 'key', direction: '不定向', basis: '示例依据' },
      period: { fromOn: '2026-03-01', toOn: '2026-11-30' },
      concerns: 'leads',
      reading: '2家',
      warnings: [],
    });
    must(await plans().moveItem.mutate({ planId, itemId: third?.id ?? 0, by: -1 }));
    must(
      await plans().saveItem.mutate({ planId, itemId: first?.id ?? 0, item: ownItem({ name: '甲检查', quota: '5%' }) }),
    );
    expect((await itemsOf(planId)).map(({ number, texts }) => [number, texts.name, texts.quota])).toEqual([
      [1, '甲检查', '5%'],
      [2, '丙检查', '2家'],
      [3, '乙检查', '2家'],
    ]);
    must(await plans().removeItem.mutate({ planId, itemId: first?.id ?? 0 }));
    expect((await itemsOf(planId)).map(({ number, texts }) => [number, texts.name])).toEqual([
      [1, '丙检查'],
      [2, '乙检查'],
    ]);
  });

  test('读不懂的比例照存并提示停在哪里，名称不能空', async () => {
    const planId = await ownPlan(office, [ownItem({ quota: '5%左右' })]);
    const [item] = await itemsOf(planId);
    expect(item?.reading).toBeNull();
    expect(item?.warnings[0]?.sentence).toContain('读到第3个字“左右”停下');
    await expect(plans().saveItem.mutate({ planId, itemId: null, item: ownItem({ name: '  ' }) })).rejects.toThrow();
  });

  test('预估户数由读数推算，手填的两个都显示', async () => {
    const planId = await ownPlan(office, [ownItem({ quota: '每季度抽查2户' }), ownItem({ name: '乙检查' }, 30)]);
    expect((await itemsOf(planId)).map(({ figures }) => [figures.reckoned, figures.written])).toEqual([
      [6, null],
      [2, 30],
    ]);
    const [first] = await itemsOf(planId);
    must(
      await plans().saveItem.mutate({ planId, itemId: first?.id ?? 0, item: ownItem({ quota: '每季度抽查2户' }, 8) }),
    );
    expect((await itemsOf(planId))[0]?.figures).toMatchObject({ reckoned: 6, written: 8 });
  });

  test('沿用上年计划：年份顺延，预估重算，原计划不变', async () => {
    const last = await ownPlan(office, [ownItem({ period: '2025年3月至11月' }, 9)], 2025);
    const { planId } = must(await plans().createOwn.mutate({ year: 2026, title: '2026年度计划', copyFrom: last }));
    expect(await itemsOf(planId)).toMatchObject([
      { texts: { period: '2026年3月至11月' }, period: { fromOn: '2026-03-01' }, figures: { written: null } },
    ]);
    expect((await itemsOf(last))[0]?.texts.period).toBe('2025年3月至11月');
  });

  test('导出的工作簿可以再导入，成为本局计划', async () => {
    const planId = await ownPlan(office, [ownItem({ content: '第一行\n=第二行' }, 7)]);
    const bytes = await office.download('operator', `/files/plans/${planId}`);
    const started = await office.upload<{ jobId: number }>('operator', '/uploads/plans/import', bytes, '本局计划.xlsx');
    const { stageId } = await finishedJob<{ stageId: number }>(office, 'operator', must(started).jobId);
    expect(await plans().stage.query({ stageId })).toMatchObject({ kind: 'own', year: 2026 });
    const again = must(await plans().confirmImport.mutate({ stageId, year: 2026 }));
    const [[one], [other]] = [await itemsOf(planId), await itemsOf(again.planId)];
    expect([other?.cells, other?.own, other?.estimate]).toEqual([one?.cells, one?.own, one?.estimate]);
  });
});

test('联合计划的草稿逐格更正，读数随之改变，承接它的行也随之改变；批准后不能再改', async () => {
  const planId = await jointPlan(office);
  const before = await itemsOf(planId);
  const four = before.find(({ number }) => number === 4);
  if (four === undefined) throw new Error('no item 4');
  const item = { cells: { ...four.cells, quota: '不少于10%' }, own: null, estimate: null };
  must(await plans().saveItem.mutate({ planId, itemId: four.id, item }));
  const after = await itemsOf(planId);
  expect([after[3]?.reading, after[4]?.reading]).toEqual(['不少于10%', '不少于10%']);
  expect(after.filter((one, index) => one.texts.name !== before[index]?.texts.name)).toEqual([]);
  must(await office.as('leader').plans.approve.mutate({ id: planId }));
  expect(await plans().saveItem.mutate({ planId, itemId: four.id, item })).toMatchObject({ code: 'PLAN_NOT_DRAFT' });
  expect(await plans().removeItem.mutate({ planId, itemId: four.id })).toMatchObject({ code: 'PLAN_NOT_DRAFT' });
});
