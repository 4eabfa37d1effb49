import type { InspectionRefusals, ResultProblem } from '../../../shared/features/inspections/refusals.ts';
import { stateTitles } from '../../../shared/features/inspections/states.ts';
import type { Messages } from './messages.ts';

/** What each gap in a result asks for. */
export const resultProblemSentences: Record<ResultProblem, string> = {
  INSPECTED_BEFORE_DRAW: '检查日期早于抽取日期，请核对',
  INSPECTED_IN_FUTURE: '检查日期晚于今天，请核对',
  COMPLETED_BEFORE_INSPECTED: '完成日期早于检查日期，请核对',
  COMPLETED_IN_FUTURE: '完成日期晚于今天，请核对',
  METHOD_MISSING: '请至少选择一种核查方式',
  FINDINGS_MISSING: '请填写检查情况',
  PROBLEM_MISSING: '结果为“发现问题待后续处理”，请选择问题情形',
  PROBLEM_WITHOUT_RESULT: '选了问题情形，结果应为“发现问题待后续处理”',
  EVIDENCE_MISSING: '这类结果不经检查直接形成，请写明取得的证据（细则第十一条）',
  DISPOSAL_MISSING: '结果为“发现问题待后续处理”，请选择后续处置',
  DISPOSAL_WITHOUT_PROBLEM: '未发现问题的，后续处置应为“无需后续处置”',
  DISPOSAL_NOTE_MISSING: '后续处置选了“其他”，请写明',
  REFUSAL_KIND_MISSING: '不配合检查的，请选择情形（细则第十四条）',
  REFUSAL_TIMES_MISSING: '不予配合的情形和次数请一并填写（细则第十四条）',
};

export const inspectionsMessages = {
  INSPECTION_NOT_FOUND: () => '没有找到这次检查。请返回检查列表刷新后再试。',
  NOTICE_ALREADY_ISSUED: ({ number }) => `已出具${number}，不能重复出具。请打印已有的通知书。`,
  NOTICE_MISSING: ({ objectName }) => `${objectName}尚未出具检查通知书。请先出具通知书，再录入结果。`,
  NOTICE_BEFORE_DRAW: ({ openedOn }) => `检查日期不能早于${openedOn}，请重新填写。`,
  RESULT_INCOMPLETE: ({ problems }) => `${problems.map((problem) => resultProblemSentences[problem]).join('；')}。`,
  WRONG_RESULT_STATE: ({ objectName, state, wanted }) =>
    `${objectName}的检查结果目前是“${stateTitles[state]}”，须为“${wanted.map((one) => stateTitles[one]).join('”或“')}”才能办理。请刷新后再看。`,
  OWN_ENTRY: ({ objectName, name }) =>
    `${objectName}的结果由${name}录入或审核过，不能再由本人办理这一步。请换一位同事办理；无人可换时请走书面审批。`,
  INSPECTION_REPLACED: ({ objectName, why }) => `“${objectName}”的这次检查已经终止（${why}），不能再办。`,
  OPINION_MISSING: () => '退回时请写明意见，以便经办人修改。',
  CORRECTION_PENDING: ({ objectName }) => `${objectName}已有一次更正正在办理，请等它办结。`,
  NOTHING_CORRECTED: () => '更正内容与已公示的结果完全相同。请修改后再送审。',
  NOTHING_TO_CLOSE: ({ objectName }) => `${objectName}没有待完结的后续处置：尚未公示，或者已经完结。`,
  CLOSED_BEFORE_PUBLISHED: ({ publishedOn }) => `完结日期不能早于公示日期${publishedOn}，请核对。`,
  PAST_STAGE_GONE: () => '预览已失效（程序重新启动过，或又上传了别的文件）。请重新上传以往检查表。',
  PAST_STAGE_OUTDATED: () => '上传之后名录、计划或登记有变动，已重新检查。请看过新的结果再确认。',
  NO_PAST_TO_IMPORT: () => '表中没有可以导入的行。请按列出的问题改正后重新上传。',
  PAST_IMPORT_UNDONE: ({ fileName }) => `“${fileName}”的导入已经撤销过。`,
  PAST_REVOKED: ({ objectName }) => `${objectName}的这次登记已经撤销过。请刷新后再看。`,
  PAST_THERE: ({ objectName, from }) => `${objectName}同一天的这项检查已经登记（${from}）。请核对。`,
  PAST_DRAWN: ({ objectName, taskNumber }) =>
    `${objectName}的这次检查是本系统抽取的（${taskNumber}），已经计入，不必登记。`,
} satisfies Messages<InspectionRefusals>;
