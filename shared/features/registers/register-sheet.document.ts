import type { Block, PrintedDocument, TableColumn } from '../../kernel/document.ts';
import { type ColumnKind, cellText, type Register } from './register.ts';
import { publicationText, type RegisterEntry } from './views.ts';

export interface RegisterSheetModel {
  readonly bureau: string;
  readonly register: Register;
  /** null = all years. */
  readonly year: number | null;
  readonly entries: readonly RegisterEntry[];
  /** Numbers of files that stand, by entry. */
  readonly attachments: ReadonlyMap<number, number>;
  readonly printedOn: string;
}

const widths: Readonly<Record<ColumnKind, number>> = {
  text: 20,
  long: 40,
  day: 15,
  count: 10,
  choice: 14,
  enterprise: 30,
  officer: 12,
  money: 16,
  inspection: 24,
  'list-entry': 24,
  article: 24,
};

/** A register as a table to file: entries that stand, the oldest first; withdrawn ones stay in the program. */
export function registerSheet(model: RegisterSheetModel): PrintedDocument {
  const { bureau, register, year, attachments, printedOn } = model;
  const entries = model.entries
    .filter(({ withdrawn }) => withdrawn === null)
    .toSorted((a, b) => (a.day === b.day ? a.id - b.id : a.day < b.day ? -1 : 1));
  const title = `${register.name}${year === null ? '' : `（${year}年）`}`;
  const hasFiles = entries.some(({ id }) => (attachments.get(id) ?? 0) > 0) || register.needsAttachment;
  const columns: TableColumn[] = [
    { title: '序号', width: 8, align: 'center' },
    ...register.columns.map(({ title: heading, kind }): TableColumn => {
      const align = kind === 'count' || kind === 'money' ? 'right' : kind === 'day' ? 'center' : 'left';
      return { title: heading, width: widths[kind], align };
    }),
    ...(hasFiles ? [{ title: '附件', width: 9, align: 'center' } as const] : []),
    ...(register.isPublic ? [{ title: '公示', width: 18, align: 'center' } as const] : []),
    { title: '登记人', width: 13, align: 'center' },
  ];
  const rows = entries.map((entry, index) => {
    const files = attachments.get(entry.id) ?? 0;
    return [
      `${index + 1}`,
      ...register.columns.map((column) => cellText(column, entry.cells[column.id])),
      ...(hasFiles ? [files === 0 ? '无' : `${files}份`] : []),
      ...(register.isPublic ? [publicationText(entry)] : []),
      entry.byName,
    ];
  });
  const table: Block = { kind: 'table', columns, rows, size: 9, empty: '没有登记' };
  return {
    title,
    layout: 'landscape',
    printedOn,
    blocks: [
      { kind: 'paragraph', align: 'center', text: bureau },
      { kind: 'title', level: 1, text: title },
      { kind: 'paragraph', size: 10.5, text: `${register.purpose}（${register.article}）` },
      table,
      {
        kind: 'foot-note',
        text: `共${rows.length}条。打印日期${printedOn}。更正过的按最后一次更正打印，撤回的不打印。`,
      },
      { kind: 'signatures', places: ['登记人', '审核人'], perRow: 2 },
    ],
  };
}
