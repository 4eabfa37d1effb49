import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeUscc } from '../../../shared/kernel/uscc.ts';
import { anItem, approveList } from '../../support/check-items.ts';
import { settingOf } from '../../support/draw-setting.ts';
import { must } from '../../support/outcomes.ts';
import { complaint, deregister } from '../../support/plan-office.ts';
import { ownItem, ownPlan } from '../../support/plans.ts';
import { enterRecord, keepEntry, putOnList } from '../../support/walk-credit.ts';
import { drawOnce, openWalkOffice, publishVisit, type WalkOffice } from '../../support/walk-office.ts';

/*
 * 额尔古纳市工业和信息化局“双随机、一公开”抽查工作细则, article by article.
 * 第一条 (why and on what basis), 第二十一条 (who interprets) and 第二十二条 (since when) ask nothing of a program.
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
});

test('细则第三条：投诉举报、转办交办发现的问题另立任务，经批准才可检查', async () => {
  const { id } = must(await operator().plans.proposeTask.mutate(complaint({ objectIds: [walk.ids[8] ?? 0] })));
  const proposed = await operator().plans.task.query({ id });
  expect(proposed.state).toBe('proposed');
  must(await leader().plans.approveTask.mutate({ id }));
  expect((await operator().plans.task.query({ id })).state).toBe('waiting');
});

test('细则第五条：随机抽查事项清单报局领导批准后公布，依法及时调整，每一版都留着', async () => {
  const calls = operator().plans.checkItems;
  const first = await approveList(walk.office, [
    anItem({ name: '安全生产责任制落实情况', kind: 'key', quota: '100%' }),
  ]);
  must(await calls.publish.mutate({ listId: first, publishedOn: '2026-09-07', approvalNumber: '示例批复' }));
  const { items } = (await calls.inForce.query({ on: null })) ?? { items: [] };
  expect(items[0]).toMatchObject({ name: '安全生产责任制落实情况', kind: 'key', quota: '100%' });
  await approveList(walk.office, [anItem({ name: '安全培训情况' })]);
  expect((await calls.versions.query()).length).toBe(2);
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

test('细则第八条：年度抽查工作计划写明类别、事项、对象、比例频次、预估数、时间和主体，经批准并公布', async () => {
  const planId = await ownPlan(walk.office, [ownItem({ name: '年度示例检查', quota: '不少于5%' }, 3)]);
  const { items } = await operator().plans.items.query({ id: planId });
  expect(items[0]).toMatchObject({
    texts: { name: '年度示例检查', objects: '规上工业企业', quota: '不少于5%', initiators: '工信局' },
    own: { category: '安全生产', kind: 'key' },
    figures: { written: 3 },
  });
  must(await leader().plans.approve.mutate({ id: planId }));
});

test('细则第九条：对象和人员都由随机抽取产生，每户不少于两人，选定一名组长', async () => {
  expect(visits).toHaveLength(2);
  for (const index of visits.keys()) {
    const { team, drawNumber } = await visit(index);
    expect([team.length, new Set(team).size]).toEqual([2, 2]);
    expect(drawNumber).toBe('2026-001');
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

test('细则第十条：公示后不得擅自更改，确有错误的经局主要领导签字更正；60日受理、20日复查、7日反馈', async () => {
  const inspectionId = visits[0] ?? 0;
  const facts = { ...(await visit(0)).versions[0], findings: '示例：复查确认为两处隐患。' } as never;
  expect(await operator().inspections.submitResult.mutate({ inspectionId, facts })).toMatchObject({
    code: 'WRONG_RESULT_STATE',
  });
  const correction = { inspectionId, facts, reason: '示例：复查确有错误' };
  must(await operator().inspections.submitCorrection.mutate(correction));
  must(
    await walk.office
      .as('reviewer')
      .inspections.reviewResult.mutate({ inspectionId, decision: 'approve', opinion: '' }),
  );
  const signature = { inspectionId, decision: 'approve' as const, opinion: '' };
  expect(await leader().inspections.signCorrection.mutate(signature)).toMatchObject({ code: 'NOT_ALLOWED' });
  must(await walk.office.as('principal').inspections.signCorrection.mutate(signature));
  const { versions, objectionsUntil } = await visit(0);
  expect(versions).toHaveLength(2);
  expect(objectionsUntil).toBe('2026-12-16');
});

test('细则第十二条：违法线索移交后续处置，办结有日期', async () => {
  const inspectionId = visits[0] ?? 0;
  expect((await visit(0)).isClosed).toBe(false);
  must(
    await operator().inspections.closeDisposal.mutate({ inspectionId, closedOn: '2026-09-17', note: '示例：已复核' }),
  );
  expect((await visit(0)).isClosed).toBe(true);
});

test('细则第十一条、第十四条：无法联系、注销、严重不配合的凭证据直接形成结果，记下不予配合的次数和情形', async () => {
  await walk.on('2026-09-07');
  const without = {
    result: 'uncooperative' as const,
    refusals: ['entry' as const],
    refusalTimes: 2,
    disposal: 'transfer' as const,
    evidence: '',
  };
  await expect(publishVisit(walk, visits[1] ?? 0, without)).rejects.toThrow('EVIDENCE_MISSING');
  const inspectionId = visits[1] ?? 0;
  const facts = {
    inspectedOn: '2026-09-15',
    completedOn: '2026-09-16',
    methods: ['on-site' as const],
    problems: [],
    findings: '示例：两次拒绝检查人员进入。',
    disposalNote: '',
    ...without,
    evidence: '执法记录仪录像',
  };
  must(await operator().inspections.submitResult.mutate({ inspectionId, facts }));
  must(
    await walk.office
      .as('reviewer')
      .inspections.reviewResult.mutate({ inspectionId, decision: 'approve', opinion: '' }),
  );
  must(await operator().inspections.publish.mutate({ inspectionIds: [inspectionId] }));
  const { taskId, state, versions } = await visit(1);
  expect(state).toBe('published');
  expect(versions[0]).toMatchObject({ refusals: ['entry'], refusalTimes: 2 });
  expect((await operator().plans.task.query({ id: taskId })).state).toBe('finished');
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

test('细则第四条：普法贯穿执法全过程，对镇街的指导培训，都有台账', async () => {
  const lesson = { law: '《中华人民共和国安全生产法》', enterprise: walk.ids[1] ?? 0, people: 6 };
  await keepEntry(walk, 'law-publicity', { on: '2026-09-07', ...lesson });
  await keepEntry(walk, 'town-training', { on: '2026-09-07', town: '示例镇', topic: '示例指导内容' });
});

test('细则第十五条、第十六条：列入异常名录的进黑名单，信息推送，十三个方面作联合惩戒的考量', async () => {
  await walk.on('2026-09-07');
  const recordId = await enterRecord(walk, 2, { kind: 'abnormal-list' });
  const entryId = await putOnList(walk, 2, { listId: 'black', groundId: 'abnormal', recordIds: [recordId] });
  const { lists, fields } = await operator().supervision.lists.options.query();
  const measureIds = lists.find(({ id }) => id === 'black')?.jointMeasures.map(({ id }) => id) ?? [];
  expect([fields.length, measureIds.length]).toEqual([13, 13]);
  must(
    await operator().supervision.lists.tell.mutate({
      entryId,
      measureIds,
      department: '示例部门',
      toldOn: '2026-09-07',
    }),
  );
  const pushed = { enterprise: walk.ids[1] ?? 0, list: '经营异常名录', to: '信用内蒙古' };
  await keepEntry(walk, 'joint-push', { on: '2026-09-07', ...pushed });
});

test('细则第十七条：执法人员签订廉洁与保密承诺，到期前提醒', async () => {
  const promise = { officer: '示例甲', kind: '廉洁与保密', until: '2026-09-20' };
  await keepEntry(walk, 'integrity-promises', { on: '2025-09-20', ...promise });
  const kept = (await operator().registers.registers.query()).find(({ id }) => id === 'integrity-promises');
  expect(kept).toMatchObject({ total: 1, due: 1 });
});

test('细则第十八条至第二十条：尽职免责、失职问责都有记录', async () => {
  const cleared = {
    officer: '示例甲',
    kind: '尽职免责',
    fact: '示例：抽到时未查出问题，程序合规',
    basis: '细则第十八条',
  };
  await keepEntry(walk, 'liability', { on: '2026-09-07', ...cleared });
});
