import { afterAll, beforeAll, expect, test } from 'vitest';
import { must } from '../../support/outcomes.ts';
import {
  answerLetter,
  attach,
  enterRecord,
  finishMeasure,
  giveMeasure,
  gradingOf,
  keepEntry,
  letterOf,
  putOnList,
  repair,
  sharedOf,
  signCommitment,
  talkTo,
} from '../../support/walk-credit.ts';
import { drawOnce, openWalkOffice, type WalkOffice } from '../../support/walk-office.ts';

/*
 * 陈巴尔虎旗应急管理局“信易+安全”守信激励实施方案, item by item.
 * 第一部分 (总体要求) and 第二部分 (工作目标) are aims, which the items of 第三部分 carry out.
 */

let walk: WalkOffice;
const operator = () => walk.office.as('operator');
const leader = () => walk.office.as('leader');
const idOf = (n: number) => walk.ids[n - 1] ?? 0;

beforeAll(async () => {
  walk = await openWalkOffice('chenbarhu-2023');
});
afterAll(() => walk.office.close());

test('第三部分第1项：依法应当主动公示的许可、处罚集中公示，记下网址和日期', async () => {
  const ids = [
    await enterRecord(walk, 1, { kind: 'licence' }),
    await enterRecord(walk, 2, { kind: 'penalty', severity: 'minor' }),
  ];
  must(await operator().credit.publicity.publish.mutate({ ids, on: '2026-09-07', where: '示例政务网站' }));
  const { lines } = await operator().credit.publicity.list.query({ publicity: 'published' });
  expect(lines.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
});

test('第三部分第3项：政府采购、招标投标、资质审核等事项运用信用报告，查询留痕', async () => {
  for (const matter of ['procurement', 'tender', 'licence', 'access', 'qualification'] as const) {
    const asked = { objectId: idOf(1), matter, subject: '示例事项', purpose: '示例用途', askedBy: '示例' };
    must(await operator().credit.lookups.lookUp.mutate(asked));
  }
  expect((await operator().credit.lookups.list.query({ text: '示例企业1' })).length).toBe(5);
  const use = { enterprise: idOf(1), matter: '资质审核', use: '示例应用' };
  await keepEntry(walk, 'reports-used', { on: '2026-09-07', ...use });
});

test('第三部分第4项：信用承诺书（主动公示型）签订、公示，践诺情况核查后记入信用记录', async () => {
  const id = await signCommitment(walk, 3, 'proactive');
  const { commitments } = operator().supervision;
  expect(await commitments.one.query({ id })).toMatchObject({ state: 'signed' });
  must(
    await commitments.publish.mutate({
      selection: { ids: [id] },
      publishedOn: '2026-09-07',
      publishedAt: '示例信用网站',
    }),
  );
  const { terms, state } = await commitments.one.query({ id });
  expect(state).toBe('standing');
  const check = { checkedOn: '2026-09-07', outcome: 'kept' as const, findings: '示例：逐条履行', checkedBy: '示例' };
  must(await commitments.check.mutate({ id, ...check, terms: terms.map(() => 'kept' as const) }));
  const { lines } = await operator().credit.records.list.query({ objectId: idOf(3) });
  expect(lines[0]).toMatchObject({ kind: 'commitment', outcome: 'good' });
  const [shared] = await sharedOf(walk, 3, '信用承诺');
  expect(shared).toContain('信用承诺书（主动公示型） 主动公示型 2026-09-07 2026-09-07 示例信用网站 践诺 2026-09-07');
  await enterRecord(walk, 4, { kind: 'penalty', severity: 'serious', summary: '示例违法事实' });
  expect((await sharedOf(walk, 4, '涉企信息归集')).join()).toContain('示例违法事实');
});

test('第三部分第5项：细化分级分类标准，守信践诺的为较好，失信的为较差；重点企业一年、一般企业三年全覆盖', async () => {
  expect(await letterOf(walk, 3)).toBe('A');
  await enterRecord(walk, 4, { kind: 'penalty', severity: 'serious' });
  await enterRecord(walk, 4, { kind: 'dishonest', severity: 'serious' });
  expect(await letterOf(walk, 4)).toBe('C');
  const groups = await operator().statistics.coverage.query({ year: 2026 });
  expect(groups.map(({ years }) => years)).toEqual([1, 3]);
});

/** 示例企业`n` applies for a licence; gives the application with the path the pack proposes. */
async function applyFor(n: number, licence = '示例经营许可') {
  const asked = { objectId: idOf(n), licence, appliedOn: '2026-09-07', askedBy: '示例经办' };
  return must(await operator().credit.licences.register.mutate(asked));
}

const granted = { path: 'promise-first', decision: 'granted', decidedOn: '2026-09-07' } as const;

/** What is waiting on the home page about an enterprise. */
async function duesOf(what: string, n: number) {
  const { dues } = await operator().home.summary.query();
  return dues.filter((due) => due.what === what && due.subject.startsWith(`示例企业${n}有限公司`));
}

test('第三部分第2项：信用较好的开通绿色通道、发证；较差的加强审核，同时运用行政指导开展信用修复', async () => {
  const green = await applyFor(3);
  expect(green.path).toBe('绿色通道');
  const { certificates, measures } = operator().supervision;
  const term = { fromOn: '2026-09-07', untilOn: '2027-09-06' };
  must(await certificates.issue.mutate({ objectId: idOf(3), ...term }));
  expect(await certificates.issue.mutate({ objectId: idOf(4), ...term })).toMatchObject({ ok: false });
  const strict = await applyFor(4);
  expect(strict.path).toContain('加强审核');
  expect((await operator().credit.licences.byId.query({ id: strict.id }))?.reasons[0]).toMatchObject({
    text: expect.stringContaining('严格审批流程'),
    article: '方案第三部分第2项',
  });
  const { lines } = await measures.list.query({ text: '示例企业4有限公司', state: 'open' });
  expect(lines.map(({ text }) => text)).toContain('运用行政指导，开展信用修复');
  const [task] = lines.filter(({ text }) => text === '运用行政指导，开展信用修复');
  const done = { doneOn: '2026-09-07', what: '示例：上门辅导', result: '示例：已申请修复', doneBy: '示例经办' };
  must(await measures.finish.mutate({ selection: { ids: [task?.id ?? 0] }, ...done }));
  expect(await measures.one.query({ id: task?.id ?? 0 })).toMatchObject({ state: 'done' });
});

test('第三部分第2项：你承诺、我先批：没有签订在先的承诺书、没有定下事后审，都不能先批', async () => {
  const { licences } = operator().credit;
  const { id, path } = await applyFor(8);
  expect(path).toBe('你承诺，我先批');
  const take = (more: { commitmentId?: number; checkDueOn?: string; decidedOn?: string }) =>
    licences.takePath.mutate({ id, ...granted, licenceNumber: '示许〔2026〕8号', ...more });
  const checkDueOn = '2026-09-17';
  expect(await take({ checkDueOn })).toMatchObject({ code: 'CHECK_DAY_MISSING' });
  const commitmentId = await signCommitment(walk, 8, 'approval');
  expect(await take({ commitmentId })).toMatchObject({ code: 'CHECK_DAY_MISSING' });
  expect(await take({ commitmentId, checkDueOn: '2026-09-07' })).toMatchObject({ code: 'CHECK_DAY_TOO_EARLY' });
  const ofAnother = await signCommitment(walk, 9, 'approval');
  expect(await take({ commitmentId: ofAnother, checkDueOn })).toMatchObject({ code: 'PROMISE_NOT_USABLE' });
  must(await take({ commitmentId, checkDueOn }));
  expect((await licences.byId.query({ id }))?.taken).toMatchObject({ isPromise: true, commitmentId });
  expect(await duesOf('事后审', 8)).toMatchObject([
    {
      on: checkDueOn,
      article: '方案第三部分第2项',
      isOverdue: false,
      path: `/credit/lookups?tab=licences&licence=${id}`,
    },
  ]);
});

test('第三部分第2项：事后审即践诺核查，只记一次；失信惩：违背承诺的记入信用记录、预警，以后不再先批', async () => {
  const { licences, records } = operator().credit;
  const { commitments, warnings } = operator().supervision;
  const found = (await licences.list.query()).find(({ objectId }) => objectId === idOf(8));
  const { id = 0, taken } = found ?? {};
  const commitmentId = taken?.commitmentId ?? 0;
  const { terms, afterChecks } = await commitments.one.query({ id: commitmentId });
  expect(afterChecks).toMatchObject([{ id, dueOn: '2026-09-17' }]);
  const after = { id, checkedOn: '2026-09-07', result: 'broken' as const, findings: '示例：承诺不实' };
  const allKept = terms.map(() => 'kept' as const);
  expect(await licences.checkAfter.mutate({ ...after, terms: allKept })).toMatchObject({
    code: 'FULFILMENT_DOES_NOT_FIT',
  });
  must(
    await licences.checkAfter.mutate({ ...after, terms: terms.map((_, index) => (index === 1 ? 'broken' : 'kept')) }),
  );
  expect(await licences.checkAfter.mutate({ ...after, terms: allKept })).toMatchObject({
    code: 'NOTHING_TO_CHECK_AFTER',
  });
  const checked = await commitments.one.query({ id: commitmentId });
  expect(checked).toMatchObject({ outcome: 'broken', checkOn: null, afterChecks: [] });
  const { lines } = await records.list.query({ objectId: idOf(8), kinds: ['commitment'] });
  expect(lines).toMatchObject([{ outcome: 'bad', documentNumber: checked.number }]);
  expect((await licences.byId.query({ id }))?.checked?.recordId).toBe(lines[0]?.id);
  expect(await duesOf('事后审', 8)).toEqual([]);
  const warned = (await warnings.ofObject.query({ objectId: idOf(8) })).map(({ ruleId }) => ruleId);
  expect(warned).toContain('broken-promise');
  expect((await applyFor(8, '示例另一许可')).path).toContain('加强审核');
});

test('第三部分第2项：事后审与承诺相符的，践诺记入信用记录', async () => {
  const { licences, records } = operator().credit;
  const { id, path } = await applyFor(9);
  expect(path).toBe('你承诺，我先批');
  const [promise] = (await licences.byId.query({ id }))?.promises ?? [];
  const commitmentId = promise?.id ?? 0;
  must(await licences.takePath.mutate({ id, ...granted, commitmentId, checkDueOn: '2026-09-17' }));
  const { terms } = await operator().supervision.commitments.one.query({ id: commitmentId });
  const kept = { result: 'kept' as const, findings: '示例：条件属实', terms: terms.map(() => 'kept' as const) };
  must(await licences.checkAfter.mutate({ id, checkedOn: '2026-09-07', ...kept }));
  const { lines } = await records.list.query({ objectId: idOf(9), kinds: ['commitment'] });
  expect(lines).toMatchObject([{ outcome: 'good' }]);
  expect((await applyFor(9, '示例另一许可')).path).toBe('绿色通道');
});

test('第三部分第5项：对重点企业提供行政指导等增益性服务，一年未查、未服务的点名', async () => {
  const entry = { name: '示例企业9有限公司', code: walk.codes[8] ?? '', kind: '企业' as const };
  const key = { ...entry, status: '存续' as const, aboveScale: true, priority: true };
  must(await operator().rosters.changeObject.mutate({ id: idOf(9), entry: key, reason: '示例：列为重点企业' }));
  const lineOf = async () => {
    const { lines } = await operator().supervision.measures.keyCoverage.query();
    return lines.find(({ objectId }) => objectId === idOf(9));
  };
  expect(await lineOf()).toMatchObject({ needsVisit: true, service: 'none' });
  await giveMeasure(walk, 9, 'guidance');
  expect(await lineOf()).toMatchObject({ needsVisit: true, service: 'done' });
  const given = { enterprise: idOf(9), service: '行政指导', content: '示例：指导完善应急预案' };
  await keepEntry(walk, 'added-services', { on: '2026-09-07', ...given });
});

test('第三部分第5项：信用较好的减少抽查，较差的提高抽查比例和检查频次', async () => {
  const [inspectionId = 0] = await drawOnce(walk);
  const visit = await operator().inspections.byId.query({ id: inspectionId });
  const { preset } = await operator().draws.forTask.query({ taskId: visit?.taskId ?? 0 });
  const { A = 0, B = 0, C = 0 } = preset.ratios;
  expect([A < B, B < C]).toEqual([true, true]);
  expect((await gradingOf(walk, 4))?.raisedBy).toContain('bad-credit');
});

test('第三部分第6项：违法行为信息库如实记录单位和从业人员的违法行为；情节严重的公告并通报五类部门', async () => {
  const fact = { enterprise: idOf(4), person: '示例某', fact: '示例违法行为', gravity: '严重' };
  await keepEntry(walk, 'violations', { on: '2026-08-01', ...fact, 'announced-on': '2026-09-07' });
  const { departments } = await operator().registers.letterChoices.query();
  const letter = { kind: 'joint' as const, source: 'none' as const, sourceId: null, objectId: idOf(4) };
  const text = { subjectName: '示例企业4有限公司', title: '示例通报函', body: '示例：通报安全生产违法行为。' };
  expect(departments).toEqual(['行业主管部门', '投资主管部门', '自然资源主管部门', '生态环境主管部门', '有关金融机构']);
  const { letters } = must(
    await operator().registers.draftLetters.mutate({ ...letter, ...text, addressees: [...departments] }),
  );
  for (const { id } of letters) await answerLetter(walk, id);
  const files = await operator().credit.enterprise.files.query({ id: idOf(4) });
  expect(files.filter(({ of }) => of.startsWith('通报函'))).toHaveLength(5);
});

test('第三部分第7项：一年内发生较大责任事故的列入市级，一般责任事故列入县级', async () => {
  const larger = await enterRecord(walk, 5, { kind: 'accident', accidentClass: 'larger', happenedOn: '2026-08-01' });
  const ordinary = await enterRecord(walk, 6, {
    kind: 'accident',
    accidentClass: 'ordinary',
    happenedOn: '2026-08-01',
  });
  const city = await putOnList(walk, 5, { listId: 'black', groundId: 'accident-larger', recordIds: [larger] });
  const county = await putOnList(walk, 6, { listId: 'black', groundId: 'accident-ordinary', recordIds: [ordinary] });
  const levelOf = async (entryId: number) => (await operator().supervision.lists.entry.query({ entryId })).level?.name;
  expect([await levelOf(city), await levelOf(county)]).toEqual(['市级', '县级']);
  expect(await letterOf(walk, 6)).toBe('C');
});

test('第三部分第7项：个人列入黑名单的约谈，停止评优评先有台账；联合惩戒逐部门通知', async () => {
  const recordId = (await operator().credit.records.list.query({ objectId: idOf(5), kinds: ['accident'] })).lines[0]
    ?.id;
  const person = { name: '示例负责人', capacity: 'principal' as const };
  const rests = { listId: 'black', groundId: 'accident-larger', recordIds: [recordId ?? 0] };
  const entryId = await putOnList(walk, 5, { ...rests, person });
  const entry = await operator().supervision.lists.entry.query({ entryId });
  expect(entry.person).toMatchObject({ name: '示例负责人', capacity: 'principal' });
  await talkTo(walk, 5, 'person');
  const stopped = { person: '示例负责人', enterprise: idOf(5), basis: '示例决定', until: '2027-09-06' };
  await keepEntry(walk, 'no-honours', { on: '2026-09-07', ...stopped });
  const told = { measureIds: ['inspection', 'project', 'insurance', 'ban'], department: '示例主管部门' };
  must(await operator().supervision.lists.tell.mutate({ entryId, ...told, toldOn: '2026-09-07' }));
  expect((await operator().supervision.lists.entry.query({ entryId })).measures).toHaveLength(4);
  await finishMeasure(walk, '示例企业5有限公司', '列入黑名单的个人：约谈、培训');
  const shared = (await sharedOf(walk, 5, '名单信息')).join('\n');
  expect(shared).toContain('示例负责人 主要负责人 安全生产诚信“黑名单” 市级');
  expect(shared).toContain('暂停项目审批（示例主管部门）');
});

test('第三部分第8项：安全生产诚信宣传有台账', async () => {
  const activity = { activity: '示例宣传月', channel: '新媒体', people: 100 };
  await keepEntry(walk, 'publicity', { on: '2026-09-07', ...activity });
});

test('第三部分第9项：内部诚信教育、干部失信通报所在单位和纪检、组织人事部门', async () => {
  await keepEntry(walk, 'integrity-education', { on: '2026-09-07', topic: '示例教育' });
  const conduct = { person: '示例干部', section: '示例科', fact: '示例失信行为', to: '纪检监察部门' };
  const entryId = await keepEntry(walk, 'cadre-notices', { on: '2026-09-07', ...conduct });
  const { sources } = await operator().registers.letterChoices.query();
  const source = sources.find((one) => one.source === 'register-entry' && one.id === entryId);
  expect(source?.body).toContain('示例干部存在以下失信行为：示例失信行为');
  const about = { kind: 'cadre', source: 'register-entry', sourceId: entryId, objectId: null } as const;
  const { subjectName = '', title = '', body = '' } = source ?? {};
  const addressees = ['示例所在单位', '示例纪检监察部门', '示例组织人事部门'];
  const { letters } = must(
    await operator().registers.draftLetters.mutate({ ...about, subjectName, title, body, addressees }),
  );
  expect(letters).toHaveLength(3);
  for (const { id } of letters) await answerLetter(walk, id);
});

test('第三部分第10项：六种方式可作信用修复；完成后停止公示、终止惩戒，历史保留', async () => {
  const { ways } = await operator().supervision.repairs.rules.query();
  expect(ways).toHaveLength(6);
  const recordId = await enterRecord(walk, 7, { kind: 'penalty', severity: 'ordinary', happenedOn: '2026-03-01' });
  must(await operator().credit.publicity.publish.mutate({ ids: [recordId], on: '2026-03-05', where: '示例网站' }));
  const asked = { recordId, documentOn: '2026-03-01', severity: 'ordinary' as const };
  await repair(walk, 7, { ...asked, ways: ways.map(({ id }) => id) });
  const record = await operator().credit.records.record.query({ id: recordId });
  expect(record).toMatchObject({ repairedOn: '2026-09-07', publicity: 'stopped' });
  const { lines } = await operator().credit.records.list.query({ objectId: idOf(7) });
  expect(lines.map(({ id }) => id)).toContain(recordId);
  expect((await sharedOf(walk, 7, '涉企信息归集')).join()).not.toContain(record.documentNumber);
});

test('第三部分第10项：列入黑名单的修复后移出，联合惩戒措施随之终止', async () => {
  const recordId = await enterRecord(walk, 2, {
    kind: 'accident',
    accidentClass: 'ordinary',
    happenedOn: '2026-05-01',
  });
  const entryId = await putOnList(walk, 2, { listId: 'black', groundId: 'accident-ordinary', recordIds: [recordId] });
  const { lists } = operator().supervision;
  const told = { measureIds: ['inspection', 'project'], department: '示例主管部门', toldOn: '2026-09-07' };
  must(await lists.tell.mutate({ entryId, ...told }));
  const asked = { recordId, documentOn: '2026-05-01', severity: 'ordinary' as const };
  const effects = await repair(walk, 2, { ...asked, ways: ['rectification', 'verification'] });
  expect(effects.length).toBeGreaterThan(1);
  const entry = await lists.entry.query({ entryId });
  expect(entry.state).toBe('removed');
  expect(entry.measures.map(({ liftedOn }) => liftedOn)).toEqual(['2026-09-07', '2026-09-07']);
  expect(await sharedOf(walk, 2, '名单信息')).toEqual([]);
});

test('第三部分第11项：归集的信息脱敏，看全号要写事由并记入台账', async () => {
  const entry = { name: '示例企业1有限公司', code: walk.codes[0] ?? '', kind: '企业' as const, phone: '13800001234' };
  const filled = { ...entry, status: '存续' as const, aboveScale: true, priority: false };
  must(await operator().rosters.changeObject.mutate({ id: idOf(1), entry: filled, reason: '示例补全' }));
  const shown = JSON.stringify(await operator().rosters.object.query({ id: idOf(1) }));
  expect(shown).not.toContain('13800001234');
  const asked = { id: idOf(1), field: 'phone' as const, reason: '示例：通知检查' };
  expect(must(await operator().rosters.revealOfObject.mutate(asked))).toMatchObject({ value: '13800001234' });
});

test('第三部分第11项：异议核实反馈；错误惩戒移出名单并消除影响；泄露有核查台账', async () => {
  const [first] = (await operator().supervision.lists.list.query()).filter(({ objectId }) => objectId === idOf(6));
  const entryId = first?.id ?? 0;
  const claim = { subject: 'list-entry' as const, objectId: idOf(6), entryId, objector: '示例企业' };
  const { objectionId } = must(
    await operator().supervision.objections.receive.mutate({
      ...claim,
      claim: '示例：非责任事故',
      receivedOn: '2026-09-07',
    }),
  );
  const checked = { checkedOn: '2026-09-07', supplier: '示例部门', finding: '示例：认定有误' };
  must(await operator().supervision.objections.check.mutate({ objectionId, ...checked, proposal: 'withdraw' }));
  const decision = { objectionId, outcome: 'withdraw' as const, opinion: '移出' };
  must(await leader().supervision.objections.decide.mutate(decision));
  const answer = { answeredOn: '2026-09-07', manner: 'direct' as const, receiver: '示例企业' };
  must(await operator().supervision.objections.answer.mutate({ objectionId, ...answer }));
  must(
    await operator().supervision.objections.clear.mutate({
      objectionId,
      clearedOn: '2026-09-07',
      what: '示例：撤下公示，函告各部门',
      told: '示例主管部门、当事人',
    }),
  );
  const cells = {
    'found-on': '2026-09-07',
    'lifted-on': '2026-09-07',
    enterprise: idOf(6),
    error: '示例',
    removal: '示例',
  };
  await keepEntry(walk, 'wrong-sanctions', cells);
  await keepEntry(walk, 'leaks', { on: '2026-09-07', kind: '泄露', clue: '示例线索' });
});

test('第四部分：定期研究、工作考核、示范推广有台账', async () => {
  const { id } = must(
    await operator().registers.addEntry.mutate({
      registerId: 'leading-group',
      cells: { on: '2026-09-07', matter: '示例规划', decision: '示例议定' },
    }),
  );
  await attach(walk, 'register-entry', id);
  await keepEntry(walk, 'assessment', { on: '2026-09-07', section: '示例科', result: '示例' });
  await keepEntry(walk, 'models-shown', { on: '2026-09-07', link: '信用修复', idea: '示例做法' });
});
