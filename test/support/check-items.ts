import type { CheckItemEntry } from '../../shared/features/plans/check-items.ts';
import type { Office } from './office.ts';
import { must } from './outcomes.ts';

/** An item with nothing missing; plainly made up. */
export function anItem(given: Partial<CheckItemEntry> = {}): CheckItemEntry {
  return {
    name: '示例事项',
    kind: 'ordinary',
    objects: '示例企业',
    content: '示例内容',
    basis: '示例依据（待核）',
    methods: ['实地核查'],
    quota: '不少于5%',
    frequency: '每年1次',
    section: '安全生产股',
    agency: '额尔古纳市工业和信息化局（示例）',
    inBatches: false,
    filter: null,
    ...given,
  };
}

export const lawChanged = { reason: 'law', note: '示例规章修订' } as const;

/** Drafts a version with these items added, sends and approves it; gives its id. */
export async function approveList(office: Office, items: readonly CheckItemEntry[]): Promise<number> {
  const calls = office.as('operator').plans.checkItems;
  const { listId } = must(await calls.draft.mutate());
  for (const item of items) must(await calls.saveItem.mutate({ listId, code: null, item, because: lawChanged }));
  must(await calls.submit.mutate({ listId }));
  const approval = { listId, decision: 'approve' as const, opinion: '同意', approvalNumber: '' };
  must(await office.as('leader').plans.checkItems.review.mutate(approval));
  return listId;
}
