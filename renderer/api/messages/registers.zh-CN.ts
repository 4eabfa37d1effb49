import type { RegistersRefusals } from '../../../shared/features/registers/refusals.ts';
import type { Messages } from './messages.ts';

export const registersMessages = {
  ENTRY_WITHDRAWN: ({ title }) => `“${title}”已经撤回，不能再办理。请另行登记。`,
  ENTRY_UNCHANGED: ({ title }) => `“${title}”没有改动。请改正后再保存，或取消。`,
  REGISTER_CLOSED: ({ name }) => `规则包已停用“${name}”，不再登记。需要时由局领导在规则包中恢复使用。`,
  REGISTER_NOT_PUBLIC: ({ name }) => `“${name}”是内部台账，不公示。`,
  ENTRY_WITHOUT_DOCUMENT: ({ name, title }) =>
    `“${name}”的每条记录都要有佐证文件，“${title}”还没有。请先在记录中上传附件。`,
  ENTRY_PUBLISHED_ALREADY: ({ publishedOn }) => `这一版已于${publishedOn}公示，不必重复标记。`,
  DAY_NOT_COME: ({ on, what }) => `${what}${on}还没有到，请改正。`,
  CASE_INCOMPLETE: ({ name, lacks }) => `案例“${name}”还缺${lacks.join('、')}。请补齐后再打印。`,
  SUMMARY_STATE: ({ title, state }) => `《${title}》现在是“${state}”，不能这样办理。请刷新后查看。`,
  SUMMARY_UNFINISHED: ({ title, sections }) =>
    `《${title}》的${sections.map((heading) => `“${heading}”`).join('、')}还标着（待填写）。请写好后再送审。`,
  OWN_SUMMARY: ({ title }) => `《${title}》是本人起草或修改的，须由另一人批准。`,
  SUMMARY_UNCHANGED: ({ title }) => `《${title}》没有改动。请修改后再保存，或取消。`,
  SUMMARY_TELLS_GRADE: ({ section, found }) =>
    `“${section}”中写有“${found}”。信用风险等级只供内部使用，不得写入对外的总结；请删去，或另起草内部总结。`,
  PERIOD_NOT_BEGUN: ({ fromOn }) => `总结的期间从${fromOn}开始，还没有到。请改选年度或期间。`,
  LETTER_STATE: ({ number, state }) => `${number}现在是“${state}”，不能这样办理。请刷新后查看。`,
  OWN_LETTER: ({ number }) => `${number}是本人起草或修改的，须由另一人签发。`,
  ENTRY_TELLS_GRADE: ({ found }) =>
    `台账内容写有“${found}”。信用风险等级只供内部使用，不公开，请先更正这条内容再登记公示。`,
  LETTER_TELLS_GRADE: ({ found }) => `函中写有“${found}”。信用风险等级只供内部使用，不得写入函件，请删去。`,
  LETTER_BEFORE: ({ earliest, what }) => `${what}不能早于${earliest}，请改正日期。`,
  CAMPAIGN_EMPTY: () => '所选范围内没有企业。请放宽范围，或先在名录中登记企业。',
  CAMPAIGN_ENDED: ({ name, endedOn }) => `“${name}”已于${endedOn}结束，不能再登记。`,
  NOT_OF_CAMPAIGN: ({ name, others }) => `${others.join('、')}不在“${name}”的企业之内。请去掉，或另行登记临时任务。`,
  CAMPAIGN_UNWORKED: ({ name, open }) =>
    `“${name}”还有${open.length}户没有办结：${open.slice(0, 5).join('、')}${open.length > 5 ? '等' : ''}。请逐户登记办理情况后再结束。`,
  NOTHING_TO_PUSH: ({ what }) => `没有可以导出的${what}。`,
} satisfies Messages<RegistersRefusals>;
