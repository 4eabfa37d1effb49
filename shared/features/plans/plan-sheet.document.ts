import type { Block, PrintedDocument, TableColumn } from '../../kernel/document.ts';
import { chineseDate, type LocalDate } from '../../kernel/local-date.ts';
import { ownTexts } from './own-plan.ts';
import type { PlanKind } from './plan.ts';
import { PLAN_COLUMNS, type PlanColumn } from './plan-columns.ts';
import type { PlanItem } from './plan-items.ts';

/** An item as published; `amended` is the 第几次调整 that brought or cancelled it. */
export interface PublishedItem {
  readonly item: PlanItem;
  readonly amended: number | null;
  readonly isCancelled: boolean;
}

export interface PlanSheetModel {
  readonly bureau: string;
  readonly title: string;
  readonly kind: PlanKind;
  readonly approvedOn: LocalDate | null;
  readonly documentNumber: string;
  /** Approved amendments, in their order. */
  readonly amendments: readonly {
    readonly serial: number;
    readonly approvedOn: LocalDate | null;
    readonly reason: string;
  }[];
  readonly items: readonly PublishedItem[];
  readonly printedOn: LocalDate;
}

const JOINT_WIDTHS: readonly (readonly [PlanColumn, number])[] = [
  ['number', 22],
  ['name', 66],
  ['objects', 62],
  ['initiators', 44],
  ['participants', 50],
  ['methods', 44],
  ['level', 30],
  ['quota', 54],
  ['period', 48],
  ['initiatorItems', 72],
  ['participantItems', 72],
  ['focus', 96],
  ['remark', 44],
];
const OWN_WIDTHS = [
  ['number', '序号', 22],
  ['category', '抽查类别', 48],
  ['name', '抽查事项', 92],
  ['objects', '检查对象', 80],
  ['kind', '事项类别', 52],
  ['quota', '抽查比例及频次', 70],
  ['estimate', '预估抽查对象数', 48],
  ['period', '检查时间', 66],
  ['initiators', '检查主体', 60],
  ['direction', '定向/不定向', 48],
  ['basis', '检查依据', 90],
  ['remark', '备注', 50],
] as const;

/** The plan as it is made public: its table, when it was approved, and what amendments changed. 细则 第五条、第八条. */
export function planSheetDocument(model: PlanSheetModel): PrintedDocument {
  const { bureau, title, kind, approvedOn, documentNumber, amendments, items, printedOn } = model;
  const table = kind === 'own' ? ownTable(items) : jointTable(items);
  const number = documentNumber === '' ? '' : `（${documentNumber}）`;
  const approved = approvedOn === null ? '尚未批准' : `${chineseDate(approvedOn)}批准${number}`;
  return {
    title,
    layout: 'landscape',
    printedOn,
    ...(approvedOn === null ? { watermark: '草稿' } : {}),
    blocks: [
      { kind: 'title', level: 1, text: title },
      {
        kind: 'paragraph',
        text: `制定机关：${bureau}　${approved}　共${items.filter(({ isCancelled }) => !isCancelled).length}项`,
      },
      table,
      ...amendments.map(
        ({ serial, approvedOn: on, reason }): Block => ({
          kind: 'paragraph',
          text: `第${serial}次调整（${on === null ? '' : `${chineseDate(on)}批准`}）：${reason}`,
        }),
      ),
      { kind: 'closing', lines: [bureau, chineseDate(printedOn)] },
    ],
  };
}

function jointTable(items: readonly PublishedItem[]): Block {
  const columns = JOINT_WIDTHS.map(([column, width]): TableColumn => ({ title: PLAN_COLUMNS[column], width }));
  const rows = items.map((published) =>
    JOINT_WIDTHS.map(([column]) => marked(published, column === 'remark', published.item.cells[column])),
  );
  return { kind: 'table', size: 7, columns, rows };
}

function ownTable(items: readonly PublishedItem[]): Block {
  const columns = OWN_WIDTHS.map(([, title, width]): TableColumn => ({ title, width }));
  const rows = items.map((published) => {
    const texts = ownTexts(published.item);
    return OWN_WIDTHS.map(([column]) => marked(published, column === 'remark', texts[column]));
  });
  return { kind: 'table', size: 8, columns, rows };
}

/** The remark says which amendment an item comes from. */
function marked({ amended, isCancelled }: PublishedItem, isRemark: boolean, text: string): string {
  if (!isRemark || amended === null) return text;
  return [text, `第${amended}次调整${isCancelled ? '取消' : ''}`].filter((part) => part !== '').join('；');
}
