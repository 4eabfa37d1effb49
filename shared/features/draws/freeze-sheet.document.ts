import type { Block, PrintedDocument } from '../../kernel/document.ts';
import {
  commitmentBlocks,
  type DrawPaperModel,
  exclusionBlocks,
  headFacts,
  headOf,
  mustBlocks,
  note,
  numbered,
  signersOf,
  standingBlocks,
  strataTable,
  watermarkOf,
} from './draw-paper.ts';
import type { DrawView } from './views.ts';

export interface FreezeSheetModel extends DrawPaperModel {
  /** Local time of freezing, in words. */
  readonly frozenAt: string;
}

/** 冻结单: what was committed to before any digit existed; signed on the spot. Groups stand for the credit grades, which are internal. */
export function freezeSheetDocument(model: FreezeSheetModel): PrintedDocument {
  const { draw } = model;
  const digits = draw.witnesses.reduce((sum, { digitCount }) => sum + digitCount, 0);
  return {
    title: `随机抽取冻结单 ${draw.number}`,
    layout: 'form',
    printedOn: model.printedOn,
    ...watermarkOf(draw),
    blocks: [
      ...headOf(model.bureau, '随机抽取冻结单', draw),
      ...standingBlocks({ ...draw, state: draw.voided === null ? 'recorded' : 'void' }),
      ...headFacts(model, [['冻结时间', model.frozenAt]]),
      ...numbered([
        { title: '名单承诺值', blocks: commitmentBlocks(draw.commitment, model.manifest) },
        {
          title: '名单和抽取数量',
          blocks: [
            strataTable(model, false),
            ...mustBlocks(model),
            ...exclusionBlocks(model),
            note(`参加抽取的执法人员${draw.officerCount}名，回避关系${draw.recusalCount}条。`),
          ],
        },
        {
          title: '待公布的数字',
          blocks: [
            witnessTable(draw),
            note(`见证人将按上列顺序公布数字，合计${digits}位，最后一位掷骰。冻结时尚无任何随机数字，也没有抽取结果。`),
          ],
        },
        {
          title: '签名',
          blocks: [
            note('以下人员已逐组核对承诺值，确认公布数字之前名单和方案已经冻结。'),
            { kind: 'signatures', places: signersOf(draw), perRow: 2 },
          ],
        },
      ]),
      { kind: 'foot-note', text: `打印日期 ${model.printedOn}` },
    ],
  };
}

function witnessTable({ witnesses }: DrawView): Block {
  return {
    kind: 'table',
    columns: [
      { title: '序', width: 1, align: 'center' },
      { title: '姓名', width: 3 },
      { title: '单位', width: 5 },
      { title: '身份', width: 4 },
      { title: '位数', width: 1.4, align: 'right' },
      { title: '取数', width: 2, align: 'center' },
    ],
    rows: witnesses.map(({ position, name, unit, identity, digitCount, isDice }) => [
      String(position),
      name,
      unit,
      identity,
      String(digitCount),
      isDice ? '掷骰' : '公布',
    ]),
  };
}
