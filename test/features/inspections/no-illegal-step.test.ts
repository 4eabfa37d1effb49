import { afterAll, beforeAll, expect, test } from 'vitest';
import { createInspectionsRepo } from '../../../electron/features/inspections/inspections.repo.ts';
import type { ResultInput } from '../../../shared/features/inspections/schemas.ts';
import { type InspectedOffice, openInspectedOffice } from '../../support/inspected-office.ts';
import { fc } from '../../support/properties.ts';

const runs = 1_000;
const people = ['admin', 'operator', 'reviewer', 'leader', 'principal', 'both'] as const;
type Person = (typeof people)[number];
const steps = ['enter', 'correct', 'approve', 'return', 'publish', 'sign', 'send-back'] as const;
type Step = (typeof steps)[number];

/** What one inspection should be, told by the rules alone. */
interface Model {
  published: number;
  open: { state: 'submitted' | 'returned' | 'approved'; enteredBy: Person; reviewedBy: Person | null } | null;
}

const holders: Record<'operator' | 'reviewer' | 'principal', readonly Person[]> = {
  operator: ['operator', 'both'],
  reviewer: ['reviewer', 'both'],
  principal: ['principal'],
};

/** Whether the rules let this person take this step now; if so, the model takes it. */
function take(model: Model, who: Person, step: Step): boolean {
  const { open, published } = model;
  const is = (role: keyof typeof holders) => holders[role].includes(who);
  switch (step) {
    case 'enter':
    case 'correct': {
      const fits = (step === 'enter') === (published === 0) && (open === null || open.state === 'returned');
      if (!is('operator') || !fits) return false;
      model.open = { state: 'submitted', enteredBy: who, reviewedBy: null };
      return true;
    }
    case 'approve':
    case 'return':
      if (!is('reviewer') || open?.state !== 'submitted' || open.enteredBy === who) return false;
      model.open = { ...open, state: step === 'approve' ? 'approved' : 'returned', reviewedBy: who };
      return true;
    case 'publish':
      if (!is('operator') || published > 0 || open?.state !== 'approved' || open.reviewedBy === who) return false;
      break;
    case 'send-back':
    case 'sign':
      if (!is('principal') || published === 0 || open?.state !== 'approved') return false;
      if (step === 'send-back') {
        model.open = { ...open, state: 'returned' };
        return true;
      }
  }
  model.published += 1;
  model.open = null;
  return true;
}

let office: InspectedOffice;
let next = 100;
beforeAll(async () => {
  office = await openInspectedOffice();
  seedInspections();
  await office.setNow('2026-09-17T02:00:00.000Z');
}, 120_000);
afterAll(() => office.close());

async function really(id: number, who: Person, step: Step): Promise<boolean> {
  const calls = office.as(who).inspections;
  const opinion = '意见';
  switch (step) {
    case 'enter':
      return (await calls.submitResult.mutate({ inspectionId: id, facts: facts() })).ok;
    case 'correct':
      return (await calls.submitCorrection.mutate({ inspectionId: id, facts: facts(), reason: '更正' })).ok;
    case 'approve':
    case 'return':
      return (await calls.reviewResult.mutate({ inspectionId: id, decision: step, opinion })).ok;
    case 'publish':
      return (await calls.publish.mutate({ inspectionIds: [id] })).ok;
    case 'sign':
      return (await calls.signCorrection.mutate({ inspectionId: id, decision: 'approve', opinion })).ok;
    case 'send-back':
      return (await calls.signCorrection.mutate({ inspectionId: id, decision: 'return', opinion })).ok;
  }
}

test('谁在哪个状态能办哪一步，与规则完全一致，没有漏洞', async () => {
  // Steps by people who hold the role come up often enough to reach the later states.
  const likely = fc.constantFrom<[Person, Step]>(
    ['operator', 'enter'],
    ['both', 'enter'],
    ['reviewer', 'approve'],
    ['both', 'approve'],
    ['operator', 'publish'],
    ['operator', 'correct'],
    ['principal', 'sign'],
  );
  const any = fc.tuple(fc.constantFrom(...people), fc.constantFrom(...steps));
  const published: [Person, Step][] = [
    ['operator', 'enter'],
    ['reviewer', 'approve'],
    ['operator', 'publish'],
  ];
  const corrected: [Person, Step][] = [...published, ['operator', 'correct'], ['reviewer', 'approve']];
  const start = fc.constantFrom<[Person, Step][]>([], published, corrected);
  const rest = fc.array(fc.oneof({ weight: 3, arbitrary: likely }, { weight: 1, arbitrary: any }), {
    minLength: 1,
    maxLength: 8,
  });
  const history = fc.tuple(start, rest).map(([first, then]) => [...first, ...then]);
  let [reachedPublished, reachedCorrected] = [0, 0];
  await fc.assert(
    fc.asyncProperty(history, async (taken) => {
      const id = next;
      next += 1;
      const model: Model = { published: 0, open: null };
      for (const [who, step] of taken)
        expect([who, step, await really(id, who, step)]).toEqual([who, step, take(model, who, step)]);
      const seen = createInspectionsRepo(office.db).inspectionById(id);
      expect(seen?.versions.filter(({ state }) => state === 'published').length).toBe(model.published);
      expect(seen?.versions.find(({ state }) => state !== 'published')?.state).toBe(model.open?.state);
      if (model.published > 0) reachedPublished += 1;
      if (model.published > 1) reachedCorrected += 1;
    }),
    { numRuns: runs, seed: 20_260_907, endOnFailure: true },
  );
  // The histories are worth something only if many get that far.
  expect(reachedPublished).toBeGreaterThan(500);
  expect(reachedCorrected).toBeGreaterThan(100);
}, 240_000);

let spoken = 0;

/** Never twice the same, so that a correction always corrects something. */
function facts(): ResultInput {
  spoken += 1;
  return {
    inspectedOn: '2026-09-15',
    completedOn: '2026-09-16',
    methods: ['on-site'],
    result: 'no-problem',
    problems: [],
    findings: `第${spoken}次录入。`,
    evidence: '',
    refusals: [],
    refusalTimes: 0,
    disposal: 'none',
    disposalNote: '',
  };
}

/** One noticed inspection for every history, each of its own task and draw. */
function seedInspections(): void {
  const { db } = office;
  const at = '2026-09-07T01:00:00.000Z';
  const task = db.prepare(`
    insert into tasks (id, year, serial, number, plan_item_id, title, lead_department, joint_departments, pool_filter, quota_kind,
      quota_count, item_kind, from_on, to_on, state, check_items, check_focus, methods, basis, created_by, created_at)
    select :id, year, :serial, :number, plan_item_id, title, lead_department, joint_departments, pool_filter, quota_kind,
      quota_count, item_kind, from_on, to_on, state, check_items, check_focus, methods, basis, created_by, created_at
      from tasks where id = 1`);
  const draw = db.prepare(`
    insert into draws (id, year, serial, is_rehearsal, number, task_id, state, setting, commitment, place, supervisor, operator_name,
      frozen_at, frozen_by, seed, sealed_at, drawn_at, staffed_at, result_hash, recorded_at)
    select :id, year, :id, 0, :number, :id, state, setting, commitment, place, supervisor, operator_name,
      frozen_at, frozen_by, seed, sealed_at, drawn_at, staffed_at, result_hash, recorded_at from draws where id = 1`);
  const inspection = db.prepare(`
    insert into inspections (id, draw_id, task_id, object_id, meeting_order, year, object_code, object_name, opened_at)
    select :id, :id, :id, object_id, 1, year, object_code, object_name, opened_at from inspections where id = 1`);
  const notice = db.prepare(`
    insert into inspection_notices (inspection_id, year, serial, number, issued_on, inspect_on, address, contact, items, materials, issued_by)
    values (:id, 2026, :id, :number, '2026-09-07', '2026-09-15', '', '', '', '', 2)`);
  db.transaction(() => {
    for (let id = next; id < next + runs; id += 1) {
      task.run({ id, serial: id - next + 2, number: `额工信抽查〔2026〕${id}号` });
      draw.run({ id, number: `2026-${id}` });
      inspection.run({ id });
      notice.run({ id, number: `额工信检通〔2026〕${id}号` });
    }
  })();
  expect(db.prepare('select count(*) from inspections where opened_at = ?').pluck().get(at)).toBe(runs + 3);
}
