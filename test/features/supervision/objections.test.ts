import { afterAll, beforeAll, expect, test } from 'vitest';
import { must } from '../../support/outcomes.ts';
import { canReadPdfs, solidText } from '../../support/pdf.ts';
import { openSupervisedOffice, type SupervisedOffice } from '../../support/supervision.ts';

let bureau: SupervisedOffice;
let recordId: number;
let objectionId: number;

beforeAll(async () => {
  bureau = await openSupervisedOffice('erguna-2023');
  recordId = await bureau.record(bureau.ids[0], {
    kind: 'serious-violation',
    severity: 'serious',
    documentNumber: '示严〔2026〕1号',
    summary: '列入严重违法失信名单',
  });
});
afterAll(() => bureau.office.close());

const objections = (role: 'operator' | 'leader' = 'operator') => bureau.office.as(role).supervision.objections;
const objection = (id = objectionId) => objections().objection.query({ objectionId: id });
const claim = () => ({
  subject: 'record' as const,
  objectId: bureau.ids[0],
  recordId,
  objector: '示例企业1有限公司',
  claim: '该文书的当事人不是我公司。',
  receivedOn: '2026-09-07',
});
const receive = async (more: object = {}) => must(await objections().receive.mutate({ ...claim(), ...more }));
const record = (id = recordId) => bureau.office.as('operator').credit.records.record.query({ id });

test('受理后20个工作日内核实（参照细则第十条），列入待办', async () => {
  const received = await receive();
  objectionId = received.objectionId;
  expect(received).toMatchObject({ number: '额工信异议〔2026〕1号', verifyBy: '2026-10-10' });
  const { dues } = await bureau.office.as('operator').home.summary.query();
  expect(dues).toContainEqual(expect.objectContaining({ what: '核实', on: '2026-10-10', article: '参照细则第十条' }));
});

test('更正要有更正的内容', async () => {
  const same = {
    objectionId,
    checkedOn: '2026-09-07',
    supplier: '示例局',
    finding: '属实',
    proposal: 'correct',
  } as const;
  expect(await objections().check.mutate(same)).toMatchObject({ code: 'OBJECTION_CORRECTION_EMPTY' });
});

test('更正的内容同登记一样核对：日期不在将来，不与另一条重复', async () => {
  const dated = { objectionId, checkedOn: '2026-09-07', supplier: '示例局', finding: '录入有误。' };
  const checked = (correction: object) => objections().check.mutate({ ...dated, proposal: 'correct', correction });
  expect(await checked({ happenedOn: '2027-01-01' })).toMatchObject({ code: 'CREDIT_IN_FUTURE' });
  const other = { kind: 'serious-violation', documentNumber: '示严〔2026〕9号', happenedOn: '2026-09-01' } as const;
  await bureau.record(bureau.ids[0], other);
  expect(await checked({ documentNumber: '示严〔2026〕9号' })).toMatchObject({ code: 'CREDIT_RECORD_THERE' });
});

test('金额、轻重有误的也能更正；这一类记录没有的栏目不算更正', async () => {
  const penalty = {
    kind: 'penalty',
    documentNumber: '示罚〔2026〕7号',
    severity: 'serious',
    amountFen: 500_000,
  } as const;
  const recordId = await bureau.record(bureau.ids[1], { ...penalty, happenedOn: '2026-09-01' });
  const claim = { objector: '示例提出人', claim: '罚款金额有误', receivedOn: '2026-09-07' };
  const about = { subject: 'record', objectId: bureau.ids[1], recordId } as const;
  const received = must(await objections().receive.mutate({ ...claim, ...about }));
  const checked = { checkedOn: '2026-09-07', supplier: '示例局', finding: '录入有误。', proposal: 'correct' } as const;
  const correction = { amountFen: 300_000, severity: 'minor' } as const;
  const id = { objectionId: received.objectionId };
  must(await objections().check.mutate({ ...id, ...checked, correction }));
  must(await objections('leader').decide.mutate({ ...id, outcome: 'correct', opinion: '同意更正。' }));
  const { lines } = await bureau.office.as('operator').credit.records.list.query({ objectId: bureau.ids[1] });
  expect(lines.find((line) => line.id === recordId)).toMatchObject({ ...correction, version: 2 });
  const pdf = await bureau.office.download('operator', `/files/supervision/objections/${id.objectionId}/answer.pdf`);
  if (canReadPdfs) expect(solidText(pdf)).toContain('我局决定予以更正：轻重更正为轻微，金额更正为3,000元。');
  const unfit = { objectionId, ...checked, correction: { amountFen: 300_000 } };
  expect(await objections().check.mutate(unfit)).toMatchObject({ code: 'OBJECTION_CORRECTION_EMPTY' });
});

test('更正后是新的版本，原来的留存', async () => {
  const checked = {
    objectionId,
    checkedOn: '2026-09-07',
    supplier: '示例局',
    finding: '文号录入有误。',
    proposal: 'correct',
    correction: { documentNumber: '示严〔2026〕11号' },
  } as const;
  must(await objections().check.mutate(checked));
  must(await objections('leader').decide.mutate({ objectionId, outcome: 'correct', opinion: '同意更正。' }));
  const now = await record();
  const kept = '列入严重违法失信名单';
  expect(now).toMatchObject({ documentNumber: '示严〔2026〕11号', summary: kept, version: 2 });
  expect(await objection()).toMatchObject({ state: 'decided', decision: { isWrongful: false } });
});

test('答复、反馈后办结', async () => {
  const answer = { objectionId, answeredOn: '2026-09-07', manner: 'direct', receiver: '示例签收人' } as const;
  must(await objections().answer.mutate(answer));
  expect((await objection()).state).toBe('answered');
  must(await objections().feedback.mutate({ objectionId, heardOn: '2026-09-07', reaction: 'accepts' }));
  expect((await objection()).state).toBe('closed');
});

test('错误的记录撤销，据此列入的名单以错误移出，重新评级，并消除影响', async () => {
  const { lists } = bureau.office.as('operator').supervision;
  const proposal = {
    objectId: bureau.ids[0],
    listId: 'black',
    groundId: 'serious-list',
    facts: '被列入严重违法失信企业名单。',
    factIds: [`record:${recordId}`],
  };
  const { entryId } = must(await lists.propose.mutate(proposal));
  must(await lists.notify.mutate({ entryId }));
  must(await lists.serve.mutate({ entryId, servedOn: '2026-09-07', manner: 'direct', receiver: '示例' }));
  const waived = { entryId, outcome: 'waived', receivedOn: '2026-09-07', statement: '放弃', opinion: '放弃' } as const;
  must(await lists.hear.mutate(waived));
  const leader = bureau.office.as('leader').supervision.lists;
  must(await leader.decide.mutate({ entryId, outcome: 'listed', opinion: '同意' }));

  ({ objectionId } = await receive());
  const checked = {
    objectionId,
    checkedOn: '2026-09-07',
    supplier: '示例局',
    finding: '当事人有误。',
    proposal: 'withdraw',
  } as const;
  must(await objections().check.mutate(checked));
  const decision = { objectionId, outcome: 'withdraw', opinion: '予以撤销。', isWrongful: true } as const;
  const { effects } = must(await objections('leader').decide.mutate(decision));
  expect(effects.join('；')).toContain('移出黑名单（错误列入');
  expect((await record()).withdrawn).not.toBeNull();
  expect((await lists.entry.query({ entryId })).state).toBe('clearing');
  const answer = { objectionId, answeredOn: '2026-09-07', manner: 'direct', receiver: '示例签收人' } as const;
  must(await objections().answer.mutate(answer));
  expect((await objection()).state).toBe('clearing');
  must(await objections().clear.mutate({ objectionId, clearedOn: '2026-09-07', what: '撤下公示', told: '示例部门' }));
  expect((await lists.entry.query({ entryId })).state).toBe('removed');
  expect((await objection()).state).toBe('answered');
});

test('撤销了的记录不再受理异议', async () => {
  const result = await objections().receive.mutate(claim());
  expect(result).toMatchObject({ code: 'OBJECTION_RECORD_WITHDRAWN' });
});

test('对信用等级的异议按现有记录重新评定，或者维持；答复书不写等级', async () => {
  ({ objectionId } = await receive({ subject: 'grade', recordId: null, claim: '评价结果过低。' }));
  const checked = { objectionId, checkedOn: '2026-09-07', supplier: '示例局', finding: '依据无误。' };
  const wrong = await objections().check.mutate({ ...checked, proposal: 'withdraw' });
  expect(wrong).toMatchObject({ code: 'OBJECTION_PROPOSAL' });
  must(await objections().check.mutate({ ...checked, proposal: 'keep' }));
  const changed = await objections('leader').decide.mutate({ objectionId, outcome: 'correct', opinion: '更正' });
  expect(changed).toMatchObject({ code: 'OBJECTION_PROPOSAL' });
  must(await objections('leader').decide.mutate({ objectionId, outcome: 'keep', opinion: '评价有据。' }));
});

test.skipIf(!canReadPdfs)('答复书写明异议、核实情况和决定', async () => {
  const bytes = await bureau.office.download('operator', `/files/supervision/objections/${objectionId}/answer.pdf`);
  const text = solidText(bytes);
  for (const said of ['信用信息异议答复书', '评价结果过低。', '依据无误。', '我局决定予以维持']) {
    expect(text).toContain(said);
  }
  expect(text).not.toMatch(/[ABCD]级/);
});
