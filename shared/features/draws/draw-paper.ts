import type { Block } from '../../kernel/document.ts';
import { sayAttendant } from './attendance.ts';
import { exclusionReasons } from './ceremony.ts';
import type { Quota } from './quota.ts';
import { sayQuota, sayReckoning } from './quota-words.ts';
import type { DrawView, StratumLine } from './views.ts';

/** What the papers of a draw print beside the draw itself; all of it as frozen. */
export interface DrawPaperModel {
  readonly bureau: string;
  readonly draw: DrawView;
  /** The task's quota in words, and the items of the plan it carries out; none of a 临时 task. */
  readonly quotaText: string;
  readonly planItems: readonly string[];
  /** 《…细则》第九条. */
  readonly basis: string;
  readonly manifest: string;
  /** What was asked of each stratum, by name. */
  readonly quotas: ReadonlyMap<string, Quota>;
  readonly must: readonly { readonly code: string; readonly name: string }[];
  readonly printedOn: string;
}

/** One numbered part of a paper; a part without blocks is left out. */
export interface PaperPart {
  readonly title: string;
  readonly blocks: readonly Block[];
}

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二', '十三'];

/** The parts that have something in them, numbered 一、二、…. */
export function numbered(parts: readonly PaperPart[]): Block[] {
  return parts
    .filter(({ blocks }) => blocks.length > 0)
    .flatMap(({ title, blocks }, i): Block[] => [
      { kind: 'title', level: 3, text: `${NUMERALS[i]}、${title}` },
      ...blocks,
    ]);
}

/** Printed large across every page: 演练 for ever, 作废 once it is void, both where both hold. */
export function watermarkOf({ isRehearsal, state }: Pick<DrawView, 'isRehearsal' | 'state'>): { watermark?: string } {
  const words = [isRehearsal ? '演练' : '', state === 'void' ? '作废' : ''].filter((word) => word !== '');
  return words.length === 0 ? {} : { watermark: words.join('　') };
}

/** Said in words too, because a copy may lose the watermark. */
export function standingBlocks({ isRehearsal, voided, state }: DrawView): Block[] {
  const bold = (text: string): Block[] => [
    { kind: 'paragraph', bold: true, text },
    { kind: 'space', mm: 2 },
  ];
  return [
    ...(isRehearsal ? bold('本次为演练，不产生检查，不能转为正式抽取。') : []),
    ...(voided === null
      ? []
      : bold(
          `本次抽取已作废。原因：${voided.reason}。批准人：${voided.approver}。在场见证：${
            voided.present.length === 0 ? voided.witnesses : voided.present.map(sayAttendant).join('、')
          }。`,
        )),
    ...(state === 'recorded' || state === 'void' ? [] : bold('抽取尚未完成，本件只记到打印之时，不作签署之用。')),
  ];
}

/** A sentence between tables, smaller than the body of a form. */
export function note(text: string): Block {
  return { kind: 'paragraph', size: 10.5, text };
}

/** The heads of a paper: bureau, title, number. */
export function headOf(bureau: string, title: string, { number }: Pick<DrawView, 'number'>): Block[] {
  return [
    { kind: 'paragraph', align: 'center', text: bureau },
    { kind: 'title', level: 1, text: title },
    { kind: 'number', align: 'center', text: `抽取编号　${number}` },
  ];
}

/** Task, plan item, article; place, people and times side by side. */
export function headFacts(
  { draw, planItems, quotaText, basis }: DrawPaperModel,
  times: readonly (readonly [step: string, at: string])[],
): Block[] {
  return [
    {
      kind: 'facts',
      rows: [
        ['任务', `${draw.taskNumber}　${draw.taskTitle}`],
        ['计划事项', planItems.length === 0 ? '临时任务，不在年度计划内' : planItems.join('；')],
        ['抽取依据', basis],
        ['抽取地点', draw.place],
        ['监督人', saySupervisor(draw)],
      ],
    },
    {
      kind: 'facts',
      perRow: 2,
      rows: [
        ['操作人', draw.operatorName],
        ['任务数量', quotaText],
        [
          '抽取方式',
          draw.setting.mode === 'batch' ? `批次顺序，每批${draw.setting.batchSize}户` : '随机抽取对象和人员',
        ],
        ...times,
      ],
    },
  ];
}

/** C in groups of four with its QR code, and the manifest it is the hash of. */
export function commitmentBlocks(commitment: string, manifest: string): Block[] {
  return [
    { kind: 'hex', label: '名单承诺值（64位，逐组核对；二维码为同一内容）', text: commitment, qr: true },
    note(
      '承诺值是下列清单全文的SHA-256（UTF-8，每行以换行结束，名称与内容之间为一个制表符）。清单写定对象名单、执法人员、回避、方案各文件的SHA-256和见证人将公布的位数，任何改动都会使承诺值改变。',
    ),
    {
      kind: 'table',
      size: 9,
      columns: [{ title: '清单全文', width: 1 }],
      rows: [[manifest.trimEnd().replaceAll('\t', '　')]],
    },
  ];
}

/** 第一组 before the hall; the credit grade too on papers that stay internal. */
export function groupName({ group, stratum }: Pick<StratumLine, 'group' | 'stratum'>, withGrade: boolean): string {
  return withGrade && stratum !== '*' ? `${group}（${stratum}级）` : group;
}

/** The pool before and after the exclusions, what was asked of it and how it was rounded. */
export function strataTable({ draw, quotas }: DrawPaperModel, withGrade: boolean): Block {
  const { strata, setting } = draw;
  const sum = (of: (line: StratumLine) => number) => String(strata.reduce((total, line) => total + of(line), 0));
  const isBatch = setting.mode === 'batch';
  const rows = strata.map((line) => {
    const { stratum, poolSize, excluded, mustCount, sampleSize } = line;
    const quota = quotas.get(stratum);
    return [
      groupName(line, withGrade),
      String(poolSize + excluded),
      String(excluded),
      String(poolSize),
      isBatch || quota === undefined ? '全部排序' : sayQuota(quota),
      isBatch || quota === undefined
        ? `每批${setting.batchSize}户`
        : sayReckoning(poolSize, quota, mustCount, sampleSize),
      String(mustCount),
      String(sampleSize),
    ];
  });
  const total = [
    '合计',
    sum(({ poolSize, excluded }) => poolSize + excluded),
    sum(({ excluded }) => excluded),
    sum(({ poolSize }) => poolSize),
    '',
    '',
    sum(({ mustCount }) => mustCount),
    sum(({ sampleSize }) => sampleSize),
  ];
  return {
    kind: 'table',
    size: 9,
    columns: [
      { title: '组别', width: 2.6, align: 'center' },
      { title: '名单', width: 1.4, align: 'right' },
      { title: '排除', width: 1.3, align: 'right' },
      { title: '排除后', width: 1.5, align: 'right' },
      { title: '比例或数量', width: 2.1, align: 'center' },
      { title: '计算和进位', width: 5 },
      { title: '必检', width: 1.3, align: 'right' },
      { title: '抽取', width: 1.3, align: 'right' },
    ],
    rows: strata.length > 1 ? [...rows, total] : rows,
  };
}

/** Objects left out before freezing, each with its reason. */
export function exclusionBlocks({ draw: { excluded } }: Pick<DrawPaperModel, 'draw'>): Block[] {
  if (excluded.length === 0) return [note('冻结前排除的对象：无。')];
  return [
    note(`冻结前排除的对象${excluded.length}户：`),
    {
      kind: 'table',
      size: 9,
      columns: [
        { title: '序', width: 1, align: 'center' },
        { title: '名称', width: 6 },
        { title: '编号', width: 4.4 },
        { title: '原因', width: 5 },
      ],
      rows: excluded.map(({ name, code, excluded: reason, note }, i) => [
        String(i + 1),
        name,
        code,
        [reason === null ? '' : exclusionReasons[reason], note].filter((part) => part !== '').join('：'),
      ]),
    },
  ];
}

/** 必检: inside the quota, not by lot, with the ground. */
export function mustBlocks({ draw: { setting }, must }: Pick<DrawPaperModel, 'draw' | 'must'>): Block[] {
  if (must.length === 0) return [];
  return [
    note(`必检（非随机）${must.length}户，理由：${setting.mustGround}。`),
    {
      kind: 'table',
      size: 9,
      columns: [
        { title: '序', width: 1, align: 'center' },
        { title: '名称', width: 8 },
        { title: '编号', width: 5 },
      ],
      rows: must.map(({ name, code }, i) => [String(i + 1), name, code]),
    },
  ];
}

/** Who signs at a ceremony, by part and name; the witnesses in announced order. */
export function signersOf({ operatorName, supervisor, witnesses }: DrawView): readonly string[] {
  return [
    `操作人 ${operatorName}`,
    ...(supervisor === '' ? [] : [`监督人 ${supervisor}`]),
    ...witnesses.map(({ name }) => `见证人 ${name}`),
  ];
}

/** `示例监督（示例司法局）`. */
export function saySupervisor({ supervisor, supervisorUnit }: DrawView): string {
  return supervisorUnit === '' ? supervisor : `${supervisor}（${supervisorUnit}）`;
}
