import type { GradingRefusals } from '../../../shared/features/grading/refusals.ts';
import { minuteText } from '../../ui/when.ts';
import type { Messages } from './messages.ts';

export const gradingMessages = {
  GRADE_HEADINGS_NOT_FOUND: ({ required }) =>
    `没有找到同时含${required.map((heading) => `“${heading}”`).join('、')}的表头。请核对文件，或下载模板填写。`,
  GRADE_NATIONAL_UNUSED: ({ article }) =>
    `本局按评价模型评定（${article}），规则包没有写明各级对应哪些国家等级，不必导入。要使用国家等级的，先在规则包的“等级与国家等级的对应”中写明。`,
  GRADE_SHEET_EMPTY: ({ sheet }) => `“${sheet}”的表头下面没有内容。请核对文件后重新导入。`,
  GRADE_STAGE_GONE: () => '预览已失效（程序重新启动过，或又上传了别的文件）。请重新上传等级表。',
  NO_GRADES_TO_IMPORT: () => '表中没有可以导入的行。请按列出的问题改正后重新上传。',
  GRADES_ALREADY_IMPORTED: ({ importedAt }) => `这个文件已于${minuteText(importedAt)}导入，不必重复导入。`,
  GRADE_IMPORT_UNDONE: ({ fileName }) => `“${fileName}”的导入已经撤销过。`,
  MANUAL_UNGRADED: ({ name }) => `“${name}”还没有评定等级，不能调整。请先在“等级一览”点“重新评定”。`,
  MANUAL_SAME_GRADE: ({ title }) => `该企业现在就是${title}，不必调整。请改选等级。`,
  MANUAL_NO_SUCH_GRADE: ({ titles }) => `规则包只有${titles.join('、')}。请改选等级。`,
  MANUAL_EXPIRY_PAST: ({ on }) => `有效期至${on}，应在今天以后。请改填到期日。`,
  MANUAL_OPEN: ({ proposedBy }) => `${proposedBy}提出的调整还没有审核。请先审核或撤回，再提出新的。`,
  MANUAL_IN_FORCE: ({ expiresOn }) => `已有人工调整，有效期至${expiresOn}。请先撤回，再提出新的。`,
  MANUAL_VETOED: ({ veto, title }) =>
    `有一票否决情形“${veto}”，等级不能高于${title}。记录有误的，请按信用异议更正记录。`,
  MANUAL_DECIDED: () => '这项调整已经审核或撤回，不能再审。',
  MANUAL_OWN: () => '提出人不能审核自己提出的调整。请由另一位审核人或局领导审核。',
  MANUAL_WITHOUT_DOCUMENT: () => '还没有附上依据材料。请经办人在这项调整下添加附件后再审核。',
  MANUAL_NEEDS_OPINION: () => '不同意的，请写明意见。',
  MANUAL_OVER: () => '这项调整没有通过、已经撤回或已到期，不必撤回。',
  MANUAL_WITHDRAWN_BY_REVIEWER: () => '已经审核通过的调整，由审核人或局领导撤回。',
  MODEL_UNSOUND: ({ problems }) => `这个评价模型还不能用：${problems.join('')}`,
  MODEL_VERSION_CLOSED: () => '评价模型只能在规则包的草稿里改动。请先到“设置—规则包”起草新版本，或等退回后再改。',
  MODEL_IN_USE: ({ title }) =>
    `规则包的评定办法正用着“${title}”，不能删除。请先在规则包草稿的“评定办法”里改用别的模型。`,
  PACK_UNSOUND_FOR_TRIAL: () => '草稿里还有没有填好的地方，不能对照。请先在规则包草稿中按提示改好。',
} satisfies Messages<GradingRefusals>;
