import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ProposedTask } from '../../../shared/features/plans/schemas.ts';
import { taskSerialOf } from '../../../shared/kernel/numbering.ts';
import type { Office } from '../../support/office.ts';
import { complaint, itemIdOf, openPlanOffice, taskDraft } from '../../support/plan-office.ts';
import { fc } from '../../support/properties.ts';

let office: Office;
let drafts: Awaited<ReturnType<typeof taskDraft>>[] = [];
let proposed: ProposedTask;

beforeAll(async () => {
  const opened = await openPlanOffice();
  office = opened.office;
  const ids = await Promise.all([1, 2, 10, 16, 22].map((number) => itemIdOf(office, opened.planId, number)));
  drafts = await Promise.all(ids.map((id) => taskDraft(office, id)));
  proposed = complaint({ quota: { kind: 'count', count: 1 } });
});
afterAll(() => office.close());

const step = fc.record({
  kind: fc.constantFrom('one', 'several', 'propose', 'cancel', 'approve'),
  item: fc.nat(4),
  other: fc.nat(4),
  count: fc.integer({ min: 1, max: 12 }),
  isReversed: fc.boolean(),
  isLater: fc.boolean(),
});

test('无论下达、登记、取消的次序如何，被拒绝的又有多少，编号都连续不断', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
      for (const { kind, item, other, count, isReversed, isLater } of steps) {
        const of = (index: number) => ({
          ...(drafts[index] as (typeof drafts)[number]),
          quota: { kind: 'count' as const, count },
          ...(isReversed ? { toOn: '2026-08-01' } : {}),
        });
        const { plans } = office.as('operator');
        const tasks = await plans.tasks.query();
        const id = tasks[count % Math.max(1, tasks.length)]?.id ?? 0;
        if (kind === 'one') await plans.createTask.mutate(of(item));
        if (kind === 'several') await plans.createTasks.mutate({ tasks: [of(item), of(other)] });
        if (kind === 'cancel') await office.as('leader').plans.cancelTask.mutate({ id, reason: '示例理由' });
        if (kind === 'approve') await office.as('leader').plans.approveTask.mutate({ id });
        if (kind === 'propose') {
          const source = { ...proposed.source, ...(isLater ? { receivedOn: '2026-09-30' } : {}) };
          await plans.proposeTask.mutate({ ...proposed, source });
        }
      }
      const numbers = (await office.as('operator').plans.tasks.query()).map(({ number }) => number).toReversed();
      const serials = numbers.map((number) => taskSerialOf(number, '额工信')?.serial);
      expect(serials).toEqual(numbers.map((_, index) => index + 1));
    }),
    { numRuns: 25 },
  );
  const states = (await office.as('operator').plans.tasks.query()).map(({ state }) => state);
  expect(new Set(states)).toEqual(new Set(['waiting', 'proposed', 'cancelled']));
});
