import type { PrintedDocument } from '../../kernel/document.ts';
import { drawStateTitles } from './ceremony.ts';
import { saySupervisor, watermarkOf } from './draw-paper.ts';
import type { DrawView } from './views.ts';

export interface VoidSheetModel {
  readonly bureau: string;
  readonly draw: DrawView;
  /** Local times in words. */
  readonly frozenAt: string;
  readonly voidedAt: string;
  /** Where the draw stood. */
  readonly stoodAt: keyof typeof drawStateTitles;
  /** How many objects were to be inspected and no longer are. */
  readonly ended: number;
  readonly printedOn: string;
}

/** 抽取作废单: why, who approved, who was there; null where the draw is not void. Signed and scanned like the record. */
export function voidSheetDocument(model: VoidSheetModel): PrintedDocument | null {
  const { draw } = model;
  const { voided } = draw;
  if (voided === null) return null;
  return {
    title: `随机抽取作废单 ${draw.number}`,
    layout: 'form',
    printedOn: model.printedOn,
    ...watermarkOf(draw),
    blocks: [
      { kind: 'paragraph', align: 'center', text: model.bureau },
      { kind: 'title', level: 1, text: '随机抽取作废单' },
      { kind: 'number', align: 'center', text: `抽取编号　${draw.number}` },
      {
        kind: 'facts',
        rows: [
          ['任务', `${draw.taskNumber}　${draw.taskTitle}`],
          ['作废原因', voided.reason],
        ],
      },
      {
        kind: 'facts',
        perRow: 2,
        rows: [
          ['冻结时间', model.frozenAt],
          ['作废时间', model.voidedAt],
          ['作废前状态', drawStateTitles[model.stoodAt]],
          ['操作人', draw.operatorName],
          ['批准人', voided.approver],
          ['监督人', saySupervisor(draw)],
        ],
      },
      { kind: 'hex', label: '名单承诺值', text: draw.commitment, qr: true },
      { kind: 'title', level: 3, text: '作废时在场的见证人' },
      ...(voided.present.length === 0
        ? ([{ kind: 'paragraph', text: voided.witnesses }] as const)
        : ([
            {
              kind: 'table',
              columns: [
                { title: '序', width: 1, align: 'center' },
                { title: '姓名', width: 3 },
                { title: '单位', width: 6 },
                { title: '身份', width: 5 },
              ],
              rows: voided.present.map(({ name, unit, identity }, i) => [String(i + 1), name, unit, identity]),
            },
          ] as const)),
      {
        kind: 'paragraph',
        text: `编号${draw.number}不再使用，本次抽取的名单、数字和已有结果保留备查，不作检查依据。${
          model.ended === 0 ? '' : `已列入检查的${model.ended}户随之终止，均未发出通知书，也没有检查结果。`
        }需要重抽的，须重新冻结名单，由见证人重新公布数字。`,
      },
      { kind: 'title', level: 3, text: '签名' },
      {
        kind: 'signatures',
        places: [
          `批准人 ${voided.approver}`,
          `操作人 ${draw.operatorName}`,
          ...voided.present.map(({ name }) => `见证人 ${name}`),
        ],
        perRow: 2,
      },
      { kind: 'foot-note', text: `打印日期 ${model.printedOn}` },
    ],
  };
}
