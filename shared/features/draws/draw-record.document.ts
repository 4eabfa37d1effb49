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
import {
  type BarredOfficer,
  barredBlocks,
  cutOffBlocks,
  digitsTable,
  drawnTable,
  laterBlocks,
  type NamedCutOff,
  teamsTable,
} from './record-tables.ts';
import type { DrawView } from './views.ts';

export interface DrawRecordModel extends DrawPaperModel {
  /** Local times in words, in the order of the ceremony. */
  readonly times: readonly (readonly [step: string, at: string])[];
  /** When each witness's digits were entered, local, in announced order; empty where not yet. */
  readonly digitTimes: readonly string[];
  readonly barred: readonly BarredOfficer[];
  readonly cutOffs: readonly NamedCutOff[];
}

/**
 * 抽取记录 (细则 第九条): everything from which the draw can be checked, for the signatures of those present. It holds
 * grades and exclusions, so it goes to those present, to 纪检 and to reviewing bodies, and is never published.
 */
export function drawRecordDocument(model: DrawRecordModel): PrintedDocument {
  const { draw } = model;
  return {
    title: `随机抽取记录 ${draw.number}`,
    layout: 'form',
    printedOn: model.printedOn,
    ...watermarkOf(draw),
    blocks: [
      ...headOf(model.bureau, '随机抽取记录', draw),
      ...standingBlocks(draw),
      ...headFacts(model, model.times),
      ...numbered([
        { title: '冻结的名单和承诺值', blocks: commitmentBlocks(draw.commitment, model.manifest) },
        { title: '名单、排除和抽取数量', blocks: [strataTable(model, true), ...exclusionBlocks(model)] },
        { title: '必检对象', blocks: mustBlocks(model) },
        { title: '执法人员', blocks: officerBlocks(model) },
        { title: '见证取数和种子', blocks: seedBlocks(model) },
        { title: '截止线附近的票号', blocks: cutOffBlocks(model.cutOffs, draw) },
        { title: draw.setting.mode === 'batch' ? '批次顺序' : '抽中的检查对象', blocks: drawnTable(draw) },
        { title: '检查组', blocks: teamBlocks(draw) },
        { title: '更正、更换和替补', blocks: laterBlocks(draw) },
        { title: '校验值', blocks: hashBlocks(draw) },
        { title: '签名', blocks: [{ kind: 'signatures', places: signersOf(draw), perRow: 2 }] },
      ]),
      {
        kind: 'foot-note',
        text: `本件含等级和排除情况，只交在场人员、纪检和复核机关，不对外公布。打印日期 ${model.printedOn}`,
      },
    ],
  };
}

function officerBlocks({ draw, barred }: DrawRecordModel): Block[] {
  return draw.setting.mode === 'batch'
    ? []
    : [note(`参加抽取的执法人员${draw.officerCount}名，回避关系${draw.recusalCount}条。`), ...barredBlocks(barred)];
}

function seedBlocks({ draw, digitTimes }: DrawRecordModel): Block[] {
  const seed: Block[] =
    draw.seed === null
      ? [note('种子尚未产生。')]
      : [
          note('种子为承诺值与各见证人的数字依次以“|”相连；票号由种子和对象编号算出，票号小的先中。种子：'),
          // Centred text is not stretched: the seed reads as one string.
          { kind: 'paragraph', size: 8.5, align: 'center', text: draw.seed },
        ];
  return [digitsTable(draw, digitTimes), ...seed];
}

function teamBlocks(draw: DrawView): Block[] {
  if (draw.setting.mode === 'batch' || draw.staffedAt === null) return [];
  const { tmin, stage } = draw;
  const single = draw.drawn.flatMap(({ team }) => team).filter(({ candidates }) => candidates === 1).length;
  return [
    note(
      `${stage > 1 ? `下列人员为第${stage}次人员名单抽取的结果。` : ''}检查人员负荷（含年内已承担）上限为${tmin}户，为能排满全部席位的最小值。括号内为部门和该席位的人选，如“5选1”是从5名合格人员中选定${
        single === 0 ? '' : `；${single}个席位只有唯一人选，不属随机`
      }。`,
    ),
    teamsTable(draw),
  ];
}

function hashBlocks({ resultHash, ledgerHead }: DrawView): Block[] {
  if (resultHash === null) return [];
  return [
    { kind: 'hex', label: '结果哈希（验证包中result.tsv的SHA-256）', text: resultHash },
    ...(ledgerHead === null
      ? []
      : [{ kind: 'hex', label: `操作台账第${ledgerHead.seq}条校验值`, text: ledgerHead.hash } satisfies Block]),
    note('任何持有验证包的人都可以复算本次抽取，不需要本程序。'),
  ];
}
