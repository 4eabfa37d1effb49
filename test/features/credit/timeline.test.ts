import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TimelineEvent, timelineKinds, timelinePage } from '../../../shared/features/credit/timeline.ts';
import { addEnterprises } from '../../support/grade-files.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { must } from '../../support/outcomes.ts';
import { fc } from '../../support/properties.ts';

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
