import type { PoliciesRefusals } from '../../../shared/features/policies/refusals.ts';
import type { Messages } from './messages.ts';

export const policiesMessages = {
  POLICY_DRAFT_OPEN: ({ name }) => `“${name}”还没有批准。一次只办一个新版本，请先办完或放弃它。`,
  POLICY_NOT_OPEN: ({ name }) => `“${name}”已经送审或批准，不能再改。要修改请起草新版本，或请局领导退回。`,
  POLICY_NOT_SUBMITTED: ({ name }) => `“${name}”没有在待批准状态。请刷新后再看。`,
  POLICY_ENTRY_GONE: ({ chapter }) => `“${chapter}”中的这一条已经不在了，可能刚被别人改过。请刷新后再改。`,
  POLICY_ENTRY_INVALID: ({ chapter, entry, problems }) =>
    `${chapter} · ${entry}：${problems.map(({ field, sentence }) => `“${field}”${sentence}`).join('')}`,
  POLICY_ENTRY_KEPT: ({ chapter }) => `“${chapter}”不能少了这一条，可以修改它。`,
  POLICY_NOT_WHOLE: ({ problems }) => `还有${problems.length}处要改：${problems.join('')}`,
  POLICY_UNCHANGED: () => '内容与现行版本完全相同，不必送审。请先修改，或放弃这个草稿。',
  POLICY_BEFORE_LATER: ({ on }) => `已有一个版本批准于${on}起施行。施行日期请选这一天或更晚。`,
  POLICY_IN_THE_PAST: ({ today }) => `施行日期不能早于今天（${today}）。请改选。`,
  POLICY_OWN_DRAFT: ({ name }) => `${name}参与了起草或送审，不能批准这个版本。请由没有参与的局领导批准。`,
  POLICY_UNMAPPED_GRADES: ({ grades }) =>
    `已导入的国家等级中有${grades.map((grade) => `“${grade}”`).join('、')}，这个版本没有对应。请在“等级与国家等级的对应”中补上。`,
} satisfies Messages<PoliciesRefusals>;
