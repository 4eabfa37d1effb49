import type { PrintedDocument } from '../../kernel/document.ts';

export interface HeadSheetModel {
  readonly bureau: string;
  readonly seq: number;
  /** 64 hex digits. */
  readonly hash: string;
  readonly printedOn: string;
  readonly printedBy: string;
}

/** 台账校验单: number and hash of the newest entry, signed on paper; it shows any later rewriting of what lies before. */
export function headSheet({ bureau, seq, hash, printedOn, printedBy }: HeadSheetModel): PrintedDocument {
  return {
    title: `台账校验单（第${seq}条）`,
    layout: 'form',
    printedOn,
    blocks: [
      { kind: 'title', level: 1, text: '操作台账校验单' },
      {
        kind: 'facts',
        rows: [
          ['单位', bureau],
          ['截至', `第${seq}条`],
          ['打印日期', printedOn],
          ['打印人', printedBy],
        ],
        perRow: 2,
      },
      { kind: 'space', mm: 4 },
      { kind: 'hex', label: '校验值', text: hash },
      { kind: 'space', mm: 4 },
      {
        kind: 'paragraph',
        indent: true,
        text: '校验值由第1条至本条的全部内容依次计算得出。日后在“操作台账”中按本单填写序号和校验值核对，此前任何一条被改动、删除或调换，都会显示不符。',
      },
      {
        kind: 'paragraph',
        indent: true,
        text: '校验值只能证明打印之前的记录此后未被改动，不能证明记录本身属实，也不能发现打印之后的改动。建议每月打印一份，签名后归档。',
      },
      { kind: 'signatures', places: ['打印人', '审核人'], perRow: 2 },
    ],
  };
}
