import type { Block, PrintedDocument, TableColumn } from '../../kernel/document.ts';
import { chineseDate, type LocalDate } from '../../kernel/local-date.ts';
import type { PublicRecord, ReportedEnterprise, ReportPart } from './public-record.ts';

export interface ReportHead {
  readonly bureau: string;
  readonly number: string;
  readonly madeOn: LocalDate;
}

export interface ExternalReportModel extends ReportHead {
  readonly record: PublicRecord;
}

export interface InternalReportModel extends ReportHead {
  readonly enterprise: ReportedEnterprise & {
    readonly address: string;
    readonly personInCharge: string;
    readonly isAboveScale: boolean;
    readonly isKey: boolean;
  };
  /** `C级（信用一般）`; null while ungraded. */
  readonly gradeTitle: string | null;
  readonly nationalGrade: string | null;
  /** Each sentence of the explanation with its article. */
  readonly reasons: readonly { readonly text: string; readonly article: string }[];
  /** Rule pack and version of the grade, in words; empty while ungraded. */
  readonly gradedBy: string;
  /** What stands against it, in one sentence. */
  readonly seen: string;
  readonly measures: readonly { readonly text: string; readonly article: string }[];
  /** All records, whatever their 公示. */
  readonly parts: readonly ReportPart[];
}

/** 公共信用信息报告 for the enterprise and others: only what may be shown, never the grade. */
export function externalReportDocument(model: ExternalReportModel): PrintedDocument {
  const { bureau, number, madeOn, record } = model;
  return {
    title: `信用信息报告 ${record.enterprise.name} ${number}`,
    layout: 'form',
    printedOn: madeOn,
    blocks: [
      { kind: 'title', level: 1, text: '信用信息报告' },
      { kind: 'number', align: 'center', text: number },
      enterpriseFacts(record.enterprise),
      ...record.parts.flatMap(partBlocks),
      {
        kind: 'paragraph',
        text: `本报告由${bureau}根据其归集的、依法可以公开的信用信息生成，反映${chineseDate(madeOn)}的情况。已完成信用修复、停止公示的信息不在其内。对内容有异议的，可以向本机关提出，经核实有误的予以更正。`,
      },
      { kind: 'closing', lines: [bureau, chineseDate(madeOn)], seal: true },
    ],
  };
}

/** 内部信用报告, kept with each lookup: the grade with its explanation and every record. */
export function internalReportDocument(model: InternalReportModel): PrintedDocument {
  const { bureau, number, madeOn, enterprise } = model;
  return {
    title: `内部信用报告 ${enterprise.name} ${number}`,
    layout: 'form',
    printedOn: madeOn,
    watermark: '内部使用 不公开',
    blocks: [
      { kind: 'title', level: 1, text: '信用报告（内部）' },
      { kind: 'number', align: 'center', text: number },
      { kind: 'paragraph', align: 'center', bold: true, text: '内部使用　不公开' },
      enterpriseFacts(enterprise, [
        ['负责人', enterprise.personInCharge],
        ['地址（住所）', enterprise.address],
        ['规模以上', enterprise.isAboveScale ? '是' : '否'],
        ['重点/一般', enterprise.isKey ? '重点企业' : '一般企业'],
      ]),
      { kind: 'title', level: 3, text: '一、信用等级' },
      {
        kind: 'facts',
        perRow: 2,
        rows: [
          ['信用等级', model.gradeTitle ?? '尚未评定'],
          ['国家评价等级', model.nationalGrade ?? '未取得'],
        ],
      },
      ...model.reasons.map(({ text, article }) => sentence(text, article)),
      ...(model.gradedBy === '' ? [] : [{ kind: 'paragraph', text: model.gradedBy } as const]),
      { kind: 'title', level: 3, text: '二、结论' },
      { kind: 'paragraph', indent: true, text: model.seen },
      { kind: 'title', level: 3, text: '三、应采取的监管措施' },
      ...(model.measures.length === 0
        ? [{ kind: 'paragraph', indent: true, text: '没有。' } as const]
        : model.measures.map(({ text, article }) => sentence(text, article))),
      { kind: 'title', level: 3, text: '四、信用记录' },
      ...model.parts.flatMap(partBlocks),
      {
        kind: 'paragraph',
        text: `本报告供${bureau}办理行政许可、处罚、检查和申报审核时参考，不得对外提供。信用等级只反映${chineseDate(madeOn)}的情况。`,
      },
    ],
  };
}

function enterpriseFacts(enterprise: ReportedEnterprise, more: readonly (readonly [string, string])[] = []): Block {
  return {
    kind: 'facts',
    perRow: 2,
    rows: [
      ['名称', enterprise.name],
      [enterprise.kind === '自然人' ? '名录编号' : '统一社会信用代码', enterprise.code],
      ['类型', enterprise.kind],
      ['登记状态', enterprise.status],
      ['登记机关', enterprise.registeredBy],
      ['成立日期', enterprise.foundedOn ?? ''],
      ['行业（业务领域）', enterprise.industry],
      ...more,
    ],
  };
}

function sentence(text: string, article: string): Block {
  const plain = text.replace(/。$/, '');
  return { kind: 'paragraph', indent: true, text: article === '' ? `${plain}。` : `${plain}（${article}）。` };
}

const columns: readonly TableColumn[] = [
  { title: '日期', width: 23, align: 'center' },
  { title: '类别', width: 20 },
  { title: '内容', width: 44 },
  { title: '文号', width: 28 },
  { title: '机关', width: 24 },
  { title: '状态', width: 26 },
];

/** A part with its lines; one without any says so in a line. */
function partBlocks({ title, lines }: ReportPart): readonly Block[] {
  if (lines.length === 0) return [{ kind: 'paragraph', text: `${title}：无。` }];
  const rows = lines.map(({ on, what, text, number, by, state }) => [on, what, text, number, by, state]);
  return [
    { kind: 'paragraph', bold: true, text: `${title}（${lines.length}条）` },
    { kind: 'table', size: 9, columns, rows },
  ];
}
