import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ResultInput } from '../../../shared/features/inspections/schemas.ts';
import type { CheckItemEntry } from '../../../shared/features/plans/check-items.ts';
import { makeUscc } from '../../../shared/kernel/uscc.ts';
import { anItem, approveList, lawChanged } from '../../support/check-items.ts';
import { freezeOf } from '../../support/draw-office.ts';
import { settingOf } from '../../support/draw-setting.ts';
import { must } from '../../support/outcomes.ts';
import { canReadPdfs, solidText } from '../../support/pdf.ts';
import { complaint, deregister } from '../../support/plan-office.ts';
import { ownItem, ownPlan } from '../../support/plans.ts';
import { keepEntry, putOnList } from '../../support/walk-credit.ts';
import {
  drawOnce,
  openWalkOffice,
  publishVisit,
  sheetRows,
  visitFacts,
  type WalkOffice,
} from '../../support/walk-office.ts';

/*
 * 额尔古纳市工业和信息化局“双随机、一公开”抽查工作细则, article by article.
 * 第四条 and 第十五条 to 第二十条, which need no draw, are walked with the 制度. 第一条 (why and on what basis), 第二十一条 (who
 * interprets) and 第二十二条 (since when) ask nothing of a program.
 */

let walk: WalkOffice;
let visits: readonly number[];
const operator = () => walk.office.as('operator');
const leader = () => walk.office.as('leader');

beforeAll(async () => {
  walk = await openWalkOffice('erguna-2023');
  visits = await drawOnce(walk);
});
afterAll(() => walk.office.close());

const visit = async (index: number) => {
  const found = await operator().inspections.byId.query({ id: visits[index] ?? 0 });
  if (found === null) throw new Error(`no visit ${index}`);
  return found;
};

test('细则第二条：抽查以规模以上工业企业为主体，名录可以只取规上企业', async () => {
  const entry = { name: '示例小企业', code: makeUscc('91150784', 90), kind: '企业' as const, status: '存续' as const };
  const small = { ...entry, aboveScale: false, priority: false };
  must(await operator().rosters.addObject.mutate({ entry: small, reason: '示例入库' }));
  const count = async (aboveScale: boolean | null) => (await operator().rosters.objects.query({ aboveScale })).total;
  expect([await count(null), await count(true)]).toEqual([10, 9]);
  const { inForceId } = await operator().policies.versions.query();
  const { pack } = await operator().policies.version.query({ id: inForceId ?? 0 });
  expect(pack.objects.annualRevenueAtLeastYuan).toBe(20_000_000);
});

test('细则第三条：检查须有法律依据；投诉举报、转办交办发现的问题另立任务，经批准才可抽取检查', async () => {
  const { id } = must(await operator().plans.proposeTask.mutate(complaint({ objectIds: [walk.ids[8] ?? 0] })));
  const proposed = await operator().plans.task.query({ id });
  expect(proposed.state).toBe('proposed');
  await expect(operator().plans.proposeTask.mutate(complaint({ basis: ' ' }))).rejects.toThrow();
  expect(await operator().draws.freeze.mutate(freezeOf(id))).toMatchObject({ code: 'TASK_NOT_APPROVED' });
  must(await leader().plans.approveTask.mutate({ id }));
  expect((await operator().plans.task.query({ id })).state).toBe('waiting');
});

test('细则第五条：清单写明七项内容，报局领导批准后公布；重点事项比例不设上限、可定批次顺序，一般事项严格限制；依法及时调整，每一版都留着', async () => {
  const calls = operator().plans.checkItems;
  const { listId } = must(await calls.draft.mutate());
  must(await calls.describe.mutate({ listId, title: '示例清单', ordinaryLimitBp: 500 }));
  const save = (item: CheckItemEntry) => calls.saveItem.mutate({ listId, code: null, item, because: lawChanged });
  expect(await save(anItem({ inBatches: true }))).toMatchObject({ code: 'BATCHES_OF_ORDINARY' });
  const key = { kind: 'key' as const, quota: '100%', inBatches: true, basis: '示例依据' };
  must(await save(anItem({ ...key, name: '安全生产责任制落实情况' })));
  must(await save(anItem({ name: '安全培训情况', quota: '20%', basis: '' })));
  const lacks = async () =>
    (await calls.version.query({ id: listId })).lacks.map(({ code, field, weight }) => [code, field, weight]);
  expect(await lacks()).toEqual([
    ['SX002', 'basis', 'missing'],
    ['SX002', 'quota', 'look'],
  ]);
  expect(await calls.submit.mutate({ listId })).toMatchObject({ code: expect.stringContaining('LIST') });
  const mended = anItem({ name: '安全培训情况', quota: '5%', basis: '示例依据' });
  must(await calls.saveItem.mutate({ listId, code: 'SX002', item: mended, because: lawChanged }));
  expect(await lacks()).toEqual([]);
  must(await calls.submit.mutate({ listId }));
  const approval = { listId, decision: 'approve' as const, opinion: '同意', approvalNumber: '' };
  expect(await operator().plans.checkItems.review.mutate(approval)).toMatchObject({ code: 'NOT_ALLOWED' });
  const publication = { listId, publishedOn: '2026-09-07', approvalNumber: '示例批复' };
  expect(await calls.publish.mutate(publication)).toMatchObject({ code: 'LIST_STATE' });
  must(await leader().plans.checkItems.review.mutate(approval));
  must(await calls.publish.mutate(publication));
  const { items } = (await calls.inForce.query({ on: null })) ?? { items: [] };
  expect(items[0]).toMatchObject({
    name: '安全生产责任制落实情况',
    objects: '示例企业',
    content: '示例内容',
    basis: '示例依据',
    methods: ['实地核查'],
    quota: '100%',
    frequency: '每年1次',
    kind: 'key',
    inBatches: true,
  });
  await approveList(walk.office, [anItem({ name: '安全投入情况' })]);
  expect((await calls.versions.query()).length).toBe(2);
  expect(((await calls.inForce.query({ on: null })) ?? { items: [] }).items).toHaveLength(3);
});

test('细则第五条：抽查比例高的，随机抽取确定批次顺序，各批合起来是全部对象', async () => {
  const { taskId } = await visit(0);
  const preview = await operator().draws.preview.query(
    settingOf(taskId, { isRehearsal: true, mode: 'batch', batchSize: 4 }),
  );
  expect(preview).toMatchObject({ refusal: null, strata: [{ poolSize: 7, sampleSize: 7 }] });
});

test('细则第六条：抽查对象名录库有名称、地址、负责人、联系方式和统一社会信用代码', async () => {
  const entry = {
    name: '示例对象有限公司',
    code: walk.codes[0] ?? '',
    kind: '企业' as const,
    address: '示例镇工业街1号',
    principal: '示例负责人',
    phone: '13800000000',
    status: '存续' as const,
    aboveScale: true,
    priority: true,
  };
  must(await operator().rosters.changeObject.mutate({ id: walk.ids[0] ?? 0, entry, reason: '示例：补全名录' }));
  expect(await operator().rosters.object.query({ id: walk.ids[0] ?? 0 })).toMatchObject({
    name: entry.name,
    address: entry.address,
    personInCharge: entry.principal,
    code: entry.code,
  });
});

test('细则第七条：执法人员名录动态维护，没有执法资格的不得检查', async () => {
  const { office } = walk;
  const entry = {
    name: '示例戊',
    department: '额尔古纳市工业和信息化局（示例）',
    certificate: '',
    established: false,
    scopes: [],
    leader: false,
    status: '在岗' as const,
    phone: '',
  };
  must(await office.as('operator').rosters.addOfficer.mutate({ entry, reason: '示例新增' }));
  const { taskId } = await visit(0);
  const { officers, barred } = await operator().draws.preview.query(settingOf(taskId));
  expect(officers.map(({ name }) => name)).toEqual(['示例甲', '示例乙', '示例丙', '示例丁']);
  expect(barred.map(({ name }) => name)).toEqual(['示例戊']);
});

test('细则第八条：年度抽查工作计划写明类别、事项、对象、事项类别、比例频次、预估数、时间和主体，经批准后公布', async () => {
  const texts = { name: '年度示例检查', quota: '不少于5%', period: '3月至11月' };
  const planId = await ownPlan(walk.office, [ownItem(texts, 3)]);
  const { items } = await operator().plans.items.query({ id: planId });
  expect(items[0]).toMatchObject({
    texts: { name: '年度示例检查', objects: '规上工业企业', quota: '不少于5%', initiators: '工信局' },
    own: { category: '安全生产', kind: 'key', direction: '不定向' },
    period: { fromOn: '2026-03-01', toOn: '2026-11-30' },
    reading: expect.stringContaining('5%'),
    figures: { written: 3 },
  });
  const publication = { id: planId, publishedOn: '2026-09-07', place: '示例门户网站' };
  expect(await operator().plans.publish.mutate(publication)).toMatchObject({ code: 'PLAN_NOT_APPROVED' });
  expect(await operator().plans.approve.mutate({ id: planId })).toMatchObject({ code: 'NOT_ALLOWED' });
  must(await leader().plans.approve.mutate({ id: planId }));
  must(await operator().plans.publish.mutate(publication));
  const kept = (await operator().plans.list.query()).find(({ id }) => id === planId);
  expect(kept).toMatchObject({ state: 'approved', publishedOn: '2026-09-07' });
});

test('细则第八条：比例和频次顾及覆盖面，也防止过度检查：本年度已查过同一事项的不再抽', async () => {
  const { taskId, objectName } = await visit(0);
  const { excluded } = await operator().draws.preview.query(settingOf(taskId));
  expect(excluded.map(({ name }) => name)).toContain(objectName);
});

test('细则第九条：对象和人员都由随机抽取产生，每户不少于两人，选定一名组长', async () => {
  expect(visits).toHaveLength(2);
  for (const index of visits.keys()) {
    const { team, drawNumber } = await visit(index);
    expect([team.length, new Set(team).size]).toEqual([2, 2]);
    expect(drawNumber).toBe('2026-001');
    const { members } = await visit(index);
    expect(members.filter(({ seat }) => seat === 0)).toHaveLength(1);
  }
});

test('细则第十三条：结果审批后录入并公示，未公示视为未完成，期限30个工作日；一对象一档案归档', async () => {
  expect((await visit(0)).due).toMatchObject({ step: 'inspect' });
  await publishVisit(walk, visits[0] ?? 0, {
    result: 'corrected',
    disposal: 'order',
    findings: '示例：一处隐患已改正。',
  });
  const { state, publishedOn } = await visit(0);
  expect([state, publishedOn]).toEqual(['published', '2026-09-17']);
  const filed = await operator().dossiers.file.mutate({
    inspectionId: visits[0] ?? 0,
    retention: '10-years',
    remark: '',
  });
  expect(must(filed)).toEqual({ archiveNumber: '20260001' });
  const second = await visit(1);
  expect(second.state).toBe('open');
  expect((await operator().plans.task.query({ id: second.taskId })).state).toBe('running');
});

test('细则第十条：公示之日起60个工作日内受理异议，20个工作日内复查，7个工作日内反馈，无错误的维持', async () => {
  const { objectId, objectionsUntil } = await visit(0);
  expect(objectionsUntil).toBe('2026-12-16');
  const inspectionId = visits[0] ?? 0;
  const calls = () => operator().supervision.objections;
  const claim = { subject: 'inspection' as const, objectId, inspectionId, objector: '示例企业', claim: '示例：有异议' };
  await walk.on('2026-12-17');
  expect(await calls().results.query({ objectId })).toEqual([]);
  expect(await calls().receive.mutate({ ...claim, receivedOn: '2026-12-17' })).toMatchObject({
    code: 'OBJECTION_OUT_OF_TERM',
    details: { until: '2026-12-16', workingDays: 60, article: '细则第十条' },
  });
  await walk.on('2026-09-18');
  expect((await calls().results.query({ objectId })).map(({ id }) => id)).toEqual([inspectionId]);
  const { objectionId, verifyBy } = must(await calls().receive.mutate({ ...claim, receivedOn: '2026-09-18' }));
  expect(verifyBy).toBe('2026-10-22');
  const { dues } = await operator().home.summary.query();
  expect(dues).toContainEqual(expect.objectContaining({ what: '组织复查', on: verifyBy, article: '细则第十条' }));
  const recheck = { objectionId, checkedOn: '2026-09-18', supplier: '安全生产股', finding: '示例：结果无误。' };
  expect(await calls().check.mutate({ ...recheck, proposal: 'withdraw' })).toMatchObject({
    code: 'OBJECTION_PROPOSAL',
  });
  must(await calls().check.mutate({ ...recheck, proposal: 'keep' }));
  const decision = { objectionId, outcome: 'keep' as const, opinion: '维持原结果。' };
  const { answerBy } = must(await leader().supervision.objections.decide.mutate(decision));
  expect(answerBy).toBe('2026-09-29');
  must(
    await calls().answer.mutate({ objectionId, answeredOn: '2026-09-18', manner: 'direct', receiver: '示例签收人' }),
  );
  must(await calls().feedback.mutate({ objectionId, heardOn: '2026-09-18', reaction: 'accepts' }));
  expect((await calls().objection.query({ objectionId })).state).toBe('closed');
  expect((await visit(0)).versions).toHaveLength(1);
});

test('细则第十条：公示后不得擅自更改；复查确有错误的，经局主要领导签字后及时更正，原来的结果留着', async () => {
  const inspectionId = visits[0] ?? 0;
  const { objectId } = await visit(0);
  const { objections } = operator().supervision;
  const correcting = async () =>
    (await operator().home.summary.query()).dues.filter(({ what }) => what === '更正检查结果');
  const claim = { subject: 'inspection' as const, objectId, inspectionId, objector: '示例企业', claim: '示例：有误' };
  const { objectionId } = must(await objections.receive.mutate({ ...claim, receivedOn: '2026-09-18' }));
  const recheck = { objectionId, checkedOn: '2026-09-18', supplier: '安全生产股', finding: '示例：应为两处隐患。' };
  must(await objections.check.mutate({ ...recheck, proposal: 'correct' }));
  const decision = { objectionId, outcome: 'correct' as const, opinion: '予以更正。' };
  must(await leader().supervision.objections.decide.mutate(decision));
  expect(await correcting()).toMatchObject([{ article: '细则第十条', path: `/inspections?open=${inspectionId}` }]);
  const answer = await walk.office.download('operator', `/files/supervision/objections/${objectionId}/answer.pdf`);
  if (canReadPdfs) {
    const text = solidText(answer);
    expect(text).toContain('检查结果异议复查情况告知书');
    expect(text).toContain('依法申请行政复议或者提起行政诉讼');
  }

  const facts = { ...(await visit(0)).versions[0], findings: '示例：复查确认为两处隐患。' } as never;
  expect(await operator().inspections.submitResult.mutate({ inspectionId, facts })).toMatchObject({
    code: 'WRONG_RESULT_STATE',
  });
  must(await operator().inspections.submitCorrection.mutate({ inspectionId, facts, reason: '示例：复查确有错误' }));
  must(
    await walk.office
      .as('reviewer')
      .inspections.reviewResult.mutate({ inspectionId, decision: 'approve', opinion: '' }),
  );
  const signature = { inspectionId, decision: 'approve' as const, opinion: '' };
  expect(await leader().inspections.signCorrection.mutate(signature)).toMatchObject({ code: 'NOT_ALLOWED' });
  must(await walk.office.as('principal').inspections.signCorrection.mutate(signature));
  expect((await visit(0)).versions.map(({ findings }) => findings)).toEqual([
    '示例：一处隐患已改正。',
    '示例：复查确认为两处隐患。',
  ]);
  expect(await correcting()).toEqual([]);
});

test('细则第十二条：违法线索移交后续处置，立案查处、移送司法机关有台账，办结有日期', async () => {
  const inspectionId = visits[0] ?? 0;
  expect((await visit(0)).isClosed).toBe(false);
  const { objectId } = await visit(0);
  const clue = { enterprise: objectId, clue: '示例违法线索', to: '示例业务股室' };
  const { register } = await operator().registers.register.query({ registerId: 'clues' });
  const kinds = register.columns.find(({ id }) => id === 'kind')?.choices ?? [];
  expect(kinds.join('、')).toMatch(/立案.*司法/);
  for (const kind of kinds) await keepEntry(walk, 'clues', { on: '2026-09-18', kind, ...clue });
  must(
    await operator().inspections.closeDisposal.mutate({ inspectionId, closedOn: '2026-09-18', note: '示例：已复核' }),
  );
  expect((await visit(0)).isClosed).toBe(true);
});

test('细则第十一条：无法联系、注销、撤销、吊销、停业清算、严重不配合的，没有证据不能形成结果', async () => {
  const inspectionId = visits[1] ?? 0;
  const notice = { inspectOn: '2026-09-21', address: '示例镇', contact: '示例负责人', items: '示例', materials: '' };
  must(await operator().inspections.issueNotice.mutate({ inspectionId, ...notice }));
  await walk.on('2026-09-22');
  const direct = [
    { result: 'pending', problems: ['unreachable'], disposal: 'inform' },
    { result: 'deregistered' },
    { result: 'annulled' },
    { result: 'revoked' },
    { result: 'closed' },
    { result: 'uncooperative', refusals: ['entry'], refusalTimes: 1 },
  ] as const;
  for (const change of direct) {
    const facts = { ...visitFacts, ...change } as ResultInput;
    expect(await operator().inspections.submitResult.mutate({ inspectionId, facts })).toMatchObject({
      code: 'RESULT_INCOMPLETE',
      details: { problems: ['EVIDENCE_MISSING'] },
    });
  }
  expect((await visit(1)).state).toBe('open');
});

test('细则第十一条：凭证据直接形成结果并公示的，视为完成；严重不配合的采取惩戒措施', async () => {
  const inspectionId = visits[1] ?? 0;
  const facts: ResultInput = {
    ...visitFacts,
    result: 'uncooperative',
    refusals: ['entry', 'obstruction'],
    refusalTimes: 2,
    findings: '示例：两次拒绝检查人员进入。',
    evidence: '执法记录仪录像',
    disposal: 'transfer',
  };
  must(await operator().inspections.submitResult.mutate({ inspectionId, facts }));
  must(
    await walk.office
      .as('reviewer')
      .inspections.reviewResult.mutate({ inspectionId, decision: 'approve', opinion: '' }),
  );
  must(await operator().inspections.publish.mutate({ inspectionIds: [inspectionId] }));
  const { taskId, state, objectId } = await visit(1);
  expect(state).toBe('published');
  expect((await operator().plans.task.query({ id: taskId })).state).toBe('finished');
  const n = walk.ids.indexOf(objectId) + 1;
  const listing = { listId: 'black', groundId: 'uncooperative', inspectionIds: [inspectionId] };
  await walk.on('2026-09-07');
  const entryId = await putOnList(walk, n, listing);
  expect(await operator().supervision.lists.entry.query({ entryId })).toMatchObject({ defence: { outcome: 'waived' } });
});

test('细则第十四条：不予配合的对象名称、次数、时间、情形通过国家企业信用公示系统公示', async () => {
  await walk.on('2026-09-22');
  const { objectName, objectId } = await visit(1);
  const path = '/files/registers/platform.xlsx?target=gsxt&from=2026-09-01&to=2026-09-30';
  const rows = await sheetRows(walk, path, '不予配合检查');
  expect(rows.map((row) => [row[0], row[3], row[4], row[5]])).toEqual([
    [objectName, '2', '2026-09-15', '拒绝检查人员或者其委托的专业机构进入被检查场所；其他阻挠、妨碍检查工作的行为'],
  ]);
  const { register } = await operator().registers.register.query({ registerId: 'uncooperative' });
  const kinds = register.columns.find(({ id }) => id === 'kind')?.choices ?? [];
  expect(kinds).toHaveLength(4);
  const entry = { on: '2026-09-15', enterprise: objectId, times: 2, kind: kinds[0] ?? '', detail: '示例情形' };
  const id = await keepEntry(walk, 'uncooperative', entry);
  const published = { id, publishedOn: '2026-09-22', place: '国家企业信用公示系统（内蒙古）' };
  must(await operator().registers.publishEntry.mutate(published));
  expect((await operator().registers.entry.query({ id })).entry.published).toMatchObject({ place: published.place });
});

test('细则第十一条：已注销的对象留在名录，不再进入抽取', async () => {
  const { taskId } = await visit(0);
  const excluded = async () =>
    (await operator().draws.preview.query(settingOf(taskId))).excluded.map(({ name }) => name);
  const before = await excluded();
  await deregister(walk.office, walk.ids[7] ?? 0);
  expect((await excluded()).length).toBe(before.length + 1);
  expect(await excluded()).toContain('示例企业8有限公司');
  expect(await operator().rosters.object.query({ id: walk.ids[7] ?? 0 })).toMatchObject({ status: '注销' });
});
