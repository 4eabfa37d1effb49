import { afterAll, beforeAll, expect, test } from 'vitest';
import { addObject } from '../../support/objects.ts';
import { must } from '../../support/outcomes.ts';
import { complaint } from '../../support/plan-office.ts';
import {
  enterRecord,
  finishMeasure,
  gradingOf,
  keepEntry,
  letterOf,
  putOnList,
  repair,
  sharedOf,
  signCommitment,
  talkTo,
} from '../../support/walk-credit.ts';
import { drawOnce, importNationalGrades, openWalkOffice, type WalkOffice } from '../../support/walk-office.ts';

/*
 * 鸡西市市场监督管理局加快推进社会信用体系建设构建以信用为基础的新型监管机制实施方案, item by item.
 * 第一部分 (指导思想) asks nothing of a program.
 */

let walk: WalkOffice;
const operator = () => walk.office.as('operator');
const idOf = (n: number) => walk.ids[n - 1] ?? 0;

beforeAll(async () => {
  walk = await openWalkOffice('jixi-2021');
});
afterAll(() => walk.office.close());

test('第1项：信用承诺事项清单列明权力事项和公共服务事项，各有承诺书', async () => {
  const { items } = await operator().supervision.commitments.items.query();
  expect(items.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['行政审批信用承诺书', '公共服务事项信用承诺书']),
  );
  for (const { terms } of items) expect(terms.length).toBeGreaterThan(2);
});

test('第2项：承诺公示，履约情况记入承诺人信用记录，归集至市信用信息共享平台', async () => {
  const id = await signCommitment(walk, 1, 'licence');
  const { commitments } = operator().supervision;
  const place = { publishedOn: '2026-09-07', publishedAt: '信用中国（示例）' };
  must(await commitments.publish.mutate({ selection: { ids: [id] }, ...place }));
  const { terms } = await commitments.one.query({ id });
  const check = { checkedOn: '2026-09-07', outcome: 'broken' as const, findings: '示例违诺', checkedBy: '示例' };
  must(await commitments.check.mutate({ id, ...check, terms: terms.map(() => 'broken' as const) }));
  const { lines } = await operator().credit.records.list.query({ objectId: idOf(1) });
  expect(lines[0]).toMatchObject({ kind: 'commitment', outcome: 'bad' });
  expect((await sharedOf(walk, 1, '信用承诺')).join()).toContain('2026-09-07 信用中国（示例） 违诺 2026-09-07');
  expect((await sharedOf(walk, 1, '涉企信息归集')).join()).toContain('承诺与践诺');
});

test('第3项：违背承诺的实施信用约束：增加检查，预警，不再适用承诺制，可列入重点关注名单、约谈', async () => {
  expect((await gradingOf(walk, 1))?.raisedBy).toContain('broken-promise');
  const { commitments, warnings } = operator().supervision;
  const [broken] = await commitments.ofObject.query({ objectId: idOf(1) });
  const { suggestions } = await commitments.one.query({ id: broken?.id ?? 0 });
  expect(suggestions.map(({ kind, listId }) => listId ?? kind)).toEqual(['watch', 'talk', 'talk']);
  const warned = await warnings.ofObject.query({ objectId: idOf(1) });
  expect(warned.map(({ ruleId }) => ruleId)).toContain('broken-promise');
  const pathOf = async (n: number) => {
    const asked = { objectId: idOf(n), licence: '示例许可', appliedOn: '2026-09-07', askedBy: '示例经办' };
    return must(await operator().credit.licences.register.mutate(asked));
  };
  expect((await pathOf(1)).path).toBe('信用约束');
  const { id, path } = await pathOf(2);
  expect(path).toBe('信用承诺');
  const taken = { id, path: 'promise', decision: 'granted', decidedOn: '2026-09-07' } as const;
  expect(await operator().credit.licences.takePath.mutate(taken)).toMatchObject({ code: 'CHECK_DAY_MISSING' });
  const commitmentId = await signCommitment(walk, 2, 'licence');
  must(await operator().credit.licences.takePath.mutate({ ...taken, commitmentId, checkDueOn: '2026-09-21' }));
  const { terms } = await commitments.one.query({ id: commitmentId });
  const kept = { result: 'kept' as const, findings: '示例：条件属实', terms: terms.map(() => 'kept' as const) };
  must(await operator().credit.licences.checkAfter.mutate({ id, checkedOn: '2026-09-07', ...kept }));
  expect(await commitments.one.query({ id: commitmentId })).toMatchObject({ outcome: 'kept', afterChecks: [] });
});

test('第4项：查询区只显示本企业自己的公开信息，不显示内部等级', async () => {
  const entry = {
    name: '示例企业1有限公司',
    code: walk.codes[0] ?? '',
    kind: '企业' as const,
    principal: '示例负责人',
  };
  const filled = { ...entry, status: '存续' as const, aboveScale: true, priority: false };
  must(await operator().rosters.changeObject.mutate({ id: idOf(1), entry: filled, reason: '示例补全' }));
  const { counter } = walk.office.as('leader').credit;
  must(await counter.open.mutate());
  expect(must(await counter.ask.mutate({ code: entry.code, person: '另一人' }))).toBeNull();
  const shown = must(await counter.ask.mutate({ code: entry.code, person: '示例负责人' }));
  expect(shown?.record.enterprise).toMatchObject({ name: '示例企业1有限公司' });
  expect(JSON.stringify(shown)).not.toMatch(/风险|[A-C]级/);
  await walk.on('2026-09-07');
  await keepEntry(walk, 'counter', { on: '2026-09-07', matter: '示例：设立查询区' });
});

test('第5项：办理注册、审批、备案时开展诚信教育，有台账', async () => {
  const lesson = { enterprise: idOf(2), occasion: '注册', content: '示例：信用知识' };
  await keepEntry(walk, 'integrity-education', { on: '2026-09-07', ...lesson });
});

test('第6项：信用分析预警：新增处罚、90天内多次投诉、事故都自动提示，并写明怎么办', async () => {
  await enterRecord(walk, 3, { kind: 'penalty', severity: 'minor' });
  for (const day of ['2026-08-01', '2026-08-15', '2026-09-01']) {
    await enterRecord(walk, 4, { kind: 'complaint', happenedOn: day });
  }
  await enterRecord(walk, 5, { kind: 'accident', accidentClass: 'ordinary' });
  const { lines } = await operator().supervision.warnings.list.query({});
  const warned = lines.map(({ ruleId, objectId }) => [ruleId, objectId]);
  expect(warned).toEqual(
    expect.arrayContaining([
      ['new-penalty', idOf(3)],
      ['complaints', idOf(4)],
      ['accident', idOf(5)],
    ]),
  );
  for (const { advice, article } of lines) expect([advice.length > 10, article.length > 3]).toEqual([true, true]);
});

test('第6项：许可证60天内到期的提示，到期前办理延续后自动解除', async () => {
  const { changeObject } = operator().rosters;
  const entry = { name: '示例企业7有限公司', code: walk.codes[6] ?? '', kind: '企业' as const };
  const firm = { ...entry, status: '存续' as const, aboveScale: true, priority: false };
  const renewed = async (until: string) => {
    const licences = [{ name: '示例许可证', number: '示0007', until }];
    must(await changeObject.mutate({ id: idOf(7), entry: { ...firm, licences }, reason: '示例：登记许可' }));
    must(await operator().supervision.warnings.scan.mutate({ whole: true }));
    const all = await operator().supervision.warnings.ofObject.query({ objectId: idOf(7) });
    return all.find(({ ruleId }) => ruleId === 'licence-expiring');
  };
  expect(await renewed('2026-11-07')).toBeUndefined();
  const warning = await renewed('2026-11-06');
  expect(warning).toMatchObject({ state: 'open', level: 'notice' });
  expect(warning?.grounds[0]).toMatchObject({ title: '示例许可证 示0007将到期', on: '2026-11-06' });
  expect(await renewed('2029-11-06')).toMatchObject({ state: 'closed' });
});

test('第6项：信用等级下降的预警，写明由哪级降到哪级；处置写明做法，安静的可以暂不处置', async () => {
  const { warnings } = operator().supervision;
  await importNationalGrades(walk);
  const fellOf = async (n: number) =>
    (await warnings.ofObject.query({ objectId: idOf(n) })).find(({ ruleId }) => ruleId === 'grade-fell');
  expect(await fellOf(2)).toBeUndefined();
  const recordId = await enterRecord(walk, 2, { kind: 'dishonest', severity: 'minor', happenedOn: '2026-05-01' });
  const fell = await fellOf(2);
  expect(fell).toMatchObject({ state: 'open', level: 'urgent', opens: 'measure' });
  expect(fell?.grounds[0]?.title).toBe('等级由较低风险降为较高风险');
  must(await warnings.handle.mutate({ selection: { ids: [fell?.id ?? 0] }, note: '示例：已告知如何修复' }));
  expect(await fellOf(2)).toMatchObject({ state: 'handled', note: '示例：已告知如何修复' });
  must(await operator().credit.records.withdraw.mutate({ id: recordId, reason: '示例：演示后撤销' }));
  expect(await fellOf(2)).toMatchObject({ state: 'closed' });
  const { lines } = await warnings.list.query({ objectId: idOf(4), state: 'open' });
  const selection = { ids: lines.map(({ id }) => id) };
  must(await warnings.acknowledge.mutate({ selection, note: '示例：同一件事', untilOn: '2026-09-30' }));
  expect((await warnings.list.query({ objectId: idOf(4), state: 'open' })).total).toBe(0);
});

test('第7项：信用信息采集目录写明类别、提供科室和频次，并动态管理', async () => {
  const lines = await operator().credit.catalogue.list.query();
  expect(lines.length).toBeGreaterThan(15);
  expect(lines.find(({ kind }) => kind === 'complaint')).toMatchObject({ supplier: '12315举报中心' });
  for (const { supplier, article } of lines) expect([supplier !== '', article !== '']).toEqual([true, true]);
});

test('第8项、第9项：监督检查、执法监管、投诉举报、安全质量事故归集在统一社会信用代码下', async () => {
  for (const kind of ['inspection', 'daily-supervision', 'complaint'] as const) await enterRecord(walk, 6, { kind });
  await enterRecord(walk, 6, { kind: 'accident', accidentClass: 'ordinary' });
  const { lines } = await operator().credit.records.list.query({ text: walk.codes[5] ?? '' });
  expect(lines).toHaveLength(4);
  const shared = (await sharedOf(walk, 6, '涉企信息归集')).join('\n');
  for (const kind of ['行政监督检查', '经常性监督', '投诉举报', '事故']) expect(shared).toContain(kind);
});

test('第10项：消费投诉公示台账，公示后记下位置', async () => {
  const complaint = { enterprise: idOf(6), matter: '示例投诉', result: '调解成功' };
  const id = await keepEntry(walk, 'consumer-complaints', { on: '2026-09-07', ...complaint });
  must(await operator().registers.publishEntry.mutate({ id, publishedOn: '2026-09-07', place: '示例门户网站' }));
  const { entries } = await operator().registers.register.query({ registerId: 'consumer-complaints' });
  expect(entries.find((entry) => entry.id === id)).toMatchObject({ published: { place: '示例门户网站' } });
});

test('第11项：市场主体自愿注册信用信息，并对真实性作出承诺', async () => {
  const commitmentId = await signCommitment(walk, 7, 'voluntary');
  const place = { publishedOn: '2026-09-07', publishedAt: '信用中国（示例）' };
  must(await operator().supervision.commitments.publish.mutate({ selection: { ids: [commitmentId] }, ...place }));
  for (const kind of ['资质证照', '市场经营', '合同履约', '社会公益']) {
    const told = { enterprise: idOf(7), kind, content: '示例信息', 'promised-on': '2026-09-07' };
    const id = await keepEntry(walk, 'voluntary-information', { on: '2026-09-07', ...told });
    must(await operator().registers.publishEntry.mutate({ id, publishedOn: '2026-09-07', place: '信用中国（示例）' }));
  }
});

test('第12项：许可、处罚和八类行政行为信息7个工作日内公示', async () => {
  const kinds = ['coercion', 'confirmation', 'levy', 'payment', 'ruling', 'compensation', 'reward'] as const;
  for (const kind of ['licence', ...kinds, 'inspection'] as const) await enterRecord(walk, 8, { kind });
  await enterRecord(walk, 8, { kind: 'penalty', severity: 'minor' });
  const { lines } = await operator().credit.publicity.list.query({ objectId: idOf(8) });
  expect(lines).toHaveLength(10);
  expect(new Set(lines.map(({ dueOn }) => dueOn))).toEqual(new Set(['2026-09-10']));
});

test('第13项、第14项：以公共信用综合评价结果为依据分级', async () => {
  const letters = await Promise.all([2, 6, 9].map((n) => letterOf(walk, n)));
  expect(letters).toEqual(['A', 'B', 'C']);
});

test('第15项：双随机与等级结合：较低的降低比例频次，一般的常规，较高的提高', async () => {
  const [inspectionId = 0] = await drawOnce(walk);
  const visit = await operator().inspections.byId.query({ id: inspectionId });
  const { preset } = await operator().draws.forTask.query({ taskId: visit?.taskId ?? 0 });
  const { A = 0, B = 0, C = 0 } = preset.ratios;
  expect([A < B, B < C]).toEqual([true, true]);
});

test('第16项、第21项：失信联合惩戒对象名单依法认定并公开，责任人一并惩戒', async () => {
  const recordId = await enterRecord(walk, 9, { kind: 'serious-violation' });
  const rests = { listId: 'joint-sanction', groundId: 'serious-list', recordIds: [recordId] };
  const entryId = await putOnList(walk, 9, rests);
  expect((await operator().supervision.lists.entry.query({ entryId })).publication).not.toBeNull();
  const person = { name: '示例法定代表人', capacity: 'legal-representative' as const };
  await putOnList(walk, 9, { ...rests, person });
  const told = { measureIds: ['tendering'], department: '示例主管部门', toldOn: '2026-09-07' };
  must(await operator().supervision.lists.tell.mutate({ entryId, ...told }));
  const shared = (await sharedOf(walk, 9, '名单信息')).join('\n');
  expect(shared).toContain('示例法定代表人 法定代表人 失信联合惩戒对象名单');
  expect(shared).toContain('在招投标中依法限制或者禁入（示例主管部门）');
  const measure = { enterprise: idOf(9), person: '示例法定代表人', role: '法定代表人', measure: '示例惩戒' };
  await keepEntry(walk, 'personal-liability', { on: '2026-09-07', ...measure });
});

test('第17项：未达到联合惩戒标准的失信主体列入重点关注对象名单', async () => {
  const recordId = await enterRecord(walk, 3, { kind: 'dishonest', severity: 'ordinary' });
  const entryId = await putOnList(walk, 3, { listId: 'watch', groundId: 'below', recordIds: [recordId] });
  expect(await operator().supervision.lists.entry.query({ entryId })).toMatchObject({ listName: '重点关注对象名单' });
});

test('第18项：整改不到位的提示约谈、警示约谈，谁认定谁约谈，约谈记入信用记录', async () => {
  const elsewhere = await enterRecord(walk, 3, { kind: 'dishonest', severity: 'minor', source: '示例另一机关' });
  const asked = { objectId: idOf(3), reason: '示例', meetOn: '2026-09-07', meetAt: '09:00', place: '示例' };
  const notice = { ...asked, attendees: '示例负责人', materials: '', contact: '示例', recordId: elsewhere };
  expect(await operator().supervision.talks.issue.mutate({ kindId: 'prompt', ...notice })).toMatchObject({
    code: 'TALK_NOT_OURS',
  });
  const talkId = await talkTo(walk, 3, 'prompt');
  await talkTo(walk, 3, 'warning');
  expect((await sharedOf(walk, 3, '涉企信息归集')).join()).toContain('提示约谈：示例失信行为');
  await finishMeasure(walk, '示例企业3有限公司', '督促失信市场主体限期整改');
  const { record } = await operator().supervision.talks.talk.query({ talkId });
  expect(record?.recordId).toEqual(expect.any(Number));
});

test('第19项：重点领域失信问题专项治理：按条件取企业，下达检查任务，逐户整改到位后结束，前后对照', async () => {
  const { registers, plans } = operator();
  expect(await registers.campaignFields.query()).toEqual(expect.arrayContaining(['食品', '农资化肥']));
  const span = { fromOn: '2026-09-07', toOn: '2026-12-31' };
  const campaign = { name: '示例专项治理', field: '食品', ...span, goal: '示例目标', basis: '示例方案' };
  const filter = { aboveScale: true };
  const { id, objects: taken } = must(await registers.openCampaign.mutate({ ...campaign, filter }));
  expect(taken).toBe(9);
  const { objects } = await registers.campaign.query({ id });
  const standing = (n: number) => objects.find(({ objectId }) => objectId === idOf(n))?.start;
  expect(standing(9)).toMatchObject({ grade: '较高风险', lists: expect.arrayContaining(['失信联合惩戒对象名单']) });

  const start = await plans.proposalDraft.query({ campaignId: id });
  expect(start.campaign).toMatchObject({ name: '示例专项治理', filter, startedOn: '2026-09-07', toOn: '2026-12-31' });
  const named = (start.campaign?.objects ?? []).map((object) => object.id);
  expect(named.toSorted()).toEqual(walk.ids.toSorted());
  const source = { reference: '示例方案', receivedOn: '2026-09-07', handedBy: '信用监管科', alleges: '示例目标' };
  const proposed = complaint({ origin: 'assigned', source, campaignId: id, objectIds: named });
  const stranger = await addObject(walk.office, '示例治理外企业', 90);
  expect(await plans.proposeTask.mutate({ ...proposed, objectIds: [stranger] })).toMatchObject({
    code: 'NOT_OF_CAMPAIGN',
    details: { others: ['示例治理外企业'] },
  });
  const task = must(await plans.proposeTask.mutate(proposed));
  must(await walk.office.as('leader').plans.approveTask.mutate({ id: task.id }));
  const pool = await plans.taskPool.query({ of: { taskId: task.id } });
  expect(pool.total).toBe(9);
  expect((await registers.campaign.query({ id })).tasks).toMatchObject([{ number: task.number, state: '待执行' }]);
  expect((await plans.taskLines.query())[0]?.campaign).toEqual({ id, name: '示例专项治理' });

  const work = { campaignId: id, onDay: '2026-09-07', dueOn: '', record: '示例：现场核查' } as const;
  const others = named.filter((objectId) => objectId !== idOf(9));
  must(await registers.workCampaign.mutate({ ...work, objectIds: others, state: 'none' }));
  const fixing = { ...work, state: 'rectifying', dueOn: '2026-09-30' } as const;
  must(await registers.workCampaign.mutate({ ...fixing, objectIds: [idOf(9)] }));
  expect((await plans.proposalDraft.query({ campaignId: id })).campaign?.objects).toEqual([]);
  expect(await registers.endCampaign.mutate({ id, outcome: '示例成效' })).toMatchObject({
    code: 'CAMPAIGN_UNWORKED',
    details: { open: ['示例企业9有限公司'] },
  });
  must(await registers.workCampaign.mutate({ ...work, objectIds: [idOf(9)], state: 'done' }));
  must(await registers.endCampaign.mutate({ id, outcome: '示例：1户整改到位' }));
  const ended = await registers.campaign.query({ id });
  expect(ended.progress).toMatchObject({ total: 9, none: 8, done: 1, rectifying: 0, unchecked: 0 });
  expect(ended.objects.every(({ end }) => end !== null)).toBe(true);
  expect(await plans.proposeTask.mutate(proposed)).toMatchObject({ code: 'CAMPAIGN_ENDED' });
});

test('第20项：拒不履行、屡犯不改、造成重大损失的实施市场和行业禁入，可定期限或永久，及于责任人', async () => {
  const recordIds = [
    await enterRecord(walk, 5, { kind: 'penalty', severity: 'ordinary' }),
    await enterRecord(walk, 5, { kind: 'penalty', severity: 'ordinary' }),
    await enterRecord(walk, 5, { kind: 'penalty', severity: 'ordinary' }),
  ];
  const rests = { listId: 'ban', groundId: 'repeats', levelId: 'term', recordIds };
  const person = { name: '示例负责人', capacity: 'principal' as const };
  const entryId = await putOnList(walk, 5, { ...rests, person });
  expect(await operator().supervision.lists.entry.query({ entryId })).toMatchObject({
    level: { name: '一定期限内禁入' },
    person: { name: '示例负责人' },
  });
});

test('第22项：组织修复培训，培训作为修复方式；修复后等级恢复', async () => {
  const [first] = (await operator().credit.records.list.query({ objectId: idOf(3), kinds: ['dishonest'] })).lines;
  await finishMeasure(walk, '示例企业3有限公司', '组织企业法人开展信用修复培训');
  const trained = { enterprise: idOf(3), person: '示例法定代表人', result: '合格' };
  await keepEntry(walk, 'repair-training', { on: '2026-09-07', ...trained });
  const recordId = await enterRecord(walk, 2, { kind: 'dishonest', severity: 'minor', happenedOn: '2026-05-01' });
  expect(first?.id).toEqual(expect.any(Number));
  expect(await letterOf(walk, 2)).toBe('C');
  await repair(walk, 2, { recordId, documentOn: '2026-05-01', severity: 'minor', ways: ['training'] });
  expect(await letterOf(walk, 2)).toBe('A');
});

test('第23项：异议尽快核实反馈，有误的更正', async () => {
  const recordId = await enterRecord(walk, 7, { kind: 'penalty', severity: 'minor', summary: '示例错误情况' });
  const claim = {
    subject: 'record' as const,
    objectId: idOf(7),
    recordId,
    objector: '示例企业',
    claim: '示例：事实有误',
  };
  const { objections } = operator().supervision;
  const { objectionId } = must(await objections.receive.mutate({ ...claim, receivedOn: '2026-09-07' }));
  const checked = { checkedOn: '2026-09-07', supplier: '示例来源机关', finding: '示例：确有错误' };
  const correction = { summary: '示例更正后的情况' };
  must(await objections.check.mutate({ objectionId, ...checked, proposal: 'correct', correction }));
  const decision = { objectionId, outcome: 'correct' as const, opinion: '更正' };
  must(await walk.office.as('leader').supervision.objections.decide.mutate(decision));
  expect(await operator().credit.records.record.query({ id: recordId })).toMatchObject({ version: 2, ...correction });
});

test('第三部分：责任分工、宣传解读、信息推送有台账', async () => {
  const duty = { item: '示例任务', section: '示例科', progress: '示例进展' };
  await keepEntry(walk, 'duties', { on: '2026-09-07', ...duty });
  await keepEntry(walk, 'publicity', { on: '2026-09-07', channel: '示例渠道', topic: '示例主题' });
  await keepEntry(walk, 'pushes', { on: '2026-09-07', kind: '行政处罚', count: 3 });
});

test('第7项：采集目录动态管理：到期没有提供的列入首页，提供科室说明本期无的消去', async () => {
  await walk.on('2027-03-01');
  const { catalogue } = operator().credit;
  const late = (await catalogue.list.query()).find(({ isLate }) => isLate);
  const entryId = late?.id ?? '';
  const due = { what: '归集信用信息', isOverdue: true, path: `/credit/catalogue?entry=${entryId}` };
  expect((await operator().home.summary.query()).dues).toContainEqual(expect.objectContaining(due));
  must(await catalogue.noneReceived.mutate({ entryId, on: '2027-03-01', note: '示例：本期没有' }));
  expect((await catalogue.list.query()).find(({ id }) => id === entryId)?.isLate).toBe(false);
});
