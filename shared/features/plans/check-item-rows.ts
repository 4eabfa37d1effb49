import { nameKey } from '../../kernel/normalise.ts';
import type { Problem } from '../../kernel/problems.ts';
import { done, type Result } from '../../kernel/result.ts';
import type { RowReader } from '../../kernel/row-reader.ts';
import type { Sheet } from '../../kernel/sheet.ts';
import { findTable, type StagingRefusal, stageRows } from '../../kernel/staging.ts';
import { type CheckItemColumn, checkItemColumns } from './check-item-columns.ts';
import { readItemQuota } from './check-item-quota.ts';
import { type CheckItem, type CheckItemEntry, checkItemFields, checkItemText } from './check-items.ts';
import { type ItemKind, itemKindTitles } from './task.ts';

/** A row fit to be imported; `code` is that of the draft's item it changes, null for a new one. */
export interface StagedCheckItem {
  readonly row: number;
  readonly code: string | null;
  readonly item: CheckItemEntry;
  /** The draft says the same already. */
  readonly isSame: boolean;
}

export interface StagedCheckItems {
  readonly rows: readonly StagedCheckItem[];
  readonly problems: readonly Problem[];
  readonly rowsRead: number;
  readonly unknownHeadings: readonly string[];
  /** Items of the draft the file does not name: they stay. */
  readonly notNamed: readonly { readonly code: string; readonly name: string }[];
}

/** What the workbook is read against: the draft's items, and what an empty 检查主体 stands for. */
export interface CheckItemSetting {
  readonly items: readonly CheckItem[];
  readonly bureau: string;
}

/**
 * Checks a workbook of items against a draft, row by row; nothing is written. An item is known by its code, else by its name;
 * columns the file does not have keep what the draft says.
 */
export function readCheckItems(
  sheets: readonly Sheet[],
  { items, bureau }: CheckItemSetting,
): Result<StagedCheckItems, StagingRefusal> {
  const table = findTable(sheets, checkItemColumns);
  if (!table.ok) return table;
  const has = (key: CheckItemColumn) => table.value.headings.columns.has(key);
  const byCode = new Map(items.map((item) => [item.code, item]));
  const byName = new Map(items.map((item) => [nameKey(item.name), item]));
  const rowOf = new Map<string, number>();
  const staged = stageRows(table.value, checkItemColumns, (reader, row) => {
    reader.require('name');
    const name = reader.text('name');
    const code = has('code') ? reader.code('code', 'allow-short') : '';
    const known = byCode.get(code) ?? byName.get(nameKey(name)) ?? null;
    if (code !== '' && !byCode.has(code)) reader.note('code', 'ITEM_CODE_UNKNOWN', { found: code });
    const key = known?.code ?? nameKey(name);
    const firstRow = rowOf.get(key);
    if (name !== '' && firstRow !== undefined) reader.note('name', 'DUPLICATE_IN_FILE', { firstRow });
    if (firstRow === undefined) rowOf.set(key, row);
    const item = entryOf(reader, has, known, { name, bureau });
    if (item.inBatches && item.kind === 'ordinary') reader.note('inBatches', 'BATCHES_OF_ORDINARY', {});
    const { stumble } = readItemQuota(item);
    if (stumble !== null) reader.note('quota', 'QUOTA_NOT_READ', { text: stumble.text, part: stumble.part });
    return { draft: { known, item }, update: known !== null };
  });
  const rows = staged.rows.map(({ row, draft: { known, item } }) => {
    const isSame =
      known !== null && checkItemFields.every((field) => checkItemText(known, field) === checkItemText(item, field));
    return { row, code: known?.code ?? null, item, isSame };
  });
  const named = new Set(rows.map(({ code }) => code));
  const { problems, rowsRead, unknownHeadings } = staged;
  const notNamed = items.filter(({ code }) => !named.has(code)).map(({ code, name }) => ({ code, name }));
  return done({
    rows,
    problems,
    rowsRead,
    unknownHeadings: unknownHeadings.filter((heading) => heading !== '序号'),
    notNamed,
  });
}

const KINDS: Readonly<Record<string, ItemKind>> = {
  [itemKindTitles.key]: 'key',
  [itemKindTitles.ordinary]: 'ordinary',
};
const KIND_SYNONYMS = {
  重点: itemKindTitles.key,
  重点事项: itemKindTitles.key,
  一般: itemKindTitles.ordinary,
  一般事项: itemKindTitles.ordinary,
};

function entryOf(
  reader: RowReader<CheckItemColumn>,
  has: (key: CheckItemColumn) => boolean,
  known: CheckItem | null,
  { name, bureau }: { readonly name: string; readonly bureau: string },
): CheckItemEntry {
  const text = (key: 'objects' | 'content' | 'basis' | 'quota' | 'frequency' | 'section') =>
    has(key) ? reader.text(key) : (known?.[key] ?? '');
  const kindTitle = has('kind')
    ? reader.choice('kind', Object.keys(KINDS), itemKindTitles[known?.kind ?? 'ordinary'], KIND_SYNONYMS)
    : itemKindTitles[known?.kind ?? 'ordinary'];
  const agency = has('agency') ? reader.text('agency') : (known?.agency ?? '');
  return {
    name,
    kind: KINDS[kindTitle] ?? 'ordinary',
    objects: text('objects'),
    content: text('content'),
    basis: text('basis'),
    methods: has('methods') ? reader.list('methods') : (known?.methods ?? []),
    quota: text('quota'),
    frequency: text('frequency'),
    inBatches: has('inBatches') ? reader.flag('inBatches', false) : (known?.inBatches ?? false),
    section: text('section'),
    agency: agency === '' ? bureau : agency,
    filter: known?.filter ?? null,
  };
}
