import { afterAll, beforeAll, expect, test } from 'vitest';
import { addRecord, type CreditOffice, openCreditOffice, penaltyOf } from '../../support/credit-office.ts';
import { sampleBureau } from '../../support/office.ts';
import { must } from '../../support/outcomes.ts';

let it: CreditOffice;
beforeAll(async () => {
  it = await openCreditOffice(4);
});
afterAll(() => it.office.close());

const records = () => it.office.as('operator').credit.records;
const idOf = (n: number) => it.ids[n - 1] ?? 0;
const raisedBy = async (n: number) => {
  const { lines } = await it.office.as('operator').grading.list.query();
  return lines.find(({ objectId }) => objectId === idOf(n))?.current?.raisedBy ?? [];
};

test('登记的记录记于企业名下，带来源、文号、责任人；行政处罚待公示，期限7个工作日', async () => {
  const id = await addRecord(it.office, penaltyOf(idOf(1)));
  const record = await records().record.query({ id });
  expect(record).toMatchObject({
    objectName: '示例企业1有限公司',
    kind: 'penalty',
    severity: 'ordinary',
    amountFen: 500_000,
    persons: [{ role: 'legal', name: '示例甲' }],
    origin: 'typed',
    publicity: 'pending',
    isAdverse: true,
    due: { on: '2026-09-10', isOverdue: false },
  });
  const [entry] = await it.office.as('operator').ledger.lines.query({ action: 'credit.add-record', limit: 1 });
  expect(entry?.subject).toBe('示例企业1有限公司 行政处罚 示罚〔2026〕1号');
});

test('同一企业同一文号不重复登记，许可处罚须有文号，日期不在将来', async () => {
  const add = (more: Parameters<typeof penaltyOf>[1]) => records().add.mutate(penaltyOf(idOf(1), more));
  expect(await add({})).toMatchObject({ code: 'CREDIT_RECORD_THERE' });
  expect(await add({ documentNumber: '' })).toMatchObject({ code: 'CREDIT_NEEDS_NUMBER' });
  expect(await add({ documentNumber: '示罚2号', happenedOn: '2026-09-08' })).toMatchObject({
    code: 'CREDIT_IN_FUTURE',
  });
  expect(await it.office.as('reviewer').credit.records.add.mutate(penaltyOf(idOf(1)))).toMatchObject({
    code: 'NOT_ALLOWED',
  });
});

test('某类没有的栏目不保存', async () => {
  const id = await addRecord(
    it.office,
    penaltyOf(idOf(2), { kind: 'complaint', documentNumber: '示诉1号', endedOn: '2026-09-03', amountFen: 1 }),
  );
  expect(await records().record.query({ id })).toMatchObject({
    endedOn: null,
    severity: null,
    amountFen: null,
    persons: [],
    publicity: 'none',
  });
});

test('更正是旧版旁边的新版，旧版保留并注明；类别不能更正', async () => {
  const id = await addRecord(it.office, penaltyOf(idOf(2), { documentNumber: '示罚〔2026〕5号' }));
  const { objectId: _, ...content } = penaltyOf(idOf(2), { documentNumber: '示罚〔2026〕6号', amountFen: 300_000 });
  must(await records().correct.mutate({ id, content, reason: '文号录错' }));
  const record = await records().record.query({ id });
  expect(record).toMatchObject({ version: 2, documentNumber: '示罚〔2026〕6号', amountFen: 300_000 });
  expect(record.earlier).toMatchObject([{ version: 1, documentNumber: '示罚〔2026〕5号', amountFen: 500_000 }]);
  expect(await records().correct.mutate({ id, content, reason: '再来' })).toMatchObject({ code: 'CREDIT_UNCHANGED' });
  const other = { ...content, kind: 'coercion' as const };
  expect(await records().correct.mutate({ id, content: other, reason: '改类' })).toMatchObject({
    code: 'CREDIT_KIND_FIXED',
  });
  const corrected = await records().list.query({ standing: 'corrected' });
  expect(corrected.lines.map((line) => line.id)).toEqual([id]);
});

test('列入异常名录立即增加检查频次，移出后恢复；撤销的记录仍列出但不再起作用', async () => {
  const listed = penaltyOf(idOf(3), { kind: 'abnormal-list', documentNumber: '示列1号', happenedOn: '2026-08-20' });
  const id = await addRecord(it.office, listed);
  expect(await raisedBy(3)).toEqual(['abnormal-list']);
  expect(await records().end.mutate({ id, endedOn: '2026-08-01' })).toMatchObject({ code: 'CREDIT_ENDED_BEFORE' });
  must(await records().end.mutate({ id, endedOn: '2026-09-01' }));
  expect(await raisedBy(3)).toEqual([]);
  expect(await records().end.mutate({ id, endedOn: '2026-09-02' })).toMatchObject({ code: 'CREDIT_ENDED' });
  const penalty = await addRecord(it.office, penaltyOf(idOf(3)));
  expect(await records().end.mutate({ id: penalty, endedOn: '2026-09-02' })).toMatchObject({ code: 'CREDIT_NO_END' });

  const again = await addRecord(it.office, { ...listed, documentNumber: '示列2号' });
  expect(await raisedBy(3)).toEqual(['abnormal-list']);
  must(await records().withdraw.mutate({ id: again, reason: '登记到了别的企业' }));
  expect(await raisedBy(3)).toEqual([]);
  expect(await records().record.query({ id: again })).toMatchObject({
    withdrawn: { by: '示例经办', reason: '登记到了别的企业' },
  });
  expect(await records().withdraw.mutate({ id: again, reason: '再撤' })).toMatchObject({ code: 'CREDIT_WITHDRAWN' });
});

test('修复只登记失信信息，日期留在记录上', async () => {
  const id = await addRecord(it.office, penaltyOf(idOf(4)));
  const reward = await addRecord(
    it.office,
    penaltyOf(idOf(4), { kind: 'reward', documentNumber: '示奖1号', persons: [] }),
  );
  const repair = (of: number) => records().repair.mutate({ id: of, on: '2026-09-05', reason: '信用中国已修复' });
  expect(await repair(reward)).toMatchObject({ code: 'CREDIT_NOT_ADVERSE' });
  must(await repair(id));
  expect(await repair(id)).toMatchObject({ code: 'CREDIT_REPAIRED' });
  expect((await records().record.query({ id })).repairedOn).toBe('2026-09-05');
});

test('列表按企业、类别、来源、程度、公示状态和日期筛选，由程序分页', async () => {
  const total = async (filter: Parameters<ReturnType<typeof records>['list']['query']>[0]) =>
    (await records().list.query(filter)).total;
  const all = await total({});
  expect(await total({ kinds: ['penalty'] })).toBe(4);
  expect(await total({ objectId: idOf(1) })).toBe(1);
  expect(await total({ text: '示例企业1' })).toBe(1);
  expect(await total({ text: it.codes[1] ?? '' })).toBe(2);
  expect(await total({ text: '示罚〔2026〕6' })).toBe(1);
  expect(await total({ source: '示例市场监督管理局' })).toBe(all);
  expect(await total({ severity: 'serious' })).toBe(0);
  expect(await total({ publicity: 'pending' })).toBe(4);
  expect(await total({ from: '2026-08-01', to: '2026-08-31' })).toBe(2);
  expect(await total({ standing: 'withdrawn' })).toBe(1);
  expect(await total({ standing: 'repaired' })).toBe(1);
  const ids = async (page: { offset: number; limit: number; descending?: boolean }) =>
    (await records().list.query(page)).lines.map(({ id }) => id);
  const forwards = await ids({ offset: 0, limit: 100 });
  const paged = [...(await ids({ offset: 0, limit: 3 })), ...(await ids({ offset: 3, limit: 100 }))];
  expect(paged).toEqual(forwards);
  expect((await ids({ offset: 0, limit: 100, descending: false })).toReversed()).toEqual(forwards);
});

test('更正的日期不晚于公示和修复；撤销公示着的记录，公示同时停止', async () => {
  const { publicity } = it.office.as('operator').credit;
  const published = await addRecord(it.office, penaltyOf(idOf(1), { documentNumber: '示罚〔2026〕21号' }));
  must(await publicity.publish.mutate({ ids: [published], on: '2026-09-03', where: '示例网站' }));
  const repaired = await addRecord(it.office, penaltyOf(idOf(1), { documentNumber: '示罚〔2026〕22号' }));
  must(await records().repair.mutate({ id: repaired, on: '2026-09-02', reason: '信用中国已修复' }));
  const dated = (id: number, number: number) => {
    const { objectId: _, ...content } = penaltyOf(idOf(1), { documentNumber: `示罚〔2026〕${number}号` });
    return records().correct.mutate({ id, content: { ...content, happenedOn: '2026-09-04' }, reason: '日期录错' });
  };
  const late = { code: 'CREDIT_AFTER_STEP', details: { happenedOn: '2026-09-04' } };
  expect(await dated(published, 21)).toMatchObject({ ...late, details: { what: '公示', on: '2026-09-03' } });
  expect(await dated(repaired, 22)).toMatchObject({ ...late, details: { what: '修复', on: '2026-09-02' } });
  must(await records().withdraw.mutate({ id: published, reason: '登记到了别的企业' }));
  expect(await records().record.query({ id: published })).toMatchObject({
    publicity: 'stopped',
    stoppedOn: '2026-09-07',
    stopReason: '登记到了别的企业',
  });
});

test('登记只给经办人，列表不给出电话和身份证号', async () => {
  const { lines } = await it.office.as('leader').credit.records.list.query({});
  expect(Object.keys(lines[0] ?? {}).filter((key) => /phone|idCard/i.test(key))).toEqual([]);
});

test('本机关认定的失信信息，修复须经受理、核查、决定，不能直接登记', async () => {
  const own = { source: sampleBureau.name, documentNumber: '示罚〔2026〕9号' };
  const id = await addRecord(it.office, penaltyOf(idOf(4), own));
  const repaired = await records().repair.mutate({ id, on: '2026-09-07', reason: '示例修复决定' });
  expect(repaired).toMatchObject({ code: 'CREDIT_REPAIR_OWN' });
  expect((await records().record.query({ id })).repairedOn).toBeNull();
  const { objectId: _, ...content } = penaltyOf(idOf(4), { ...own, source: '示例应急管理局' });
  must(await records().correct.mutate({ id, content, reason: '来源改写' }));
  const renamed = await records().repair.mutate({ id, on: '2026-09-07', reason: '示例修复决定' });
  expect(renamed).toMatchObject({ code: 'CREDIT_REPAIR_OWN' });
});
