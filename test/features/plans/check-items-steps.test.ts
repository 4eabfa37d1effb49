import { expect, test } from 'vitest';
import type { ListState } from '../../../shared/features/plans/check-items.ts';
import { anItem, lawChanged } from '../../support/check-items.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { must } from '../../support/outcomes.ts';

const roles = ['admin', 'operator', 'reviewer', 'leader', 'principal'] as const;
type Role = (typeof roles)[number];
type Reply = { readonly ok: true } | { readonly ok: false; readonly code: string };
type Calls = ReturnType<Office['as']>['plans']['checkItems'];

/** Every step of a list: who may take it, and in which states. 作废 comes last of those a draft allows, since it ends it. */
const steps: readonly {
  readonly name: string;
  readonly may: readonly Role[];
  readonly states: readonly ListState[];
  readonly take: (calls: Calls, listId: number) => Promise<Reply>;
}[] = [
  {
    name: '清单说明',
    may: ['operator'],
    states: ['draft'],
    take: (calls, listId) => calls.describe.mutate({ listId, title: '示例清单', ordinaryLimitBp: null }),
  },
  {
    name: '修改事项',
    may: ['operator'],
    states: ['draft'],
    take: (calls, listId) => calls.saveItem.mutate({ listId, code: 'SX001', item: anItem(), because: lawChanged }),
  },
  {
    name: '取消事项',
    may: ['operator'],
    states: ['draft'],
    take: (calls, listId) => calls.removeItem.mutate({ listId, code: 'SX002', because: lawChanged }),
  },
  {
    name: '排列顺序',
    may: ['operator'],
    states: ['draft'],
    take: (calls, listId) => calls.orderItems.mutate({ listId, codes: ['SX001'] }),
  },
  {
    name: '批准',
    may: ['leader', 'principal'],
    states: ['submitted'],
    take: (calls, listId) => calls.review.mutate({ listId, decision: 'approve', opinion: '', approvalNumber: '' }),
  },
  {
    name: '退回',
    may: ['leader', 'principal'],
    states: ['submitted'],
    take: (calls, listId) => calls.review.mutate({ listId, decision: 'return', opinion: '重写', approvalNumber: '' }),
  },
  {
    name: '登记公布',
    may: ['operator'],
    states: ['approved'],
    take: (calls, listId) => calls.publish.mutate({ listId, publishedOn: '2026-02-02', approvalNumber: '' }),
  },
  { name: '送审', may: ['operator'], states: ['draft'], take: (calls, listId) => calls.submit.mutate({ listId }) },
  { name: '作废', may: ['operator'], states: ['draft'], take: (calls, listId) => calls.drop.mutate({ listId }) },
];

async function draftWithTwo(office: Office): Promise<number> {
  const calls = office.as('operator').plans.checkItems;
  const { listId } = must(await calls.draft.mutate());
  for (const name of ['示例事项', '示例乙']) {
    must(await calls.saveItem.mutate({ listId, code: null, item: anItem({ name }), because: lawChanged }));
  }
  return listId;
}

/** Brings a new list into the state through the calls themselves. */
async function bringTo(office: Office, state: ListState): Promise<number> {
  const listId = await draftWithTwo(office);
  const calls = office.as('operator').plans.checkItems;
  if (state === 'dropped') must(await calls.drop.mutate({ listId }));
  if (state === 'submitted' || state === 'approved') must(await calls.submit.mutate({ listId }));
  const approval = { listId, decision: 'approve' as const, opinion: '', approvalNumber: '' };
  if (state === 'approved') must(await office.as('leader').plans.checkItems.review.mutate(approval));
  return listId;
}

test.each(['draft', 'submitted', 'approved', 'dropped'] as const)(
  '清单在“%s”时，角色不对或状态不对的办理都被拒绝，清单丝毫不变',
  async (state) => {
    const office = await openOffice({ today: '2026-02-02' });
    try {
      const listId = await bringTo(office, state);
      const look = () => office.as('operator').plans.checkItems.version.query({ id: listId });
      const before = await look();
      for (const { name, may, states, take } of steps) {
        for (const role of roles) {
          if (may.includes(role) && states.includes(state)) continue;
          const reply = await take(office.as(role).plans.checkItems, listId);
          expect([name, role, reply.ok]).toEqual([name, role, false]);
          expect(reply).toMatchObject({ code: may.includes(role) ? 'LIST_STATE' : 'NOT_ALLOWED' });
        }
      }
      expect(await look()).toEqual(before);
    } finally {
      await office.close();
    }
  },
);

test.each(steps.map(({ name, may, states, take }) => ({ name, may, states, take })))(
  '角色和状态都对，可以$name',
  async ({ may, states, take }) => {
    for (const role of may) {
      const office = await openOffice({ today: '2026-02-02' });
      try {
        const listId = await bringTo(office, states[0] ?? 'draft');
        expect(await take(office.as(role).plans.checkItems, listId)).toMatchObject({ ok: true });
      } finally {
        await office.close();
      }
    }
  },
);
