import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appRouter } from '../../../electron/app/router.ts';
import { clientOf, fetchWith, type Jar } from '../../../electron/commands/in-process-client.ts';
import { hiddenTarget, needsTargets } from '../../../shared/kernel/target-need.ts';
import { completeDraw, openDrawOffice } from '../../support/draw-office.ts';
import { settingOf } from '../../support/draw-setting.ts';
import { type Office, password, sampleAccounts } from '../../support/office.ts';
import { must } from '../../support/outcomes.ts';

describe('谁在通知之前需要知道抽中了谁', () => {
  const nobody = { id: 9, section: '', isOperator: false, isReviewer: false, isLeader: false };
  const hands = [{ accountId: 2, section: '甲股' }];
  test.each([
    ['局领导', { ...nobody, isLeader: true }, true],
    ['主持的经办人', { ...nobody, id: 2, section: '乙股', isOperator: true }, true],
    ['同股室的经办人', { ...nobody, section: '甲股', isOperator: true }, true],
    ['同股室的审核人', { ...nobody, section: '甲股', isReviewer: true }, true],
    ['别的股室的经办人', { ...nobody, section: '乙股', isOperator: true }, false],
    ['管理员，即使同股室', { ...nobody, section: '甲股' }, false],
    ['锁屏之后的人', null, false],
  ] as const)('%s：%s', (_who, asker, needs) => expect(needsTargets(asker, hands)).toBe(needs));
});

/** 管理员, and one who is 经办人 and 审核人 of another 股室. */
const outsiders = ['admin', 'other'] as const;
type Outsider = (typeof outsiders)[number];

let office: Office;
let other: Jar;
let taskId = 0;
let drawId = 0;
let numbers: readonly string[] = [];
let inspectionIds: readonly number[] = [];
let officerIds: readonly number[] = [];
/** Of the pool: who was drawn, and who was not. */
let drawn: readonly { objectId: number; code: string; name: string }[] = [];
let undrawn: readonly { code: string; name: string }[] = [];
/** The recusals of the roster name objects; they did so before the draw. */
let recusalsBefore = '';

beforeAll(async () => {
  ({ office, taskId } = await openDrawOffice());
  const login = 'other';
  const account = { ...sampleAccounts.operator, name: '示例别股', login, section: '运行监测股', isReviewer: true };
  must(await office.as('admin').office.addAccount.mutate(account));
  const { lines: candidates } = await office.as('operator').draws.candidates.query({ taskId });
  recusalsBefore = await answer('admin', 'rosters.recusals');
  drawId = await completeDraw(office, taskId, { must: [candidates[0]!.code], mustGround: '上年检查不合格' });
  // The day after: the hall is over.
  office.setNow('2026-09-08T01:00:00.000Z');
  await office.restart();
  other = { cookie: '' };
  must(await clientOf(office.app, other).office.signIn.mutate({ login, password }));
  const view = await office.as('operator').draws.byId.query({ drawId });
  drawn = view.drawn;
  numbers = [view.number, view.taskNumber];
  const codes = new Set(drawn.map(({ code }) => code));
  undrawn = candidates.filter(({ code }) => !codes.has(code));
  const inspections = await office.as('operator').inspections.list.query({ year: null, taskId: null });
  inspectionIds = inspections.map(({ id }) => id);
  // 逢办必查 comes before the notice.
  const words = { purpose: '检查前查询', askedBy: '安全生产股' };
  must(
    await office
      .as('operator')
      .credit.lookups.lookUpInspections.mutate({ inspectionIds: [...inspectionIds], ...words }),
  );
  officerIds = (await office.as('operator').rosters.officers.query()).map(({ id }) => id);
}, 60_000);
afterAll(() => office.close());

async function answer(who: Outsider, path: string, input?: unknown): Promise<string> {
  const asked = input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`;
  const address = `/api/${path}${asked}`;
  const response = await (who === 'other' ? fetchWith(office.app, other, address) : office.fetch(who, address));
  const text = await response.text();
  if (!response.ok) throw new Error(`${path} ${response.status} ${text}`);
  return text;
}

/** The drawn that a text names, where it names neither the whole pool nor them already before the draw. */
function told(text: string, earlier = ''): readonly string[] {
  const isIn = ({ code, name }: { code: string; name: string }) => text.includes(code) || text.includes(name);
  const wasIn = ({ name }: { name: string }) => earlier.includes(name);
  return undrawn.every(isIn) ? [] : drawn.filter((one) => isIn(one) && !wasIn(one)).map(({ name }) => name);
}

type Calls = Readonly<Record<string, () => readonly unknown[]>>;

/** Queries that speak of objects or of what was done, each with what to ask it. */
const calls: Calls = {
  'home.summary': () => [undefined],
  'ledger.lines': () => [{ limit: 1_000 }, ...drawn.map(({ code }) => ({ text: code }))],
  'rosters.objects': () => [{ limit: 500 }],
  'rosters.objectsOn': () => [{ on: '2026-09-08', limit: 500 }],
  'rosters.recusals': () => [undefined],
  'rosters.recusalsOn': () => [{ on: '2026-09-08' }],
  'rosters.suggestedRecusals': () => [undefined],
  'rosters.officers': () => [undefined],
  'rosters.officersOn': () => [{ on: '2026-09-08' }],
  'rosters.officer': () => officerIds.map((id) => ({ id })),
  'rosters.openWork': () => officerIds.map((id) => ({ id })),
  'rosters.batchChanges': () => [undefined],
  'rosters.batches': () => [undefined],
  'plans.coverage': () => [{ year: 2026 }],
  'plans.tasks': () => [undefined],
  'plans.taskLines': () => [undefined],
  'plans.task': () => [{ id: taskId }],
  'grading.list': () => [{ limit: 500 }],
  'grading.counts': () => [undefined],
  'grading.moves': () => [{}],
  'grading.moveChoices': () => [undefined],
  'grading.manualChanges': () => [undefined],
  'draws.list': () => [undefined],
  'draws.scans': () => [{ drawId }],
  'draws.handedOver': () => [{ drawId }],
  'draws.tick': () => [{ drawId }],
  'draws.byId': () => [{ drawId }],
  'draws.forTask': () => [{ taskId }],
  'draws.tasks': () => [undefined],
  'draws.drafts': () => [undefined],
  'draws.hallRoster': () => [{ taskId }],
  'draws.knownAttendants': () => [undefined],
  'draws.projector': () => [{ drawId }],
  'draws.replaceable': () => drawn.map(({ objectId }) => ({ drawId, objectId })),
  'draws.seated': () => [{ drawId }],
  'draws.batches': () => [{ drawId }],
  'inspections.list': () => [{ year: null, taskId: null }],
  'inspections.byId': () => inspectionIds.map((id) => ({ id })),
  'inspections.noticeDraft': () => inspectionIds.map((id) => ({ id })),
  'inspections.publications': () => [undefined],
  'inspections.past.list': () => [undefined],
  'inspections.past.choices': () => [undefined],
  'dossiers.register': () => [undefined],
  'statistics.draws': () => [{ from: 2026, to: 2026 }],
  'statistics.objectSummary': () => [{ from: 2026, to: 2026 }],
  'statistics.objects': () => [
    { from: 2026, to: 2026, limit: 500 },
    { from: 2026, to: 2026, times: 1 },
  ],
  'statistics.officers': () => [{ from: 2026, to: 2026 }],
  'statistics.ofOfficer': () => [{ from: 2026, to: 2026, code: 'ZF001' }],
  'dossiers.ofInspection': () => inspectionIds.map((inspectionId) => ({ inspectionId })),
  'credit.lookups.list': () => [{}],
  'credit.lookups.gaps': () => [{ year: 2026 }],
  'credit.lookups.ofInspection': () => inspectionIds.map((inspectionId) => ({ inspectionId })),
  'credit.lookups.ofTask': () => [{ taskId }],
  'credit.counter.queries': () => [undefined],
  'credit.applications.list': () => [undefined],
  'credit.applications.byId': () => [{ id: 1 }],
  'credit.licences.list': () => [undefined],
  'credit.licences.byId': () => [{ id: 1 }],
  'registers.links': () => [{ kind: 'inspection', objectId: null }],
  'supervision.measures.keyCoverage': () => [undefined],
  'grading.effect': () => [{ fromOn: '2026-01-01', toOn: '2026-12-31', versionId: null }],
};

/** Queries about one object: of a drawn one they tell neither task nor draw. */
const ofOneObject: Calls = {
  'rosters.object': () => drawn.map(({ objectId }) => ({ id: objectId })),
  'grading.object': () => drawn.map(({ objectId }) => ({ id: objectId })),
  'credit.enterprise.head': () => drawn.map(({ objectId }) => ({ id: objectId })),
  'credit.enterprise.records': () => drawn.map(({ objectId }) => ({ id: objectId })),
  'credit.enterprise.files': () => drawn.map(({ objectId }) => ({ id: objectId })),
  'credit.enterprise.timeline': () =>
    drawn.map(({ objectId: id }) => ({ id, kinds: null, year: null, page: 1, size: 500 })),
  'grading.explanation': () => drawn.map(({ objectId }) => ({ objectId })),
  'grading.whatIf': () => drawn.map(({ objectId }) => ({ objectId })),
  'grading.nationalHistory': () => drawn.map(({ objectId }) => ({ objectId })),
  'grading.manualChangesOf': () => drawn.map(({ objectId }) => ({ objectId })),
  'grading.snapshot': () => drawn.map(({ objectId }) => ({ drawId, objectId })),
  'inspections.ofObject': () => drawn.map(({ objectId }) => ({ objectId })),
};

/** Whom the year's caps keep out of the next draw; who prepares one needs that, and the administrator prepares none. */
const ofNextDraw = ['plans.taskPool', 'draws.candidates', 'draws.preview', 'draws.draft'];

/** Nothing of a draw is in these: accounts, settings, lists of items, files that wait to be confirmed. */
const ofOtherThings = [
  /^office\./,
  /^ledger\.(summary|head)$/,
  /^credit\.licences\.paths$/,
  /^rosters\.(counts|objectChoices|savedFilters|scopeChoices|joinedDepartments|experts?|previewBatchChange)$/,
  /^plans\.(checkItems\.\w+|list|items|record|readTyped|listItems|amendments|classes|suggestClass|draftTask|furtherItems)$/,
  /^plans\.(dueRounds|proposalDraft|poolCount|poolChoices|departments)$/,
  /^(policies|attachments)\./,
  // Every object of the roster with what records and published results make of it, drawn or not.
  /^grading\.(rules|imports|list|frozen|counts|moves|moveChoices|manualChanges|models\.\w+)$/,
  /^credit\.(records|imports|publicity|catalogue|authorisations)\./,
  // What follows from records and grades, and what the office writes down itself; links to inspections are tried above.
  /^(supervision|registers)\./,
  /^inspections\.past\.batches$/,
  // Only what is published counts as covered.
  /^statistics\.(coverage|uncovered)$/,
  // Every object of the pool, drawn or not; the outcome is tested with the statistics.
  /^statistics\.lots$/,
  /(^|\.)(stage|expertStage|exchange|import\w+)$/,
];

test('每一个查询都考虑过', () => {
  const procedures = appRouter._def.procedures as unknown as Readonly<Record<string, { _def: { type: string } }>>;
  const queries = Object.keys(procedures).filter((path) => procedures[path]?._def.type === 'query');
  const known = [...Object.keys(calls), ...Object.keys(ofOneObject), ...ofNextDraw];
  const forgotten = queries.filter((path) => !known.includes(path) && !ofOtherThings.some((one) => one.test(path)));
  expect(forgotten).toEqual([]);
});

describe.each(outsiders)('%s在通知之前看不出抽中了谁', (who) => {
  test.each(Object.keys(calls))('%s', async (path) => {
    for (const input of calls[path]!()) expect(told(await answer(who, path, input), recusalsBefore)).toEqual([]);
  });

  test.each(Object.keys(ofOneObject))('%s', async (path) => {
    for (const input of ofOneObject[path]!()) {
      const text = await answer(who, path, input);
      expect(numbers.filter((number) => text.includes(number))).toEqual([]);
    }
  });

  test.each([
    'draws/:draw/record.pdf',
    'draws/:draw/package.zip?to=x&kind=discipline',
    'inspections/:inspection/blank-record.pdf',
    'dossiers/:inspection.pdf',
  ])('文件%s不给', async (path) => {
    const address = `/files/${path.replace(':draw', String(drawId)).replace(':inspection', String(inspectionIds[0]))}`;
    const response = await (who === 'other' ? fetchWith(office.app, other, address) : office.fetch(who, address));
    expect(response.status).toBe(409);
    expect(['TARGETS_NOT_PUBLIC', 'NOT_ALLOWED']).toContain(((await response.json()) as { code: string }).code);
  });
});

test('管理员不看抽取范围的名单，也不预览抽取', async () => {
  const of = { taskId };
  const pool = await office
    .as('admin')
    .plans.taskPool.query({ of, isGraded: false, text: '', reason: '', offset: 0, limit: 50 });
  expect(pool).toMatchObject({ isOpen: false, lines: [], total: 0 });
  const { draws } = office.as('admin');
  await expect(draws.preview.query(settingOf(taskId))).rejects.toThrow('NOT_ALLOWED');
  await expect(draws.candidates.query({ taskId })).rejects.toThrow('NOT_ALLOWED');
  await expect(draws.draft.query({ taskId, isRehearsal: null })).rejects.toThrow('NOT_ALLOWED');
});

test('列表中留着位置，写明何时公开；承办的人照常看到', async () => {
  const { drawn: hidden } = await clientOf(office.app, other).draws.byId.query({ drawId });
  expect(hidden.map(({ order, name }) => [order, name])).toEqual(drawn.map((_, i) => [i + 1, hiddenTarget]));
  for (const who of ['operator', 'reviewer', 'leader'] as const) {
    const { drawn: seen } = await office.as(who).draws.byId.query({ drawId });
    expect(seen).toEqual(drawn);
  }
});

test('抽取当天，投影对在场的人照常显示', async () => {
  office.setNow('2026-09-07T09:00:00.000Z');
  await office.restart();
  expect((await office.as('admin').draws.projector.query({ drawId })).drawn.map(({ name }) => name)).toEqual(
    drawn.map(({ name }) => name),
  );
});

/** Issues the 检查通知书 of every inspection of the task that has none yet; `most` of them, where given. */
async function notify(at: Office, task: number, most = Number.POSITIVE_INFINITY) {
  const { inspections } = at.as('operator');
  const rows = await inspections.list.query({ year: null, taskId: task });
  for (const { id } of rows.filter(({ noticeNumber }) => noticeNumber === null).slice(0, most)) {
    const notice = { inspectOn: '2026-09-10', address: '示例街道示例路1号', contact: '示例负责人' };
    must(
      await inspections.issueNotice.mutate({
        inspectionId: id,
        ...notice,
        items: '安全生产责任制落实情况',
        materials: '营业执照',
      }),
    );
  }
}

test('通知发出一户，公开一户；全部发出，整个抽取公开', async () => {
  office.setNow('2026-09-08T02:00:00.000Z');
  await office.restart();
  await notify(office, taskId, 1);
  const [first] = await office.as('operator').inspections.list.query({ year: null, taskId: null });
  const seen = (await office.as('admin').inspections.list.query({ year: null, taskId: null })).map(
    ({ objectName }) => objectName,
  );
  expect(seen).toEqual([first!.objectName, ...drawn.slice(1).map(() => hiddenTarget)]);
  expect((await office.as('admin').inspections.byId.query({ id: first!.id }))?.objectName).toBe(first!.objectName);

  await notify(office, taskId);
  const whole = await office.as('operator').draws.byId.query({ drawId });
  expect(whole.setting.must).toHaveLength(1);
  expect(await office.as('admin').draws.byId.query({ drawId })).toEqual(whole);
});

test('批次顺序：一批通知一户，公开一户；各批办完，整个抽取公开', async () => {
  const { office: batched, taskId: parentId } = await openDrawOffice();
  const orderId = await completeDraw(batched, parentId, { mode: 'batch', batchSize: 5 });
  // The day after: the hall is over.
  batched.setNow('2026-09-08T01:00:00.000Z');
  await batched.restart();
  const { draws, plans, rosters } = batched.as('operator');
  const order = await draws.byId.query({ drawId: orderId });
  const [gone, capped] = order.drawn;
  const change = { kind: 'status', status: '注销', statusOn: '2026-09-01', statusDocument: '' } as const;
  must(
    await rosters.batchChangeObjects.mutate({
      selection: { ids: [gone!.objectId] },
      change,
      reason: '示例',
      expected: 1,
    }),
  );
  const asAdmin = async () => {
    const { drawn: seen } = await batched.as('admin').draws.byId.query({ drawId: orderId });
    return seen.flatMap(({ name }) => (name === hiddenTarget ? [] : [name]));
  };
  const recordStatus = async () => (await batched.fetch('admin', `/files/draws/${orderId}/record.pdf`)).status;

  const batches = (await draws.batches.query({ drawId: orderId }))!.map(({ batch }) => batch);
  for (const batch of batches) {
    must(
      await draws.handDownBatch.mutate({
        drawId: orderId,
        batch,
        fromOn: '2026-09-09',
        toOn: '2026-10-31',
        early: '',
      }),
    );
    const batchTask = (await draws.batches.query({ drawId: orderId }))![batch - 1]!.task!.id;
    if (batch === 1) {
      // Handed down, and at the cap by the day its officers are drawn.
      const { title } = await plans.task.query({ id: parentId });
      const past = { objectId: capped!.objectId, itemName: title, result: 'no-problem' as const };
      must(await batched.as('operator').inspections.past.add.mutate({ ...past, inspectedOn: '2026-03-02' }));
    }
    await completeDraw(batched, batchTask);
    if (batch === 1) {
      await notify(batched, batchTask, 1);
      expect(await asAdmin()).toEqual([order.drawn[2]!.name]);
      const { objects } = await batched.as('admin').plans.task.query({ id: batchTask });
      expect(objects.map(({ name }) => name)).toEqual([order.drawn[2]!.name]);
    }
    await notify(batched, batchTask);
    if (batch < batches.length) expect(await recordStatus()).toBe(409);
  }
  expect(await asAdmin()).toEqual(order.drawn.map(({ name }) => name));
  expect(await recordStatus()).toBe(200);
  await batched.close();
}, 60_000);
