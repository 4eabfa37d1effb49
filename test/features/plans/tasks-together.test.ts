import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { completeDraw, openDrawOffice } from '../../support/draw-office.ts';
import { settingOf } from '../../support/draw-setting.ts';
import type { Office } from '../../support/office.ts';
import { must } from '../../support/outcomes.ts';
import { complaint, deregister, itemIdOf, taskDraft } from '../../support/plan-office.ts';

let office: Office;
let planId = 0;

beforeAll(async () => {
  ({ office } = await openDrawOffice());
  planId = (await office.as('operator').plans.list.query())[0]?.id ?? 0;
});
afterAll(() => office.close());

const operator = () => office.as('operator');
const item = (number: number) => itemIdOf(office, planId, number);
const six = { kind: 'count', count: 6 } as const;
const plain = { kind: 'ratio', bp: 1_000, atLeast: true } as const;

describe('综合查一次', () => {
  let taskId = 0;

  test('几个事项合为一个任务，抽查事项、检查方式按项合并', async () => {
    const [first] = await operator().plans.tasks.query();
    must(await office.as('leader').plans.cancelTask.mutate({ id: first?.id ?? 0, reason: '改为综合查一次' }));
    const draft = await taskDraft(office, await item(22));
    const furtherItemIds = [await item(18), await item(10)];
    const task = must(
      await operator().plans.createTask.mutate({
        ...draft,
        quota: six,
        poolFilter: { aboveScale: true },
        furtherItemIds,
      }),
    );
    taskId = task.id;
    expect(task.items.map(({ title }) => title)).toEqual([
      '工业企业安全生产检查',
      '调查对象依法设置原始记录、统计台账情况检查',
      '未办税户核查',
    ]);
    expect(task.checkItems).toMatch(/^（一）工业企业安全生产检查：.+；（二）调查对象.+；（三）未办税户核查：[^；]+$/);
    expect(task.methods).toEqual(['实地核查', '实地检查']);
    const { items } = await operator().plans.items.query({ id: planId });
    expect(items.filter(({ taskNumbers }) => taskNumbers.includes(task.number)).map(({ number }) => number)).toEqual([
      10, 18, 22,
    ]);
  });

  test('合并了的事项不再单独下达', async () => {
    const draft = await taskDraft(office, await item(18));
    expect(await operator().plans.createTask.mutate(draft)).toMatchObject({ code: 'ITEM_HAS_TASKS' });
  });

  test('合并的事项按计划要抽得更多的，不合并', async () => {
    const draft = await taskDraft(office, await item(8));
    const input = { ...draft, poolFilter: { aboveScale: true }, furtherItemIds: [await item(15)] };
    expect(await operator().plans.createTask.mutate(input)).toMatchObject({
      code: 'QUOTA_BELOW_FURTHER',
      details: { title: '养老机构安全联合检查', planned: '100%', wanted: 55, asked: 3 },
    });
  });

  test('按类分列的合并事项，各类合计；类别绑定过的，按该类的户数算', async () => {
    const draft = await taskDraft(office, await item(20));
    const along = async (number: number, count: number, nameHas: string) =>
      operator().plans.createTask.mutate({
        ...draft,
        quota: { kind: 'count', count },
        poolFilter: { nameHas },
        furtherItemIds: [await item(number)],
      });
    expect(await along(16, 11, '')).toMatchObject({
      code: 'QUOTA_BELOW_FURTHER',
      details: { planned: '医疗机构2户、药店10户', asked: 11, wanted: 12 },
    });
    const [one] = (await operator().rosters.objects.query({ statuses: ['存续'], limit: 1 })).lines;
    const [name, objects] = [one?.name ?? '', '粮食经营企业'];
    must(await operator().plans.bindClass.mutate({ name: objects, poolFilter: { aboveScale: true } }));
    expect(await along(21, 2, name)).toMatchObject({ code: 'QUOTA_BELOW_FURTHER', details: { wanted: 55, asked: 1 } });
    must(await operator().plans.unbindClass.mutate({ name: objects }));
    expect((await along(21, 2, name)).ok).toBe(true);
  });

  test('通知书印出每一项', async () => {
    await completeDraw(office, taskId);
    const [inspection] = await operator().inspections.list.query({ year: null, taskId });
    const draft = await operator().inspections.noticeDraft.query({ id: inspection?.id ?? 0 });
    expect(draft?.items).toContain('（二）调查对象依法设置原始记录、统计台账情况检查：');
  });
});

describe('抽取范围', () => {
  test('合并检查过的每一项都计入当年同一事项的次数，排除了谁、为什么都看得见', async () => {
    const of = {
      poolFilter: { aboveScale: true },
      quota: plain,
      jointDepartments: [],
      planItemIds: [await item(21), await item(18)],
      objectIds: [],
    };
    const pool = await operator().plans.taskPool.query({ of, limit: 100 });
    expect(pool).toMatchObject({ size: 55, after: 49, excluded: 6, askedBefore: 6, asked: 5 });
    expect(pool.reasons).toEqual([{ reason: 'CAP-ITEM', count: 6, isHindrance: false }]);
    const out = await operator().plans.taskPool.query({ of, reason: 'CAP-ITEM', offset: 2, limit: 3 });
    expect(out.total).toBe(6);
    expect(out.lines).toHaveLength(3);
  });

  test('任务的抽取范围与冻结名单时完全一样', async () => {
    const { lines } = await operator().rosters.objects.query({ statuses: ['存续'], limit: 3 });
    for (const line of lines) await deregister(office, line.id);
    const { id } = must(await operator().plans.proposeTask.mutate(complaint({ quota: plain })));
    must(await office.as('leader').plans.approveTask.mutate({ id }));
    const preview = await operator().draws.preview.query(settingOf(id, { mustGround: '' }));
    const pool = await operator().plans.taskPool.query({ of: { taskId: id }, reason: 'STATUS', limit: 100 });
    expect(pool.excluded).toBe(3);
    expect(preview).toMatchObject({
      refusal: null,
      sampleSize: pool.asked,
      strata: [{ poolSize: pool.after, excluded: pool.excluded }],
    });
    expect(preview.excluded.map(({ code }) => code)).toEqual(pool.lines.map(({ code }) => code));
  });

  test('回避后凑不齐检查组的，点出名字；按等级抽取而没有等级的也点出', async () => {
    const officers = (await operator().rosters.officers.query()).filter(({ department }) => department === '工信');
    const { lines } = await operator().rosters.objects.query({ aboveScale: true, statuses: ['存续'], limit: 1 });
    const [object] = lines;
    for (const { id } of officers.slice(1)) {
      must(
        await operator().rosters.addRecusal.mutate({
          officerId: id,
          objectId: object?.id ?? 0,
          reason: '本人申请',
          evidence: '',
          fromOn: '2026-01-01',
        }),
      );
    }
    const of = { poolFilter: { aboveScale: true }, quota: plain, jointDepartments: [], planItemIds: [], objectIds: [] };
    const pool = await operator().plans.taskPool.query({ of, reason: 'NO-TEAM', limit: 10 });
    expect(pool.lines.map(({ code }) => code)).toEqual([object?.code]);
    expect(pool.refusal).toMatchObject({ code: 'SEAT_WITHOUT_OFFICER', details: { objectName: object?.name } });
    const graded = await operator().plans.taskPool.query({ of, isGraded: true });
    expect(graded.reasons.find(({ reason }) => reason === 'UNGRADED')?.count).toBe(graded.after);
    expect(graded.asked).toBeNull();
  });
});
