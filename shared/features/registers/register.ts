import { isLocalDate, type LocalDate } from '../../kernel/local-date.ts';
import { fenIn, yuanText } from '../../kernel/money.ts';
import type { RegisterSubject } from '../../kernel/policy-work.ts';

/** What a column of a register takes. `inspection` and `list-entry` link to what the program holds; only its own registers have them. */
export type ColumnKind =
  | 'text'
  | 'long'
  | 'day'
  | 'count'
  | 'choice'
  | 'enterprise'
  | 'officer'
  | 'money'
  | 'article'
  | 'inspection'
  | 'list-entry';

export interface RegisterColumn {
  readonly id: string;
  readonly title: string;
  readonly kind: ColumnKind;
  readonly choices?: readonly string[] | undefined;
  readonly required: boolean;
  /** Of a day on which something runs out: so many days before it is listed as due. */
  readonly remindDays?: number | undefined;
}

/** 工作台账 as data: what it is for, its columns, whether the public sees it, whether each entry needs a document. */
export interface Register {
  readonly id: string;
  readonly name: string;
  readonly purpose: string;
  readonly about: RegisterSubject;
  readonly columns: readonly RegisterColumn[];
  readonly isPublic: boolean;
  readonly needsAttachment: boolean;
  /** `方案第三部分第8项`. */
  readonly article: string;
  /** Turned off in the pack: what was entered stays, nothing new is taken. */
  readonly isClosed?: boolean;
}

/** Something the program holds, by its number, with the name it had when it was entered. */
export interface Linked {
  readonly id: number | null;
  readonly name: string;
  /** 统一社会信用代码 of an enterprise. */
  readonly code?: string;
}

/** Text, a day, a choice; a count; an amount in fen; something linked. */
export type Cell = string | number | Linked;
export type Cells = Readonly<Record<string, Cell>>;

/** As a form sends it: the number of what is linked, text of everything else, an amount in yuan as typed. */
export type SentCells = Readonly<Record<string, string | number | null | undefined>>;

/** Finds what a cell links to; null where there is no such thing. */
export interface Links {
  readonly enterprise: (id: number) => Linked | null;
  /** Whom the officers' roster knows by that name, if it is one person. */
  readonly officer: (name: string) => number | null;
  readonly inspection: (id: number) => Linked | null;
  readonly listEntry: (id: number) => Linked | null;
  /** Whether the pack in force cites that article. */
  readonly article: (cited: string) => boolean;
}

export interface CellProblem {
  readonly column: string;
  readonly sentence: string;
}

/** Reads a form's cells into what is kept; empty ones are left out. Every problem is told, in the order of the columns. */
export function readCells(
  register: Pick<Register, 'columns'>,
  sent: SentCells,
  links: Links,
): { readonly cells: Cells; readonly problems: readonly CellProblem[] } {
  const cells: Record<string, Cell> = {};
  const problems: CellProblem[] = [];
  for (const column of register.columns) {
    const raw = sent[column.id];
    const value = typeof raw === 'string' ? raw.trim() : raw;
    if (value === undefined || value === null || value === '') {
      if (column.required) problems.push({ column: column.id, sentence: `请填写${column.title}` });
      continue;
    }
    const read = readCell(column, value, links);
    if (read.sentence === null) cells[column.id] = read.cell;
    else problems.push({ column: column.id, sentence: read.sentence });
  }
  return { cells, problems };
}

type ReadCell = { readonly cell: Cell; readonly sentence: null } | { readonly sentence: string };

function readCell(column: RegisterColumn, value: string | number, links: Links): ReadCell {
  const good = (cell: Cell): ReadCell => ({ cell, sentence: null });
  const linked = (found: Linked | null): ReadCell =>
    found === null ? { sentence: `没有找到所选的${column.title}，请重新选择` } : good(found);
  switch (column.kind) {
    case 'text':
      return `${value}`.length > 500 ? { sentence: '不超过500个字' } : good(`${value}`);
    case 'long':
      return `${value}`.length > 5_000 ? { sentence: '不超过5000个字' } : good(`${value}`);
    case 'day':
      return isLocalDate(`${value}`) ? good(`${value}`) : { sentence: '请填写日期' };
    case 'count':
      return /^\d{1,9}$/.test(`${value}`) ? good(Number(value)) : { sentence: '请填写整数' };
    case 'money': {
      const fen = fenIn(`${value}`);
      return fen === null ? { sentence: '请填写金额（元），最多两位小数' } : good(fen);
    }
    case 'choice':
      return column.choices?.includes(`${value}`) === false ? { sentence: '请从列出的选项中选择' } : good(`${value}`);
    case 'article':
      return links.article(`${value}`) ? good(`${value}`) : { sentence: '规则包中没有这一条，请从列出的条款中选择' };
    case 'enterprise':
      return linked(links.enterprise(Number(value)));
    case 'inspection':
      return linked(links.inspection(Number(value)));
    case 'list-entry':
      return linked(links.listEntry(Number(value)));
    case 'officer': {
      if (`${value}`.length > 100) return { sentence: '不超过100个字' };
      return good({ id: links.officer(`${value}`), name: `${value}` });
    }
  }
}

/** The cell as lists, prints and exports show it. */
export function cellText(column: Pick<RegisterColumn, 'kind'>, cell: Cell | undefined): string {
  if (cell === undefined) return '';
  if (typeof cell === 'object') return cell.code === undefined ? cell.name : `${cell.name}（${cell.code}）`;
  return column.kind === 'money' ? `${yuanText(Number(cell))}元` : `${cell}`;
}

/** What a form starts with to change the cell. */
export function sentOf(column: Pick<RegisterColumn, 'kind'>, cell: Cell | undefined): string | number | undefined {
  if (cell === undefined) return undefined;
  if (typeof cell === 'object') return column.kind === 'officer' ? cell.name : (cell.id ?? undefined);
  return column.kind === 'money' ? yuanText(Number(cell)) : cell;
}

/** The day an entry is of: its first day that is not one to be reminded of, else the day it was entered. */
export function dayOfCells({ columns }: Pick<Register, 'columns'>, cells: Cells, enteredOn: LocalDate): LocalDate {
  const first = columns.find(({ id, kind, remindDays }) => kind === 'day' && remindDays === undefined && id in cells);
  return first === undefined ? enteredOn : `${cells[first.id] as string}`;
}

/** The enterprise an entry names first. */
export function objectOfCells({ columns }: Pick<Register, 'columns'>, cells: Cells): number | null {
  const first = columns.find(({ id, kind }) => kind === 'enterprise' && id in cells);
  const cell = first === undefined ? undefined : cells[first.id];
  return typeof cell === 'object' ? cell.id : null;
}

export interface EntryDue {
  readonly title: string;
  readonly on: LocalDate;
}

/** Days that run out, or have: from `remindDays` before on. */
export function duesOfCells(
  { columns }: Pick<Register, 'columns'>,
  cells: Cells,
  isNear: (on: LocalDate, days: number) => boolean,
): readonly EntryDue[] {
  return columns.flatMap(({ id, title, remindDays }) => {
    const on = cells[id];
    return remindDays === undefined || typeof on !== 'string' || !isNear(on, remindDays) ? [] : [{ title, on }];
  });
}

/** One line that tells the entry from others: its first texts. */
export function titleOfCells({ columns }: Pick<Register, 'columns'>, cells: Cells): string {
  const texts = columns
    .filter(({ kind }) => kind !== 'day' && kind !== 'count' && kind !== 'money')
    .map((column) => {
      const cell = cells[column.id];
      return typeof cell === 'object' ? cell.name : cellText(column, cell);
    })
    .filter((text) => text !== '');
  const [first = '（未填）', second] = texts;
  const short = (text: string) => (text.length > 30 ? `${text.slice(0, 30)}……` : text);
  return second === undefined ? short(first) : `${short(first)}　${short(second)}`;
}
