import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Office, openOffice, password, sampleAccounts } from '../../support/office.ts';
import { must } from '../../support/outcomes.ts';
import { jointPlan, ownItem, ownPlan } from '../../support/plans.ts';

let office: Office;
let planId: number;
beforeEach(async () => {
  office = await openOffice({ today: '2026-03-10' });
  planId = await ownPlan(office, [ownItem({ name: '甲检查' }), ownItem({ name: '乙检查', objects: '示例企业' })]);
});
afterEach(() => office.close());

/** Another day: sessions are locked by then. */
async function later(day: string): Promise<void> {
  office.setNow(`${day}T01:00:00.000Z`);
  for (const role of ['operator', 'leader'] as const) {
    must(await office.as(role).office.signIn.mutate({ login: role, password }));
  }
}

const operator = () => office.as('operator').plans;
const leader = () => office.as('leader').plans;
const itemsOf = async (on?: string) => (await operator().items.query({ id: planId, ...(on ? { on } : {}) })).items;
const approved = async (approvedOn = '2026-03-10') =>
  must(await leader().approve.mutate({ id: planId, approvedOn, documentNumber: '额工信发〔2026〕1号' }));

describe('送审、退回、批准', () => {
  test('送审后不能改，退回写明意见，改后再送审，批准记下日期和文号；每一步都留下', async () => {
    must(await operator().submit.mutate({ id: planId, opinion: '请审定' }));
    expect(await operator().saveItem.mutate({ planId, itemId: null, item: ownItem({}) })).toMatchObject({
      code: 'PLAN_SUBMITTED',
    });
    expect(await operator().undoImport.mutate({ id: planId })).toMatchObject({ code: 'PLAN_SUBMITTED' });
    await expect(leader().returnPlan.mutate({ id: planId, opinion: ' ' })).rejects.toThrow();
    must(await leader().returnPlan.mutate({ id: planId, opinion: '请补充节能监察' }));
    expect(await leader().returnPlan.mutate({ id: planId, opinion: '再退' })).toMatchObject({
      code: 'PLAN_NOT_SUBMITTED',
    });
    must(await operator().saveItem.mutate({ planId, itemId: null, item: ownItem({ name: '节能监察' }) }));
    must(await operator().submit.mutate({ id: planId }));
    await approved();
    const { steps } = await operator().record.query({ id: planId });
    expect(steps.map(({ step, takenBy, opinion }) => [step, takenBy, opinion])).toEqual([
      ['submit', '示例经办', '请审定'],
      ['return', '示例分管', '请补充节能监察'],
      ['submit', '示例经办', ''],
      ['approve', '示例分管', ''],
    ]);
    expect((await operator().list.query())[0]).toMatchObject({
      state: 'approved',
      approvedOn: '2026-03-10',
      documentNumber: '额工信发〔2026〕1号',
      items: 3,
    });
  });

  test('没有事项的不能送审，批准日期不能在今天之后，编制人和送审人都不能批准', async () => {
    const { planId: empty } = must(await operator().createOwn.mutate({ year: 2027, title: '空计划', copyFrom: null }));
    expect(await operator().submit.mutate({ id: empty })).toMatchObject({ code: 'PLAN_WITHOUT_ROWS' });
    expect(await leader().approve.mutate({ id: planId, approvedOn: '2026-03-11' })).toMatchObject({
      code: 'DAY_IN_FUTURE',
    });
    expect(await office.as('reviewer').plans.submit.mutate({ id: planId })).toMatchObject({ code: 'NOT_ALLOWED' });
  });
});

describe('三月底前公布', () => {
  const due = async () =>
    (await office.as('operator').home.summary.query()).dues.filter(({ what }) => what.includes('公布'));

  test('本年计划没有公布的列在首页，写明依据待核，过了3月31日为逾期；公布后不再列', async () => {
    expect(await due()).toMatchObject([{ on: '2026-03-31', isOverdue: false, path: `/plans/${planId}` }]);
    expect((await due())[0]?.article).toContain('内政办发〔2025〕20号');
    expect((await due())[0]?.article).toContain('待核');
    await later('2026-04-01');
    expect(await due()).toMatchObject([{ isOverdue: true }]);
    await approved('2026-03-10');
    const publish = (publishedOn: string) =>
      operator().publish.mutate({ id: planId, publishedOn, place: '市政府网站' });
    expect(await publish('2026-03-09')).toMatchObject({ code: 'PUBLISHED_BEFORE_APPROVAL' });
    expect(await publish('2026-04-02')).toMatchObject({ code: 'DAY_IN_FUTURE' });
    must(await publish('2026-03-31'));
    expect(await due()).toEqual([]);
    expect((await operator().list.query())[0]).toMatchObject({ publishedOn: '2026-03-31', unpublished: 0 });
  });

  test('没有批准的不能公布', async () => {
    const early = await operator().publish.mutate({ id: planId, publishedOn: '2026-03-10', place: '网站' });
    expect(early).toMatchObject({ code: 'PLAN_NOT_APPROVED' });
  });
});

describe('批准后的调整', () => {
  const propose = async (reason = '上级布置专项') =>
    must(await operator().proposeAmendment.mutate({ planId, reason })).amendmentId;
  const settle = async (id: number, approvedOn: string) => {
    must(await operator().submitAmendment.mutate({ id }));
    must(await leader().approveAmendment.mutate({ id, approvedOn, documentNumber: '' }));
  };

  beforeEach(() => approved());

  test('增加、变更、取消，批准之日起生效；任何一天的计划都能再看到', async () => {
    const [first, second] = await itemsOf();
    const amendmentId = await propose();
    must(
      await operator().changeItem.mutate({
        kind: 'change',
        amendmentId,
        itemId: first?.id ?? 0,
        item: ownItem({ name: '甲检查', quota: '5家' }),
      }),
    );
    must(await operator().changeItem.mutate({ kind: 'cancel', amendmentId, itemId: second?.id ?? 0 }));
    must(await operator().changeItem.mutate({ kind: 'add', amendmentId, item: ownItem({ name: '丙检查' }) }));
    expect((await itemsOf()).map(({ texts }) => texts.quota)).toEqual(['2家', '2家']);
    await later('2026-06-01');
    await settle(amendmentId, '2026-05-20');
    const shown = async (on?: string) =>
      (await itemsOf(on)).map(({ texts, broughtBy, cancelledBy }) => [texts.name, texts.quota, broughtBy, cancelledBy]);
    expect(await shown()).toEqual([
      ['甲检查', '5家', 1, null],
      ['乙检查', '2家', null, 1],
      ['丙检查', '2家', 1, null],
    ]);
    expect(await shown('2026-05-19')).toEqual([
      ['甲检查', '2家', null, null],
      ['乙检查', '2家', null, null],
    ]);
    expect(await shown('2026-05-20')).toEqual(await shown());
    expect((await itemsOf()).map(({ number }) => number)).toEqual([1, 2, 3]);
    expect((await operator().list.query())[0]).toMatchObject({ items: 2, amendments: 1, unpublished: 1 });
  });

  test('调整写明每一栏的变动，本局计划的类别、依据、预估户数也在内；新增的逐栏写出', async () => {
    const [first] = await itemsOf();
    const amendmentId = await propose();
    const item = ownItem({ name: '甲检查' }, 7);
    const own = { category: '安全生产', kind: 'ordinary' as const, direction: '定向' as const, basis: '另一依据' };
    const changed = { ...item, own };
    must(await operator().changeItem.mutate({ kind: 'change', amendmentId, itemId: first?.id ?? 0, item: changed }));
    must(await operator().changeItem.mutate({ kind: 'add', amendmentId, item: ownItem({ name: '丙检查' }) }));
    const [amendment] = await leader().amendments.query({ id: planId });
    const [change, added] = amendment?.changes ?? [];
    expect(change?.texts.map(({ from, to }) => [from, to])).toEqual([
      ['重点检查事项', '一般检查事项'],
      ['', '7'],
      ['不定向', '定向'],
      ['示例依据', '另一依据'],
    ]);
    expect(added?.texts).toContainEqual({ title: '检查对象', from: '', to: '规上工业企业' });
  });

  test('取消过的序号不再给新增的事项', async () => {
    const [, second] = await itemsOf();
    const first = await propose();
    must(await operator().changeItem.mutate({ kind: 'cancel', amendmentId: first, itemId: second?.id ?? 0 }));
    await settle(first, '2026-03-10');
    const next = await propose();
    must(await operator().changeItem.mutate({ kind: 'add', amendmentId: next, item: ownItem({ name: '丙检查' }) }));
    await settle(next, '2026-03-10');
    expect((await itemsOf()).map(({ number, texts }) => [number, texts.name])).toEqual([
      [1, '甲检查'],
      [2, '乙检查'],
      [3, '丙检查'],
    ]);
  });

  test('任务仍指向下达时的事项；变更后的事项列出原来的任务，取消的不能再下达', async () => {
    const [first, second] = await itemsOf();
    const draftOf = async (planItemId: number) => {
      const { draft } = await operator().draftTask.query({ itemId: planItemId });
      const [clause] = draft.quotas;
      if (clause === undefined || draft.fromOn === null || draft.toOn === null) throw new Error('no draft');
      const { fromOn, toOn } = draft;
      return { ...draft, fromOn, toOn, planItemId, quota: clause.quota, checkItems: '示例', methods: ['实地核查'] };
    };
    const task = must(await operator().createTask.mutate(await draftOf(first?.id ?? 0)));
    const amendmentId = await propose();
    must(
      await operator().changeItem.mutate({
        kind: 'change',
        amendmentId,
        itemId: first?.id ?? 0,
        item: ownItem({ name: '甲检查', quota: '5家' }),
      }),
    );
    must(await operator().changeItem.mutate({ kind: 'cancel', amendmentId, itemId: second?.id ?? 0 }));
    await settle(amendmentId, '2026-03-10');
    expect((await operator().task.query({ id: task.id })).planItemId).toBe(first?.id);
    const [changed] = await itemsOf();
    expect(changed).toMatchObject({ replaces: first?.id, taskNumbers: [task.number] });
    for (const item of [first, second]) {
      expect(await operator().createTask.mutate(await draftOf(item?.id ?? 0))).toMatchObject({
        code: 'ITEM_NOT_IN_FORCE',
      });
    }
  });

  test('提出的人不能批准；没有内容的不能送审；一次办完再提下一次；退回后可以改、可以撤去', async () => {
    const amendmentId = await propose();
    expect(await operator().submitAmendment.mutate({ id: amendmentId })).toMatchObject({ code: 'AMENDMENT_EMPTY' });
    expect(await operator().proposeAmendment.mutate({ planId, reason: '又一次' })).toMatchObject({
      code: 'AMENDMENT_OPEN',
    });
    must(await operator().changeItem.mutate({ kind: 'add', amendmentId, item: ownItem({ name: '丙检查' }) }));
    must(await operator().submitAmendment.mutate({ id: amendmentId }));
    expect(await operator().changeItem.mutate({ kind: 'add', amendmentId, item: ownItem({}) })).toMatchObject({
      code: 'AMENDMENT_SETTLED',
    });
    must(await leader().returnAmendment.mutate({ id: amendmentId, opinion: '理由不足' }));
    must(await operator().discardAmendment.mutate({ id: amendmentId }));
    expect(await operator().amendments.query({ id: planId })).toEqual([]);
    expect(await itemsOf()).toHaveLength(2);
  });

  test('调整的批准日期不早于计划的批准日期', async () => {
    const amendmentId = await propose();
    must(await operator().changeItem.mutate({ kind: 'add', amendmentId, item: ownItem({ name: '丙检查' }) }));
    must(await operator().submitAmendment.mutate({ id: amendmentId }));
    const early = await leader().approveAmendment.mutate({ id: amendmentId, approvedOn: '2026-03-09' });
    expect(early).toMatchObject({ code: 'AMENDED_BEFORE_APPROVAL' });
  });

  test('公布稿打印得出，只有计划内容；调整之后标明', async () => {
    const pdf = await office.download('operator', `/files/plans/${planId}/sheet`);
    expect(Buffer.from(pdf.slice(0, 5)).toString()).toBe('%PDF-');
  });
});

describe('承接上一行的事项', () => {
  const row = async (id: number, number: number) => {
    const { items } = await operator().items.query({ id });
    const item = items.find((one) => one.number === number);
    if (item === undefined) throw new Error(`no item ${number}`);
    return item;
  };

  test('上一行在调整中取消，它承接的名称、比例、时间留在自己名下', async () => {
    const joint = await jointPlan(office);
    must(await leader().approve.mutate({ id: joint }));
    const before = await row(joint, 5);
    expect(before.inherited).toContain('quota');
    const { amendmentId } = must(await operator().proposeAmendment.mutate({ planId: joint, reason: '机构调整' }));
    const { id: itemId } = await row(joint, 4);
    must(await operator().changeItem.mutate({ kind: 'cancel', amendmentId, itemId }));
    must(await operator().submitAmendment.mutate({ id: amendmentId }));
    must(await leader().approveAmendment.mutate({ id: amendmentId }));
    const { texts, period, reading } = before;
    expect(await row(joint, 5)).toMatchObject({ broughtBy: 1, continues: null, texts, period, reading });
    expect(await row(joint, 7)).toMatchObject({ broughtBy: null, continues: 6 });
  });

  test('上一行从草稿中删除，也是这样', async () => {
    const joint = await jointPlan(office);
    const before = await row(joint, 5);
    must(await operator().removeItem.mutate({ planId: joint, itemId: (await row(joint, 4)).id }));
    const { texts, reading } = before;
    expect(await row(joint, 5)).toMatchObject({ continues: null, texts, reading });
  });
});

describe('兼任经办的局领导', () => {
  const both = () => office.as('reviewer').plans;
  beforeEach(async () => {
    const accounts = await office.as('admin').office.accounts.query();
    const { login: _, password: __, ...reviewer } = sampleAccounts.reviewer;
    const id = accounts.find(({ login }) => login === 'reviewer')?.id ?? 0;
    must(
      await office.as('admin').office.changeAccount.mutate({
        ...reviewer,
        id,
        isActive: true,
        isOperator: true,
        isLeader: true,
      }),
    );
  });

  test('改过计划的不能批准，别人送审也不能', async () => {
    must(await both().saveItem.mutate({ planId, itemId: null, item: ownItem({ name: '丙检查' }) }));
    must(await operator().submit.mutate({ id: planId }));
    expect(await both().approve.mutate({ id: planId })).toMatchObject({ code: 'OWN_PLAN' });
    await approved();
  });

  test('退回前送审过的，换人再送审也不能批准', async () => {
    must(await both().submit.mutate({ id: planId }));
    must(await leader().returnPlan.mutate({ id: planId, opinion: '请核对' }));
    must(await operator().submit.mutate({ id: planId }));
    expect(await both().approve.mutate({ id: planId })).toMatchObject({ code: 'OWN_PLAN' });
  });

  test('没有动过的可以批准；写过调整的不能批准调整', async () => {
    must(await both().approve.mutate({ id: planId }));
    const { amendmentId } = must(await operator().proposeAmendment.mutate({ planId, reason: '上级布置专项' }));
    must(await both().changeItem.mutate({ kind: 'add', amendmentId, item: ownItem({ name: '丙检查' }) }));
    must(await operator().submitAmendment.mutate({ id: amendmentId }));
    expect(await both().approveAmendment.mutate({ id: amendmentId })).toMatchObject({ code: 'OWN_AMENDMENT' });
    must(await leader().approveAmendment.mutate({ id: amendmentId }));
  });
});
