import { afterAll, beforeAll, expect, test } from 'vitest';
import { type InspectedOffice, openInspectedOffice } from '../../support/inspected-office.ts';
import { must } from '../../support/outcomes.ts';
import { canReadPdfs, solidText } from '../../support/pdf.ts';

let office: InspectedOffice;
beforeAll(async () => {
  office = await openInspectedOffice();
  // Another section, which neither drew nor approves.
  office.db.exec(`insert into sections (name) values ('企业服务股')`);
  office.db.exec(
    `update accounts set section_id = (select id from sections where name = '企业服务股'), is_reviewer = 0 where login = 'both'`,
  );
  must(await office.as('operator').grading.regrade.mutate());
});
afterAll(() => office.close());

const words = { purpose: '办理前核查信用', askedBy: '安全生产股' };
const lookUp = (
  input: Partial<{ objectId: number; inspectionId: number | null; matter: 'licence' | 'inspection' }> = {},
) =>
  office.as('operator').credit.lookups.lookUp.mutate({
    objectId: 1,
    matter: 'licence',
    subject: '工业产品生产许可',
    inspectionId: null,
    ...words,
    ...input,
  });
const bytesOf = async (who: Parameters<InspectedOffice['as']>[0], path: string) =>
  new Uint8Array(await (await office.fetch(who, path)).arrayBuffer());
const list = (who: Parameters<InspectedOffice['as']>[0] = 'operator', query = {}) =>
  office.as(who).credit.lookups.list.query(query);

test('查询一次记一次，编号连续，当时看到的结论和报告一并留存', async () => {
  const one = must(await lookUp());
  expect(one).toMatchObject({ number: '信查〔2026〕1号', seen: 'B级，没有有效的不良记录。' });
  expect(must(await lookUp({ objectId: 2 })).number).toBe('信查〔2026〕2号');
  expect((await list())[1]).toMatchObject({
    number: '信查〔2026〕1号',
    objectName: '示例机械厂',
    matter: 'licence',
    purpose: '办理前核查信用',
    askedBy: '安全生产股',
    lookedUpBy: '示例经办',
    hasAdverse: false,
  });
});

test('留存的报告不随以后的记录改变，库里也改不了', async () => {
  const { reportId } = must(await lookUp());
  const before = await bytesOf('operator', `/files/credit/reports/${reportId}/report.pdf`);
  office.db.exec(`
    insert into credit_records (object_id, kind, happened_on, source, document_number, summary, outcome, publicity, entered_by, entered_at)
    values (1, 'penalty', '2026-09-01', '示例部门', '示罚〔2026〕3号', '未按规定培训', 'bad', 'none', 2, '2026-09-07T01:00:00.000Z')`);
  const after = await bytesOf('operator', `/files/credit/reports/${reportId}/report.pdf`);
  expect(Buffer.compare(before, after)).toBe(0);
  const later = must(await lookUp());
  expect(later.seen).toContain('有效不良记录1条');
  expect((await list('operator', { adverse: true })).map(({ number }) => number)).toEqual([later.number]);
  expect(() => office.db.exec(`update credit_reports set document = '{}'`)).toThrow('stands as it was made');
  expect(() => office.db.exec('delete from credit_lookups')).toThrow('is kept');
  if (!canReadPdfs) return;
  expect(solidText(before)).toContain('内部使用');
  expect(solidText(before)).not.toContain('示罚〔2026〕3号');
});

test('检查前的查询记在检查上；未通知的对象不让没有需要的人从查询里看到', async () => {
  const kept = must(await lookUp({ objectId: 2, matter: 'inspection', inspectionId: 2 }));
  expect((await office.as('operator').credit.lookups.ofInspection.query({ inspectionId: 2 }))?.number).toBe(
    kept.number,
  );
  expect(await office.as('both').credit.lookups.ofInspection.query({ inspectionId: 2 })).toBeNull();
  expect((await list('both')).map(({ number }) => number)).not.toContain(kept.number);
  expect((await office.fetch('both', `/files/credit/reports/${kept.reportId}/report.pdf`)).status).toBe(409);
  office.db.exec(`
    insert into attachments (subject, subject_id, file_name, media_type, pages, size, sha256, attached_at, attached_by, content)
    values ('lookup', ${kept.id}, '查询结果.jpg', 'image/jpeg', 1, 1, '${'0'.repeat(64)}', '2026-09-07T01:00:00.000Z', 2, x'00')`);
  const ofLookup = { subject: 'lookup', subjectId: kept.id } as const;
  const [file] = await office.as('operator').attachments.of.query(ofLookup);
  expect((await office.fetch('operator', `/files/attachments/${file?.id}`)).status).toBe(200);
  expect(await office.as('both').attachments.of.query(ofLookup)).toEqual([]);
  expect((await office.fetch('both', `/files/attachments/${file?.id}`)).status).toBe(409);
  const timeline = (who: 'operator' | 'both') =>
    office.as(who).credit.enterprise.timeline.query({ id: 2, kinds: null, year: null, page: 1, size: 50 });
  const keys = async (who: 'operator' | 'both') => (await timeline(who)).events.map(({ kind }) => kind);
  expect(await keys('operator')).toEqual(expect.arrayContaining(['draw', 'lookup']));
  expect((await timeline('both')).events.map(({ title }) => title).join()).not.toMatch(/抽中|行政检查/);
  const line = (
    await office.as('reviewer').ledger.lines.query({ action: 'credit.look-up', text: '', offset: 0, limit: 1 })
  )[0];
  expect(line?.subject).toContain('第2户');
  expect(line?.subject).not.toContain('示例乳品公司');
});

test('检查和企业对不上就不记', async () => {
  expect(await lookUp({ objectId: 1, matter: 'inspection', inspectionId: 2 })).toMatchObject({
    code: 'LOOKUP_NOT_OF_INSPECTION',
  });
});

test('一个任务的检查可以一并查询，查过的不重复', async () => {
  const ofTask = () => office.as('operator').credit.lookups.ofTask.query({ taskId: 1 });
  expect(await ofTask()).toEqual({ total: 3, lookedUp: 1, open: [1, 3] });
  const all = { inspectionIds: [1, 2, 3], ...words };
  expect(must(await office.as('operator').credit.lookups.lookUpInspections.mutate(all))).toEqual({ count: 2 });
  expect(await ofTask()).toEqual({ total: 3, lookedUp: 3, open: [] });
  expect(await office.as('operator').credit.lookups.lookUpInspections.mutate(all)).toMatchObject({
    code: 'NOTHING_TO_LOOK_UP',
  });
});

test('本机关没有先查询就作出的处罚列为应查未查', async () => {
  const gaps = () => office.as('reviewer').credit.lookups.gaps.query({ year: 2026 });
  expect(await gaps()).toMatchObject({ matters: 0, lookedUp: 0, gaps: [] });
  office.db.exec(`
    insert into credit_records (object_id, kind, happened_on, source, document_number, summary, outcome, publicity, entered_by, entered_at)
    values (3, 'penalty', '2026-09-05', '额尔古纳市工业和信息化局（示例）', '额工信罚〔2026〕1号', '', 'bad', 'none', 2, '2026-09-07T01:00:00.000Z')`);
  expect(await gaps()).toMatchObject({
    matters: 1,
    lookedUp: 0,
    gaps: [{ matter: 'penalty', objectName: '示例木业公司', subject: '额工信罚〔2026〕1号' }],
  });
});

test('查询台账按条件打印，标明内部使用', async () => {
  const pdf = await bytesOf('reviewer', '/files/credit/lookups/ledger.pdf?matter=licence');
  if (!canReadPdfs) return;
  const text = solidText(pdf);
  expect(text).toContain('信查〔2026〕1号');
  expect(text).toContain('内部使用');
  expect(text).not.toContain('行政检查');
});
