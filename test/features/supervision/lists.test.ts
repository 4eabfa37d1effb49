import { afterAll, beforeAll, expect, test } from 'vitest';
import { must } from '../../support/outcomes.ts';
import { canReadPdfs, solidText } from '../../support/pdf.ts';
import { openSupervisedOffice, type SupervisedOffice } from '../../support/supervision.ts';

let banner: SupervisedOffice;
let entryId: number;
let accident: number;
const ID_CARD = '11010519491231002X';

beforeAll(async () => {
  banner = await openSupervisedOffice('chenbarhu-2023');
  accident = await banner.record(banner.ids[0], {
    kind: 'accident',
    accidentClass: 'larger',
    documentNumber: '示调〔2026〕1号',
    summary: '较大责任事故',
  });
});
afterAll(() => banner.office.close());

const lists = (role: 'operator' | 'leader' | 'principal' = 'operator') => banner.office.as(role).supervision.lists;
const entry = (id = entryId) => lists().entry.query({ entryId: id });
const proposal = () => ({
  objectId: banner.ids[0],
  listId: 'black',
  groundId: 'accident-larger',
  facts: '2026年8月发生较大责任事故，负有主要责任。',
  factIds: [`record:${accident}`],
});
const codeOf = (result: { readonly ok: boolean; readonly code?: string }) => (result.ok ? 'done' : result.code);

test('列入情形要有记录可据：记录不符合的、没有选记录的都不能提出', async () => {
  const other = { ...proposal(), objectId: banner.ids[1] };
  expect(codeOf(await lists().propose.mutate(other))).toBe('LIST_GROUND_NOT_MET');
  expect(codeOf(await lists().propose.mutate({ ...proposal(), factIds: [] }))).toBe('LIST_WITHOUT_RECORDS');
});

test('级别由事故等级确定：较大事故列市级', async () => {
  entryId = must(await lists().propose.mutate(proposal())).entryId;
  expect(await entry()).toMatchObject({ state: 'proposed', level: { name: '市级' }, polarity: 'bad' });
});

test('同一名单不重复提出', async () => {
  expect(codeOf(await lists().propose.mutate(proposal()))).toBe('ALREADY_ON_LIST');
});

test('没有告知的不能列入，局领导也不能', async () => {
  const result = await lists('leader').decide.mutate({ entryId, outcome: 'listed', opinion: '同意' });
  expect(result).toMatchObject({ code: 'STEP_NOT_DUE', details: { due: '制作告知书' } });
});

test('告知书送达的次日起算陈述申辩期，期限未满不能记为逾期未提出', async () => {
  expect(codeOf(await lists().hear.mutate({ entryId, outcome: 'none', opinion: '逾期' }))).toBe('STEP_NOT_DUE');
  must(await lists().notify.mutate({ entryId }));
  const served = { entryId, servedOn: '2026-09-07', manner: 'direct', receiver: '示例签收人' } as const;
  expect(must(await lists().serve.mutate(served)).defenceUntil).toBe('2026-09-14');
  const early = await lists().hear.mutate({ entryId, outcome: 'none', opinion: '逾期未提出' });
  expect(early).toMatchObject({ code: 'DEFENCE_TERM_RUNS', details: { until: '2026-09-14', days: 5 } });
  const decided = await lists('leader').decide.mutate({ entryId, outcome: 'listed', opinion: '同意' });
  expect(codeOf(decided)).toBe('STEP_NOT_DUE');
  const home = await banner.office.as('operator').home.summary.query();
  expect(home.dues).toContainEqual(expect.objectContaining({ what: '陈述申辩期满', on: '2026-09-14' }));
});

test('写明信用等级的事实不写入文书', async () => {
  const told = { ...proposal(), listId: 'red', groundId: 'chosen', facts: '该企业信用等级为A级。' };
  expect(await lists().propose.mutate(told)).toMatchObject({ code: 'GRADE_ON_PAPER' });
  // The pack's own name of the grade, and a record that is titled by what it says.
  const titled = await lists().propose.mutate({ ...told, facts: '该企业属于较差类。' });
  expect(titled).toMatchObject({ code: 'GRADE_ON_PAPER', details: { found: '属于较差类' } });
  const rated = await banner.record(banner.ids[0], { kind: 'dishonest', summary: '信用等级为D级' });
  const resting = { ...told, facts: '示例事实', factIds: [`record:${rated}`] };
  expect(await lists().propose.mutate(resting)).toMatchObject({ code: 'GRADE_ON_PAPER' });
  must(await banner.office.as('operator').credit.records.withdraw.mutate({ id: rated, reason: '示例' }));
});

test('期满后由没有提出的局领导决定，列入形成信用记录并重新评级', async () => {
  await banner.on('2026-09-15');
  must(await lists().hear.mutate({ entryId, outcome: 'none', opinion: '期满未提出，按程序办理' }));
  const { decisions } = await banner.office.as('leader').home.summary.query();
  expect(decisions.listings, '列在局领导的待办里').toBe(1);
  const { number, untilOn } = must(
    await lists('leader').decide.mutate({ entryId, outcome: 'listed', opinion: '同意列入' }),
  );
  expect(number).toBe('额工信列决〔2026〕1号');
  expect(untilOn).toBe('2027-09-15');
  const listed = await entry();
  expect(listed.state).toBe('listed');
  const record = await banner.office.as('operator').credit.records.record.query({ id: listed.decision?.recordId ?? 0 });
  expect(record).toMatchObject({ kind: 'dishonest', documentNumber: number, publicity: 'pending', origin: 'program' });
});

test('列入决定留下的记录只随名单改动；据以列入的记录，在名单上时不能撤销', async () => {
  const { records, publicity } = banner.office.as('operator').credit;
  const id = (await entry()).decision?.recordId ?? 0;
  const { kind, happenedOn, documentNumber } = await records.record.query({ id });
  const content = { kind, happenedOn, documentNumber, source: '示例别的机关' };
  const refused = [
    await records.end.mutate({ id, endedOn: '2026-09-15' }),
    await records.correct.mutate({ id, content, reason: '改来源' }),
    await records.repair.mutate({ id, on: '2026-09-15', reason: '说是已修复' }),
    await records.withdraw.mutate({ id, reason: '说是录错了' }),
    await publicity.publish.mutate({ ids: [id], on: '2026-09-15', where: '示例网站' }),
  ];
  expect(refused.map(codeOf)).toEqual(refused.map(() => 'CREDIT_OF_ENTRY'));
  expect((await records.record.query({ id })).listedBy).toMatchObject({ entryId });
  const basis = await records.withdraw.mutate({ id: accident, reason: '说是录错了' });
  expect(basis).toMatchObject({ code: 'CREDIT_CARRIES_ENTRY', details: { listed: '示例企业1有限公司' } });
  const objection = { subject: 'record', objectId: banner.ids[0], recordId: id, objector: '示例企业' } as const;
  const received = { ...objection, claim: '列入有误', receivedOn: '2026-09-15' };
  expect(codeOf(await banner.office.as('operator').supervision.objections.receive.mutate(received))).toBe(
    'OBJECTION_OF_ENTRY',
  );
});

test('提出以后记录撤销了的，不能再据以列入', async () => {
  const gone = await banner.record(banner.ids[1], { kind: 'penalty', severity: 'serious', documentNumber: '示罚8号' });
  const grave = { ...proposal(), objectId: banner.ids[1], groundId: 'violation', factIds: [`record:${gone}`] };
  const id = must(await lists().propose.mutate(grave)).entryId;
  must(await lists().notify.mutate({ entryId: id }));
  const served = { entryId: id, servedOn: '2026-09-15', manner: 'direct', receiver: '示例签收人' } as const;
  must(await lists().serve.mutate(served));
  const heard = { outcome: 'waived', receivedOn: '2026-09-15', statement: '放弃', opinion: '放弃' } as const;
  must(await lists().hear.mutate({ entryId: id, ...heard }));
  must(await banner.office.as('operator').credit.records.withdraw.mutate({ id: gone, reason: '登记到了别的企业' }));
  const decided = await lists('leader').decide.mutate({ entryId: id, outcome: 'listed', opinion: '同意' });
  expect(codeOf(decided)).toBe('LIST_RECORDS_GONE');
  must(await lists('leader').decide.mutate({ entryId: id, outcome: 'not-listed', opinion: '没有依据' }));
});

test('公示后登记通报的部门，同一部门同一措施不重复', async () => {
  must(await lists().publish.mutate({ entryId, publishedOn: '2026-09-15', place: '示例政府网站' }));
  const options = await lists().options.query();
  const measures = options.lists.find(({ id }) => id === 'black')?.jointMeasures ?? [];
  const told = {
    entryId,
    measureIds: measures.map(({ id }) => id),
    department: options.departments[0] ?? '',
    toldOn: '2026-09-15',
  };
  must(await lists().tell.mutate(told));
  expect((await entry()).measures).toHaveLength(measures.length);
  expect(codeOf(await lists().tell.mutate(told))).toBe('DEPARTMENT_TOLD');
});

test('期限未满不能以期满移出；错误列入的移出后要消除影响', async () => {
  const term = await lists().proposeRemoval.mutate({ entryId, reason: 'term-over', facts: '期满' });
  expect(term).toMatchObject({ code: 'LIST_TERM_RUNS', details: { until: '2027-09-15' } });
  const { removalId } = must(
    await lists().proposeRemoval.mutate({ entryId, reason: 'wrong', facts: '事故责任认定被撤销' }),
  );
  const { effects } = must(
    await lists('leader').decideRemoval.mutate({ removalId, outcome: 'removed', opinion: '认定有误' }),
  );
  expect(effects[0]).toContain('移出安全生产诚信“黑名单”（错误列入');
  // One department was told of all measures: it is named once.
  expect(effects.filter((text) => text.startsWith('解除'))).toHaveLength(1);
  const removed = await entry();
  expect(removed.state).toBe('clearing');
  expect(removed.measures.every(({ liftedOn }) => liftedOn === '2026-09-15')).toBe(true);
  const record = await banner.office
    .as('operator')
    .credit.records.record.query({ id: removed.decision?.recordId ?? 0 });
  expect(record).toMatchObject({ publicity: 'stopped', withdrawn: { reason: '错误列入名单，已移出' } });
  const clearing = { removalId, clearedOn: '2026-09-15', what: '撤下公示并刊登更正', told: '示例部门、当事人' };
  must(await lists().clear.mutate(clearing));
  expect((await entry()).state).toBe('removed');
});

test('守信名单不需要事先告知，仍由另一人决定', async () => {
  const red = { ...proposal(), listId: 'red', groundId: 'chosen', facts: '连续三年没有事故。', factIds: [] };
  const id = must(await lists().propose.mutate(red)).entryId;
  must(await lists('leader').decide.mutate({ entryId: id, outcome: 'listed', opinion: '同意' }));
  expect((await entry(id)).state).toBe('listed');
});

test('陈述申辩被采纳的不能列入，只能不予列入', async () => {
  const id = await person('示例责任人');
  must(await lists().notify.mutate({ entryId: id }));
  must(await lists().serve.mutate({ entryId: id, servedOn: '2026-09-15', manner: 'left', receiver: '示例家属' }));
  const heard = {
    entryId: id,
    outcome: 'accepted',
    receivedOn: '2026-09-15',
    statement: '不在岗',
    opinion: '属实',
  } as const;
  must(await lists().hear.mutate(heard));
  const listed = await lists('leader').decide.mutate({ entryId: id, outcome: 'listed', opinion: '同意' });
  expect(codeOf(listed)).toBe('DEFENCE_ACCEPTED');
  must(await lists('leader').decide.mutate({ entryId: id, outcome: 'not-listed', opinion: '采纳申辩' }));
  expect((await entry(id)).state).toBe('not-listed');
});

test.skipIf(!canReadPdfs)('告知书写明事实、依据和期限；不印身份证号和信用等级', async () => {
  const notice = solidText(await banner.office.download('operator', `/files/supervision/lists/${entryId}/notice.pdf`));
  expect(notice).toContain('列入名单事先告知书');
  expect(notice).toContain('自收到本告知书之日起5个工作日内');
  expect(notice).toContain('示调〔2026〕1号');
  const id = await person('示例某丙', ID_CARD);
  must(await lists().notify.mutate({ entryId: id }));
  const served = { entryId: id, servedOn: '2026-09-15', manner: 'direct', receiver: '示例某丙' } as const;
  must(await lists().serve.mutate(served));
  const waived = {
    entryId: id,
    outcome: 'waived',
    receivedOn: '2026-09-15',
    statement: '放弃',
    opinion: '放弃',
  } as const;
  must(await lists().hear.mutate(waived));
  must(await lists('leader').decide.mutate({ entryId: id, outcome: 'listed', opinion: '同意列入' }));
  expect((await entry(id)).person?.maskedNumber).not.toBe(ID_CARD);
  for (const paper of ['notice', 'decision']) {
    const bytes = await banner.office.download('operator', `/files/supervision/lists/${id}/${paper}.pdf`);
    const text = solidText(bytes);
    expect(text).toContain('示例某丙');
    expect(text).not.toContain(ID_CARD);
    expect(text).not.toMatch(/[ABCD]级/);
  }
});

test.skipIf(!canReadPdfs)('规则包换版以后，已经作出的文书内容不变', async () => {
  const paper = () => banner.office.download('operator', `/files/supervision/lists/${entryId}/decision.pdf`);
  const before = solidText(await paper());
  expect(before).toContain('列入期间，依法采取下列措施');
  const { policies } = banner.office.as('operator');
  const { inForceId } = await policies.versions.query();
  const { id } = must(await policies.draft.mutate({ kind: 'version', id: inForceId ?? 0 }));
  must(await policies.removeEntry.mutate({ id, chapter: 'lists', key: 'black' }));
  must(await policies.submit.mutate({ id, inForceOn: '2026-09-15', because: '示例' }));
  must(await banner.office.as('leader').policies.approve.mutate({ id }));
  expect((await lists().options.query()).lists.some((list) => list.id === 'black')).toBe(false);
  expect(solidText(await paper())).toBe(before);
});

async function person(name: string, number = ''): Promise<number> {
  const one = { ...proposal(), person: { name, capacity: 'principal', number } as const };
  return must(await lists().propose.mutate(one)).entryId;
}
