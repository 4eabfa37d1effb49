import type { Block, PrintedDocument } from '../../kernel/document.ts';
import { exclusionBlocks, strataTable, watermarkOf } from './freeze-sheet.document.ts';
import type { DrawView } from './views.ts';

export interface DrawRecordModel {
  readonly bureau: string;
  readonly draw: DrawView;
  readonly manifest: string;
  /** Local times in words, in the order of the ceremony. */
  readonly times: readonly (readonly [step: string, at: string])[];
  readonly printedOn: string;
}

/** 抽取记录 (细则 第九条): everything from which the draw can be checked, for the signatures of those present. */
export function drawRecordDocument(model: DrawRecordModel): PrintedDocument {
  const { draw } = model;
  return {
    title: `随机抽取记录 ${draw.number}`,
    layout: 'form',
    printedOn: model.printedOn,
    ...watermarkOf(draw),
    blocks: [
      { kind: 'paragraph', align: 'center', text: model.bureau },
      { kind: 'title', level: 1, text: '随机抽取记录' },
      {
        kind: 'facts',
        perRow: 2,
        rows: [
          ['抽取编号', draw.number],
          ['任务编号', draw.taskNumber],
          ['任务名称', draw.taskTitle],
          ['抽取地点', draw.place],
          ['监督人', draw.supervisor],
          ...model.times,
        ],
      },
      ...voidBlocks(draw),
      { kind: 'title', level: 3, text: '一、冻结的名单' },
      { kind: 'hex', label: '名单承诺值', text: draw.commitment },
      strataTable(draw),
      ...exclusionBlocks(draw),
      { kind: 'paragraph', text: '清单全文：' },
      ...model.manifest
        .trimEnd()
        .split('\n')
        .map((line): Block => ({ kind: 'paragraph', size: 9, text: line.replace('\t', ' ') })),
      { kind: 'title', level: 3, text: '二、见证取数' },
      digitsTable(draw),
      { kind: 'paragraph', size: 9, text: `种子：${draw.seed ?? '未产生'}` },
      { kind: 'title', level: 3, text: '三、抽取结果' },
      ...amendmentBlocks(draw),
      resultTable(draw),
      ...closing(draw),
    ],
  };
}

function voidBlocks({ voided }: DrawView): Block[] {
  if (voided === null) return [];
  const { reason, approver, witnesses } = voided;
  return [
    {
      kind: 'paragraph',
      bold: true,
      text: `本次抽取已作废。原因：${reason}。批准人：${approver}。在场：${witnesses}。`,
    },
  ];
}

function digitsTable({ witnesses }: DrawView): Block {
  return {
    kind: 'table',
    columns: [
      { title: '序', width: 1, align: 'center' },
      { title: '见证人', width: 2 },
      { title: '单位', width: 4 },
      { title: '身份', width: 3 },
      { title: '公布的数字', width: 4 },
      { title: '签名', width: 3 },
    ],
    rows: witnesses.map(({ position, name, unit, identity, isDice, digits }) => [
      String(position),
      name,
      unit,
      isDice ? `${identity}（掷骰）` : identity,
      digits ?? '未公布',
      '',
    ]),
  };
}

function amendmentBlocks({ amendments }: DrawView): Block[] {
  return amendments.map(({ stage, reason, cause }) => ({
    kind: 'paragraph',
    text: `人员名单第${stage}次公布：${reason}。此前：${cause}`,
  }));
}

function resultTable({ drawn, setting }: DrawView): Block {
  const isBatch = setting.mode === 'batch';
  return {
    kind: 'table',
    size: 9,
    columns: [
      { title: '序', width: 1, align: 'center' },
      { title: '检查对象', width: 6 },
      { title: isBatch ? '批次' : '方式', width: 1.4, align: 'center' },
      { title: '票号', width: 5 },
      { title: '检查人员（首位为组长）', width: 5 },
    ],
    rows: drawn.map(({ order, name, code, kind, batch, ticket, team }) => [
      String(order),
      `${name}\n${code}`,
      isBatch ? String(batch ?? '') : kind,
      ticket,
      team
        .map((seat) => `${seat.name}（${seat.department}）${seat.candidates === 1 ? '［唯一人选，非随机］' : ''}`)
        .join('\n'),
    ]),
    empty: '尚未抽取',
  };
}

function closing({ resultHash, ledgerHead, tmin }: DrawView): Block[] {
  return [
    ...(tmin === null
      ? []
      : [
          {
            kind: 'paragraph',
            text: `检查人员负荷（含年内已承担）上限为${tmin}户，为能排满全部席位的最小值。`,
          } satisfies Block,
        ]),
    ...(resultHash === null ? [] : [{ kind: 'hex', label: '结果哈希', text: resultHash } satisfies Block]),
    ...(ledgerHead === null
      ? []
      : [{ kind: 'hex', label: `台账第${ledgerHead.seq}条校验值`, text: ledgerHead.hash } satisfies Block]),
    { kind: 'paragraph', text: '任何持有验证包的人都可以复算本次抽取，不需要本程序。' },
    { kind: 'signatures', places: ['操作人', '监督人', '纪检人员'], perRow: 3 },
  ];
}
