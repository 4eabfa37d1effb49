import type { PrintedDocument } from '../../kernel/document.ts';
import { type HandingOver, receiverKindTitles } from './handing-over.ts';
import type { DrawView } from './views.ts';

export interface ReceiptModel {
  readonly bureau: string;
  readonly draw: Pick<DrawView, 'number' | 'taskNumber' | 'taskTitle' | 'commitment' | 'resultHash' | 'isRehearsal'>;
  readonly handing: HandingOver;
  /** Local time of the handing-over, in words. */
  readonly at: string;
  readonly printedOn: string;
}

/** 验证包交接单: who got which file, and that it is not to be published. */
export function receiptDocument({ bureau, draw, handing, at, printedOn }: ReceiptModel): PrintedDocument {
  return {
    title: `验证包交接单 ${draw.number} ${handing.seq}`,
    layout: 'form',
    printedOn,
    ...(draw.isRehearsal && { watermark: '演练' }),
    blocks: [
      { kind: 'paragraph', align: 'center', text: bureau },
      { kind: 'title', level: 1, text: '验证包交接单' },
      {
        kind: 'facts',
        perRow: 1,
        rows: [
          ['抽取编号', draw.number],
          ['任务', `${draw.taskNumber}　${draw.taskTitle}`],
          ['接收方', handing.to],
          ['接收方类别', handing.kind === null ? '' : receiverKindTitles[handing.kind]],
          ['交付人', handing.by],
          ['交付时间', at],
          ['操作台账', `第${handing.seq}条`],
        ],
      },
      ...(handing.packageHash === null
        ? []
        : [{ kind: 'hex', label: '验证包文件的SHA-256', text: handing.packageHash } as const]),
      { kind: 'hex', label: '名单承诺值', text: draw.commitment },
      ...(draw.resultHash === null ? [] : [{ kind: 'hex', label: '结果哈希', text: draw.resultHash } as const]),
      {
        kind: 'paragraph',
        text: '验证包含有检查对象的分组和回避关系，仅供接收方复算、核查，不得对外公布或转交。复算方法见包内“说明.txt”。',
      },
      { kind: 'signatures', places: ['交付人', '接收人'], perRow: 2 },
      { kind: 'foot-note', text: `打印日期 ${printedOn}` },
    ],
  };
}
