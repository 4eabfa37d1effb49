import type { RostersRefusals } from '../../../shared/features/rosters/refusals.ts';
import type { Messages } from './messages.ts';

export const rostersMessages = {
  STAGE_GONE: () => '这次检查的结果已不在。请重新选择文件。',
  STAGE_OUTDATED: () => '检查之后名录有变动，已重新检查。请看过新的结果再确认。',
  NOTHING_TO_IMPORT: () => '没有可以导入的行。请按问题清单改好后重新选择文件。',
  COLUMNS_UNFIT: ({ missing, twice }) =>
    [
      missing.length === 0 ? '' : `${listed(missing)}还没有对应的列，请选择。`,
      twice.length === 0 ? '' : `${listed(twice)}对应了两列，请只留一列。`,
    ].join(''),
  MERGED_TWICE: ({ name, rows }) =>
    `第${rows.join('行、第')}行不能都合并到“${name}”。请只合并一行，其余选“另立一户”或“不导入”。`,
  IMPORT_UNDONE: () => '这一批已经撤销过了。',
  IMPORT_CHANGED_SINCE: ({ names }) =>
    `${listed(names)}在导入之后又有变动（或原来的代码已登记在另一户名下），不能整批撤销。请先撤销之后的导入，或逐条变更。`,
  IMPORT_IN_USE: ({ names }) =>
    `${listed(names)}已用于回避、信用等级、抽取或检查，不能整批撤销。请逐条变更，不再监管的改为“注销”等状态。`,
  OBJECT_CODE_TAKEN: ({ name }) => `名录中已有这个代码：“${name}”。请核对，或在该对象上变更。`,
  OFFICER_TAKEN: ({ name }) => `名录中已有“${name}”或相同的执法证号。请核对，或在该人员上变更。`,
  ENTRY_IN_USE: ({ name }) => `“${name}”已用于回避、信用等级、抽取或检查，不能移出。请改为“注销”“调离”等状态。`,
  RECUSAL_THERE: ({ officer, object }) => `“${officer}”与“${object}”的回避已经登记。`,
  RECUSAL_LIFTED: ({ on }) => `这一回避已于${on}解除。`,
  LIFTED_BEFORE: ({ fromOn }) => `回避自${fromOn}起，解除日期不能更早。请改填${fromOn}或以后的日期。`,
  SUGGESTION_GONE: () => '名录或回避登记有变动，所选的建议回避已不在列表中。请看过新的列表再办理。',
  EXPERT_TAKEN: ({ name }) => `专家库中已有同一单位的“${name}”。请核对，或在该专家上变更。`,
  EXCHANGE_HAS_ERRORS: ({ errors }) => `交换表中有${errors}处不能导入，说不准谁未再列入。请按问题改好，重新选择文件。`,
  OFFICER_HAS_WORK: ({ names, seats }) =>
    `${listed(names)}还有${seats}户未公示的检查。请在人员详情点“离岗移交”，移交后再离岗。`,
  HANDOVER_BARRED: ({ lines }) =>
    `以下各户不能这样移交，全部未作移交：${lines
      .map(({ objectName, successor, why }) => `“${objectName}”由${successor}接替（${why.join('、')}）`)
      .join('；')}。请另选接替人员。`,
  HANDOVER_INCOMPLETE: ({ objects }) => `还有检查没有指定接替人员：${listed(objects)}。请逐户选定。`,
  HANDOVER_IN_FUTURE: ({ today }) => `移交日期不能晚于今天（${today}）。`,
  LEAVE_THERE: ({ name, leave }) => `“${name}”已登记请假：${leave}，日期有重叠。请先撤销原来的请假，或改填日期。`,
  BATCH_OUTDATED: ({ expected, found }) =>
    `预览时有${expected}户会变更，现在是${found}户：名录在这期间有变动。请看过新的户数再确认。`,
  BATCH_UNDONE: () => '这次批量变更已经撤销过了。',
  BATCH_CHANGED_SINCE: ({ names }) =>
    `${listed(names)}在批量变更之后又有变动，不能整批撤销。请先撤销之后的变更，或逐户变更。`,
  NOTHING_TO_REVEAL: ({ name }) => `“${name}”没有登记这一项。`,
  NOTHING_TO_EXPORT: () => '条件内没有检查对象，没有可以导出的内容。请改变条件。',
  EXPORT_GONE: () => '导出的文件已不在。请重新导出。',
  FILTER_NAME_TAKEN: ({ name }) => `已有名为“${name}”的常用条件。请换一个名称，或先删去原来的。`,
  FILTER_OF_ANOTHER: ({ owner }) => `这一常用条件由${owner}保存，只能由本人删去。`,
  UNCHANGED: () => '内容没有变动，未作登记。',
} satisfies Messages<RostersRefusals>;

/** The server names ten at most. */
function listed(names: readonly string[]): string {
  return `${names.map((name) => `“${name}”`).join('、')}${names.length >= 10 ? '等' : ''}`;
}
