import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { anItem, approveList, lawChanged } from '../../support/check-items.ts';
import { addEnterprises } from '../../support/grade-files.ts';
import { type Office, openOffice, password, sampleAccounts } from '../../support/office.ts';
import { must } from '../../support/outcomes.ts';

let office: Office;

beforeEach(async () => {
  office = await openOffice({ today: '2026-02-02' });
});
afterEach(() => office.close());

const calls = (role: Parameters<Office['as']>[0] = 'operator') => office.as(role).plans.checkItems;
const inForceOn = async (on: string) => (await calls().inForce.query({ on })).list?.version ?? null;
/** Moves the clock and signs everybody in again, as on another day. */
async function onDay(day: string): Promise<void> {
  office.setNow(`${day}T01:00:00.000Z`);
  await office.restart();
}

describe('清单的版本', () => {
  test('批准之日起有效，任何一天有效的是哪一版都能查到，旧版保留', async () => {
    expect(await inForceOn('2026-02-02')).toBeNull();
    await approveList(office, [anItem({ name: '示例甲' })]);
    await onDay('2026-06-01');
    await approveList(office, [anItem({ name: '示例乙' })]);
    expect(await inForceOn('2026-02-01')).toBeNull();
    expect(await inForceOn('2026-02-02')).toBe(1);
    expect(await inForceOn('2026-05-31')).toBe(1);
    expect(await inForceOn('2026-06-01')).toBe(2);
    const [second, first] = await calls().versions.query();
    expect(second).toMatchObject({
      version: 2,
      state: 'approved',
      supersededOn: null,
      items: 2,
      approvedOn: '2026-06-01',
    });
    expect(first).toMatchObject({
      version: 1,
      state: 'approved',
      supersededOn: '2026-06-01',
      items: 1,
      approvedBy: '示例分管',
    });
  });

  test('新版从现行清单抄起，事项编码各版不变，用过的编码不再给别的事项', async () => {
    await approveList(office, [anItem({ name: '示例甲' }), anItem({ name: '示例乙' })]);
    const { listId } = must(await calls().draft.mutate());
    must(await calls().removeItem.mutate({ listId, code: 'SX002', because: lawChanged }));
    must(await calls().saveItem.mutate({ listId, code: null, item: anItem({ name: '示例丙' }), because: lawChanged }));
    const { items } = await calls().version.query({ id: listId });
    expect(items.map(({ code, name }) => `${code}${name}`)).toEqual(['SX001示例甲', 'SX003示例丙']);
  });

  test('一次只办一版', async () => {
    must(await calls().draft.mutate());
    expect(await calls().draft.mutate()).toMatchObject({ code: 'LIST_OPEN_ALREADY', details: { state: 'draft' } });
  });

  test('草稿作废后留作历史，可以另行起草', async () => {
    const { listId } = must(await calls().draft.mutate());
    must(await calls().drop.mutate({ listId }));
    expect(await calls().versions.query()).toMatchObject([{ state: 'dropped', version: null }]);
    must(await calls().draft.mutate());
  });

  test('排列顺序可以调整，按顺序公布', async () => {
    const { listId } = must(await calls().draft.mutate());
    for (const name of ['示例甲', '示例乙', '示例丙']) {
      must(await calls().saveItem.mutate({ listId, code: null, item: anItem({ name }), because: null }));
    }
    must(await calls().orderItems.mutate({ listId, codes: ['SX003', 'SX001'] }));
    const { items } = await calls().version.query({ id: listId });
    expect(items.map(({ code, position }) => [code, position])).toEqual([
      ['SX003', 1],
      ['SX001', 2],
      ['SX002', 3],
    ]);
  });
});

describe('批准', () => {
  async function submitted(): Promise<number> {
    const { listId } = must(await calls().draft.mutate());
    must(await calls().saveItem.mutate({ listId, code: null, item: anItem(), because: null }));
    must(await calls().submit.mutate({ listId }));
    return listId;
  }
  const approval = (listId: number) => ({
    listId,
    decision: 'approve' as const,
    opinion: '',
    approvalNumber: '示工信发〔2026〕1号',
  });

  test('只有局领导能批准，经办人、审核人、管理员都不能', async () => {
    const listId = await submitted();
    for (const role of ['operator', 'reviewer', 'admin'] as const) {
      expect(await calls(role).review.mutate(approval(listId))).toMatchObject({ code: 'NOT_ALLOWED' });
    }
    must(await calls('leader').review.mutate(approval(listId)));
    expect(await calls().version.query({ id: listId })).toMatchObject({
      list: { state: 'approved', version: 1, approvedBy: '示例分管', approvalNumber: '示工信发〔2026〕1号' },
    });
  });

  test.each(['reviewer', 'leader', 'principal', 'admin'] as const)('%s 不能起草和修改', async (role) => {
    const { listId } = must(await calls().draft.mutate());
    expect(await calls(role).saveItem.mutate({ listId, code: null, item: anItem(), because: null })).toMatchObject({
      code: 'NOT_ALLOWED',
    });
    expect(await calls(role).submit.mutate({ listId })).toMatchObject({ code: 'NOT_ALLOWED' });
  });

  test('改过草稿的局领导不能批准，也不能退回；草稿是别人起草的也一样', async () => {
    const both = { ...sampleAccounts.operator, name: '示例兼任', login: 'both', isLeader: true };
    must(await office.as('admin').office.addAccount.mutate(both));
    const { listId } = must(await calls().draft.mutate());
    must(await calls().saveItem.mutate({ listId, code: null, item: anItem(), because: null }));
    must(await office.as('operator').office.signIn.mutate({ login: 'both', password }));
    must(await calls().saveItem.mutate({ listId, code: 'SX001', item: anItem({ quota: '10%' }), because: null }));
    must(await calls().submit.mutate({ listId }));
    const own = { code: 'OWN_LIST', details: { name: '示例兼任' } };
    expect(await calls().review.mutate(approval(listId))).toMatchObject(own);
    expect(await calls().review.mutate({ ...approval(listId), decision: 'return', opinion: '重写' })).toMatchObject(
      own,
    );
    must(await calls('principal').review.mutate(approval(listId)));
  });

  test('退回须写意见，意见留在清单上，改后可再送审', async () => {
    const listId = await submitted();
    const back = { ...approval(listId), decision: 'return' as const };
    expect(await calls('leader').review.mutate(back)).toMatchObject({ code: 'LIST_OPINION_MISSING' });
    must(await calls('leader').review.mutate({ ...back, opinion: '请补充依据' }));
    expect(await calls().version.query({ id: listId })).toMatchObject({ list: { state: 'draft' }, wasReturned: true });
    must(await calls().submit.mutate({ listId }));
    must(await calls('leader').review.mutate(approval(listId)));
    const { reviews } = await calls().version.query({ id: listId });
    expect(reviews).toMatchObject([
      { decision: 'return', opinion: '请补充依据', by: '示例分管' },
      { decision: 'approve', by: '示例分管' },
    ]);
  });

  test('送审以后和批准以后都不能再改', async () => {
    const listId = await submitted();
    const change = { listId, code: 'SX001', item: anItem({ quota: '9%' }), because: lawChanged };
    expect(await calls().saveItem.mutate(change)).toMatchObject({
      code: 'LIST_STATE',
      details: { state: 'submitted' },
    });
    must(await calls('leader').review.mutate(approval(listId)));
    expect(await calls().saveItem.mutate(change)).toMatchObject({ code: 'LIST_STATE', details: { state: 'approved' } });
    expect(await calls().drop.mutate({ listId })).toMatchObject({ code: 'LIST_STATE' });
    expect(await calls('leader').review.mutate(approval(listId))).toMatchObject({ code: 'LIST_STATE' });
  });

  test('没有填全的不能送审，说明缺什么；“待核”和超过上限只作提醒', async () => {
    const { listId } = must(await calls().draft.mutate());
    expect(await calls().submit.mutate({ listId })).toMatchObject({ code: 'LIST_EMPTY' });
    must(await calls().describe.mutate({ listId, title: '示例清单', ordinaryLimitBp: 1_000 }));
    const item = anItem({ quota: '20%', section: '' });
    must(await calls().saveItem.mutate({ listId, code: null, item, because: null }));
    expect(await calls().submit.mutate({ listId })).toMatchObject({
      code: 'LIST_INCOMPLETE',
      details: { lacks: [{ code: 'SX001', sentence: '没有填写“主管股室”（细则第五条）。' }] },
    });
    const { lacks } = await calls().version.query({ id: listId });
    expect(lacks.map(({ field, weight }) => [field, weight])).toEqual([
      ['section', 'missing'],
      ['quota', 'look'],
      ['basis', 'look'],
    ]);
    expect(lacks[1]?.sentence).toContain('抽查比例20%超过一般检查事项的上限10%');
    must(
      await calls().saveItem.mutate({ listId, code: 'SX001', item: { ...item, section: '安全生产股' }, because: null }),
    );
    must(await calls().submit.mutate({ listId }));
  });

  test('重点检查事项比例不设上限，可以随机确定批次顺序；一般检查事项不可以', async () => {
    const { listId } = must(await calls().draft.mutate());
    must(await calls().describe.mutate({ listId, title: '示例清单', ordinaryLimitBp: 500 }));
    const ordinary = anItem({ inBatches: true });
    expect(await calls().saveItem.mutate({ listId, code: null, item: ordinary, because: null })).toMatchObject({
      code: 'BATCHES_OF_ORDINARY',
    });
    const key = anItem({ kind: 'key', quota: '100%', inBatches: true, basis: '示例依据' });
    must(await calls().saveItem.mutate({ listId, code: null, item: key, because: null }));
    expect((await calls().version.query({ id: listId })).lacks).toEqual([]);
  });

  test('公布日期不早于批准，不晚于今天', async () => {
    const listId = await submitted();
    const publish = (publishedOn: string) =>
      calls().publish.mutate({ listId, publishedOn, approvalNumber: '示工信发〔2026〕2号' });
    expect(await publish('2026-02-02')).toMatchObject({ code: 'LIST_STATE' });
    must(await calls('leader').review.mutate(approval(listId)));
    expect(await publish('2026-02-01')).toMatchObject({ code: 'PUBLISHED_BEFORE_APPROVED' });
    expect(await publish('2026-02-03')).toMatchObject({ code: 'PUBLISHED_IN_FUTURE' });
    must(await publish('2026-02-02'));
    expect((await calls().versions.query())[0]).toMatchObject({
      publishedOn: '2026-02-02',
      approvalNumber: '示工信发〔2026〕2号',
    });
  });
});

describe('动态管理', () => {
  test('改动现行事项须写明依据，与现行相同的不用', async () => {
    await approveList(office, [anItem({ name: '示例甲' }), anItem({ name: '示例乙' })]);
    const { listId } = must(await calls().draft.mutate());
    const save = (item: ReturnType<typeof anItem>, because: typeof lawChanged | null = null) =>
      calls().saveItem.mutate({ listId, code: 'SX001', item, because });
    must(await save(anItem({ name: '示例甲' })));
    const changed = anItem({ name: '示例甲', quota: '10%' });
    expect(await save(changed)).toMatchObject({ code: 'CHANGE_REASON_MISSING' });
    expect(await calls().removeItem.mutate({ listId, code: 'SX002', because: null })).toMatchObject({
      code: 'CHANGE_REASON_MISSING',
    });
    expect((await calls().version.query({ id: listId })).items).toHaveLength(2);
    expect(await calls().submit.mutate({ listId })).toMatchObject({ code: 'LIST_UNCHANGED' });
    must(await save(changed, lawChanged));
    must(await save({ ...changed, frequency: '每年2次' }));
    must(await calls().submit.mutate({ listId }));
  });

  test('草稿中取消的现行事项可以恢复，恢复后不算改动', async () => {
    await approveList(office, [anItem({ name: '示例甲' }), anItem({ name: '示例乙' })]);
    const { listId } = must(await calls().draft.mutate());
    must(await calls().removeItem.mutate({ listId, code: 'SX002', because: lawChanged }));
    must(await calls().restoreItem.mutate({ listId, code: 'SX002' }));
    expect(await calls().restoreItem.mutate({ listId, code: 'SX002' })).toMatchObject({ code: 'NOT_FOUND' });
    const { items, difference } = await calls().version.query({ id: listId });
    expect(items.map(({ code }) => code)).toEqual(['SX001', 'SX002']);
    expect(difference?.items).toEqual([]);
  });

  test('任意两版可比：新增、取消、逐栏调整，连同其间各版写明的依据', async () => {
    const first = await approveList(office, [anItem({ name: '示例甲' }), anItem({ name: '示例乙' })]);
    await onDay('2026-03-02');
    const second = must(await calls().draft.mutate()).listId;
    const because = { reason: 'function', note: '职能划转' } as const;
    must(await calls().removeItem.mutate({ listId: second, code: 'SX002', because }));
    const quota = anItem({ name: '示例甲', quota: '不少于8%' });
    must(await calls().saveItem.mutate({ listId: second, code: 'SX001', item: quota, because: lawChanged }));
    must(await calls().submit.mutate({ listId: second }));
    must(await calls('leader').review.mutate({ listId: second, decision: 'approve', opinion: '', approvalNumber: '' }));
    await onDay('2026-04-01');
    const third = await approveList(office, [anItem({ name: '示例丙' })]);
    const { difference, summary, before, after } = await calls().compare.query({ from: third, to: first });
    expect([before.version, after.version]).toEqual([1, 3]);
    expect(summary).toBe('新增1项，调整1项，取消1项。');
    expect(difference.items.map(({ kind, code, reasons }) => [kind, code, reasons.map(({ note }) => note)])).toEqual([
      ['changed', 'SX001', ['示例规章修订']],
      ['added', 'SX003', ['示例规章修订']],
      ['removed', 'SX002', ['职能划转']],
    ]);
    expect(difference.items[0]?.fields).toEqual([{ field: 'quota', before: '不少于5%', after: '不少于8%' }]);
    expect((await calls().compare.query({ from: first, to: first })).summary).toBe('两版的2项内容相同。');
  });

  test('比例和频次读作什么、名录中有几户，随事项显示', async () => {
    await addEnterprises(office, 3);
    const item = anItem({ quota: '不少于5%', frequency: '每半年不少于1次', filter: { aboveScale: true } });
    await approveList(office, [item, anItem({ name: '示例乙', quota: '酌情抽查', frequency: '视情况' })]);
    const { items } = await calls().inForce.query({ on: null });
    expect(items.map(({ reading, poolSize }) => [reading, poolSize])).toEqual([
      ['不少于5%，每半年不少于1次', 3],
      [null, null],
    ]);
  });
});

test('起草、修改、送审、批准、公布各记一条台账，批准的留有清单摘要', async () => {
  await approveList(office, [anItem()]);
  const lines = await office.as('admin').ledger.lines.query({});
  const [approved] = lines;
  expect(lines.slice(0, 4).map(({ action }) => action)).toEqual([
    'plans.review-list',
    'plans.submit-list',
    'plans.write-list',
    'plans.draft-list',
  ]);
  expect(JSON.stringify(approved)).toMatch(/listSha256\W+[0-9a-f]{64}/);
});
