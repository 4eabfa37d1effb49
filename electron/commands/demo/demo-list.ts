import { type DemoOffice, must } from './demo-office.ts';

/**
 * A 随机抽查事项清单 with the bureau's own item, 工业企业安全生产检查, in the words of the joint plan. Its basis is the
 * pack's text; the article was not seen in an official text and says 待核.
 */
export async function makeCheckList(office: DemoOffice, planItemId: number): Promise<string> {
  const operator = office.as('operator');
  const { draft, texts } = await operator.plans.draftTask.query({ itemId: planItemId });
  const { name } = (await operator.office.state.query()).bureau ?? { name: '' };
  const { listId } = must(await operator.plans.checkItems.draft.mutate());
  const title = `${name}随机抽查事项清单（示例）`;
  must(await operator.plans.checkItems.describe.mutate({ listId, title, ordinaryLimitBp: null }));
  const item = {
    name: draft.title,
    kind: draft.itemKind,
    objects: texts.objects,
    content: `${draft.checkItems}。检查重点：${draft.checkFocus}。`,
    basis: `${draft.basis}（待核：请对照原文补填法律法规和条款）`,
    methods: [...draft.methods],
    quota: texts.quota,
    frequency: '每年1次',
    section: '安全生产股',
    agency: name,
    inBatches: false,
    filter: draft.poolFilter,
  };
  must(await operator.plans.checkItems.saveItem.mutate({ listId, code: null, item, because: null }));
  must(await operator.plans.checkItems.submit.mutate({ listId }));
  const approval = { listId, decision: 'approve' as const, opinion: '同意。', approvalNumber: '' };
  const { version } = must(await office.as('leader').plans.checkItems.review.mutate(approval));
  const [list] = await operator.plans.checkItems.versions.query();
  const publishedOn = list?.approvedOn ?? '';
  must(await operator.plans.checkItems.publish.mutate({ listId, publishedOn, approvalNumber: '' }));
  return `清单：第${version}版，1项（示例）`;
}
