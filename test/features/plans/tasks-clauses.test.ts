import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Office } from '../../support/office.ts';
import { must } from '../../support/outcomes.ts';
import { itemIdOf, openPlanOffice, taskDraft } from '../../support/plan-office.ts';

let office: Office;
let planId = 0;

beforeAll(async () => {
  ({ office, planId } = await openPlanOffice());
});
afterAll(() => office.close());

const operator = () => office.as('operator').plans;
const count = (n: number) => ({ kind: 'count' as const, count: n });

describe('按类分列的事项', () => {
  test('只绑定了一类的，另一类的范围空着，不用它的', async () => {
    must(await operator().bindClass.mutate({ name: '医疗机构', poolFilter: { nameHas: '医院' } }));
    const { draft } = await operator().draftTask.query({ itemId: await itemIdOf(office, planId, 16) });
    expect(draft.quotas.map(({ of, poolFilter }) => [of, poolFilter ?? draft.poolFilter])).toEqual([
      ['医疗机构', { nameHas: '医院' }],
      ['药店', {}],
    ]);
    must(await operator().unbindClass.mutate({ name: '医疗机构' }));
  });

  test('合并的事项只随一个任务检查，一步下达几类时说明白', async () => {
    const draft = await taskDraft(office, await itemIdOf(office, planId, 16));
    const furtherItemIds = [await itemIdOf(office, planId, 21)];
    const tasks = [
      { ...draft, clause: '医疗机构', quota: count(2), furtherItemIds },
      { ...draft, clause: '药店', quota: count(10), furtherItemIds },
    ];
    expect(await operator().createTasks.mutate({ tasks })).toMatchObject({
      code: 'FURTHER_ITEM_TWICE',
      details: { title: '秋粮收购检查' },
    });
    expect(await operator().tasks.query()).toEqual([]);
  });

  test('第16项“医疗机构2家、药店10家”一步下达两个任务，各按各类的数量', async () => {
    const draft = await taskDraft(office, await itemIdOf(office, planId, 16));
    const tasks = must(
      await operator().createTasks.mutate({
        tasks: [
          { ...draft, clause: '医疗机构', quota: count(2), title: '医保检查（医疗机构）' },
          { ...draft, clause: '药店', quota: count(10), title: '医保检查（药店）', poolFilter: { nameHas: '药店' } },
        ],
      }),
    );
    expect(tasks.map(({ number, clause }) => [number, clause])).toEqual([
      ['额工信抽查〔2026〕1号', '医疗机构'],
      ['额工信抽查〔2026〕2号', '药店'],
    ]);
    const [line] = await office.as('admin').ledger.lines.query({});
    expect(line).toMatchObject({ action: 'plans.create-task', subject: '额工信抽查〔2026〕1号至2号' });
    expect(await operator().createTask.mutate({ ...draft, clause: '药店', quota: count(10) })).toMatchObject({
      code: 'ITEM_HAS_TASKS',
      details: { numbers: ['额工信抽查〔2026〕1号', '额工信抽查〔2026〕2号'] },
    });
  });

  test('一类低于计划，整步不下达，编号不空缺', async () => {
    const draft = await taskDraft(office, await itemIdOf(office, planId, 1));
    const ratio = (bp: number) => ({ kind: 'ratio' as const, bp, atLeast: false });
    const both = (second: number) => ({
      tasks: [
        { ...draft, clause: '建筑业企业', quota: ratio(500) },
        { ...draft, clause: '勘察设计企业、工程监理企业、招标代理机构', quota: ratio(second) },
      ],
    });
    expect(await operator().createTasks.mutate(both(900))).toMatchObject({
      code: 'QUOTA_BELOW_PLAN',
      details: { asked: ['10%'] },
    });
    expect(await operator().tasks.query()).toHaveLength(2);
    expect(must(await operator().createTasks.mutate(both(1_000))).map(({ number }) => number)).toEqual([
      '额工信抽查〔2026〕3号',
      '额工信抽查〔2026〕4号',
    ]);
  });

  test('没有写明是哪一类的，算作数量相当的第一类；计划没有的类不下达', async () => {
    const draft = await taskDraft(office, await itemIdOf(office, planId, 2));
    const some = { kind: 'ratio' as const, bp: 400, atLeast: true };
    const first = must(await operator().createTask.mutate({ ...draft, quota: some }));
    expect(first.clause).toBe('农药经营门店');
    expect(await operator().createTask.mutate({ ...draft, quota: some })).toMatchObject({
      code: 'QUOTA_BELOW_PLAN',
      details: { asked: ['100%'] },
    });
    expect(await operator().createTask.mutate({ ...draft, clause: '粮库', quota: some })).toMatchObject({
      code: 'NOT_OF_THE_ITEM',
    });
    const again = { ...draft, clause: '农药经营门店', quota: some };
    expect(await operator().createTask.mutate(again)).toMatchObject({
      code: 'ITEM_HAS_TASKS',
      details: { numbers: [first.number] },
    });
  });
});

describe('取消', () => {
  test('取消须由局领导说明理由，编号保留，事项可以另行下达', async () => {
    const draft = await taskDraft(office, await itemIdOf(office, planId, 22));
    const task = must(await operator().createTask.mutate(draft));
    const cancel = { id: task.id, reason: '上级已统一组织' };
    expect(await operator().cancelTask.mutate(cancel)).toMatchObject({ code: 'NOT_ALLOWED' });
    must(await office.as('leader').plans.cancelTask.mutate(cancel));
    expect(await operator().task.query({ id: task.id })).toMatchObject({
      number: task.number,
      state: 'cancelled',
      cancelled: { by: '示例分管', reason: '上级已统一组织' },
    });
    expect(await office.as('leader').plans.cancelTask.mutate(cancel)).toMatchObject({
      code: 'TASK_STATE',
      details: { state: '已取消' },
    });
    const anew = must(await operator().createTask.mutate(draft));
    expect(anew.number).not.toBe(task.number);
    const { items } = await operator().items.query({ id: planId });
    expect(items.at(-1)?.taskNumbers).toEqual([anew.number]);
  });
});
