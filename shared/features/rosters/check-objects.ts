import { checkIdCard } from '../../kernel/id-card.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { nameKey } from '../../kernel/normalise.ts';
import type { ProblemDetails } from '../../kernel/problems.ts';
import { redactText } from '../../kernel/redact.ts';
import { done, type Result } from '../../kernel/result.ts';
import type { RowReader } from '../../kernel/row-reader.ts';
import type { Sheet } from '../../kernel/sheet.ts';
import {
  checkRows,
  type FoundTable,
  findTable,
  type RowCheck,
  type Staged,
  type StagingRefusal,
  stageRows,
} from '../../kernel/staging.ts';
import { checkUscc } from '../../kernel/uscc.ts';
import { isIdCardForUscc } from './object-code.ts';
import {
  type ObjectField,
  type ObjectKind,
  type ObjectStatus,
  objectColumns,
  objectKinds,
  objectStatuses,
  statusSynonyms,
} from './object-columns.ts';

export interface LicenceDraft {
  readonly name: string;
  readonly number: string;
  readonly from?: LocalDate | undefined;
  /** Undefined: not stated, or without end. */
  readonly until?: LocalDate | undefined;
}

/** One 检查对象 as the workbook gives it; texts are empty where nothing was filled in. */
export interface ObjectDraft {
  readonly name: string;
  /** 统一社会信用代码; of a 自然人 the identity card number, which is stored and never published (细则 第六条). */
  readonly code: string;
  readonly kind: ObjectKind;
  readonly address: string;
  readonly principal: string;
  readonly phone: string;
  readonly industry: string;
  readonly town: string;
  readonly registrar: string;
  readonly establishedOn?: LocalDate | undefined;
  readonly status: ObjectStatus;
  /** 状态变更日期、文号; undefined: not stated. */
  readonly statusOn?: LocalDate | undefined;
  readonly statusDocument?: string | undefined;
  readonly aboveScale: boolean;
  readonly priority: boolean;
  readonly tags: readonly string[];
  readonly licences: readonly LicenceDraft[];
}

export type EntryField = keyof ObjectDraft;

export interface KnownObject {
  readonly code: string;
  readonly name: string;
}

/** What a row of the workbook leaves blank, so that it can be told from what it says. */
export interface Blanks {
  readonly blank: readonly EntryField[];
  /** Fields that neither change nor erase anything: numbers with figures hidden. */
  readonly hidden?: readonly EntryField[];
}

/** Checks a 检查对象 workbook against itself and the roster; `today` finds dates that have not come yet. */
export function checkObjects(
  sheets: readonly Sheet[],
  known: readonly KnownObject[],
  today: LocalDate,
  table = findTable(sheets, objectColumns),
): Result<Staged<ObjectDraft, Blanks>, StagingRefusal> {
  return table.ok ? done(stageRows(table.value, objectColumns, objectReader(known, today))) : table;
}

/** The same row by row, for files too large to be held whole. */
export function checkObjectRows(
  table: FoundTable<ObjectField>,
  known: readonly KnownObject[],
  today: LocalDate,
): Generator<RowCheck<ObjectDraft, Blanks>> {
  return checkRows(table, objectColumns, objectReader(known, today));
}

function objectReader(known: readonly KnownObject[], today: LocalDate) {
  const roster = new Set(known.map(({ code }) => code));
  const codeOfName = new Map(known.map(({ name, code }) => [nameKey(name), code]));
  const rowOfCode = new Map<string, number>();

  return (reader: RowReader<ObjectField>, row: number) => {
    const draft = readObject(reader, today);
    // Someone known as 自然人 may come back without the column of kinds.
    const isNamedSo = !roster.has(draft.code) || !reader.isBlank('kind');
    if (draft.kind !== '自然人' && isNamedSo && isIdCardForUscc(draft.code)) {
      reader.note('code', 'ID_CARD_FOR_USCC', { kind: draft.kind });
    }
    const firstRow = rowOfCode.get(draft.code);
    if (firstRow !== undefined) reader.note('code', 'DUPLICATE_IN_FILE', { firstRow });
    if (draft.code !== '' && firstRow === undefined) rowOfCode.set(draft.code, row);
    noteSameName(reader, draft, codeOfName);
    const blank = objectColumns.flatMap(({ key }) => (reader.isBlank(key) ? (entryFields.get(key) ?? []) : []));
    const hidden: readonly EntryField[] = reader.isHidden('phone') ? ['phone'] : [];
    return { draft, update: roster.has(draft.code), blank, ...(hidden.length === 0 ? {} : { hidden }) };
  };
}

/** The field of an entry each column fills; the licences are told by the column of their names. */
const entryFields: ReadonlyMap<ObjectField, EntryField> = new Map(
  objectColumns.flatMap(({ key }): [ObjectField, EntryField][] =>
    key.startsWith('licence') ? (key === 'licenceNames' ? [[key, 'licences']] : []) : [[key, key as EntryField]],
  ),
);

/** The fields a workbook with these columns can fill. */
export function filledBy(columns: Iterable<ObjectField>): readonly EntryField[] {
  return [...columns].flatMap((key) => entryFields.get(key) ?? []);
}

/** Two codes under one name are possible, but more often one of them is wrong. */
function noteSameName(
  reader: RowReader<ObjectField>,
  { name, code, kind }: ObjectDraft,
  codeOfName: Map<string, string>,
): void {
  if (name === '' || code === '' || kind === '自然人') return;
  const other = codeOfName.get(nameKey(name));
  if (other !== undefined && other !== code) reader.note('name', 'SAME_NAME', { code: redactText(other, [other]) });
  if (other === undefined) codeOfName.set(nameKey(name), code);
}

function readObject(reader: RowReader<ObjectField>, today: LocalDate): ObjectDraft {
  reader.require('name');
  reader.require('code');
  const name = reader.text('name');
  const kind = reader.choice('kind', objectKinds, '企业', KIND_SYNONYMS);
  const code = reader.code('code', 'refuse');
  if (code !== '') noteCode(reader, code, kind);
  const phone = reader.phone('phone');
  const establishedOn = reader.date('establishedOn');
  if (establishedOn !== undefined && establishedOn > today) {
    reader.note('establishedOn', 'DATE_IN_FUTURE', { found: establishedOn });
  }
  const statusOn = reader.date('statusOn');
  if (statusOn !== undefined && statusOn > today) reader.note('statusOn', 'DATE_IN_FUTURE', { found: statusOn });
  const statusDocument = reader.text('statusDocument');
  return {
    name,
    code,
    kind,
    address: reader.text('address'),
    principal: reader.text('principal'),
    phone,
    industry: reader.text('industry'),
    town: reader.text('town'),
    registrar: reader.text('registrar'),
    establishedOn,
    status: reader.choice('status', objectStatuses, '存续', statusSynonyms),
    statusOn,
    statusDocument: statusDocument === '' ? undefined : statusDocument,
    aboveScale: reader.flag('aboveScale', false),
    priority: reader.flag('priority', false),
    tags: reader.list('tags'),
    licences: readLicences(reader),
  };
}

const KIND_SYNONYMS: Readonly<Record<string, ObjectKind>> = {
  企业法人: '企业',
  公司: '企业',
  有限责任公司: '企业',
  个体: '个体工商户',
  个体户: '个体工商户',
  合作社: '农民专业合作社',
  个人: '自然人',
};

function noteCode(reader: RowReader<ObjectField>, code: string, kind: ObjectKind): void {
  const findings = kind === '自然人' ? checkIdCard(code) : checkUscc(code);
  for (const { code: found, ...details } of findings) {
    reader.note('code', found, details as ProblemDetails[typeof found]);
  }
}

/** Names, numbers and dates of several licences stand in one cell each, in the same order. */
function readLicences(reader: RowReader<ObjectField>): LicenceDraft[] {
  const names = parts(reader.text('licenceNames'));
  const numbers = parts(reader.text('licenceNumbers'));
  const froms = parts(reader.text('licenceFrom'));
  const untils = parts(reader.text('licenceUntil'));
  const others = Math.max(numbers.length, froms.length, untils.length);
  if (others > names.length) {
    reader.note('licenceNames', 'LICENCE_PARTS', { names: names.length, others });
    return [];
  }
  return names.map((name, index) => {
    const from = reader.day('licenceFrom', froms[index] ?? '');
    const until = reader.day('licenceUntil', untils[index] ?? '');
    if (from !== undefined && until !== undefined && until < from) {
      reader.note('licenceUntil', 'DATES_REVERSED', { from, until });
    }
    return { name, number: numbers[index] ?? '', from, until };
  });
}

function parts(text: string): string[] {
  return text === '' ? [] : text.split(/[；;\n]/).map((part) => part.trim());
}
