import type { Block, PrintedDocument } from '../../kernel/document.ts';
import { chineseDate } from '../../kernel/local-date.ts';
import { resultSentence } from './results.ts';
import type { ResultVersion } from './views.ts';

export interface ResultSheetModel {
  readonly bureau: string;
  readonly objectName: string;
  readonly objectCode: string;
  readonly taskNumber: string;
  readonly taskTitle: string;
  /** The published version, and the ones it corrects, newest first. */
  readonly published: ResultVersion;
  readonly earlier: readonly ResultVersion[];
  /** Working days in which objections are taken, and the last of them. */
  readonly objectionDays: number;
  readonly objectionsUntil: string;
}

/** 检查结果公示表: name, code, task, result, date, agency, and nothing about people or grades. */
export function resultSheetDocument(model: ResultSheetModel): PrintedDocument {
  const { bureau, published } = model;
  const publishedOn = published.publishedOn ?? published.completedOn;
  return {
    title: `${model.objectName}检查结果公示表`,
    layout: 'form',
    printedOn: publishedOn,
    blocks: [
      { kind: 'title', level: 1, text: '“双随机、一公开”检查结果公示表' },
      {
        kind: 'facts',
        rows: [
          ['检查对象', model.objectName],
          ['统一社会信用代码', model.objectCode],
          ['任务编号', model.taskNumber],
          ['任务名称', model.taskTitle],
          ['检查结果', resultSentence(published)],
          ['检查完成日期', chineseDate(published.completedOn)],
          ['检查机关', bureau],
          ['公示日期', chineseDate(publishedOn)],
        ],
      },
      ...corrections(model),
      {
        kind: 'paragraph',
        indent: true,
        text: `被检查对象对检查结果有异议的，可以自公示之日起${model.objectionDays}个工作日内（至${chineseDate(model.objectionsUntil)}）向本局提交申请材料。`,
      },
      { kind: 'closing', lines: [bureau, chineseDate(publishedOn)], seal: true },
    ],
  };
}

/** 更正: the old version stays readable beside the new one (细则 第十条). */
function corrections({ published, earlier }: ResultSheetModel): Block[] {
  if (earlier.length === 0) return [];
  return [
    { kind: 'title', level: 2, text: '更正情况' },
    {
      kind: 'table',
      columns: [
        { title: '更正前结果', width: 4 },
        { title: '公示日期', width: 2, align: 'center' },
        { title: '更正理由', width: 4 },
        { title: '签字', width: 2, align: 'center' },
      ],
      rows: earlier.map((version, i) => {
        const next = earlier[i - 1] ?? published;
        return [
          resultSentence(version),
          version.publishedOn ?? '',
          next.reason ?? '',
          `${next.signedBy ?? ''}（局主要领导）`,
        ];
      }),
    },
  ];
}
