import { drawStateTitles } from '../../../shared/features/draws/ceremony.ts';
import { changeStateTitles } from '../../../shared/features/draws/changes.ts';
import { drawRefusalSentence } from '../../../shared/features/draws/refusal-sentence.ts';
import type { DrawsRefusals } from '../../../shared/features/draws/refusals.ts';
import { signedPaperTitles } from '../../../shared/features/draws/scan.ts';
import { sayRaises } from '../../../shared/features/draws/strata.ts';
import { refuse } from '../../../shared/kernel/result.ts';
import type { Messages } from './messages.ts';

export const drawsMessages = {
  BAD_FILE: (details) => `${drawRefusalSentence(refuse('BAD_FILE', details))}请不要继续，凭此联系维护人员。`,
  FILE_CHANGED: (details) => `${drawRefusalSentence(refuse('FILE_CHANGED', details))}请停止抽取并报告。`,
  DIGITS_CHANGED: (details) => drawRefusalSentence(refuse('DIGITS_CHANGED', details)),
  SEATS_INFEASIBLE: ({ cause }) =>
    `${cause}请在名录中补充或更正执法人员（部门、组长资格、证件、回避）；参与部门、人数和每人上限冻结后不能改。`,
  DRAW_STATE: ({ number, state }) =>
    `抽取${number}现为“${drawStateTitles[state]}”，这一步不能办理。请刷新后按当前步骤继续。`,
  TASK_NOT_APPROVED: ({ number }) =>
    `${number}是临时任务，尚未批准。请局领导批准后再抽取（国办发〔2024〕54号，待核）。`,
  TASK_CANCELLED: ({ number }) => `任务${number}已取消，不能抽取。请另选任务。`,
  TASK_FINISHED: ({ number }) => `任务${number}已完成，不能再抽取。请另选任务。`,
  TASK_HAS_DRAW: ({ number }) => `该任务已有抽取${number}，只能另作演练。如确需重抽，须先由局领导作废并说明理由。`,
  POOL_EMPTY: () => '名录中没有符合任务范围的检查对象。请先导入名录，或核对任务的对象范围。',
  POOL_EMPTY_AFTER_EXCLUSION: ({ excluded }) => `符合任务范围的${excluded}户全部被排除，无可抽取。请核对排除原因。`,
  UNGRADED: ({ name, count }) =>
    `“${name}”等${count}户还没有信用等级，不能按等级抽取。请先在“信用”中导入评价，或改用统一比例。`,
  SHORT_OF_PLAN: ({ planned, graded, raise, raises }) =>
    `计划要求不少于${planned}户，按现行比例只能抽取${graded}户，还差${planned - graded}户。请提高${raise}级的抽查比例（${sayRaises(raises)}即可）后再冻结。`,
  MUST_WITHOUT_GROUND: ({ count }) =>
    `有${count}户列为必检，没有写明理由。请填写必检理由（如重点企业一年内未检查），理由印在冻结单和抽取记录上。`,
  MUST_ABOVE_QUOTA: ({ must, quota, raises }) =>
    `必检${must}户，超过抽取的${quota}户。必检须在抽取户数之内，请${raises.length === 0 ? '只选其中最久未检查的' : `把${sayRaises(raises)}，或只选其中一部分`}。`,
  TOO_FEW_SEATS: ({ seats, least }) =>
    `每户只安排${seats}名检查人员，每个检查对象不少于${least}名（细则第九条）。请增加人数。`,
  MUST_UNKNOWN: ({ code }) => `必检对象“${code}”不在名单内，请从必检中移除。`,
  MUST_IS_EXCLUDED: ({ name, reason }) => `“${name}”列为必检，但已因“${reason}”排除。请取消必检，或核对排除原因。`,
  EXCLUDE_WITHOUT_NOTE: ({ name }) => `“${name}”以其他原因排除，没有写明是什么原因。请填写说明，说明记入抽取记录。`,
  SEAT_FOR_NOBODY: ({ seat }) =>
    `每户的${seat}都没有可担任的执法人员。请在名录中补充或更正执法人员，或调整参与部门、事项范围和人数。`,
  SEAT_WITHOUT_OFFICER: ({ objectName, seat, count }) =>
    `“${objectName}”${count > 1 ? `等${count}户` : ''}的${seat}没有可担任的执法人员（均须回避）。请将其排除，或在名录中补充人员、调整参与部门。`,
  SEATS_TOO_MANY: ({ cause }) => `人员无法排满：${cause}。请提高每人上限、补充执法人员，或减少抽取户数。`,
  ID_NOT_ASCII: ({ id }) => `对象编号“${id}”含有大写字母、数字以外的字符，不能参加抽取。请在名录中更正。`,
  TOO_FEW_DIGITS: ({ witnesses, digits }) =>
    `现有见证人${witnesses}名、数字合计${digits}位。至少两名见证人、合计20位，请补足。`,
  WITNESS_IS_OPERATOR: ({ name }) => `操作人“${name}”不能同时作见证人，请换一位。`,
  WITNESS_TWICE: ({ name }) => `见证人“${name}”填了两次。每位见证人须是不同的人，请改正；确属同名的，请在姓名后注明。`,
  WITNESS_IS_APPROVER: ({ name }) => `“${name}”批准了本次任务（计划）或作废，不能同时作见证人，请换一位。`,
  SUPERVISOR_IS_OPERATOR: ({ name }) => `操作人“${name}”不能同时作监督人，请换一位。`,
  SUPERVISOR_IS_WITNESS: ({ name }) => `“${name}”已列为见证人，不能同时作监督人，请换一位。`,
  OWN_DRAW: ({ number }) => `抽取${number}由您本人主持，不能由本人批准作废。请另一位局领导办理。`,
  BATCHES_HANDED: ({ number, batch }) =>
    `抽取${number}的第${batch}批已经下达任务，不能作废。尚未抽取人员的，请局领导先取消该批任务。个别对象不能检查的，在下达后一批时写明原因。`,
  INSPECTIONS_BEGUN: ({ number, count, name }) =>
    `抽取${number}已有${count}户（“${name}”等）发出通知书或录入结果，不能作废。个别对象不能检查的，请办理替补；已公示的，按更正办理。`,
  SCAN_TOO_EARLY: ({ number, paper }) =>
    paper === 'record'
      ? `抽取${number}还没有生成笔录，没有可以签字的抽取记录。请先完成抽取。`
      : `抽取${number}没有作废，没有作废单可以存入。请确认打开的是作废的那一次抽取。`,
  SCAN_EMPTY: ({ file }) => `“${file}”是空文件，没有内容。请重新扫描后再存入。`,
  SCAN_TOO_LARGE: ({ file, mostMb }) =>
    `“${file}”超过${mostMb}MB。请用200至300dpi的灰度或黑白扫描，或分成几个文件存入。`,
  SCAN_TYPE: ({ file }) => `“${file}”不是PDF、JPG或PNG文件（以内容为准，改扩展名无用）。请重新扫描成这三种格式之一。`,
  SCAN_DAMAGED: ({ file }) => `“${file}”不完整或已损坏，打不开。请从扫描仪重新导出，确认能打开后再存入。`,
  SCAN_LOCKED: ({ file }) => `“${file}”设有密码或加密。请去掉密码后再存入，以便归档后仍能打开。`,
  SCAN_TWICE: ({ file, paper }) => `“${file}”已经存过，列在${signedPaperTitles[paper]}下，不必再存。`,
  SCAN_TOO_MANY: ({ most }) => `一次抽取最多存${most}个扫描件。请把多页合成一个PDF，或先把作错的标出。`,
  NOT_A_DIGIT: ({ character, position }) =>
    `第${position}个字符“${character}”不是数字。只能填0—9，请按见证人公布的数字重新录入。`,
  DIGIT_COUNT: ({ expected, found }) => `应为${expected}位，现为${found}位。请与见证人核对后重新录入。`,
  ECHO_CHANGED: ({ name, shown }) =>
    shown === ''
      ? `大屏幕上没有“${name}”待核对的数字。请先录入，送大屏幕核对。`
      : `大屏幕上“${name}”的数字现为${shown}，与刚才的不同。请按大屏幕重新核对。`,
  ROLLER_IS_OPERATOR: ({ name }) => `操作人“${name}”不能掷骰，请由见证人或在场群众掷骰，填写掷骰人姓名。`,
  WITNESS_NOT_CONFIRMED: ({ name }) => `“${name}”还没有确认。请每位见证人核对大屏幕后逐一确认，再封存。`,
  ALREADY_CONFIRMED: ({ name }) => `“${name}”已经确认，不用再确认。`,
  NOT_THE_NEXT_WITNESS: ({ next }) =>
    next === '' ? '全部见证人都已公布数字，请确认封存。' : `须按公布顺序录入，现在轮到“${next}”。`,
  TARGETS_NOT_PUBLIC: ({ number }) =>
    `抽取${number}抽中的对象，通知之前只由局领导和承办股室掌握。请由主持抽取的经办人、同股室人员或局领导办理。`,
  BATCH_HAS_NO_RESERVE: ({ number }) =>
    `抽取${number}是批次顺序抽取，全部对象都已排入批次，没有递补名单和检查组。不能检查的对象在下达该批时排除。`,
  NOT_DRAWN: ({ name }) => `“${name}”不在这次抽取应检查的对象之中，不能替补。请刷新后再看。`,
  ALREADY_REPLACED: ({ name }) => `“${name}”已经替补，或者已有一份替补待批准。请先处理那一份。`,
  RESULT_IS_ENTERED: ({ name }) => `“${name}”已录入检查结果，不再替补。无法检查的，按细则第十一条直接形成检查结果。`,
  STILL_STAFFABLE: ({ name }) =>
    `“${name}”按现有人员和回避登记仍能派出检查组，不属于“回避后无人可派”。请先登记回避，或者更换检查人员。`,
  CAP_NOT_REACHED: ({ name }) => `“${name}”本年度检查次数未达上限，不能以此跳过。请核对检查记录，或选择其他情形。`,
  RESERVE_ORDER: ({ next }) =>
    next === ''
      ? '本组的递补名单已经用完，没有可以跳过的对象。请刷新后再看。'
      : `须按递补名单的票号顺序，现在轮到“${next}”。请刷新后重新填写。`,
  SUBSTITUTE_UNFIT: ({ name, why }) =>
    `轮到递补的“${name}”${why}，不能检查。请写明情况，按顺序跳过它；已送批的请退回重报。`,
  SUBSTITUTE_UNSEATED: ({ name, cause }) => `替补的“${name}”排不出检查组。${cause}请在名录中补充人员后再办。`,
  CHANGE_OUTDATED: () => '送批之后递补顺序或人员名单又有变动，这一份已不适用。请退回，由经办人重新提出。',
  EARLIER_CHANGE_WAITS: ({ name }) =>
    `递补次序在前的“${name}”由先提出的一份替补占用，那一份还待批准。请先批准或退回先提出的，再办这一份。`,
  CHANGE_DECIDED: ({ state }) => `这一份${changeStateTitles[state]}，不能再办。请刷新后再看。`,
  OWN_CHANGE: ({ name }) => `${name}是提出人或者本次抽取的主持人，不能批。请另一位审核人或局领导办理。`,
  CHANGE_OPINION_MISSING: () => '退回时请写明意见，经办人据此重新提出。',
  NOT_PROPOSED_BY_YOU: ({ name }) => `这一份由${name}提出，只能由本人撤回。`,
  DOCUMENT_IN_FUTURE: ({ today }) => `文书日期不能晚于今天（${today}）。请核对。`,
  TEAMS_AT_WORK: ({ name }) =>
    `“${name}”的检查已经开始（已出具通知书或录入结果），不能再整体更换检查组。请在“执法人员”中对这名人员办理离岗移交，逐户接替。`,
  NOT_IN_A_TEAM: ({ name }) => `“${name}”不在这次抽取的检查组中，不需要更换。`,
  NO_RECUSAL_ENTERED: ({ name }) => `“${name}”对所检查的对象没有生效的回避登记。请先在“回避”中登记，写明依据。`,
  OFFICERS_CHANGE_WAITS: () => '已有一份更换检查人员待批准。请先处理那一份。',
  NO_BATCHES: ({ number }) => `抽取${number}是演练或不是批次顺序抽取，没有批次可以下达。`,
  BATCH_HANDED_DOWN: ({ batch, number }) =>
    `第${batch}批已经下达${number === '' ? '' : `（${number}）`}，不能重复下达。请刷新后再看。`,
  BATCH_OUT_OF_ORDER: ({ batch, next }) =>
    `批次须按抽出的顺序检查，第${next}批还没有下达。请先下达第${next}批；确需提前下达第${batch}批的，请写明理由。`,
  OFFICERS_FEASIBLE: () => '现有人员名单能够排满席位，不能更换。请直接抽取人员。',
  OFFICERS_UNCHANGED: () => '名录中的人员和回避与原名单相同。请先在名录中补充或更正人员。',
} satisfies Messages<DrawsRefusals>;
