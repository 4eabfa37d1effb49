import type { GradingRefusals } from '../../../shared/features/grading/refusals.ts';
import { minuteText } from '../../ui/when.ts';
import type { Messages } from './messages.ts';

export const gradingMessages = {
  NATIONAL_GRADE_UNKNOWN: ({ found, known }) =>
    `国家信用等级“${found}”不在规则包中，只有${known.join('、')}。请核对导入的等级表。`,
  GRADE_HEADINGS_NOT_FOUND: ({ required }) =>
    `没有找到同时含${required.map((heading) => `“${heading}”`).join('、')}的表头。请核对文件，或下载模板填写。`,
  GRADE_SHEET_EMPTY: ({ sheet }) => `“${sheet}”的表头下面没有内容。请核对文件后重新导入。`,
  GRADE_STAGE_GONE: () => '预览已失效（程序重新启动过，或又上传了别的文件）。请重新上传等级表。',
  NO_GRADES_TO_IMPORT: () => '表中没有可以导入的行。请按列出的问题改正后重新上传。',
  GRADES_ALREADY_IMPORTED: ({ importedAt }) => `这个文件已于${minuteText(importedAt)}导入，不必重复导入。`,
  GRADE_IMPORT_UNDONE: ({ fileName }) => `“${fileName}”的导入已经撤销过。`,
  RECORD_IN_FUTURE: ({ on }) => `日期${on}还没有到，请改正。`,
  RECORD_ENDED_BEFORE: ({ happenedOn }) => `移出日期早于列入日期${happenedOn}，请改正。`,
} satisfies Messages<GradingRefusals>;
