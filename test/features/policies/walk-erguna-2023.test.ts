import { afterAll, beforeAll, expect, test } from 'vitest';
import { settingOf } from '../../support/draw-setting.ts';
import { sampleBureau } from '../../support/office.ts';
import { must } from '../../support/outcomes.ts';
import {
  enterRecord,
  gradingOf,
  keepEntry,
  letterOf,
  putOnList,
  repair,
  signCommitment,
  talkTo,
} from '../../support/walk-credit.ts';
import {
  drawOnce,
  importNationalGrades,
  openWalkOffice,
  publishVisit,
  sheetRows,
  type WalkOffice,
} from '../../support/walk-office.ts';

/*
 * 呼伦贝尔市工业和信息化局信用分级分类监管制度（试行） with the 说明, 工作方案 and 工作总结 of 额尔古纳市工业和信息化局, article by article.
 * The 细则 has a walk of its own, but for its articles that need no draw. 制度第一条 (why) and 第十三条 (since when) ask nothing of a program.
 */

let walk: WalkOffice;
const operator = () => walk.office.as('operator');
const idOf = (n: number) => walk.ids[n - 1] ?? 0;

beforeAll(async () => {
  walk = await openWalkOffice('erguna-2023');
});
afterAll(() => walk.office.close());

const measuresOf = async (n: number) =>
  (await operator().grading.object.query({ id: idOf(n) })).measures.map(({ text }) => text);

test('制度第五条：国家九个等级对应A、B、C、D四级，每户写明依据', async () => {
  await importNationalGrades(walk);
  const letters = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => letterOf(walk, n)));
  expect(letters).toEqual(['A', 'A', 'B', 'B', 'B', 'C', 'C', 'C', 'D']);
});

test('制度第二条：执法监督结果归集到企业名下并公示；红名单、黑名单都有', async () => {
  const { lists } = await operator().supervision.lists.options.query();
  expect(lists.map(({ name, polarity }) => [name, polarity])).toEqual([
    ['红名单', 'good'],
    ['黑名单', 'bad'],
  ]);
  const [inspectionId = 0] = await drawOnce(walk);
  await publishVisit(walk, inspectionId);
  await walk.on('2026-09-07');
  const visit = await operator().inspections.byId.query({ id: inspectionId });
  const { events } = await operator().credit.enterprise.timeline.query({
    id: visit?.objectId ?? 0,
    kinds: ['inspection'],
    year: null,
    page: 1,
    size: 50,
  });
  expect(events.length).toBeGreaterThan(0);
});

test('制度第三条：各级行政机关、司法机关形成的信用记录归在统一社会信用代码下，带来源和文号', async () => {
  await enterRecord(walk, 3, { kind: 'licence', source: '示例行政审批局', documentNumber: '示许〔2026〕1号' });
  await enterRecord(walk, 3, { kind: 'judicial', source: '示例人民法院', documentNumber: '（2026）示执1号' });
  const { lines } = await operator().credit.records.list.query({ objectId: idOf(3) });
  expect(lines.map(({ kind, source, documentNumber }) => [kind, source, documentNumber]).toSorted()).toEqual([
    ['judicial', '示例人民法院', '（2026）示执1号'],
    ['licence', '示例行政审批局', '示许〔2026〕1号'],
  ]);
});

test('制度第四条：按信用记录、量化分级、经常性监督、投诉举报、行政处罚综合评定，实时更新', async () => {
  expect(await letterOf(walk, 2)).toBe('A');
  await enterRecord(walk, 2, { kind: 'penalty', severity: 'ordinary' });
  await enterRecord(walk, 2, { kind: 'penalty', severity: 'ordinary' });
  expect(await letterOf(walk, 2)).toBe('C');
  const { history } = await operator().grading.object.query({ id: idOf(2) });
  expect(history[0]).toMatchObject({ fromGrade: 'A', toGrade: 'C', cause: 'credit.add-record' });
});

test('制度第六条：投诉举报多的增加检查频次，等级不因此改变', async () => {
  for (const day of ['2026-07-01', '2026-07-15', '2026-08-01']) {
    await enterRecord(walk, 4, { kind: 'complaint', happenedOn: day });
  }
  expect(await gradingOf(walk, 4)).toMatchObject({ grade: 'B', raisedBy: ['complaints'] });
});

test('制度第六条：增加随机抽查力度：本年度已经查过的，有增加情形的还可以再抽，没有的不再抽', async () => {
  const visits = await operator().inspections.list.query({});
  const taskId = visits[0]?.taskId ?? 0;
  const excluded = async () =>
    (await operator().draws.preview.query(settingOf(taskId, { isRehearsal: true }))).excluded.map(({ name }) => name);
  const calm = [];
  for (const { objectId, objectName } of visits) {
    const n = walk.ids.indexOf(objectId) + 1;
    if (((await gradingOf(walk, n))?.raisedBy ?? []).length === 0) calm.push({ n, objectName });
  }
  const [first] = calm;
  if (first === undefined) throw new Error('everybody visited is raised already');
  expect((await excluded()).toSorted()).toEqual(calm.map(({ objectName }) => objectName).toSorted());
  for (const day of ['2026-07-02', '2026-07-16', '2026-08-02']) {
    await enterRecord(walk, first.n, { kind: 'complaint', happenedOn: day });
  }
  expect(await excluded()).not.toContain(first.objectName);
});

test('制度第七条：不同信用等级分类管理，各级措施不同', async () => {
  const [a, b, c, d] = await Promise.all([1, 5, 6, 9].map(measuresOf));
  expect(new Set([a, b, c, d].map(String)).size).toBe(4);
});

test('制度第八条：A级提供绿色通道、优先办理，发给绿色通道证', async () => {
  expect(await measuresOf(1)).toEqual(expect.arrayContaining(['提供绿色通道服务', '优先办理各类监督事项']));
  const { certificates } = operator().supervision;
  must(await certificates.issue.mutate({ objectId: idOf(1), fromOn: '2026-09-07', untilOn: '2027-09-06' }));
  expect(await certificates.ofObject.query({ objectId: idOf(1) })).toMatchObject([
    {
      gives: expect.arrayContaining(['提供绿色通道服务', '优先办理各类监督事项']),
      article: expect.stringContaining('第八条'),
    },
  ]);
});

test('制度第九条：B级日常监管，并诚信约谈、政策法规宣传', async () => {
  expect(await measuresOf(5)).toEqual(expect.arrayContaining(['日常监管', '诚信约谈']));
  const talkId = await talkTo(walk, 5, 'integrity');
  expect(await operator().supervision.talks.talk.query({ talkId })).toMatchObject({ kind: { article: '制度第九条' } });
});

test('制度第十条：C级列为重点对象，分类培训和指导成为有期限的措施任务', async () => {
  expect(await measuresOf(6)).toEqual(
    expect.arrayContaining(['列为日常监督检查或抽查的重点对象', '加强对负责人和从业人员的分类培训和指导']),
  );
  const { lines } = await operator().supervision.measures.list.query({ text: '示例企业6' });
  expect(lines.find(({ measureId }) => measureId === 'classified-training')).toMatchObject({
    state: 'open',
    dueOn: expect.stringMatching(/^2026-1\d-/),
  });
});

test('制度第十一条：D级除C级措施外重点监控、工作约谈、限期整改', async () => {
  expect(await measuresOf(9)).toEqual(
    expect.arrayContaining([
      '列为日常监督检查或抽查的重点对象',
      '列为重点监控对象，强化管理和监控',
      '工作约谈提醒',
      '限期整改',
    ]),
  );
  const talkId = await talkTo(walk, 9, 'work');
  const talk = await operator().supervision.talks.talk.query({ talkId });
  expect(talk).toMatchObject({ kind: { article: '制度第十一条' }, record: { rectifyBy: '2026-09-30' } });
});

test('制度第十二条：失信主体及时曝光，曝光的位置和日期有记录，可以撤下，写入总结', async () => {
  const fact = { enterprise: idOf(9), fact: '示例失信事实', basis: '示罚〔2026〕1号', channel: '门户网站' };
  const id = await keepEntry(walk, 'exposure', { on: '2026-09-07', ...fact });
  const kept = async () => (await operator().registers.registers.query()).find((one) => one.id === 'exposure');
  expect(await kept()).toMatchObject({ isPublic: true, total: 1, unpublished: 1 });
  must(await operator().registers.publishEntry.mutate({ id, publishedOn: '2026-09-07', place: '示例门户网站' }));
  expect(await kept()).toMatchObject({ unpublished: 0 });
  const down = { on: '2026-09-07', ...fact, withdrawn: '2026-09-07' };
  must(await operator().registers.correctEntry.mutate({ id, cells: down, reason: '示例：已修复，撤下' }));
  const { entry, versions } = await operator().registers.entry.query({ id });
  expect([entry.cells.withdrawn, versions.length]).toEqual(['2026-09-07', 2]);
  const asked = { kind: 'annual' as const, year: 2026, field: '', isInternal: false, filter: {} };
  const { id: summaryId } = must(await operator().registers.draftSummary.mutate(asked));
  const { newest } = await operator().registers.summary.query({ id: summaryId });
  expect(newest.sections.map(({ text }) => text).join('')).toContain('对失信主体及时予以曝光，登记曝光台账1条');
});

test('制度第十二条：公众参与的渠道和线索有记录；守信的进红名单，A级给予优惠和鼓励政策', async () => {
  const { register } = await operator().registers.register.query({ registerId: 'public-participation' });
  const channels = register.columns.find(({ id }) => id === 'channel')?.choices ?? [];
  expect(channels.length).toBeGreaterThan(2);
  for (const channel of channels) {
    await keepEntry(walk, 'public-participation', { on: '2026-09-07', channel, clue: '示例线索' });
  }
  const entryId = await putOnList(walk, 1, { listId: 'red', groundId: 'kept' });
  expect(await operator().supervision.lists.entry.query({ entryId })).toMatchObject({
    publication: { place: '示例门户网站' },
  });
  expect(await measuresOf(1)).toContain('给予优惠和鼓励政策');
});

test('说明“下一步”段：信用较好的减少日常检查，评比表彰优先；信用较落后的重点检查', async () => {
  expect(await measuresOf(1)).toEqual(expect.arrayContaining(['减少日常检查', '在各项评比和表彰中予以优先']));
  expect(await measuresOf(9)).not.toContain('减少日常检查');
});

test('工作方案“加强组织领导”段：深入企业宣传政策、指导建章立制有台账', async () => {
  const guided = { enterprise: idOf(1), policy: '专精特新', guidance: '示例：指导建立质量管理制度' };
  await keepEntry(walk, 'policy-guidance', { on: '2026-09-07', ...guided });
});

test('工作方案“严格把控关口”段：有诚信问题的项目不予上报并写明理由；签订承诺书；纠正失信后信用修复', async () => {
  await enterRecord(walk, 7, { kind: 'dishonest', severity: 'ordinary', happenedOn: '2026-03-01' });
  const recordId = (await operator().credit.records.list.query({ objectId: idOf(7) })).lines[0]?.id ?? 0;
  const { applications } = operator().credit;
  const asked = { kind: 'project' as const, objectId: idOf(7), title: '示例技改项目', receivedOn: '2026-09-07' };
  const { id, findings } = must(await applications.register.mutate({ ...asked, askedBy: '示例经办' }));
  expect(findings).toBe(1);
  const decide = walk.office.as('leader').credit.applications.decide;
  expect(await decide.mutate({ id, outcome: 'support', reason: '同意' })).toMatchObject({ code: 'APPLICATION_BARRED' });
  must(await decide.mutate({ id, outcome: 'refuse', reason: '示例：有未修复的失信记录' }));
  const letterId = await signCommitment(walk, 7, 'project');
  expect(await operator().supervision.commitments.one.query({ id: letterId })).toMatchObject({ state: 'standing' });
  const effects = await repair(walk, 7, {
    recordId,
    documentOn: '2026-03-01',
    severity: 'ordinary',
    ways: ['correct'],
  });
  expect(effects.length).toBeGreaterThan(0);
  expect(await operator().credit.records.record.query({ id: recordId })).toMatchObject({ repairedOn: '2026-09-07' });
  must(await applications.recheck.mutate({ id, remedy: '示例：已完成信用修复' }));
  must(await applications.promise.mutate({ id, commitmentId: letterId }));
  must(await decide.mutate({ id, outcome: 'support', reason: '信用已修复，同意上报' }));
});

test('工作方案“强化宣传引导”段、工作总结“加大诚信宣传教育”段：宣传周、座谈、干部职工培训都有台账', async () => {
  await keepEntry(walk, 'publicity', { on: '2026-09-07', form: '宣传周活动', topic: '示例诚信宣传' });
  await keepEntry(walk, 'publicity', { on: '2026-09-07', form: '干部职工培训', topic: '示例信用知识', people: 12 });
});

test('工作总结“开头段”：公职人员信用有台账；半年和年度总结用数字起草', async () => {
  const kept = { name: '示例某', kind: '守信表彰', detail: '示例：年度诚信先进' };
  await keepEntry(walk, 'staff-credit', { on: '2026-09-07', ...kept });
  for (const kind of ['half-year', 'annual'] as const) {
    const { id } = must(await operator().registers.draftSummary.mutate({ kind, year: 2026, isInternal: false }));
    const { newest } = await operator().registers.summary.query({ id });
    const headings = newest.sections.map(({ heading }) => heading);
    expect(headings).toEqual(expect.arrayContaining(['建立工作机制', '建立信用承诺制', '加大诚信宣传教育']));
    // The entry is of September: the half-year has nothing to claim it by.
    expect(newest.sections[0]?.text.includes('以公职人员信用建设为基础、以企业信用建设为突破口')).toBe(
      kind === 'annual',
    );
  }
});

test('工作总结“建立工作机制”段：领导小组以局长为组长，有组成和分工', async () => {
  await keepEntry(walk, 'leading-group', { on: '2026-09-07', post: '组长（局长）', name: '示例局长' });
});

test('工作总结“建立信用承诺制”段：项目申报承诺写明真实性负责、接受检查、承担违约责任、接受惩戒', async () => {
  const { items } = await operator().supervision.commitments.items.query();
  const terms = items.find(({ id }) => id === 'project')?.terms.join('') ?? '';
  for (const word of ['公共信用信息报告', '合法性、真实性、准确性和有效性', '依法检查', '违约责任', '惩戒和约束']) {
    expect(terms).toContain(word);
  }
});

test('工作总结“强化和规范‘双公示’工作”段：许可、处罚列入双公示台账，有期限，公示后记下网址', async () => {
  const recordId = await enterRecord(walk, 8, { kind: 'penalty', severity: 'minor' });
  const pending = await operator().credit.publicity.list.query({ objectId: idOf(8) });
  expect(pending.lines[0]).toMatchObject({ publicity: 'pending', dueOn: '2026-09-10' });
  must(await operator().credit.publicity.publish.mutate({ ids: [recordId], on: '2026-09-07', where: '示例门户网站' }));
  expect((await operator().credit.publicity.list.query({ objectId: idOf(8) })).lines[0]?.publicity).toBe('published');
});

test('工作总结“推进信用信息应用”段：许可、处罚、检查前先查信用，报告留存；没有查的列入应查未查和首页待办', async () => {
  const gaps = async () => (await operator().credit.lookups.gaps.query({ year: 2026 })).gaps;
  const waiting = async (word: string) =>
    (await operator().home.summary.query()).dues.filter(({ what }) => what.includes(word));
  const asked = { purpose: '示例用途', askedBy: '示例股' };
  const { lookups } = operator().credit;
  const own = { source: sampleBureau.name, happenedOn: '2026-09-07' };

  const open = (await operator().inspections.list.query({})).find(({ state }) => state === 'open');
  const { id: inspectionId = 0, objectId = 0 } = open ?? {};
  const notice = { address: '示例镇', contact: '示例负责人', items: '示例事项', materials: '' };
  must(await operator().inspections.issueNotice.mutate({ inspectionId, inspectOn: '2026-09-15', ...notice }));
  expect(await waiting('检查前查询信用')).toMatchObject([
    { on: '2026-09-15', article: '工作总结“推进信用信息应用”段', path: `/inspections?open=${inspectionId}` },
  ]);
  const visit = { objectId, matter: 'inspection' as const, subject: '示例检查', inspectionId, ...asked };
  must(await lookups.lookUp.mutate(visit));
  expect(await waiting('检查前查询信用')).toEqual([]);

  const before = (await gaps()).length;
  must(await lookups.lookUp.mutate({ objectId: idOf(7), matter: 'licence', subject: '示例许可', ...asked }));
  await enterRecord(walk, 7, { kind: 'licence', ...own });
  expect((await gaps()).length).toBe(before);
  await enterRecord(walk, 7, { kind: 'penalty', severity: 'minor', ...own });
  expect((await gaps()).length).toBe(before + 1);
  expect(await waiting('行政处罚前没有查询信用')).toMatchObject([{ subject: expect.stringContaining('示例企业7') }]);

  const [kept] = await lookups.list.query({ text: '示例企业7', matter: 'licence' });
  expect(kept).toMatchObject({ subject: '示例许可', hasAdverse: false });
  const report = await walk.office.download('operator', `/files/credit/reports/${kept?.reportId}/report.pdf`);
  expect(report.length).toBeGreaterThan(1_000);
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
  for (const target of ['gsxt', 'credit']) {
    const path = `/files/registers/platform.xlsx?target=${target}&from=2026-09-01&to=2026-09-07`;
    const [row] = await sheetRows(walk, path, '名单推送');
    expect(row?.slice(0, 3)).toEqual(['示例企业2有限公司', walk.codes[1], '企业经营异常名录']);
    expect(row?.at(-1)?.split('、')).toEqual(fields.map(({ name }) => name));
  }
});

test('细则第十七条：执法人员签订廉洁与保密承诺，到期前提醒', async () => {
  const promise = { officer: '示例甲', kind: '廉洁与保密', until: '2026-09-20' };
  await keepEntry(walk, 'integrity-promises', { on: '2025-09-20', ...promise });
  const kept = (await operator().registers.registers.query()).find(({ id }) => id === 'integrity-promises');
  expect(kept).toMatchObject({ total: 1, due: 1, withoutFile: 0 });
  const { items } = await operator().supervision.commitments.items.query();
  const terms = items.find(({ id }) => id === 'officer')?.terms.join('') ?? '';
  for (const word of ['公正文明廉洁执法', '不收受检查对象给予的财物', '商业秘密、个人隐私', '不妨碍']) {
    expect(terms).toContain(word);
  }
});

test('细则第十八条至第二十条：尽职免责、失职问责都有记录，写明事实和依据', async () => {
  const { register } = await operator().registers.register.query({ registerId: 'liability' });
  const kinds = register.columns.find(({ id }) => id === 'kind')?.choices ?? [];
  expect(kinds).toContain('尽职免责');
  const fact = { officer: '示例甲', fact: '示例事实', basis: '细则第十八条' };
  for (const kind of kinds) await keepEntry(walk, 'liability', { on: '2026-09-07', kind, ...fact });
  const bare = { on: '2026-09-07', kind: kinds[0] ?? '', officer: '示例甲' };
  const refused = await operator().registers.addEntry.mutate({ registerId: 'liability', cells: bare });
  expect(refused).toMatchObject({ code: 'BAD_INPUT' });
});
