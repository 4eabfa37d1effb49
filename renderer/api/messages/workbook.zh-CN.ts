import type { WorkbookRefusals } from '../../../shared/kernel/sheet.ts';
import type { StagingRefusals } from '../../../shared/kernel/staging.ts';
import type { Messages } from './messages.ts';

const bombs = {
  entries: '文件数',
  inflated: '解压后大小',
  ratio: '压缩比',
  doctype: '文档类型声明',
  merges: '合并单元格',
};
const kinds = { html: '网页', xml: 'XML文件', text: '文本文件' };

export const workbookMessages = {
  WORKBOOK_EMPTY: () => '文件是空的。请重新选择。',
  WORKBOOK_TOO_LARGE: ({ bytes, limit }) =>
    `文件${megabytes(bytes)}MB，超过${megabytes(limit)}MB，未读取。请删去图片或拆成几份。`,
  WORKBOOK_OLD_FORMAT: ({ encrypted }) =>
    encrypted
      ? '文件设有打开密码，无法读取。请在WPS或Excel中取消密码后另存。'
      : '这是旧格式（.xls），无法读取。请在WPS或Excel中打开，另存为.xlsx后再选。',
  WORKBOOK_RENAMED: ({ really }) => `文件名是表格，内容却是${kinds[really]}。请在WPS或Excel中打开，另存为.xlsx后再选。`,
  NOT_A_WORKBOOK: () => '这不是.xlsx或.csv表格。请重新选择。',
  WORKBOOK_ENCODING: () =>
    '无法确定这份.csv的文字编码（只读UTF-8和GB 18030），未读取，以免名称变成乱码。请在WPS或Excel中打开，另存为.xlsx后再选。',
  CSV_QUOTE_OPEN: ({ row }) =>
    `第${row}行起的双引号没有结束，后面的内容无法分列。请在WPS或Excel中打开，另存为.xlsx后再选。`,
  WORKBOOK_TRUNCATED: () => '文件不完整，可能没有下载完或拷贝中断。请重新取得文件。',
  WORKBOOK_DAMAGED: ({ part }) => `文件已损坏（${part}）。请在WPS或Excel中打开，另存一份后再选。`,
  WORKBOOK_BOMB: ({ what }) => `文件的${bombs[what]}异常，为安全起见未读取。请将数据复制到新的表格后再选。`,
  WORKBOOK_UNSAFE_NAME: () => '文件内部名称异常，为安全起见未读取。请将数据复制到新的表格后再选。',
  WORKBOOK_TOO_MANY_ROWS: ({ sheet, limit }) => `工作表“${sheet}”超过${limit}行，未读取。请拆成几份。`,
  WORKBOOK_TOO_MANY_COLUMNS: ({ sheet, row, limit }) =>
    `工作表“${sheet}”第${row}行超过${limit}列，未读取。请删去多余的列。`,
  WORKBOOK_TOO_SLOW: ({ seconds }) => `读取超过${seconds}秒，已停止。请拆成几份后再选。`,
  WORKBOOK_TOO_HEAVY: ({ megabytes: used }) => `读取需要超过${used}MB内存，已停止。请拆成几份后再选。`,
  HEADINGS_NOT_FOUND: ({ required }) =>
    `没有找到表头。表中须有${required.map((heading) => `“${heading}”`).join('和')}列，可下载模板对照。`,
  SHEET_EMPTY: ({ sheet }) => `工作表“${sheet}”表头下面没有内容。请填写后再选。`,
} satisfies Messages<WorkbookRefusals & StagingRefusals>;

function megabytes(bytes: number): string {
  return (bytes / 1_048_576).toFixed(1);
}
