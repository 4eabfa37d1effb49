import { afterAll, beforeAll, expect, test } from 'vitest';
import { addFirms, type Firm, gradeFirms } from '../../support/follow-up.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { must } from '../../support/outcomes.ts';
import { canReadPdfs, solidText } from '../../support/pdf.ts';

let office: Office;
let firms: Firm[];

beforeAll(async () => {
  office = await openOffice({ today: '2026-09-07' });
  firms = await addFirms(office, 4);
  await gradeFirms(office, [
    [firm(1), '优'],
    [firm(2), '良'],
    [firm(3), '中'],
    [firm(4), '差'],
  ]);
});
afterAll(() => office.close());

const firm = (n: number): Firm => {
  const found = firms[n - 1];
  if (found === undefined) throw new Error(`no firm ${n}`);
  return found;
};
const measures = () => office.as('operator').supervision.measures;
const certificates = () => office.as('operator').supervision.certificates;

async function tasksOf(n: number, state?: 'open' | 'done' | 'cancelled') {
  const { lines } = await measures().list.query({ text: firm(n).code, state: state ?? null, limit: 500 });
  return lines;
}
const openTexts = async (n: number) => (await tasksOf(n, 'open')).map(({ text }) => text).sort();

test('评定等级后，各级须办理的措施成为有期限的任务，A级没有', async () => {
  expect(await openTexts(1)).toEqual([]);
  expect(await openTexts(2)).toEqual(['加强政策法规宣传，帮助其提升依法执业水平、提高信用等级', '诚信约谈']);
  expect(await openTexts(3)).toEqual(['加强对负责人和从业人员的分类培训和指导']);
  expect(await openTexts(4)).toEqual([
    '列为重点监控对象，强化管理和监控',
    '加强对负责人和从业人员的分类培训和指导',
    '工作约谈提醒',
    '限期整改',
  ]);
  const [talk] = (await tasksOf(4)).filter(({ measureId }) => measureId === 'work-talk');
  // 10 working days from 2026-09-07; Sunday 2026-09-20 is worked for the 国庆 holiday.
  expect(talk).toMatchObject({
    kind: 'talk',
    grade: 'D',
    origin: 'grade',
    openedOn: '2026-09-07',
    dueOn: '2026-09-20',
  });
  expect(talk?.ground).toBe('首次评定为D级');
  expect(talk?.article).toContain('制度第十一条');
});

test('等级上升，不再适用的措施自动取消并写明理由；等级未变的任务不动', async () => {
  await gradeFirms(office, [[firm(3), '良']], '2026-08-10');
  expect((await tasksOf(3, 'cancelled')).map(({ cancelReason }) => cancelReason)).toEqual([
    '等级由C级升为B级，不再采取该措施',
  ]);
  expect(await openTexts(3)).toContain('诚信约谈');
  expect(await openTexts(2)).toHaveLength(2);
});

test('一次培训为多户办结，共用一份办理记录；没有文书的列出来', async () => {
  const ids = [...(await tasksOf(2, 'open')), ...(await tasksOf(3, 'open'))]
    .filter(({ kind }) => kind === 'publicity')
    .map(({ id }) => id);
  expect(ids).toHaveLength(2);
  const record = { doneOn: '2026-09-05', what: '政策宣讲会', result: '两户负责人到场', doneBy: '示例经办' };
  const done = must(await measures().finish.mutate({ selection: { ids }, ...record }));
  expect(done.tasks).toBe(2);
  const one = await measures().one.query({ id: ids[0] ?? 0 });
  expect(one).toMatchObject({ state: 'done', recordId: done.recordId, together: 2, what: '政策宣讲会', papers: 0 });
  expect((await measures().counts.query()).undocumented).toBe(2);
  expect(await measures().finish.mutate({ selection: { ids }, ...record })).toMatchObject({ code: 'NO_OPEN_MEASURES' });
  const hand = { selection: { ids }, section: '', officerId: null };
  expect(await measures().assign.mutate({ ...hand, officerId: 999 })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await measures().assign.mutate({ ...hand, dueOn: '2026-09-01' })).toMatchObject({ code: 'DAY_BEFORE' });
});

test('办理日期不能在今后；办错的可以撤回，经过留着', async () => {
  const [task] = await tasksOf(4, 'open');
  const id = task?.id ?? 0;
  const record = { what: '约谈', result: '已承诺整改', doneBy: '示例经办' };
  const selection = { ids: [id] };
  expect(await measures().finish.mutate({ selection, ...record, doneOn: '2026-09-08' })).toMatchObject({
    code: 'DAY_NOT_YET',
  });
  must(await measures().finish.mutate({ selection, ...record, doneOn: '2026-09-07' }));
  must(await measures().reopen.mutate({ id, reason: '登记错了企业' }));
  const again = await measures().one.query({ id });
  expect(again.state).toBe('open');
  expect(again.steps.map(({ step }) => step)).toEqual(['done', 'reopened']);
  expect(await measures().reopen.mutate({ id, reason: '再撤' })).toMatchObject({ code: 'MEASURE_STILL_OPEN' });
});

test('生成本年措施任务：先预览数目，本年已有的不重复开', async () => {
  const filter = { grades: [], priority: null, townships: [], industries: [], measureIds: [] };
  expect(await measures().previewRound.query({ year: 2026, filter })).toMatchObject({ graded: 4, tasks: 0 });
  const next = await measures().previewRound.query({ year: 2027, filter });
  // 办结过的宣讲在下一年重新开；仍在待办的不再开一份。
  expect(next).toMatchObject({ tasks: 2, enterprises: 2 });
  expect(next.lines.filter(({ opens }) => opens > 0).map(({ id, opens }) => [id, opens])).toEqual([
    ['policy-publicity', 2],
  ]);
  const round = { year: 2027, filter, section: '安全生产股', officerId: null };
  expect(await measures().openRound.mutate({ ...round, expected: 3 })).toMatchObject({ code: 'ROUND_OUTDATED' });
  expect(must(await measures().openRound.mutate({ ...round, expected: 2 })).tasks).toBe(2);
  const opened = (await tasksOf(2, 'open')).find(({ year }) => year === 2027);
  expect(opened).toMatchObject({ origin: 'round', section: '安全生产股', ground: '2027年度措施' });
  expect(await measures().previewRound.query({ year: 2027, filter })).toMatchObject({ tasks: 0 });
});

test('预览只看条件内的企业和措施', async () => {
  const filter = { grades: ['D' as const], priority: null, townships: [], industries: [], measureIds: ['work-talk'] };
  expect(await measures().previewRound.query({ year: 2026, filter })).toMatchObject({
    graded: 1,
    lines: [{ id: 'work-talk' }],
  });
});

test('逐户新增的措施不随等级变动取消；同一措施待办时不再开', async () => {
  const add = { objectIds: [firm(1).id], measureId: 'work-talk', ground: '投诉较多', section: '', officerId: null };
  must(await measures().add.mutate(add));
  expect(await measures().add.mutate(add)).toMatchObject({ code: 'MEASURE_ALREADY_OPEN' });
  await gradeFirms(office, [[firm(1), '优+']], '2026-08-15');
  expect(await openTexts(1)).toEqual(['工作约谈提醒']);
});

test('绿色通道证只发给最高等级，证上不写等级；等级下降自动撤销', async () => {
  const span = { fromOn: '2026-09-07', untilOn: '2027-09-06' };
  expect(await certificates().issue.mutate({ ...span, objectId: firm(2).id })).toMatchObject({
    code: 'NO_CERTIFICATE_FOR',
  });
  expect(await certificates().outlook.query()).toMatchObject({ grade: 'A级', waiting: 1 });
  expect(must(await certificates().issue.mutate({ ...span, objectId: null })).issued).toBe(1);
  expect(await certificates().issue.mutate({ ...span, objectId: null })).toMatchObject({
    code: 'NOBODY_FOR_CERTIFICATE',
  });
  const [certificate] = await certificates().list.query();
  expect(certificate).toMatchObject({ objectName: firm(1).name, number: '额工信绿通〔2026〕1号', revokedOn: null });
  if (canReadPdfs) {
    const text = solidText(
      await office.download('operator', `/files/supervision/certificates/${certificate?.id}/certificate.pdf`),
    );
    expect(text).toContain(firm(1).name);
    expect(text).toContain('提供绿色通道服务');
    expect(text).toContain('第八条');
    expect(text).not.toMatch(/[A-D]级|信用等级|国家评价/);
  }
  await gradeFirms(office, [[firm(1), '良']], '2026-08-20');
  const [revoked] = await certificates().list.query();
  expect(revoked).toMatchObject({ revokedOn: '2026-09-07', revokeReason: '等级由A级降为B级，不再给予绿色通道' });
  expect(await certificates().revoke.mutate({ id: revoked?.id ?? 0, reason: '再撤' })).toMatchObject({
    code: 'CERTIFICATE_REVOKED',
  });
});

test('重点企业一年全覆盖：本年没有查到的列出来', async () => {
  const before = await measures().keyCoverage.query();
  expect(before.lines).toEqual([]);
  const entry = { name: firm(4).name, code: firm(4).code, kind: '企业', status: '存续', aboveScale: true } as const;
  const change = { id: firm(4).id, entry: { ...entry, priority: true }, reason: '列为重点' };
  must(await office.as('operator').rosters.changeObject.mutate(change));
  const { lines, cycles, services } = await measures().keyCoverage.query();
  expect(lines).toMatchObject([{ name: firm(4).name, needsVisit: true, service: null }]);
  expect(services).toEqual([]);
  expect(cycles.find(({ objects }) => objects === 'key')).toMatchObject({ years: 1, since: '2026-01-01', lacking: 1 });
});

test('审核人不能办结、发证', async () => {
  const reviewer = office.as('reviewer').supervision;
  const selection = { ids: [1] };
  expect(await reviewer.measures.cancel.mutate({ selection, reason: '示例' })).toMatchObject({ code: 'NOT_ALLOWED' });
  const span = { fromOn: '2026-09-07', untilOn: '2027-09-06', objectId: null };
  expect(await reviewer.certificates.issue.mutate(span)).toMatchObject({ code: 'NOT_ALLOWED' });
});

test('逾期的任务在列表中标出', async () => {
  const before = (await measures().counts.query()).overdue;
  expect(before).toBe(0);
  office.setNow('2026-09-22T01:00:00.000Z');
  await office.restart();
  expect((await measures().counts.query()).overdue).toBeGreaterThan(0);
  const { lines } = await measures().list.query({ mark: 'overdue', limit: 50 });
  expect(lines.map(({ measureId }) => measureId)).toContain('work-talk');
});
