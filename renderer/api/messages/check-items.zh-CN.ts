import type { CheckItemRefusals } from '../../../shared/features/plans/check-item-refusals.ts';
import { sayListState } from '../../../shared/features/plans/check-items.ts';
import type { Messages } from './messages.ts';

const next = {
  draft: '请先由局领导退回，再作修改',
  submitted: '请先送审',
  approved: '请先送审并报局领导批准',
  dropped: '请另行起草',
} as const;

export const checkItemMessages = {
  LIST_OPEN_ALREADY: ({ title, state }) =>
    `“${title}”正在办理（${sayListState({ state, supersededOn: null })}）。一次只办一版，请在那一版上修改，或先作废它。`,
  LIST_STATE: ({ title, state, wanted }) =>
    `“${title}”现在是“${sayListState({ state, supersededOn: null })}”，不能这样办理。${next[wanted]}。`,
  LIST_EMPTY: ({ title }) => `“${title}”还没有事项。请新增事项，或导入事项表。`,
  LIST_INCOMPLETE: ({ lacks }) =>
    `还有${lacks.length}处没有填写：${lacks
      .slice(0, 5)
      .map(({ code, sentence }) => code + sentence)
      .join('')}${lacks.length > 5 ? '……' : ''}请补填后再送审。`,
  LIST_UNCHANGED: ({ title }) => `“${title}”与现行清单没有不同，不必送审。请修改后送审，或作废草稿。`,
  OWN_LIST: ({ title, name }) =>
    `${name}起草或送审过“${title}”，不能由本人批准或退回。请另一位局领导办理（细则第五条）。`,
  LIST_OPINION_MISSING: () => '请写明退回的意见，起草人据此修改。',
  CHANGE_REASON_MISSING: () =>
    '请选择调整原因并写明依据（细则第五条：依据法律法规规章等制修订以及政府职能转变及时调整）。',
  BATCHES_OF_ORDINARY: () => '只有重点检查事项可以随机确定检查批次顺序（细则第五条）。请改事项类别，或取消批次顺序。',
  SAME_ITEM_NAME: ({ name, code }) => `清单中已有“${name}”（${code}）。请修改那一项，或换一个名称。`,
  PUBLISHED_BEFORE_APPROVED: ({ approvedOn }) => `清单${approvedOn}批准，公布日期不能早于这一天。请改正。`,
  PUBLISHED_IN_FUTURE: ({ publishedOn }) => `${publishedOn}还没有到。请在公布之后登记。`,
  LIST_STAGE_GONE: () => '预览已失效（程序重新启动过，或又上传了别的文件）。请重新上传事项表。',
} satisfies Messages<CheckItemRefusals>;
