import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { completeDraw, openDrawOffice, voidWitnesses } from '../../support/draw-office.ts';
import type { Office } from '../../support/office.ts';
import { must } from '../../support/outcomes.ts';
import { complaint } from '../../support/plan-office.ts';

let office: Office;
let taskId: number;
let drawId: number;
beforeEach(async () => {
  ({ office, taskId } = await openDrawOffice());
  drawId = await completeDraw(office, taskId, { mode: 'batch', batchSize: 5 });
}, 60_000);
afterEach(() => office.close());

const draws = () => office.as('operator').draws;
const batches = async () => (await draws().batches.query({ drawId }))!;
const members = async (batch: number) =>
  (await draws().byId.query({ drawId })).drawn.filter((line) => line.batch === batch).map(({ code }) => code);
const days = { fromOn: '2026-09-08', toOn: '2026-10-31' };

async function handDown(batch: number, early = '') {
  return draws().handDownBatch.mutate({ drawId, batch, ...days, early });
}

/** Everything up to publication for each inspection of the task that is open. */
async function inspectAll(task: number) {
  const { inspections } = office.as('operator');
  for (const { id } of await inspections.list.query({ year: null, taskId: task })) {
    const notice = {
      inspectionId: id,
      inspectOn: '2026-09-07',
      address: '示例',
      contact: '示例',
      items: '示例',
      materials: '',
    };
    must(await inspections.issueNotice.mutate(notice));
    const facts = {
      inspectedOn: '2026-09-07',
      completedOn: '2026-09-07',
      methods: ['on-site' as const],
      result: 'no-problem' as const,
      findings: '未见异常',
      disposal: 'none' as const,
    };
    must(await inspections.submitResult.mutate({ inspectionId: id, facts }));
    must(
      await office
        .as('reviewer')
        .inspections.reviewResult.mutate({ inspectionId: id, decision: 'approve', opinion: '' }),
    );
    must(await inspections.publish.mutate({ inspectionIds: [id] }));
  }
}

describe('批次顺序的执行', () => {
  test('逐批下达：任务指名该批对象，全部必检，人员当众抽取，检查按批内顺序打开', async () => {
    expect((await batches()).map(({ state }) => state)).toEqual((await batches()).map(() => 'waiting'));
    const { number, objects } = must(await handDown(1));
    expect(objects).toBe(5);
    const [first] = await batches();
    expect(first).toMatchObject({ state: 'handed', task: { number, drawId: null }, early: null });
    const batchTask = first!.task!.id;
    const task = await office.as('operator').plans.task.query({ id: batchTask });
    const order = await members(1);
    expect(task.objects.map(({ code }) => code).sort()).toEqual([...order].sort());
    expect(task.title).toContain('（第1批）');
    const { task: asked } = await draws().forTask.query({ taskId: batchTask });
    expect(asked.ground).toBe('批次顺序抽取2026-001第1批');

    const own = await completeDraw(office, batchTask);
    const view = await draws().byId.query({ drawId: own });
    expect(view.drawn.every(({ kind }) => kind === '必检')).toBe(true);
    expect(view.setting.mustGround).toBe('批次顺序抽取2026-001第1批');
    expect(view.drawn.every(({ team }) => team.length === 2)).toBe(true);
    expect((await batches())[0]).toMatchObject({ state: 'running', task: { drawId: own } });
    const rows = await office.as('operator').inspections.list.query({ year: null, taskId: batchTask });
    expect(rows.map(({ objectCode }) => objectCode)).toEqual(order);

    await inspectAll(batchTask);
    expect((await batches())[0]).toMatchObject({ state: 'done', inspected: 5, published: 5 });
    const line = (await office.as('operator').plans.taskLines.query()).find(({ id }) => id === taskId);
    expect(line).toMatchObject({ state: 'running', inspected: 5, published: 5 });
  });

  test('按顺序下达；提前的写明理由，不能重复下达', async () => {
    expect(await handDown(2)).toMatchObject({ code: 'BATCH_OUT_OF_ORDER', details: { batch: 2, next: 1 } });
    must(await handDown(2, '该批企业临近停产检修'));
    expect((await batches())[1]).toMatchObject({ state: 'handed', early: '该批企业临近停产检修' });
    expect(await handDown(2)).toMatchObject({ code: 'BATCH_HANDED_DOWN' });
    must(await handDown(1));
    expect((await batches())[0]!.early).toBeNull();
    expect(await handDown(99)).toMatchObject({ code: 'NOT_FOUND' });
  });

  test('下达时已注销、已达次数上限的排除，写明原因；全批都不能检查的，算已完成', async () => {
    const [gone, capped] = await members(1);
    const { rosters, inspections } = office.as('operator');
    const idOf = async (code: string) => (await rosters.objects.query({ text: code, limit: 5 })).lines[0]!.id;
    const change = { kind: 'status', status: '注销', statusOn: '2026-09-01', statusDocument: '' } as const;
    const selection = { ids: [await idOf(gone!)] };
    must(await rosters.batchChangeObjects.mutate({ selection, change, reason: '示例', expected: 1 }));
    const { title } = await office.as('operator').plans.task.query({ id: taskId });
    for (const inspectedOn of ['2026-03-02', '2026-04-02', '2026-05-02']) {
      const past = { objectId: await idOf(capped!), itemName: title, inspectedOn, result: 'no-problem' as const };
      must(await inspections.past.add.mutate(past));
    }
    expect(must(await handDown(1))).toMatchObject({ objects: 3, leftOut: 2 });
    const [first] = await batches();
    expect(first!.leftOut.map(({ code, reason }) => [code, reason]).sort()).toEqual(
      [
        [gone, 'STATUS'],
        [capped, 'CAP-ITEM'],
      ].sort(),
    );
    const rest = { ids: await Promise.all((await members(2)).map(idOf)) };
    must(await rosters.batchChangeObjects.mutate({ selection: rest, change, reason: '示例', expected: 5 }));
    expect(must(await handDown(2))).toMatchObject({ number: null, objects: 0, leftOut: 5 });
    expect((await batches())[1]).toMatchObject({ state: 'done', task: null });
  });

  test('临时任务的各批沿用原任务的批准，可以接着抽取人员', async () => {
    const { plans } = office.as('operator');
    const proposed = { ...complaint({ origin: 'data', quota: { kind: 'count', count: 4 } }) };
    const { id } = must(await plans.proposeTask.mutate(proposed));
    must(await office.as('leader').plans.approveTask.mutate({ id }));
    drawId = await completeDraw(office, id, { mode: 'batch', batchSize: 20 });
    must(await handDown(1));
    const part = await plans.task.query({ id: (await batches())[0]!.task!.id });
    expect(part).toMatchObject({ state: 'waiting', approvedBy: '示例分管' });
  });

  test('演练不列批次，也不能下达', async () => {
    drawId = await completeDraw(office, taskId, { mode: 'batch', batchSize: 5, isRehearsal: true });
    expect(await draws().batches.query({ drawId })).toBeNull();
    expect(await handDown(1)).toMatchObject({ code: 'NO_BATCHES' });
  });

  test('取消了的批次任务，可以重新下达', async () => {
    must(await handDown(1));
    const id = (await batches())[0]!.task!.id;
    must(await office.as('leader').plans.cancelTask.mutate({ id, reason: '示例：调整时间' }));
    expect((await batches())[0]!.state).toBe('waiting');
    must(await handDown(1));
    expect((await batches())[0]!.state).toBe('handed');
  });

  test('已下达的批次挡住作废；该批任务取消以后可以作废', async () => {
    must(await handDown(1));
    must(await handDown(2));
    const attempt = () =>
      office.as('leader').draws.void.mutate({ drawId, reason: '名单有误', witnesses: [...voidWitnesses] });
    for (const batch of [1, 2]) {
      expect(await attempt()).toMatchObject({ code: 'BATCHES_HANDED', details: { number: '2026-001', batch } });
      const id = (await batches())[batch - 1]!.task!.id;
      must(await office.as('leader').plans.cancelTask.mutate({ id, reason: '示例：名单有误' }));
    }
    must(await attempt());
    expect((await draws().byId.query({ drawId })).state).toBe('void');
  });

  test('下达以后达到上限的，抽取人员时排除，不再列为必检', async () => {
    must(await handDown(1));
    const id = (await batches())[0]!.task!.id;
    const [capped] = await members(1);
    const { rosters, inspections } = office.as('operator');
    const object = (await rosters.objects.query({ text: capped!, limit: 5 })).lines[0]!;
    const { title } = await office.as('operator').plans.task.query({ id: taskId });
    const past = { objectId: object.id, itemName: title, inspectedOn: '2026-03-02', result: 'no-problem' as const };
    must(await inspections.past.add.mutate(past));
    const own = await completeDraw(office, id);
    const view = await draws().byId.query({ drawId: own });
    expect(view.drawn.map(({ code }) => code)).not.toContain(capped);
    expect(view.excluded.map(({ code, excluded }) => [code, excluded])).toEqual([[capped, 'CAP-ITEM']]);
  });
});

test('全部批次完成，任务才完成', async () => {
  const lines = await batches();
  for (const { batch } of lines) {
    must(await handDown(batch));
    const id = (await batches())[batch - 1]!.task!.id;
    await completeDraw(office, id);
    expect((await office.as('operator').plans.task.query({ id: taskId })).state).toBe('running');
    await inspectAll(id);
  }
  expect((await batches()).every(({ state }) => state === 'done')).toBe(true);
  expect((await office.as('operator').plans.task.query({ id: taskId })).state).toBe('finished');
});
