import { afterEach, beforeEach, expect, test } from 'vitest';
import { addObject, blankObject } from '../../support/objects.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { must } from '../../support/outcomes.ts';

let office: Office;
let ids: number[];
beforeEach(async () => {
  office = await openOffice();
  ids = [];
  for (const [n, name] of ['示例甲矿业', '示例乙矿业', '示例丙商贸', '示例丁商贸'].entries()) {
    ids.push(await addObject(office, name, n, { tags: n === 0 ? ['危化'] : [], town: `示例${n % 2}镇` }));
  }
});
afterEach(() => office.close());

const operator = () => office.as('operator').rosters;
type Input = Parameters<ReturnType<typeof operator>['batchChangeObjects']['mutate']>[0];
type Change = Input['change'];
type Selection = Input['selection'];

async function change(selection: Selection, wanted: Change) {
  const { changed } = await operator().previewBatchChange.query({ selection, change: wanted });
  return operator().batchChangeObjects.mutate({ selection, change: wanted, reason: '年度调整', expected: changed });
}

const all = { filter: {}, except: [] };
const tagDanger: Change = { kind: 'tags', add: ['危化'], remove: [] };
const namesWith = async (filter: Parameters<ReturnType<typeof operator>['objects']['query']>[0]) =>
  (await operator().objects.query(filter)).lines.map(({ name }) => name.slice(2, 3)).join('');

test('先看多少户会变：本来就是这样的不算，排除的不算，条件外的不算', async () => {
  const preview = (selection: Selection, wanted: Change) =>
    operator().previewBatchChange.query({ selection, change: wanted });
  expect(await preview(all, tagDanger)).toMatchObject({
    chosen: 4,
    changed: 3,
    names: ['示例乙矿业', '示例丙商贸', '示例丁商贸'],
  });
  expect(await preview({ filter: { text: '矿业' }, except: [] }, tagDanger)).toMatchObject({ chosen: 2, changed: 1 });
  expect(await preview({ filter: {}, except: [ids[1] ?? 0] }, tagDanger)).toMatchObject({ chosen: 3, changed: 2 });
  expect(await preview({ ids: ids.slice(0, 1) }, tagDanger)).toMatchObject({ chosen: 1, changed: 0, names: [] });
});

test('六项都能批量变更，列表和条件随即跟上', async () => {
  const changes: [Change, Parameters<typeof namesWith>[0]][] = [
    [tagDanger, { tag: '危化' }],
    [
      { kind: 'status', status: '停业', statusOn: '2026-09-01', statusDocument: '示停〔2026〕1号' },
      { statuses: ['停业'] },
    ],
    [{ kind: 'priority', to: true }, { priority: true }],
    [{ kind: 'aboveScale', to: true }, { aboveScale: true }],
    [{ kind: 'town', to: '示例新镇' }, { townships: ['示例新镇'] }],
    [{ kind: 'industry', to: '示例新业' }, { industries: ['示例新业'] }],
  ];
  for (const [wanted, filter] of changes) {
    must(await change({ filter: { text: '矿业' }, except: [] }, wanted));
    expect([wanted.kind, await namesWith(filter)]).toEqual([wanted.kind, '甲乙']);
  }
  const object = await operator().object.query({ id: ids[0] ?? 0 });
  expect(object).toMatchObject({ status: '停业', statusOn: '2026-09-01', statusDocument: '示停〔2026〕1号' });
  expect(object.history.at(0)).toMatchObject({
    reason: '批量变更：年度调整',
    batchChange: '行业（业务领域）改为“示例新业”',
  });
});

test('撤销：每一户恢复原样，读音照旧找得到，台账和历史都留下', async () => {
  const { id, changed } = must(await change(all, { kind: 'tags', add: ['重点用能'], remove: ['危化'] }));
  expect(changed).toBe(4);
  expect([await namesWith({ tag: '重点用能' }), await namesWith({ tag: '危化' })]).toEqual(['甲乙丙丁', '']);
  expect(must(await operator().undoBatchChange.mutate({ id, reason: '选错标签' }))).toEqual({ entries: 4 });
  expect([await namesWith({ tag: '重点用能' }), await namesWith({ tag: '危化' })]).toEqual(['', '甲']);
  expect(await namesWith({ text: 'kuangye' })).toBe('甲乙');
  expect(await operator().batchChanges.query()).toMatchObject([
    { id, state: 'undone', undoReason: '选错标签', entries: 4 },
  ]);
  expect(await operator().undoBatchChange.mutate({ id, reason: '再撤' })).toMatchObject({ code: 'BATCH_UNDONE' });
  expect((await operator().object.query({ id: ids[0] ?? 0 })).history).toHaveLength(3);
  const [line] = await office.as('operator').ledger.lines.query({ limit: 1 });
  expect(line).toMatchObject({
    action: 'rosters.undo-batch-change',
    details: JSON.stringify({ batchChangeId: id, entries: 4, reason: '选错标签' }),
  });
});

test('之后又有变动的对象挡住撤销，说出是哪一户；改回去以后可以撤销', async () => {
  const { id } = must(await change(all, { kind: 'priority', to: true }));
  const second = ids[1] ?? 0;
  const later = must(await change({ ids: [second] }, { kind: 'aboveScale', to: true }));
  expect(await operator().undoBatchChange.mutate({ id, reason: '名单有误' })).toMatchObject({
    code: 'BATCH_CHANGED_SINCE',
    details: { names: ['示例乙矿业'] },
  });
  expect(await namesWith({ priority: true })).toBe('甲乙丙丁');
  must(await operator().undoBatchChange.mutate({ id: later.id, reason: '先撤后面的' }));
  must(await operator().undoBatchChange.mutate({ id, reason: '名单有误' }));
  expect(await namesWith({ priority: true })).toBe('');
});

test('预览之后名录变了，先看新的户数；没有一户会变的不受理', async () => {
  const input = { selection: all, change: tagDanger, reason: '年度调整', expected: 3 };
  must(await change({ ids: ids.slice(1, 2) }, tagDanger));
  expect(await operator().batchChangeObjects.mutate(input)).toMatchObject({
    code: 'BATCH_OUTDATED',
    details: { expected: 3, found: 2 },
  });
  must(await operator().batchChangeObjects.mutate({ ...input, expected: 2 }));
  expect(await operator().batchChangeObjects.mutate({ ...input, expected: 0 })).toMatchObject({ code: 'UNCHANGED' });
});

test('只有经办人可以批量变更；同一个标签不能既加上又去掉', async () => {
  const input = { selection: all, change: tagDanger, reason: '年度调整', expected: 3 };
  expect(await office.as('leader').rosters.batchChangeObjects.mutate(input)).toMatchObject({ code: 'NOT_ALLOWED' });
  const both: Change = { kind: 'tags', add: ['危化'], remove: ['危化'] };
  await expect(operator().batchChangeObjects.mutate({ ...input, change: both })).rejects.toThrow('既加上又去掉');
});

test('常用条件：自己的只有自己看得到，共用的大家都看得到，只能由保存的人删去', async () => {
  const save = (role: 'operator' | 'leader', name: string, isShared: boolean) =>
    office
      .as(role)
      .rosters.saveFilter.mutate({ list: 'rosters.objects', name, filter: { status: '存续', q: '矿业' }, isShared });
  must(await save('operator', '我的矿业', false));
  const { id } = must(await save('operator', '存续矿业', true));
  const seen = async (role: 'operator' | 'leader') =>
    (await office.as(role).rosters.savedFilters.query({ list: 'rosters.objects' })).map(({ name }) => name);
  expect([await seen('operator'), await seen('leader')]).toEqual([['我的矿业', '存续矿业'], ['存续矿业']]);
  expect(await save('leader', '存续矿业', true)).toMatchObject({ code: 'FILTER_NAME_TAKEN' });
  must(await save('leader', '我的矿业', false));
  expect(await office.as('leader').rosters.removeFilter.mutate({ id })).toMatchObject({ code: 'FILTER_OF_ANOTHER' });
  must(await operator().removeFilter.mutate({ id }));
  expect(await seen('leader')).toEqual(['我的矿业']);
});

test('查看完整的号码要写事由，台账记事由和项目，不记号码', async () => {
  const idCard = '11010519491231002X';
  const id = await addObject(office, '示例人', 9, { kind: '自然人', code: idCard, phone: '13800001234' });
  expect(JSON.stringify(await operator().object.query({ id }))).not.toMatch(/13800001234|19491231/);
  const reveal = (field: 'idCard' | 'phone', reason: string) => operator().revealOfObject.mutate({ id, field, reason });
  await expect(reveal('phone', ' ')).rejects.toThrow('请填写查看事由');
  expect(must(await reveal('idCard', '核对身份'))).toEqual({ value: idCard });
  expect(must(await reveal('phone', '通知检查'))).toEqual({ value: '13800001234' });
  const lines = await office.as('operator').ledger.lines.query({ limit: 2 });
  expect(lines).toMatchObject([
    { action: 'rosters.reveal', subject: '示例人', details: JSON.stringify({ field: '联系方式', reason: '通知检查' }) },
    {
      action: 'rosters.reveal',
      subject: '示例人',
      details: JSON.stringify({ field: '身份证号码', reason: '核对身份' }),
    },
  ]);
  expect(JSON.stringify(lines)).not.toMatch(/13800001234|19491231/);
  const first = ids[0] ?? 0;
  expect(await operator().revealOfObject.mutate({ id: first, field: 'idCard', reason: '核对' })).toMatchObject({
    code: 'NOTHING_TO_REVEAL',
  });
  expect(await office.as('leader').rosters.revealOfObject.mutate({ id, field: 'phone', reason: '看看' })).toMatchObject(
    {
      code: 'NOT_ALLOWED',
    },
  );
});

test('隐去的电话原样交回，留存的号码不变；历史里也只有隐去的号码', async () => {
  const id = await addObject(office, '示例戊矿业', 20, { phone: '13800001234' });
  const { maskedPhone, code } = await operator().object.query({ id });
  const entry = { ...blankObject, name: '示例戊矿业', code, phone: maskedPhone, address: '示例路1号' };
  must(await operator().changeObject.mutate({ id, entry, reason: '补地址' }));
  expect(must(await operator().revealOfObject.mutate({ id, field: 'phone', reason: '核对' }))).toEqual({
    value: '13800001234',
  });
  must(await operator().changeObject.mutate({ id, entry: { ...entry, phone: '13800009999' }, reason: '换号' }));
  expect((await operator().object.query({ id })).history[0]?.fields).toEqual([
    { label: '联系方式', before: '138****1234', after: '138****9999' },
  ]);
});
