import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { completeDraw, freezeOf, openDrawOffice } from '../../support/draw-office.ts';
import { settingOf } from '../../support/draw-setting.ts';
import type { Office } from '../../support/office.ts';
import { must } from '../../support/outcomes.ts';
import { complaint, deregister } from '../../support/plan-office.ts';

let office: Office;
let named: readonly { id: number; code: string; name: string }[] = [];

beforeAll(async () => {
  ({ office } = await openDrawOffice());
  const { lines } = await office.as('operator').rosters.objects.query({ statuses: ['存续'], limit: 2 });
  named = lines;
});
afterAll(() => office.close());

const plans = (role: 'operator' | 'leader' = 'operator') => office.as(role).plans;
const objectIds = () => named.map(({ id }) => id);

describe('临时任务（细则第三条）', () => {
  test('登记即编号，来源照存，批准之前不能抽取', async () => {
    const task = must(await plans().proposeTask.mutate(complaint({ objectIds: objectIds() })));
    expect(task).toMatchObject({
      number: '额工信抽查〔2026〕2号',
      state: 'proposed',
      origin: 'complaint',
      planItemId: null,
      quota: { kind: 'count', count: 2 },
      source: { reference: '示例来电〔2026〕12号', alleges: '反映夜间违规动火作业' },
    });
    expect(task.objects.map(({ code }) => code).toSorted()).toEqual(named.map(({ code }) => code).toSorted());
    expect(await office.as('operator').draws.freeze.mutate(freezeOf(task.id))).toMatchObject({
      code: 'TASK_NOT_APPROVED',
    });
    const listed = await office.as('operator').draws.tasks.query();
    expect(listed.map(({ id }) => id)).not.toContain(task.id);
  });

  test('由局领导批准，登记人不能批准自己登记的', async () => {
    const [task] = await plans().tasks.query();
    const id = task?.id ?? 0;
    expect(await plans().approveTask.mutate({ id })).toMatchObject({ code: 'NOT_ALLOWED' });
    must(await plans('leader').approveTask.mutate({ id }));
    expect(await plans().task.query({ id })).toMatchObject({ state: 'waiting', approvedBy: '示例分管' });
    expect(await plans('leader').approveTask.mutate({ id })).toMatchObject({ code: 'TASK_STATE' });
  });

  test('定向任务的对象全部必检，理由写明来源，只抽取人员', async () => {
    const [task] = await plans().tasks.query();
    const taskId = task?.id ?? 0;
    const preview = await office.as('operator').draws.preview.query(settingOf(taskId, { mustGround: '' }));
    const { lines } = await office.as('operator').draws.candidates.query({ taskId });
    expect(lines.map(({ code }) => code)).toEqual(named.map(({ code }) => code).toSorted());
    expect(preview).toMatchObject({
      refusal: null,
      sampleSize: 2,
      strata: [{ name: '*', poolSize: 2, mustCount: 2, sampleSize: 2 }],
    });
    const drawId = await completeDraw(office, taskId, { mustGround: '' });
    const draw = await office.as('operator').draws.byId.query({ drawId });
    expect(draw.drawn.map(({ kind }) => kind)).toEqual(['必检', '必检']);
    expect(draw.drawn.every(({ team }) => team.length === 2)).toBe(true);
    expect(draw.setting.mustGround).toBe('投诉举报（示例来电〔2026〕12号），定向检查');
    const inspections = await office.as('operator').inspections.list.query({ year: null, taskId });
    expect(inspections).toHaveLength(2);
    expect(await plans('leader').cancelTask.mutate({ id: taskId, reason: '示例' })).toMatchObject({
      code: 'TASK_STATE',
    });
  });

  test('当年已检查过的，因线索再查不受次数上限限制；已注销的不检查', async () => {
    const [first] = named;
    const id = first?.id ?? 0;
    const task = must(await plans().proposeTask.mutate(complaint({ objectIds: objectIds() })));
    must(await plans('leader').approveTask.mutate({ id: task.id }));
    await deregister(office, id);
    const preview = await office.as('operator').draws.preview.query(settingOf(task.id));
    expect(preview).toMatchObject({
      refusal: null,
      sampleSize: 1,
      excluded: [{ code: first?.code, excluded: 'STATUS' }],
    });
    must(await office.as('operator').draws.freeze.mutate(freezeOf(task.id)));
    expect(await plans('leader').cancelTask.mutate({ id: task.id, reason: '示例' })).toMatchObject({
      code: 'TASK_IS_DRAWN',
      details: { draw: '2026-002' },
    });
  });

  test('没有指定对象的，须写数量，从名录中随机抽取', async () => {
    expect(await plans().proposeTask.mutate(complaint())).toMatchObject({ code: 'TASK_WITHOUT_OBJECTS' });
    const quota = { kind: 'count', count: 3 } as const;
    const task = must(
      await plans().proposeTask.mutate(complaint({ origin: 'data', quota, poolFilter: { aboveScale: true } })),
    );
    expect(task).toMatchObject({ origin: 'data', objects: [], quota, poolFilter: { aboveScale: true } });
    must(await plans('leader').approveTask.mutate({ id: task.id }));
    const preview = await office.as('operator').draws.preview.query(settingOf(task.id, { mustGround: '' }));
    expect(preview).toMatchObject({ refusal: null, sampleSize: 3, strata: [{ mustCount: 0 }] });
  });

  test('收到日期晚于今天的不登记；不予批准的保留编号', async () => {
    const later = complaint({ objectIds: objectIds() });
    const source = { ...later.source, receivedOn: '2026-09-08' };
    expect(await plans().proposeTask.mutate({ ...later, source })).toMatchObject({ code: 'RECEIVED_LATER' });
    const task = must(await plans().proposeTask.mutate(later));
    must(await plans('leader').cancelTask.mutate({ id: task.id, reason: '不属于本局职责，已转办' }));
    expect(await plans().task.query({ id: task.id })).toMatchObject({ state: 'cancelled', number: task.number });
    expect(await office.as('operator').draws.freeze.mutate(freezeOf(task.id))).toMatchObject({
      code: 'TASK_CANCELLED',
    });
  });
});
