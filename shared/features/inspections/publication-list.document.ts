import type { PrintedDocument } from '../../kernel/document.ts';
import { chineseDate } from '../../kernel/local-date.ts';
import type { PublishedLine } from './views.ts';

/** Columns of a publication, on paper and in the file for the upper platform: name, code, task, result, date, agency only. */
export const publicationColumns = [
  '检查对象',
  '统一社会信用代码',
  '任务编号',
  '任务名称',
  '检查结果',
  '检查日期',
  '检查机关',
] as const;

/** The rows under `publicationColumns`. */
export function publicationRows(lines: readonly PublishedLine[], bureau: string): string[][] {
  return lines.map(({ objectName, objectCode, taskNumber, taskTitle, result, completedOn }) => [
    objectName,
    objectCode,
    taskNumber,
    taskTitle,
    result,
    completedOn,
    bureau,
  ]);
}

/** What a publication says, one line a row, fields separated by tabs: hashed when it is made. */
export function publicationText(lines: readonly PublishedLine[], bureau: string, publishedOn: string): string {
  const rows = [[publishedOn], [...publicationColumns], ...publicationRows(lines, bureau)];
  return rows.map((row) => `${row.map((field) => field.replace(/[\t\n]/g, ' ')).join('\t')}\n`).join('');
}

export interface PublicationModel {
  readonly bureau: string;
  readonly publishedOn: string;
  readonly isCorrection: boolean;
  readonly lines: readonly PublishedLine[];
  readonly listSha256: string;
  /** Number and hash of the newest ledger entry when printed. */
  readonly ledgerHead: { readonly seq: number; readonly hash: string };
}

/** 检查结果公示表 of one publication. */
export function publicationListDocument(model: PublicationModel): PrintedDocument {
  const { bureau, publishedOn, isCorrection, lines } = model;
  const title = isCorrection ? '“双随机、一公开”检查结果更正公示表' : '“双随机、一公开”检查结果公示表';
  return {
    title,
    layout: 'form',
    printedOn: publishedOn,
    blocks: [
      { kind: 'title', level: 1, text: title },
      {
        kind: 'paragraph',
        text: `检查机关：${bureau}　公示日期：${chineseDate(publishedOn)}　共${lines.length}条`,
      },
      {
        kind: 'table',
        size: 9,
        columns: [
          { title: '序号', width: 26, align: 'center' },
          { title: '检查对象', width: 104 },
          { title: '统一社会信用代码', width: 112 },
          { title: '任务编号', width: 76 },
          { title: '检查结果', width: 82 },
          { title: '检查日期', width: 60, align: 'center' },
        ],
        rows: lines.map(({ objectName, objectCode, taskNumber, result, completedOn }, i) => [
          `${i + 1}`,
          objectName,
          objectCode,
          taskNumber,
          result,
          completedOn,
        ]),
      },
      { kind: 'hex', label: '公示内容摘要（SHA-256）', text: model.listSha256 },
      { kind: 'hex', label: `台账校验值第${model.ledgerHead.seq}条`, text: model.ledgerHead.hash },
      { kind: 'signatures', places: ['经办人', '审核人', '负责人'] },
    ],
  };
}
