import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Office, openOffice, password, sampleAccounts } from '../../support/office.ts';
import { finishedJob, must } from '../../support/outcomes.ts';

const workbook = readFileSync(new URL('../../../resources/samples/joint-plan-2023.xlsx', import.meta.url));
let office: Office;

beforeAll(async () => {
  office = await openOffice({ today: '2026-09-07' });
});
afterAll(() => office.close());

async function uploadPlan(): Promise<number> {
  const started = await office.upload<{ jobId: number }>('operator', '/uploads/plans/import', workbook, '计划表.xlsx');
  return (await finishedJob<{ stageId: number }>(office, 'operator', must(started).jobId)).stageId;
}

describe('抽查计划从导入到下达任务', () => {
  let planId = 0;

  test('读表后先看，确认之前数据库里什么也没有', async () => {
    const stageId = await uploadPlan();
    const stage = await office.as('operator').plans.stage.query({ stageId });
    expect(stage).toMatchObject({ year: 2023, fileName: '计划表.xlsx' });
    expect(stage?.items).toHaveLength(22);
    expect(stage?.items.map(({ reading }) => reading)).not.toContain(null);
    expect(stage?.warnings.map(({ sentence }) => sentence)).toContain(
      '起止时间“2022年9月至11月”写的是2022年，与2023年度计划不符，照原样保留，请核对。',
    );
    expect(await office.as('operator').plans.list.query()).toEqual([]);
    expect(await office.as('reviewer').plans.stage.query({ stageId })).toBeNull();
  });

  test('确认后二十二项一次写入，同一文件不再导入', async () => {
    const stageId = await uploadPlan();
    planId = must(await office.as('operator').plans.confirmImport.mutate({ stageId, year: 2023 })).planId;
    const { plan, items } = await office.as('operator').plans.items.query({ id: planId });
    expect(plan).toMatchObject({ year: 2023, state: 'draft', items: 22, madeBy: '示例经办' });
    expect(items.filter(({ concerns }) => concerns !== null).map(({ number }) => number)).toEqual([22]);
    const again = await office.as('operator').plans.confirmImport.mutate({ stageId: await uploadPlan(), year: 2023 });
    expect(again).toMatchObject({ ok: false, code: 'PLAN_ALREADY_IMPORTED' });
  });

  test('预览过期的不能确认', async () => {
    expect(await office.as('operator').plans.confirmImport.mutate({ stageId: 999, year: 2023 })).toMatchObject({
      code: 'PLAN_STAGE_GONE',
    });
  });

  const draftOf = async (wanted = 22) => {
    const { items } = await office.as('operator').plans.items.query({ id: planId });
    const planItemId = items.find(({ number }) => number === wanted)?.id ?? 0;
    const { draft } = await office.as('operator').plans.draftTask.query({ itemId: planItemId });
    const [first] = draft.quotas;
    if (first === undefined || draft.fromOn === null || draft.toOn === null) throw new Error('no draft');
    const { fromOn, toOn } = draft;
    return { ...draft, planItemId, quota: first.quota, fromOn, toOn };
  };

  test('未经批准的计划不能下达任务', async () => {
    expect(await office.as('operator').plans.createTask.mutate(await draftOf())).toMatchObject({
      code: 'PLAN_NOT_APPROVED',
    });
  });

  test('只有局领导能批准，批准后不能撤销导入', async () => {
    expect(await office.as('reviewer').plans.approve.mutate({ id: planId })).toMatchObject({
      code: 'NOT_ALLOWED',
      details: { who: ['示例分管（局领导）', '示例局长（局领导）'] },
    });
    must(await office.as('leader').plans.approve.mutate({ id: planId }));
    expect(await office.as('operator').plans.undoImport.mutate({ id: planId })).toMatchObject({
      code: 'PLAN_NOT_DRAFT',
    });
    const [plan] = await office.as('operator').plans.list.query();
    expect(plan).toMatchObject({ state: 'approved', approvedBy: '示例分管' });
  });

  test('第22项成为任务：编号连续，参与部门用简称', async () => {
    const draft = await draftOf();
    expect(draft).toMatchObject({
      title: '工业企业安全生产检查',
      leadDepartment: '工信',
      jointDepartments: ['应急', '消防', '市监'],
      poolFilter: { aboveScale: true },
      quota: { kind: 'count', count: 2 },
      itemKind: 'key',
    });
    const first = must(await office.as('operator').plans.createTask.mutate(draft));
    const again = await office.as('operator').plans.createTask.mutate(draft);
    expect(again).toMatchObject({ code: 'ITEM_HAS_TASKS', details: { numbers: ['额工信抽查〔2026〕1号'] } });
    const second = must(await office.as('operator').plans.createTask.mutate(await draftOf(10)));
    expect([first.number, second.number]).toEqual(['额工信抽查〔2026〕1号', '额工信抽查〔2026〕2号']);
    expect(await office.as('reviewer').plans.task.query({ id: first.id })).toEqual(first);
    expect(first).toMatchObject({ state: 'waiting', jointDepartments: ['应急', '消防', '市监'] });
    const { items } = await office.as('operator').plans.items.query({ id: planId });
    expect(items.at(-1)?.taskNumbers).toEqual([first.number]);
  });

  test('起止颠倒的任务不下达，编号不因此空缺', async () => {
    const draft = { ...(await draftOf(18)), fromOn: '2026-09-30', toOn: '2026-09-01' };
    expect(await office.as('operator').plans.createTask.mutate(draft)).toMatchObject({ code: 'TASK_DATES_REVERSED' });
    const next = must(await office.as('operator').plans.createTask.mutate(await draftOf(18)));
    expect(next.number).toBe('额工信抽查〔2026〕3号');
  });

  test('抽查数量不低于计划，也不换口径；可以多抽', async () => {
    const draft = await draftOf(8);
    const create = (quota: typeof draft.quota) => office.as('operator').plans.createTask.mutate({ ...draft, quota });
    const below = await create({ kind: 'ratio', bp: 400, atLeast: true });
    expect(below).toMatchObject({ code: 'QUOTA_BELOW_PLAN', details: { asked: ['不少于5%'] } });
    expect(await create({ kind: 'count', count: 99 })).toMatchObject({ code: 'QUOTA_BELOW_PLAN' });
    expect(await create({ kind: 'ratio', bp: 600, atLeast: true })).toMatchObject({ ok: true });
  });
});

test('兼任局领导的导入人不能批准自己导入的计划', async () => {
  const other = await openOffice({ today: '2026-09-07' });
  try {
    const both = { ...sampleAccounts.operator, name: '示例兼任', login: 'both', isLeader: true };
    must(await other.as('admin').office.addAccount.mutate(both));
    must(await other.as('operator').office.signIn.mutate({ login: 'both', password }));
    const started = await other.upload<{ jobId: number }>('operator', '/uploads/plans/import', workbook, '计划表.xlsx');
    const { stageId } = await finishedJob<{ stageId: number }>(other, 'operator', must(started).jobId);
    const { planId } = must(await other.as('operator').plans.confirmImport.mutate({ stageId, year: 2023 }));
    expect(await other.as('operator').plans.approve.mutate({ id: planId })).toMatchObject({ code: 'OWN_PLAN' });
    must(await other.as('leader').plans.approve.mutate({ id: planId }));
  } finally {
    await other.close();
  }
});

test('草稿可以整份撤销，台账留有记录', async () => {
  const other = await openOffice({ today: '2026-09-07' });
  try {
    const started = await other.upload<{ jobId: number }>('operator', '/uploads/plans/import', workbook, '计划表.xlsx');
    const { stageId } = await finishedJob<{ stageId: number }>(other, 'operator', must(started).jobId);
    const { planId } = must(await other.as('operator').plans.confirmImport.mutate({ stageId, year: 2023 }));
    must(await other.as('operator').plans.undoImport.mutate({ id: planId }));
    expect(await other.as('operator').plans.list.query()).toEqual([]);
    const lines = await other.as('admin').ledger.lines.query({});
    expect(lines.slice(0, 2).map(({ action }) => action)).toEqual(['plans.undo-import', 'plans.import']);
  } finally {
    await other.close();
  }
});

test('模板可以下载，原样填写后再导入能读', async () => {
  const template = await office.download('operator', '/files/plans/template');
  expect(template.length).toBeGreaterThan(3_000);
  const started = await office.upload<{ jobId: number }>('operator', '/uploads/plans/import', template, '模板.xlsx');
  await expect(finishedJob(office, 'operator', must(started).jobId)).rejects.toThrow('PLAN_WITHOUT_ITEMS');
});

test('不是工作簿的文件说明原因', async () => {
  const bytes = new TextEncoder().encode('<html></html>');
  const started = await office.upload<{ jobId: number }>('operator', '/uploads/plans/import', bytes, '计划.xlsx');
  await expect(finishedJob(office, 'operator', must(started).jobId)).rejects.toThrow('WORKBOOK_RENAMED');
});
