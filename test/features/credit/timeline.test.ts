import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TimelineEvent, timelineKinds, timelinePage } from '../../../shared/features/credit/timeline.ts';
import { addEnterprises } from '../../support/grade-files.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { must } from '../../support/outcomes.ts';
import { fc } from '../../support/properties.ts';
import { scannedPdf } from '../../support/scans.ts';

const anEvent = fc.record({
  key: fc.uuid(),
  kind: fc.constantFrom(...timelineKinds),
  on: fc.constantFrom('2024-12-31', '2025-01-01', '2026-09-07'),
  at: fc.constantFrom(null, '2026-09-07T01:00:00.000Z', '2026-09-07T02:00:00.000Z'),
  title: fc.constant('示例'),
  detail: fc.constant(''),
  tone: fc.constant(null),
  path: fc.constant(null),
});
const whole = { kinds: null, year: null, page: 1, size: 500 };

test('来源的先后不影响时间线，最新的在前', () => {
  fc.assert(
    fc.property(fc.array(anEvent, { maxLength: 30 }), (events) => {
      const forward = timelinePage(events, whole).events;
      expect(timelinePage(events.toReversed(), whole).events).toEqual(forward);
      for (const [index, { on }] of forward.entries()) expect(on <= (forward[index - 1]?.on ?? on)).toBe(true);
    }),
  );
});

test('各页连起来正好是全部，按类别和年度筛选不多不少', () => {
  fc.assert(
    fc.property(fc.array(anEvent, { maxLength: 40 }), fc.integer({ min: 1, max: 7 }), (events, size) => {
      const pages = Math.max(1, Math.ceil(events.length / size));
      const keys = Array.from({ length: pages }, (_, index) =>
        timelinePage(events, { ...whole, page: index + 1, size }),
      )
        .flatMap((page) => page.events)
        .map(({ key }) => key);
      expect(keys).toEqual(timelinePage(events, whole).events.map(({ key }) => key));
      const of = (test: (event: TimelineEvent) => boolean) => events.filter(test).length;
      expect(timelinePage(events, { ...whole, year: 2025 }).total).toBe(of(({ on }) => on.startsWith('2025')));
      expect(timelinePage(events, { ...whole, kinds: ['grade'] }).total).toBe(of(({ kind }) => kind === 'grade'));
    }),
  );
});

let office: Office;
beforeAll(async () => {
  office = await openOffice({ today: '2026-09-07' });
  await addEnterprises(office, 2);
  must(await office.as('operator').grading.regrade.mutate());
});
afterAll(() => office.close());

const timeline = (kinds: TimelineEvent['kind'][] | null = null) =>
  office.as('reviewer').credit.enterprise.timeline.query({ id: 1, kinds, year: null, page: 1, size: 100 });
const titles = async (kinds?: TimelineEvent['kind'][]) => (await timeline(kinds)).events.map(({ title }) => title);

test('名录、等级、信用记录及其公示，都在一条时间线上', async () => {
  const { records } = office.as('operator').credit;
  must(
    await records.add.mutate({
      objectId: 1,
      kind: 'penalty',
      happenedOn: '2026-08-20',
      source: '示例部门',
      documentNumber: '示罚〔2026〕3号',
      summary: '示例事由',
      severity: 'ordinary',
    }),
  );
  expect(await titles(['roster'])).toEqual(['列入检查对象名录']);
  expect((await titles(['grade']))[0]).toContain('B级');
  expect(await titles(['record'])).toEqual(['行政处罚 示罚〔2026〕3号']);
  const { kinds, years } = await timeline();
  expect(kinds.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['roster', 'grade', 'record']));
  expect(years).toEqual([2026]);
});

test('别的企业的事不在上面', async () => {
  const { events } = await office
    .as('reviewer')
    .credit.enterprise.timeline.query({ id: 2, kinds: ['record'], year: null, page: 1, size: 100 });
  expect(events).toEqual([]);
});

test('工作台账、通报函、专项治理、人工调整、报告和附件也在同一条时间线上', async () => {
  const { registers, grading } = office.as('operator');
  const cells = { on: '2026-09-01', enterprise: 1, fact: '拒不改正', basis: '示罚〔2026〕1号', channel: '门户网站' };
  const { id } = must(await registers.addEntry.mutate({ registerId: 'exposure', cells }));
  must(
    await office.upload('operator', `/uploads/attachments/register-entry/${id}`, await scannedPdf(1), '曝光页面.pdf'),
  );
  const about = { kind: 'joint', source: 'none', sourceId: null, objectId: 1, subjectName: '示例企业' } as const;
  const text = { title: '关于通报失信情况的函', body: '请函复我局。', addressees: ['示例部门'] };
  const { letters } = must(await registers.draftLetters.mutate({ ...about, ...text }));
  must(await office.as('reviewer').registers.approveLetter.mutate({ id: letters[0]?.id ?? 0 }));
  const span = { fromOn: '2026-09-01', toOn: '2026-09-30', goal: '整改到位', basis: '方案第19项', filter: {} };
  must(await registers.openCampaign.mutate({ name: '示例治理', field: '食品药品', ...span }));
  must(await grading.proposeManual.mutate({ objectId: 1, toGrade: 'C', reason: '另案核查', expiresOn: '2026-12-31' }));
  await office.download('operator', '/files/credit/enterprises/1/external.pdf');
  expect(await titles(['register'])).toEqual(['曝光台账：示例企业1有限公司　拒不改正']);
  expect(await titles(['letter'])).toEqual([
    `签发失信情况通报函${letters[0]?.number}`,
    `起草失信情况通报函${letters[0]?.number}`,
  ]);
  expect(await titles(['campaign'])).toEqual(['列入专项治理“示例治理”']);
  expect(await titles(['grade'])).toContain('提出人工调整为C级');
  expect(await titles(['report'])).toEqual([expect.stringContaining('出具信用信息报告')]);
  expect(await titles(['file'])).toEqual(['存入附件“曝光页面.pdf”']);
  const { events } = await timeline(['register', 'letter', 'campaign', 'file']);
  expect(events.map(({ path }) => path)).toEqual(
    expect.arrayContaining([
      `/registers/exposure?id=${id}`,
      `/registers/reports?tab=letters&id=${letters[0]?.id}`,
      '/registers/campaigns/1?id=1',
      '/enterprises/1?tab=files',
    ]),
  );
});

test('企业页的最近期限取各事项中最早的一个，其余按日期排在后面', async () => {
  const { registers, supervision } = office.as('operator');
  const measure = { objectIds: [2], measureId: 'classified-training', ground: '示例', section: '', officerId: null };
  must(await supervision.measures.add.mutate({ ...measure, dueOn: '2026-09-25' }));
  const objection = { subject: 'grade', recordId: null, objectId: 2, objector: '示例', claim: '过低。' } as const;
  must(await supervision.objections.receive.mutate({ ...objection, receivedOn: '2026-09-07' }));
  const step = { onDay: '2026-09-07', state: 'rectifying', record: '现场核查' } as const;
  must(await registers.workCampaign.mutate({ campaignId: 1, objectIds: [2], ...step, dueOn: '2026-09-20' }));
  const head = () => office.as('reviewer').credit.enterprise.head.query({ id: 2 });
  const ownDues = (await head()).dues.filter(({ what }) => !what.includes('约谈') && !what.includes('宣传'));
  expect(ownDues.map(({ what, on }) => [what, on])).toEqual([
    ['整改到位（示例治理）', '2026-09-20'],
    ['加强对负责人和从业人员的分类培训和指导', '2026-09-25'],
    ['核实（信用异议）', '2026-10-10'],
  ]);
  const days = (await head()).dues.map(({ on }) => on);
  expect(days).toEqual(days.toSorted());
});

/** Every table that names an enterprise, and the kind of event it becomes, or why it becomes none. */
const told: Readonly<Record<string, TimelineEvent['kind'] | `—${string}`>> = {
  authorisations: 'authorisation',
  campaign_objects: 'campaign',
  campaign_steps: 'campaign',
  commitments: 'commitment',
  counter_queries: 'lookup',
  credit_applications: 'application',
  credit_lookups: 'lookup',
  credit_records: 'record',
  credit_reports: 'report',
  draw_batch_left_out: '—an order within a draw, not something done to the enterprise',
  draw_object_years: '—a count of draws',
  draw_objects: 'draw',
  draw_passed_over: '—whom a draw did not take',
  draw_pool: '—whom a draw could have taken',
  draw_seats: 'draw',
  grade_changes: 'grade',
  grades: 'grade',
  green_channel_certificates: 'measure',
  inspections: 'inspection',
  letters: 'letter',
  licence_applications: 'approval',
  licences: 'roster',
  list_entries: 'list',
  manual_grades: 'grade',
  measure_tasks: 'measure',
  national_grades: 'national',
  object_index: '—an index of the roster',
  objections: 'objection',
  past_inspections: 'inspection',
  recusal_dismissals: '—about an officer',
  recusals: '—about an officer',
  register_versions: 'register',
  repairs: 'repair',
  talks: 'talk',
  task_objects: '—named before the draw, which is told',
  warnings: 'warning',
};

test('每张记有企业的表，都在时间线的某一类里，或者写明为什么不在', () => {
  // Of the snapshot that schema.test.ts holds the migrations to.
  const schema = readFileSync('test/fixtures/database/schema.txt', 'utf8');
  const tables = schema
    .split('\n\n')
    .filter((text) => /^ *object_id /m.test(text))
    .flatMap((text) => /^CREATE TABLE "?(\w+)/.exec(text)?.[1] ?? []);
  expect(tables.toSorted()).toEqual(Object.keys(told).toSorted());
});
