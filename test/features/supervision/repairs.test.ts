import { afterAll, beforeAll, expect, test } from 'vitest';
import { must } from '../../support/outcomes.ts';
import { canReadPdfs, solidText } from '../../support/pdf.ts';
import { openSupervisedOffice, type SupervisedOffice } from '../../support/supervision.ts';

let bureau: SupervisedOffice;
let penalty: number;
let repairId: number;
let entryId: number;

beforeAll(async () => {
  bureau = await openSupervisedOffice('chenbarhu-2023');
  penalty = await bureau.record(bureau.ids[0], {
    kind: 'penalty',
    severity: 'serious',
    documentNumber: '示罚〔2026〕3号',
    summary: '安全生产违法行为情节严重',
  });
  const { lists } = bureau.office.as('operator').supervision;
  const proposal = {
    objectId: bureau.ids[0],
    listId: 'black',
    groundId: 'violation',
    facts: '安全生产违法行为情节严重。',
    factIds: [`record:${penalty}`],
  };
  entryId = must(await lists.propose.mutate(proposal)).entryId;
  must(await lists.notify.mutate({ entryId }));
  must(await lists.serve.mutate({ entryId, servedOn: '2026-09-07', manner: 'direct', receiver: '示例签收人' }));
  const waived = { entryId, outcome: 'waived', receivedOn: '2026-09-07', statement: '放弃', opinion: '放弃' } as const;
  must(await lists.hear.mutate(waived));
  const leader = bureau.office.as('leader').supervision.lists;
  must(await leader.decide.mutate({ entryId, outcome: 'listed', opinion: '同意' }));
  must(await lists.publish.mutate({ entryId, publishedOn: '2026-09-07', place: '示例政府网站' }));
  const told = { entryId, measureIds: ['check-more'], department: '示例自然资源局', toldOn: '2026-09-07' };
  const options = await lists.options.query();
  const [measure] = options.lists.find(({ id }) => id === 'black')?.jointMeasures ?? [];
  must(await lists.tell.mutate({ ...told, measureIds: [measure?.id ?? ''] }));
  await bureau.office
    .as('operator')
    .credit.publicity.publish.mutate({ ids: [penalty], on: '2026-09-07', where: '示例网站' });
});
afterAll(() => bureau.office.close());

const repairs = (role: 'operator' | 'leader' = 'operator') => bureau.office.as(role).supervision.repairs;
const application = () => ({
  objectId: bureau.ids[0],
  recordIds: [penalty],
  severity: 'serious' as const,
  documentOn: '2026-09-07',
  applicant: '示例企业1有限公司',
  appliedOn: '2026-09-07',
  remedy: '罚款已缴清，隐患已整改',
});

test('登记处罚后，修复告知书与处罚决定书一并送达（两书同达）', async () => {
  expect((await repairs().unserved.query()).map(({ recordId }) => recordId)).toEqual([penalty]);
  const { number } = must(await repairs().issueNotice.mutate({ recordId: penalty, severity: 'serious' }));
  expect(number).toBe('额工信修告〔2026〕1号');
  const served = { recordId: penalty, servedOn: '2026-09-07', manner: 'direct', receiver: '示例签收人' } as const;
  must(await repairs().serveNotice.mutate(served));
  expect(await repairs().unserved.query()).toEqual([]);
});

test.skipIf(!canReadPdfs)('修复告知书写明处罚文号、公示期限、最早申请日期和修复方式', async () => {
  const bytes = await bureau.office.download('operator', `/files/supervision/repair-notices/${penalty}/notice.pdf`);
  const text = solidText(bytes);
  for (const said of ['示罚〔2026〕3号', '最短公示12个月', '自2027年9月7日起', '履行证明、信用承诺书', '公益']) {
    expect(text).toContain(said);
  }
});

test('最短公示期未满不能申请，说明最早日期和条款', async () => {
  expect(await repairs().receive.mutate(application())).toMatchObject({
    code: 'REPAIR_TOO_EARLY',
    details: { earliestOn: '2027-09-07', months: 12, article: expect.stringContaining('发改委令第36号') },
  });
});

test('文书日期不早于所选的失信信息，失信程度不轻于记录的，期限不能这样缩短', async () => {
  const older = await repairs().receive.mutate({ ...application(), documentOn: '2020-01-01' });
  expect(older).toMatchObject({ code: 'DAY_BEFORE', details: { on: '2020-01-01', afterOn: '2026-09-07' } });
  for (const subject of [{ recordIds: [penalty] }, { recordIds: [], entryIds: [entryId] }]) {
    const minor = await repairs().receive.mutate({ ...application(), ...subject, severity: 'minor' });
    expect(minor).toMatchObject({ code: 'REPAIR_TIER_TOO_LOW', details: { tier: '轻微', recorded: '严重' } });
  }
});

test('列入名单留下的记录不单独修复，随名单修复', async () => {
  const entry = await bureau.office.as('operator').supervision.lists.entry.query({ entryId });
  const recordId = entry.decision?.recordId ?? 0;
  const offered = await repairs().subjects.query({ objectId: bureau.ids[0] });
  expect(offered.records.map(({ id }) => id)).toEqual([penalty]);
  expect(offered.entries).toMatchObject([{ id: entryId, severity: 'serious' }]);
  const alone = await repairs().receive.mutate({ ...application(), recordIds: [recordId] });
  expect(alone).toMatchObject({ code: 'REPAIR_OF_ENTRY', details: { list: entry.listName } });
});

test('守信记录不需要修复', async () => {
  const good = await bureau.record(bureau.ids[0], { kind: 'reward', documentNumber: '示奖〔2026〕1号' });
  const result = await repairs().receive.mutate({ ...application(), recordIds: [good] });
  expect(result).toMatchObject({ code: 'REPAIR_NOT_ADVERSE' });
});

test('材料、修复方式、附件不齐的不能受理，逐项说明缺什么', async () => {
  await bureau.on('2027-09-08');
  repairId = must(await repairs().receive.mutate({ ...application(), appliedOn: '2027-09-08' })).repairId;
  const early = await repairs().accept.mutate({ repairId, acceptedOn: '2027-09-08' });
  expect(early).toMatchObject({ code: 'REPAIR_INCOMPLETE' });
  const { lacks } = await repairs().repair.query({ repairId });
  expect(lacks.map(({ field }) => field)).toEqual(['materials', 'materials', 'ways', 'attachments']);
});

test('一条失信信息同时只办一件修复', async () => {
  const again = await repairs().receive.mutate({ ...application(), appliedOn: '2027-09-08' });
  expect(again).toMatchObject({ code: 'REPAIR_UNDER_WAY' });
});

test('修复培训登记参加人员；材料齐全后受理、核查', async () => {
  const { ways } = await repairs().rules.query();
  expect(ways).toHaveLength(6);
  const training = ways.find(({ name }) => name.includes('培训'));
  const dated = { repairId, datedOn: '2027-09-08' };
  must(await repairs().addMaterial.mutate({ ...dated, kind: 'fulfilment', title: '缴款凭证' }));
  must(await repairs().addMaterial.mutate({ ...dated, kind: 'commitment', title: '信用承诺书' }));
  const way = {
    repairId,
    wayId: training?.id ?? '',
    doneOn: '2027-09-08',
    proof: '培训记录',
    attendance: '示例法定代表人，4学时',
  };
  must(await repairs().addWay.mutate(way));
  await bureau.attach('repair', repairId, 2);
  expect((await repairs().repair.query({ repairId })).lacks).toEqual([]);
  must(await repairs().accept.mutate({ repairId, acceptedOn: '2027-09-08' }));
  const decided = await repairs('leader').decide.mutate({ repairId, outcome: 'repaired', opinion: '同意' });
  expect(decided).toMatchObject({ code: 'STEP_NOT_DUE', details: { due: '核查' } });
  must(await repairs().check.mutate({ repairId, checkedOn: '2027-09-08', isPassed: true, finding: '现场核查属实。' }));
  const { attachments } = bureau.office.as('operator');
  const [file] = await attachments.of.query({ subject: 'repair', subjectId: repairId });
  const takenOff = await attachments.withdraw.mutate({ id: file?.id ?? 0, reason: '示例：附错了' });
  expect(takenOff).toMatchObject({ code: 'ATTACHMENT_CLOSED' });
});

test('准予修复：停止公示、解除措施、移出只据此列入的名单、标记已修复，历史留存', async () => {
  const { effects } = must(
    await repairs('leader').decide.mutate({ repairId, outcome: 'repaired', opinion: '符合条件。' }),
  );
  expect(effects.join('；')).toContain('标记为已修复');
  expect(effects.join('；')).toContain('移出安全生产诚信“黑名单”（已完成信用修复');
  expect(effects.some((what) => what.startsWith('解除'))).toBe(true);
  const record = await bureau.office.as('operator').credit.records.record.query({ id: penalty });
  expect(record).toMatchObject({ repairedOn: '2027-09-08', publicity: 'stopped', withdrawn: null });
  const entry = await bureau.office.as('operator').supervision.lists.entry.query({ entryId });
  expect(entry).toMatchObject({ state: 'removed', removals: [{ reason: 'repaired', repairId }] });
  const again = await repairs().receive.mutate({ ...application(), appliedOn: '2027-09-08' });
  expect(again).toMatchObject({ code: 'REPAIR_DONE_BEFORE', details: { on: '2027-09-08' } });
});

test.skipIf(!canReadPdfs)('准予修复决定书列出所办事项', async () => {
  const bytes = await bureau.office.download('operator', `/files/supervision/repairs/${repairId}/decision.pdf`);
  const text = solidText(bytes);
  expect(text).toContain('准予信用修复决定书');
  expect(text).toContain('历史记录依法留存');
});

test('核查未通过的不能准予，可以不予修复', async () => {
  const fine = await bureau.record(bureau.ids[1], {
    kind: 'penalty',
    severity: 'minor',
    documentNumber: '示罚〔2027〕9号',
    happenedOn: '2027-09-08',
  });
  const minor = { ...application(), objectId: bureau.ids[1], recordIds: [fine], severity: 'minor' as const };
  const dated = { documentOn: '2027-09-08', appliedOn: '2027-09-08' };
  const { repairId: other } = must(await repairs().receive.mutate({ ...minor, ...dated }));
  for (const kind of ['fulfilment', 'commitment'] as const) {
    must(await repairs().addMaterial.mutate({ repairId: other, kind, title: '示例材料', datedOn: '2027-09-08' }));
  }
  const { ways } = await repairs().rules.query();
  must(
    await repairs().addWay.mutate({ repairId: other, wayId: ways[0]?.id ?? '', doneOn: '2027-09-08', proof: '示例' }),
  );
  await bureau.attach('repair', other, 2);
  must(await repairs().accept.mutate({ repairId: other, acceptedOn: '2027-09-08' }));
  must(await repairs().check.mutate({ repairId: other, checkedOn: '2027-09-08', isPassed: false, finding: '未履行' }));
  const granted = await repairs('leader').decide.mutate({ repairId: other, outcome: 'repaired', opinion: '同意' });
  expect(granted).toMatchObject({ code: 'REPAIR_CHECK_FAILED' });
  must(await repairs('leader').decide.mutate({ repairId: other, outcome: 'refused', opinion: '未履行义务' }));
  expect(await repairs().repair.query({ repairId: other })).toMatchObject({ state: 'refused' });
});
