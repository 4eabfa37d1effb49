import type { Block, PrintedDocument } from '../../kernel/document.ts';
import { exclusionReasons } from './ceremony.ts';
import type { DrawView } from './views.ts';

export interface FreezeSheetModel {
  readonly bureau: string;
  readonly draw: DrawView;
  /** Local time of freezing, in words. */
  readonly frozenAt: string;
  readonly printedOn: string;
}

/** 冻结单: what was committed to before any digit existed; signed on the spot. Groups stand for the credit grades, which are internal. */
export function freezeSheetDocument(model: FreezeSheetModel): PrintedDocument {
  const { draw } = model;
  return {
    title: `随机抽取冻结单 ${draw.number}`,
    layout: 'form',
    printedOn: model.printedOn,
    ...watermarkOf(draw),
    blocks: [
      { kind: 'paragraph', align: 'center', text: model.bureau },
      { kind: 'title', level: 1, text: '随机抽取冻结单' },
      {
        kind: 'facts',
        perRow: 2,
        rows: [
          ['抽取编号', draw.number],
          ['冻结时间', model.frozenAt],
          ['任务编号', draw.taskNumber],
          ['任务名称', draw.taskTitle],
          ['抽取地点', draw.place],
          ['操作人', draw.operatorName],
        ],
      },
      { kind: 'hex', label: '名单承诺值（64位，请逐组核对）', text: draw.commitment },
      { kind: 'qr', text: draw.commitment, caption: '名单承诺值' },
      { kind: 'title', level: 3, text: '一、名单和抽取数量' },
      strataTable(draw),
      { kind: 'paragraph', text: `参加抽取的执法人员${draw.officerCount}名，回避关系${draw.recusalCount}条。` },
      ...exclusionBlocks(draw),
      { kind: 'title', level: 3, text: '二、见证人（按公布数字的顺序）' },
      witnessTable(draw),
      {
        kind: 'paragraph',
        text: '冻结时尚无任何随机数字，也没有抽取结果。名单、人员、回避和方案的任何改动都会使承诺值改变。',
      },
      { kind: 'signatures', places: ['操作人', '监督人'], perRow: 2 },
      { kind: 'foot-note', text: `打印日期 ${model.printedOn}` },
    ],
  };
}

export function watermarkOf({ isRehearsal, state }: Pick<DrawView, 'isRehearsal' | 'state'>): { watermark?: string } {
  if (state === 'void') return { watermark: '作废' };
  return isRehearsal ? { watermark: '演练' } : {};
}

export function strataTable({ strata, setting }: DrawView): Block {
  return {
    kind: 'table',
    columns: [
      { title: '组别', width: 2, align: 'center' },
      { title: '名单户数', width: 2, align: 'right' },
      { title: '冻结前排除', width: 2, align: 'right' },
      { title: '抽取户数', width: 2, align: 'right' },
      { title: '其中必检（非随机）', width: 3, align: 'right' },
    ],
    rows: strata.map(({ group, poolSize, excluded, sampleSize, mustCount }) => [
      group,
      String(poolSize),
      String(excluded),
      setting.mode === 'batch' ? `${sampleSize}（每批${setting.batchSize}户）` : String(sampleSize),
      String(mustCount),
    ]),
  };
}

/** What was settled by hand before freezing: 必检 with its ground, objects left out each with its reason. Part of the record. */
export function exclusionBlocks({ excluded, setting }: Pick<DrawView, 'excluded' | 'setting'>): Block[] {
  const must: Block[] =
    setting.must.length === 0
      ? []
      : [{ kind: 'paragraph', text: `必检（非随机）${setting.must.length}户，理由：${setting.mustGround}。` }];
  if (excluded.length === 0) return [...must, { kind: 'paragraph', text: '冻结前排除的对象：无。' }];
  return [
    ...must,
    { kind: 'paragraph', text: `冻结前排除的对象${excluded.length}户：` },
    {
      kind: 'table',
      columns: [
        { title: '名称', width: 5 },
        { title: '编号', width: 4 },
        { title: '原因', width: 5 },
      ],
      rows: excluded.map(({ name, code, excluded: reason, note }) => [
        name,
        code,
        [reason === null ? '' : exclusionReasons[reason], note].filter((part) => part !== '').join('：'),
      ]),
    },
  ];
}

function witnessTable({ witnesses }: DrawView): Block {
  return {
    kind: 'table',
    columns: [
      { title: '序', width: 1, align: 'center' },
      { title: '姓名', width: 2 },
      { title: '单位', width: 5 },
      { title: '身份', width: 4 },
      { title: '数字位数', width: 2, align: 'right' },
      { title: '签名', width: 4 },
    ],
    rows: witnesses.map(({ position, name, unit, identity, digitCount, isDice }) => [
      String(position),
      name,
      unit,
      isDice ? `${identity}（最后掷骰）` : identity,
      String(digitCount),
      '',
    ]),
  };
}
