import { authorisationLackTitles } from '../../../shared/features/credit/authorisations.ts';
import type { CreditRefusals } from '../../../shared/features/credit/refusals.ts';
import { creditKindTitles } from '../../../shared/kernel/credit-facts.ts';
import { minuteText } from '../../ui/when.ts';
import { lookupMessages } from './lookups.zh-CN.ts';
import type { Messages } from './messages.ts';

export const creditMessages = {
  ...lookupMessages,
  CREDIT_IN_FUTURE: ({ on }) => `日期${on}还没有到，请改正。`,
  CREDIT_ENDED_BEFORE: ({ on, happenedOn }) => `日期${on}早于记录日期${happenedOn}，请改正。`,
  CREDIT_AFTER_STEP: ({ what, on, happenedOn }) =>
    `这条记录已于${on}${what}，日期不能更正为之后的${happenedOn}。请核对日期；登记错了企业或文书的，请撤销后重新登记。`,
  CREDIT_NEEDS_NUMBER: ({ kind, field }) => `${creditKindTitles[kind]}须填写${field}。`,
  CREDIT_RECORD_THERE: ({ objectName, kind, documentNumber, happenedOn }) =>
    `“${objectName}”已有文号为“${documentNumber}”的${creditKindTitles[kind]}记录（${happenedOn}），不必重复登记。内容有误的，请更正原记录。`,
  CREDIT_UNAUTHORISED: ({ objectName, kind, on, lack }) =>
    `不能归集“${objectName}”${on}的${creditKindTitles[kind]}信息：${authorisationLackTitles[lack]}。这类信息须依法取得企业授权后才能归集（吴忠方案第二部分（一））。请先在“授权”中登记并存入授权书。`,
  CREDIT_KIND_FIXED: ({ kind }) =>
    `更正不能改变类别（${creditKindTitles[kind]}）。类别登记错的，请撤销这条记录后重新登记。`,
  CREDIT_UNCHANGED: () => '内容与原记录相同，没有需要更正的。',
  CREDIT_WITHDRAWN: ({ name }) => `“${name}”已经撤销，不能再办理。`,
  CREDIT_REPAIRED: ({ name, on }) => `“${name}”已于${on}修复。`,
  CREDIT_REPAIR_OWN: ({ name }) =>
    `“${name}”由本机关认定，须经受理、核查、决定才能修复。请在“信用监管—信用修复”登记修复申请。`,
  CREDIT_OF_ENTRY: ({ name, list }) =>
    `“${name}”是列入${list}的决定留下的记录，公示、移出、修复都随名单办理，不单独改动。请到“信用监管—名单”办理；认为列入有误的，请受理信用异议。`,
  CREDIT_CARRIES_ENTRY: ({ name, listed, list }) =>
    `“${name}”是${listed}列入${list}的依据，还在名单上，不能撤销。请先在“信用监管—名单”提出移出（错误列入），或者受理信用异议，由局领导决定。`,
  CREDIT_ENDED: ({ name, on }) => `“${name}”的失效或移出日期已登记为${on}。登记错了的，请用“更正”。`,
  CREDIT_NO_END: ({ kind }) => `${creditKindTitles[kind]}记录没有失效或移出日期。`,
  CREDIT_NOT_ADVERSE: ({ name }) => `“${name}”不是失信信息，不需要修复。`,
  CREDIT_PUBLISHED: ({ name, on }) => `“${name}”已于${on}公示。`,
  CREDIT_NOT_PUBLISHED: ({ name }) => `“${name}”没有在公示，不需要停止公示。`,
  CREDIT_STAGE_GONE: () => '预览已失效（程序重新启动过，或又上传了别的文件）。请重新上传。',
  CREDIT_STAGE_OUTDATED: () => '检查之后名录、授权或记录有变动，请重新上传这个文件，再看一遍检查结果。',
  CREDIT_NOTHING_TO_IMPORT: () => '表中没有可以导入的行。请按列出的问题改正后重新上传。',
  CREDIT_FILE_THERE: ({ fileName, importedAt }) =>
    `这个文件已于${minuteText(importedAt)}导入（${fileName}），不必重复导入。`,
  CREDIT_MUTUAL_WITHOUT_SUPPLIER: () => '互认其他部门的结果，须选择提供部门。',
  CREDIT_IMPORT_UNDONE: ({ fileName }) => `“${fileName}”的导入已经撤销过。`,
  CREDIT_TOO_MANY: ({ found, most }) =>
    `按现在的条件有${found}条，一次最多导出${most}条。请用日期、类别等缩小范围，分几次导出。`,
  CREDIT_NOTHING_TO_EXPORT: () => '按现在的条件没有可以导出的记录。请放宽条件。',
  AUTHORISATION_WITHDRAWN: ({ objectName }) => `“${objectName}”的这项授权已经撤回。`,
  AUTHORISATION_BEFORE: ({ fromOn }) => `撤回日期早于授权起始日${fromOn}，请改正。`,
  AUTHORISATION_NOT_NEEDED: ({ kind }) => `${creditKindTitles[kind]}依法归集，不需要企业授权。`,
  CATALOGUE_ENTRY_GONE: () => '采集目录中没有这一项，规则包可能已换版。请刷新后再看。',
} satisfies Messages<CreditRefusals>;
