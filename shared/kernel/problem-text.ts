import type { Problem, ProblemCode, ProblemDetails, Severity } from './problems.ts';

type Sentences = { readonly [Code in ProblemCode]: (details: ProblemDetails[Code], column: string) => string };

/** What is wrong and what to do, after 第12行. Screens and the exported list of problems say the same. */
const sentences: Sentences = {
  MISSING: (_, column) => `“${column}”没有填写。请补填后重新导入。`,
  DIGITS_LOST: (_, column) => `“${column}”是数字格式，后几位已丢失。请在表格中将该列设为文本后重新填写。`,
  CELL_ERROR: ({ found }, column) =>
    `“${column}”${found === '' ? '的公式没有结果' : `是错误值${found}`}。请改填文字后重新导入。`,
  TEXT_TOO_LONG: ({ length, limit }, column) => `“${column}”有${length}个字，最多${limit}个字。请缩短后重新导入。`,
  NORMALISED: ({ found, kept }, column) =>
    `“${column}”中的全角字符或多余空格已整理：${visible(found)}→${visible(kept)}。`,
  USCC_LENGTH: ({ length }, column) => `“${column}”有${length}位，应为18位。请核对营业执照。`,
  USCC_CHARACTER: ({ position, character }, column) =>
    `“${column}”第${position}位是“${character}”，代码中不使用这个字符。请核对营业执照。`,
  USCC_CHECK_DIGIT: ({ expected, found }, column) =>
    `“${column}”末位校验码是${found}，按国家标准应为${expected}。已按填写的保留，请核对营业执照。`,
  USCC_ORGANISATION_DIGIT: ({ expected, found }, column) =>
    `“${column}”第17位校验码是${found}，按国家标准应为${expected}。已按填写的保留，请核对营业执照。`,
  ID_CARD_SHAPE: (_, column) => `“${column}”不是18位身份证号码。类型为“自然人”的须填身份证号码。`,
  ID_CARD_FOR_USCC: ({ kind }, column) =>
    `“${column}”填的是身份证号码，类型却是“${kind}”。自然人请在“类型”中填“自然人”，其他的请填统一社会信用代码。`,
  ID_CARD_BIRTH_DATE: (_, column) => `“${column}”中的出生日期不存在。已按填写的保留，请核对身份证。`,
  ID_CARD_CHECK_DIGIT: (_, column) => `“${column}”末位校验码不符。已按填写的保留，请核对身份证。`,
  DUPLICATE_IN_FILE: ({ firstRow }, column) => `“${column}”与第${firstRow}行重复，本行不导入。请删除多余的一行。`,
  SAME_NAME: ({ code }) => `名称相同而代码不同的对象已有一户（${code}）。请核对是否重复登记。`,
  WILL_UPDATE: ({ name }) => `名录中已有“${name}”，导入后以本行为准更新。`,
  BAD_DATE: ({ found }, column) => `“${column}”的“${found}”不是日期。请写成2020-01-31的形式。`,
  DATE_IN_FUTURE: ({ found }, column) => `“${column}”${found}还没有到。请核对。`,
  DATES_REVERSED: ({ from, until }) => `结束日期${until}早于开始日期${from}。请核对。`,
  UNKNOWN_CHOICE: ({ found, choices }, column) => `“${column}”的“${found}”无法识别，只能填${choices.join('、')}。`,
  PHONE_SHAPE: (_, column) => `“${column}”不像电话号码（座机须带区号）。已按填写的保留，请核对。`,
  PHONE_HIDDEN: (_, column) => `“${column}”是隐去几位的号码，不导入；名录中已有的号码不变。`,
  LICENCE_PARTS: ({ names, others }) =>
    `许可证名称有${names}个，编号或有效期有${others}个，对不上。请用分号按同样的顺序填写。`,
  CERTIFICATE_MISSING: () => '没有行政执法证号，可以入库，不参加抽取（细则第七条）。',
  CERTIFICATE_EXPIRY_MISSING: () => '没有执法证有效期，可以入库，补填前不参加抽取（细则第七条）。',
  CERTIFICATE_EXPIRED: ({ until }) => `行政执法证已于${until}到期，可以入库，换证前不参加抽取（细则第七条）。`,
  NOT_ESTABLISHED: () => '不是行政编制，可以入库，不参加抽取（细则第七条）。',
  OFFICER_UNKNOWN: ({ name }) => `执法人员“${name}”不在人员名录中。请核对姓名和单位，或先导入该人员。`,
  OFFICER_AMBIGUOUS: ({ name }) => `有几名执法人员叫“${name}”。请填写单位加以区分。`,
  OBJECT_UNKNOWN: ({ name }) => `检查对象“${name}”不在检查对象名录中。请核对名称和代码，或先导入该对象。`,
  OBJECT_AMBIGUOUS: ({ name }) => `有几户检查对象叫“${name}”。请填写统一社会信用代码加以区分。`,
  NOT_OF_DEPARTMENT: ({ unit, department }) =>
    `单位“${unit}”不属于${department}，这份交换表只更新${department}的人员。请改正单位，或从表中删去这一行。`,
  IN_OTHER_DEPARTMENT: ({ name, unit }) =>
    `这个执法证号在名录中属于${unit}的“${name}”。其他部门的人员不受影响，请核对证号。`,
  ITEM_CODE_UNKNOWN: ({ found }) => `草稿中没有编码“${found}”，按名称对应；对应不上的作为新事项，编码由程序给出。`,
  BATCHES_OF_ORDINARY: () =>
    '只有重点检查事项可以随机确定检查批次顺序（细则第五条）。请改事项类别，或将批次顺序改为否。',
  QUOTA_NOT_READ: ({ text, part }, column) =>
    `“${column}”的“${text}”读到“${part}”读不懂，照原文导入；下达任务时另填数量，或改写后重新导入。`,
  OBJECT_NAME_DIFFERS: ({ name }) => `名录中这个代码的名称是“${name}”，与表中不同。已按代码对应，请核对。`,
  ITEM_UNKNOWN: ({ name }) =>
    `“${name}”与计划、清单中的事项都不同名：计入各类检查总次数，不计入同一事项的次数。名称不一致的，请改成计划中的名称。`,
  INSPECTED_IN_FUTURE: ({ found }, column) => `“${column}”${found}还没有到。请核对。`,
  INSPECTED_TOO_EARLY: ({ found, from }, column) => `“${column}”${found}早于${from}。请核对。`,
  INSPECTOR_UNKNOWN: ({ name }) =>
    `“${name}”不在执法检查人员名录中。已按姓名保留，不计入本人的年度检查量；写错的请改正，在岗的请先导入人员名录。`,
  INSPECTOR_AMBIGUOUS: ({ name }) =>
    `名录中有几名执法人员叫“${name}”。已按姓名保留，不计入年度检查量；请填写行政执法证号，或写成“姓名（单位）”。`,
  INSPECTOR_CERTIFICATE: ({ name, holder }) =>
    `“${name}”的执法证号在名录中是“${holder}”的。已按姓名保留，不计入年度检查量，请核对。`,
  CERTIFICATE_PARTS: ({ names, others }) =>
    `检查人员有${names}名，执法证号有${others}个，对不上。请用顿号按同样的顺序填写。`,
  INSPECTION_THERE: ({ from }) => `这户同一天的这项检查已经登记（${from}），本行不导入。`,
  INSPECTION_DRAWN: ({ taskNumber }) => `这次检查是本系统抽取的（${taskNumber}），已经计入，本行不导入。`,
  RECORD_IN_FUTURE: ({ found }) => `日期${found}还没有到，请核对。`,
  RECORD_THERE: ({ happenedOn, from }) =>
    `这户的这份文书已经有记录（${from}，${happenedOn}），本行不导入。内容有误的，请更正原记录。`,
  RECORD_UNAUTHORISED: ({ name, kind, lack }) =>
    `“${name}”的${kind}信息须取得企业授权后才能归集（吴忠方案第二部分（一））：${lack}。请先登记授权并存入授权书。`,
  AMOUNT_NOT_READ: ({ found }) => `金额“${found}”无法识别，请写成12345.60（元）或1.5万元。`,
};

export const severityNames: Readonly<Record<Severity, string>> = {
  error: '不能导入',
  warning: '请核对',
  notice: '已整理',
};

/** The whole sentence: `第12行“统一社会信用代码”是数字格式，…`. */
export function problemSentence(problem: Problem): string {
  return `第${problem.row}行${problemReason(problem)}`;
}

/** The sentence without its row, for a table that has a column for it. */
export function problemReason<Code extends ProblemCode>(problem: Problem & { readonly code: Code }): string {
  return sentences[problem.code](problem.details as ProblemDetails[Code], problem.column);
}

/** Quotes around a text whose blanks matter. */
function visible(text: string): string {
  return `“${text}”`;
}
