import { afterAll, beforeAll, expect, test } from 'vitest';
import { finishedJob, must } from '../../support/outcomes.ts';
import { attach, enterRecord, gradingOf, keepEntry, letterOf, putOnList } from '../../support/walk-credit.ts';
import {
  approvePack,
  draftPack,
  drawOnce,
  importNationalGrades,
  openWalkOffice,
  publishVisit,
  sheetRows,
  type WalkOffice,
} from '../../support/walk-office.ts';

/*
 * 霍林郭勒市“双随机、一公开”监管与企业信用风险分级分类相结合实施方案, part by part.
 * 第一部分 (基本原则) says in what spirit; what it demands stands in the parts below.
 */

let walk: WalkOffice;
/** The record by which 示例企业1 comes on a list. */
let listed: number;
const operator = () => walk.office.as('operator');
const idOf = (n: number) => walk.ids[n - 1] ?? 0;

beforeAll(async () => {
  walk = await openWalkOffice('holingol-2024');
});
afterAll(() => walk.office.close());

test('第二部分：推送的分级结果参考使用，由本部门的评价库打分，每户写明得分', async () => {
  await importNationalGrades(walk);
  expect(await gradingOf(walk, 4)).toMatchObject({ grade: 'A', basis: 'reference', points: 98_200 });
});

test('第三部分（一）：登记注册、许可、确认、检查、处罚、强制、违法失信信息归集到企业名下，采集目录写明谁提供', async () => {
  const lines = await operator().credit.catalogue.list.query();
  expect(lines.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['licence', 'confirmation', 'inspection', 'penalty', 'coercion', 'dishonest']),
  );
  for (const kind of ['licence', 'confirmation', 'coercion'] as const) await enterRecord(walk, 1, { kind });
  const { total } = await operator().credit.records.list.query({ objectId: idOf(1) });
  expect(total).toBe(3);
});

test('第三部分（二）：评价库按记录动态调整：处罚使低风险变为一般风险，屡犯成为较高风险，并说明原因', async () => {
  expect(await letterOf(walk, 6)).toBe('A');
  await enterRecord(walk, 6, { kind: 'penalty', severity: 'ordinary', amountFen: 2_000_000 });
  await enterRecord(walk, 6, { kind: 'complaint' });
  expect(await letterOf(walk, 6)).toBe('B');
  await enterRecord(walk, 6, { kind: 'penalty', severity: 'serious', amountFen: 30_000_000 });
  await enterRecord(walk, 6, { kind: 'dishonest', severity: 'serious' });
  await enterRecord(walk, 6, { kind: 'coercion' });
  expect(await letterOf(walk, 6)).toBe('C');
  const { history } = await operator().grading.object.query({ id: idOf(6) });
  expect(history[0]).toMatchObject({ fromGrade: 'B', toGrade: 'C' });
});

test('第三部分（二）：一票否决：列入严重违法失信名单的，得分再高也是较高风险', async () => {
  listed = await enterRecord(walk, 1, { kind: 'serious-violation' });
  expect(await letterOf(walk, 1)).toBe('C');
});

test('第三部分（三）：低、一般、较高三级风险各有抽查比例和频次，较高的提高；3月底前确定', async () => {
  const [inspectionId = 0] = await drawOnce(walk);
  const visit = await operator().inspections.byId.query({ id: inspectionId });
  const setting = await operator().draws.forTask.query({ taskId: visit?.taskId ?? 0 });
  expect(setting.grades.map(({ title }) => title)).toEqual(['低风险', '一般风险', '较高风险']);
  const { A = 0, B = 0, C = 0 } = setting.preset.ratios;
  expect([A < B, B < C]).toEqual([true, true]);
  const { lines } = await operator().registers.reportDates.query({ year: 2026 });
  expect(lines.find(({ name }) => name === '确定差异化抽查比例、频次')).toMatchObject({ on: '2026-03-31' });
});

test('第三部分（四）：抽查结果记于企业名下并公示，导出给国家企业信用信息公示系统，不含风险等级', async () => {
  const [first] = await operator().inspections.list.query({});
  const { id: inspectionId = 0, objectId = 0, objectName = '' } = first ?? {};
  await publishVisit(walk, inspectionId, { result: 'corrected', disposal: 'order' });
  const { events } = await operator().credit.enterprise.timeline.query({
    id: objectId,
    kinds: ['inspection'],
    year: null,
    page: 1,
    size: 50,
  });
  expect(JSON.stringify(events)).toContain('发现问题经责令已改正');
  const path = '/files/registers/platform.xlsx?target=gsxt&from=2026-09-01&to=2026-09-30';
  const results = await sheetRows(walk, path, '抽查检查结果');
  expect(results.map((row) => [row[0], row[4], row[6]])).toEqual([[objectName, '发现问题经责令已改正', '2026-09-17']]);
  const gathered = await sheetRows(walk, path, '涉企信息归集');
  const kinds = new Set(gathered.map(([, , kind]) => kind));
  for (const kind of ['行政许可', '行政确认', '行政处罚', '行政强制']) expect(kinds).toContain(kind);
  expect(gathered.every(([, code = '']) => walk.codes.includes(code))).toBe(true);
  expect(JSON.stringify([results, gathered])).not.toMatch(/低风险|一般风险|较高风险/);
  await walk.on('2026-09-07');
});

test('第三部分（四）：其他部门的检查结果互认共享，采用的有台账', async () => {
  const taken = { enterprise: idOf(2), department: '示例应急管理局', matter: '安全生产', result: '未发现问题' };
  const cells = { on: '2026-09-07', 'inspected-on': '2026-08-20', use: '不再重复检查', ...taken };
  await keepEntry(walk, 'mutual-recognition', cells);
  const mutual = await enterRecord(walk, 2, { kind: 'inspection', outcome: 'good', isMutual: true });
  expect(await operator().credit.records.record.query({ id: mutual })).toMatchObject({ origin: 'department' });
});

test('第三部分（四）：抽查发现的违法失信行为实施联合惩戒，先告知、听取陈述申辩', async () => {
  const entryId = await putOnList(walk, 1, { listId: 'joint-sanction', groundId: 'serious-list', recordIds: [listed] });
  const entry = await operator().supervision.lists.entry.query({ entryId });
  expect(entry).toMatchObject({ notice: { number: expect.any(String) }, defence: { outcome: 'waived' } });
});

test('第三部分（四）：定期评估抽查效果：各等级每百次检查发现多少问题，与上一模型比较，据以优化评价库和分级标准', async () => {
  const { draftId, inForceId } = await draftPack(walk);
  const { models } = operator().grading;
  const library = (await models.list.query()).find(({ versionId }) => versionId === draftId);
  const modelId = library?.models.find(({ isUsed }) => isUsed)?.id ?? '';
  const { model } = await models.get.query({ versionId: draftId, modelId });
  const [best, ...others] = model.bands;
  if (best === undefined) throw new Error('no band');
  const strict = { ...model, bands: [{ ...best, from: model.scale }, ...others] };
  must(await models.save.mutate({ versionId: draftId, model: strict }));
  const { jobId } = must(await models.try.mutate({ beforeId: inForceId, afterId: draftId }));
  const { trialId } = await finishedJob<{ trialId: number }>(walk.office, 'operator', jobId);
  const page = { trialId, show: 'all', from: null, to: null, text: '', offset: 0, limit: 100 } as const;
  const trial = await operator().grading.models.trial.query(page);
  expect(trial?.lines).toHaveLength(9);
  expect(trial?.lines.some(({ before, after }) => before.grade === 'A' && after.grade === 'B')).toBe(true);

  await walk.on('2026-09-17');
  const span = { fromOn: '2026-01-01', toOn: '2026-12-31', versionId: draftId };
  const { inspections, asDrawn, other } = await operator().grading.effect.query(span);
  const told = (lines: typeof asDrawn.lines) => lines.flatMap((line) => (line.visits === 0 ? [] : [line]));
  expect(inspections).toBe(1);
  expect(told(asDrawn.lines)).toMatchObject([{ title: '低风险', visits: 1, problems: 1, perHundred: 1_000 }]);
  expect(told(other?.lines ?? [])).toMatchObject([{ title: '一般风险', visits: 1, problems: 1, perHundred: 1_000 }]);

  const before = await letterOf(walk, 3);
  await approvePack(walk, draftId, '2026-09-17');
  expect([before, await letterOf(walk, 3)]).toEqual(['A', 'B']);
  await walk.on('2026-09-07');
  const { lines } = await operator().registers.reportDates.query({ year: 2026 });
  expect(lines.find(({ name }) => name === '评估随机抽查效果')).toMatchObject({
    on: '2026-12-15',
    what: expect.stringContaining('与上一模型比较'),
  });
  const finding = { period: '2026年上半年', finding: '示例：低风险企业也发现问题', change: '示例：提高低风险的分数线' };
  await keepEntry(walk, 'evaluation', { on: '2026-09-07', ...finding });
});

test('第四部分（一）：领导小组、纵向联动和横向协同有台账，责任有时限', async () => {
  await keepEntry(walk, 'leading-group', { on: '2026-09-07', post: '组长', name: '示例组长', until: '2026-12-31' });
  const matter = { department: '示例市场监管局', direction: '横向协同', matter: '示例联合抽查' };
  await keepEntry(walk, 'coordination', { on: '2026-09-07', ...matter });
});

test('第四部分（二）：与第三方合作签订保密协议，没有协议文本的提示；信息安全检查有记录', async () => {
  const party = { party: '示例软件公司', matter: '数据清洗', data: '企业名称、处罚信息', until: '2027-09-06' };
  const cells = { on: '2026-09-07', ...party };
  const { id } = must(await operator().registers.addEntry.mutate({ registerId: 'third-party', cells }));
  const lack = async () =>
    (await operator().registers.registers.query()).find((one) => one.id === 'third-party')?.withoutFile;
  expect(await lack()).toBe(1);
  await attach(walk, 'register-entry', id);
  expect(await lack()).toBe(0);
  await keepEntry(walk, 'security', { on: '2026-09-07', scope: '示例业务电脑' });
});

test('第四部分（三）：宣传解读、回应社会关切有台账', async () => {
  await keepEntry(walk, 'publicity', { on: '2026-09-07', channel: '示例宣讲会', topic: '示例主题' });
  await keepEntry(walk, 'concerns', { on: '2026-09-07', source: '示例热线', question: '示例诉求' });
});
