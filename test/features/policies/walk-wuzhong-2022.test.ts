import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseWorkbook } from '../../../electron/workbooks/parse.ts';
import { readPack } from '../../../shared/features/policies/reading.ts';
import { must } from '../../support/outcomes.ts';
import { attach, enterRecord, gradingOf, keepEntry, letterOf, putOnList } from '../../support/walk-credit.ts';
import {
  approvePack,
  draftPack,
  drawOnce,
  importNationalGrades,
  openWalkOffice,
  type WalkOffice,
} from '../../support/walk-office.ts';

/*
 * 吴忠市关于推进企业信用分级分类监管工作的实施方案, part by part.
 * 第四部分（一）（二） (组织领导、完善机制) assign the work to departments; their division of tasks is kept under 第三部分（一）.
 */

let walk: WalkOffice;
const operator = () => walk.office.as('operator');
const idOf = (n: number) => walk.ids[n - 1] ?? 0;

beforeAll(async () => {
  walk = await openWalkOffice('wuzhong-2022');
});
afterAll(() => walk.office.close());

test('第一部分：22个重点领域都可作分领域总结；国家评价结果直接使用', async () => {
  expect((await operator().registers.summaryFields.query()).length).toBe(22);
  await importNationalGrades(walk);
  const letters = await Promise.all([1, 4, 6, 9].map((n) => letterOf(walk, n)));
  expect(letters).toEqual(['A', 'A', 'B', 'C']);
});

test('第二部分（一）：纳税、水、电、气、不动产、科技研发信息凭企业授权归集，没有授权的不收', async () => {
  const tax = { objectId: idOf(1), kind: 'tax' as const, happenedOn: '2026-06-30', source: '示例税务局' };
  const record = { ...tax, documentNumber: '示税1号', outcome: 'good' as const };
  expect(await operator().credit.records.add.mutate(record)).toMatchObject({ code: 'CREDIT_UNAUTHORISED' });
  const kinds = ['tax', 'water', 'power', 'gas', 'property', 'research'] as const;
  const given = { objectId: idOf(1), fromOn: '2026-01-01', untilOn: null, givenBy: '示例法定代表人' };
  const { id } = must(await operator().credit.authorisations.add.mutate({ ...given, kinds: [...kinds] }));
  await attach(walk, 'authorisation', id);
  must(await operator().credit.records.add.mutate(record));
});

test('第二部分（一）：行政强制、奖励、确认、裁决、监督检查信息都能归集；共享合作有台账', async () => {
  for (const kind of ['coercion', 'reward', 'confirmation', 'ruling', 'inspection'] as const) {
    await enterRecord(walk, 2, { kind });
  }
  expect((await operator().credit.records.list.query({ objectId: idOf(2) })).total).toBe(5);
  await keepEntry(walk, 'sharing', { on: '2026-09-07', partner: '示例邻市', way: '数据共享', content: '示例信息' });
});

test('第二部分（二）：执行上级制度的作出书面说明，附佐证材料；规则包上代替执行的那一条写明', async () => {
  const rule = { field: '交通运输领域', rule: '示例管理办法（示交〔2022〕1号）', issuer: '示例部委' };
  const cells = { on: '2026-09-07', ...rule, statement: '示例说明', proof: '示例佐证材料清单' };
  const { addEntry } = operator().registers;
  const astray = { registerId: 'upper-rule', cells: { ...cells, article: '方案第九部分' } };
  expect(await addEntry.mutate(astray)).toMatchObject({ code: 'BAD_INPUT' });
  const article = '方案第二部分（三）';
  const id = await keepEntry(walk, 'upper-rule', { ...cells, article });
  const { entries, register } = await operator().registers.register.query({ registerId: 'upper-rule' });
  expect([register.needsAttachment, entries[0]?.files]).toEqual([true, 1]);
  const noted = { article, registerId: 'upper-rule', entryId: id, statement: '示例说明' };
  expect(await operator().policies.articleNotes.query()).toEqual([
    { ...noted, on: '2026-09-07', title: '交通运输领域　示例管理办法（示交〔2022〕1号）' },
  ]);
  const { inForceId } = await operator().policies.versions.query();
  const { pack } = await operator().policies.version.query({ id: inForceId ?? 0 });
  const cited = readPack(pack).flatMap(({ chapters }) => chapters.flatMap((one) => one.entries));
  expect(cited.filter((entry) => entry.article === article).map(({ name }) => name)).toContain(
    '适当提高抽查比例和频次',
  );
});

test('第二部分（三）：三级差异化：较好的降低比例频次，一般的常规，违法失信的提高', async () => {
  const [inspectionId = 0] = await drawOnce(walk);
  const visit = await operator().inspections.byId.query({ id: inspectionId });
  const { preset } = await operator().draws.forTask.query({ taskId: visit?.taskId ?? 0 });
  const { A = 0, B = 0, C = 0 } = preset.ratios;
  expect([A < B, B < C]).toEqual([true, true]);
});

test('第二部分（四）：名单认定先告知，异议有救济；应用成效和奖惩案例有台账', async () => {
  const recordId = await enterRecord(walk, 9, { kind: 'serious-violation' });
  const entryId = await putOnList(walk, 9, { listId: 'sanction', groundId: 'serious-list', recordIds: [recordId] });
  expect(await operator().supervision.lists.entry.query({ entryId })).toMatchObject({ defence: { outcome: 'waived' } });
  const claim = { subject: 'list-entry' as const, objectId: idOf(9), entryId, objector: '示例企业' };
  const { objectionId } = must(
    await operator().supervision.objections.receive.mutate({ ...claim, claim: '示例异议', receivedOn: '2026-09-07' }),
  );
  must(
    await operator().supervision.objections.check.mutate({
      objectionId,
      checkedOn: '2026-09-07',
      supplier: '示例部门',
      finding: '示例：认定无误',
      proposal: 'keep',
    }),
  );
  const decision = { objectionId, outcome: 'keep' as const, opinion: '维持' };
  must(await walk.office.as('leader').supervision.objections.decide.mutate(decision));
  const answer = { answeredOn: '2026-09-07', manner: 'direct' as const, receiver: '示例企业' };
  must(await operator().supervision.objections.answer.mutate({ objectionId, ...answer }));
  const effect = { list: '失信惩戒对象名单', measure: '示例惩戒措施', effect: '示例成效' };
  await keepEntry(walk, 'list-effects', { on: '2026-09-07', enterprise: idOf(9), ...effect });
});

test('第三部分（一）：任务分工有台账；9月30日前报送工作方案', async () => {
  const duty = { task: '示例任务', section: '示例科', person: '示例责任人', until: '2026-09-30' };
  await keepEntry(walk, 'duties', { on: '2026-09-07', ...duty });
  const { lines } = await operator().registers.reportDates.query({ year: 2026 });
  expect(lines.map(({ on }) => on)).toEqual(['2026-09-30', '2026-12-09']);
});

test('第三部分（二）：评价主体名单导出给市信用平台，只有名称、代码和领域；取回结果后登记，现有制度梳理有台账', async () => {
  const body = JSON.stringify({ field: '生产领域', filter: {} });
  const headers = { 'content-type': 'application/json' };
  const asked = { method: 'POST', body, headers };
  const reply = await walk.office.fetch('operator', '/files/registers/subjects.xlsx', asked);
  const [sheet] = must(await parseWorkbook(new Uint8Array(await reply.arrayBuffer())));
  const rows = sheet?.rows.map(({ cells }) => cells.map(({ text }) => text)) ?? [];
  expect(rows[0]).toEqual(['企业名称', '统一社会信用代码', '领域']);
  expect(
    rows
      .slice(1)
      .map(([, code]) => code)
      .toSorted(),
  ).toEqual([...walk.codes].toSorted());
  expect(new Set(rows.slice(1).map(([, , field]) => field))).toEqual(new Set(['生产领域']));
  const returned = { count: 9, 'returned-on': '2026-09-07', returned: 9 };
  await keepEntry(walk, 'subjects', { on: '2026-09-01', ...returned });
  const kinds = ['信用评价制度', '信用评价结果', '分级分类监管制度', '监管措施', '监管成果'];
  for (const kind of kinds) {
    await keepEntry(walk, 'systems', { on: '2026-09-07', field: '生产领域', kind, name: `示例${kind}` });
  }
});

test('第三部分（三）：分领域总结写明具体举措、实际评价结果、监管支撑数据、成效案例，缺成效案例的不能送审；12月9日前报送', async () => {
  const asked = { kind: 'field' as const, year: 2026, field: '生产领域', isInternal: true };
  const draft = async () => {
    const { id } = must(await operator().registers.draftSummary.mutate(asked));
    const { newest } = await operator().registers.summary.query({ id });
    return { id, told: Object.fromEntries(newest.sections.map(({ heading, text }) => [heading, text])) };
  };
  const bare = await draft();
  expect(await operator().registers.submitSummary.mutate({ id: bare.id })).toMatchObject({
    code: 'SUMMARY_UNFINISHED',
    details: { sections: ['实际成效案例'] },
  });
  const told = { when: '2026-05-01', where: '示例县', who: '示例企业', how: '示例做法', effect: '示例成效' };
  const cells = { name: '示例案例甲', field: '生产领域', ...told };
  must(await operator().registers.addEntry.mutate({ registerId: 'effect-cases', cells }));
  const whole = await draft();
  expect(whole.told).toMatchObject({
    具体举措: expect.stringMatching(/任务分工1条[\s\S]*信用评价与监管制度5条[\s\S]*执行上级制度书面说明1条/),
    实际评价结果: expect.stringMatching(
      /取得公共信用综合评价结果9户[\s\S]*较低风险\d+户、一般风险\d+户、较高风险\d+户/,
    ),
    监管支撑数据: expect.stringMatching(/抽中2户次[\s\S]*列入名单1户次?[\s\S]*名单应用成效与奖惩案例1条/),
    实际成效案例: '示例案例甲。2026年5月1日，在示例县，示例企业：示例做法。示例成效。',
  });
  must(await operator().registers.submitSummary.mutate({ id: whole.id }));
  must(await walk.office.as('leader').registers.approveSummary.mutate({ id: whole.id, opinion: '同意' }));
  const { lines } = await operator().registers.reportDates.query({ year: 2026 });
  expect(lines.find(({ name }) => name === '报送总结说明')).toMatchObject({ on: '2026-12-09', sent: null });
  const sent = {
    report: '报送总结说明',
    year: 2026,
    sentOn: '2026-09-07',
    receiver: '市信用联办',
    document: '示例文号',
  };
  must(await operator().registers.addEntry.mutate({ registerId: 'reports-sent', cells: sent }));
  const after = await operator().registers.reportDates.query({ year: 2026 });
  expect(after.lines.find(({ name }) => name === '报送总结说明')?.sent).toMatchObject({ receiver: '市信用联办' });
});

test('第三部分（三）：成效案例的时间、地点、主体、做法、成效要素完整', async () => {
  const partly = { name: '示例案例', field: '生产领域', when: '2026-05-01', where: '示例县' };
  const { id } = must(await operator().registers.addEntry.mutate({ registerId: 'effect-cases', cells: partly }));
  const printed = (caseId: number) =>
    walk.office.fetch('operator', `/files/registers/cases/${caseId}/case.pdf`).then((reply) => reply.text());
  expect(await printed(id)).toContain('CASE_INCOMPLETE');
  const whole = { ...partly, who: '示例企业', how: '示例做法', effect: '示例成效' };
  must(await operator().registers.correctEntry.mutate({ id, cells: whole, reason: '示例补全' }));
  expect(await printed(id)).not.toContain('CASE_INCOMPLETE');
});

test('第一部分：国家评价结果也可以参考使用，由行业评价模型综合行业信用信息；改用须经局领导批准，施行后全部企业重新评定', async () => {
  const { draftId } = await draftPack(walk);
  const { pack } = await operator().policies.version.query({ id: draftId });
  const entry = { ...pack.evaluation, national: 'reference', model: 'wuzhong-industry' };
  must(await operator().policies.saveEntry.mutate({ id: draftId, chapter: 'evaluation', key: 'evaluation', entry }));
  await approvePack(walk, draftId, '2026-09-07');
  const graded = await gradingOf(walk, 4);
  expect(graded).toMatchObject({ grade: 'A', basis: 'reference' });
  expect(graded?.points).toBeGreaterThan(800_000);
  for (const documentNumber of ['示罚1号', '示罚2号']) {
    await enterRecord(walk, 4, { kind: 'penalty', severity: 'ordinary', documentNumber });
  }
  await enterRecord(walk, 4, { kind: 'inspection', outcome: 'bad' });
  expect(await gradingOf(walk, 4)).toMatchObject({ grade: 'B', basis: 'reference' });
});

test('第四部分（三）：政策宣传、监管人员指导培训有台账', async () => {
  await keepEntry(walk, 'publicity', { on: '2026-09-07', channel: '部门网站', topic: '示例措施' });
  await keepEntry(walk, 'staff-training', { on: '2026-09-07', topic: '示例培训', people: 8 });
});
