import {
  type AccidentClass,
  accidentClassTitles,
  type CreditKind,
  creditKindTitles,
  type Severity,
  severityTitles,
} from '../../kernel/credit-facts.ts';
import {
  type ConcernedPerson,
  type CreditContent,
  type Publicity,
  publicityTitles,
} from '../../kernel/credit-records.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { fenIn } from '../../kernel/money.ts';
import { nameKey } from '../../kernel/normalise.ts';
import type { Problem } from '../../kernel/problems.ts';
import { redactText } from '../../kernel/redact.ts';
import { codeUnseen, createRowReader, type RowReader } from '../../kernel/row-reader.ts';
import type { FoundTable } from '../../kernel/staging.ts';
import { checkUscc } from '../../kernel/uscc.ts';
import { type Authorisation, authorisationFor, authorisationLackTitles } from './authorisations.ts';
import { fieldsOf, isAuthorised, kindOfTitle, outcomeTitle } from './kind-fields.ts';
import { type RecordField, recordColumns } from './record-columns.ts';

/** A record as the workbook gives it. */
export interface RecordDraft extends CreditContent {
  readonly objectId: number;
  readonly objectName: string;
  readonly authorisationId: number | null;
  readonly publicity: Publicity;
  readonly publishedOn: LocalDate | null;
  readonly publishedWhere: string | null;
}

export interface StagedRecord {
  readonly sheet: string;
  readonly row: number;
  readonly draft: RecordDraft;
}

export interface GatheredObject {
  readonly id: number;
  readonly name: string;
}

/** What the rows are held against. */
export interface RecordGrounds {
  readonly objectOf: (code: string) => GatheredObject | undefined;
  readonly authorisationsOf: (
    objectId: number,
  ) => readonly Pick<Authorisation, 'id' | 'kinds' | 'fromOn' | 'untilOn' | 'withdrawnOn' | 'documents'>[];
  /** The department that supplied the file; empty: each row says. */
  readonly supplier: string;
  /** Kinds the office's pack wants published. */
  readonly publicised: ReadonlySet<CreditKind>;
  readonly today: LocalDate;
}

/** A row of an enterprise that is not in the roster. */
export interface StrangerRow {
  readonly code: string;
  readonly name: string;
}

export interface CheckedRow {
  readonly staged: StagedRecord | null;
  readonly problems: readonly Problem[];
  readonly stranger: StrangerRow | null;
}

type Reader = RowReader<RecordField>;

/** Checks a table of records row by row; doubles within the file are told, those in the database are the caller's. */
export function* checkRecords(table: FoundTable<RecordField>, grounds: RecordGrounds): Generator<CheckedRow> {
  const rowOf = new Map<string, number>();
  for (const row of table.rows) {
    const reader = createRowReader(table.sheet.name, row, table.headings, recordColumns);
    const { draft, stranger } = readRecord(reader, grounds);
    const key = documentKey(draft);
    const firstRow = key === null ? undefined : rowOf.get(key);
    if (firstRow !== undefined) reader.note('documentNumber', 'DUPLICATE_IN_FILE', { firstRow });
    else if (key !== null) rowOf.set(key, row.number);
    const isGood = reader.problems.every(({ severity }) => severity !== 'error');
    const staged = isGood ? { sheet: table.sheet.name, row: row.number, draft } : null;
    yield { staged, problems: reader.problems, stranger };
  }
}

/** Under which two records are one: a document of a kind; without a number the day and what it says. Null where neither is there. */
function documentKey({ objectId, kind, documentNumber, happenedOn, source, summary }: RecordDraft): string | null {
  if (objectId === 0 || happenedOn === '') return null;
  const said = documentNumber === '' ? [happenedOn, source, summary] : [documentNumber];
  return [objectId, kind, ...said].join('\n');
}

interface ReadRow {
  readonly draft: RecordDraft;
  readonly stranger: StrangerRow | null;
}

function readRecord(reader: Reader, grounds: RecordGrounds): ReadRow {
  for (const key of ['kind', 'code', 'happenedOn'] as const) reader.require(key);
  const kind = kindOf(reader);
  const { object, stranger } = objectOf(reader, grounds);
  const content = contentOf(reader, kind, grounds);
  const draft = {
    ...content,
    objectId: object?.id ?? 0,
    objectName: object?.name ?? '',
    authorisationId: authorisationOf(reader, object, content, grounds),
    ...publicityOf(reader, content, grounds),
  };
  return { draft, stranger };
}

/** A kind is told by its title; null where it is blank or unknown, which is an error. */
function kindOf(reader: Reader): CreditKind | null {
  return kindOfTitle.get(reader.choice('kind', [...kindOfTitle.keys()], '', kindSynonyms)) ?? null;
}

const kindSynonyms: Readonly<Record<string, string>> = {
  许可: '行政许可',
  处罚: '行政处罚',
  强制: '行政强制',
  确认: '行政确认',
  奖励: '行政奖励',
  裁决: '行政裁决',
  征收: '行政征收',
  给付: '行政给付',
  补偿: '行政补偿',
  行政检查: '行政监督检查',
  监督检查: '行政监督检查',
  投诉: '投诉举报',
  举报: '投诉举报',
  安全生产事故: '事故',
  承诺: '承诺与践诺',
  信用承诺: '承诺与践诺',
  异常名录: '列入异常名录',
  经营异常名录: '列入异常名录',
  严重违法: '严重违法失信',
  严重违法失信名单: '严重违法失信',
};

function objectOf(reader: Reader, grounds: RecordGrounds): { object?: GatheredObject; stranger: StrangerRow | null } {
  const name = reader.text('name');
  const code = codeUnseen(reader, 'code');
  if (code === '') return { stranger: null };
  const object = grounds.objectOf(code);
  if (object === undefined) {
    for (const { code: finding, ...details } of checkUscc(code)) reader.note('code', finding, details as never);
    const isCode = reader.problems.every(({ code: found }) => found !== 'USCC_LENGTH' && found !== 'USCC_CHARACTER');
    if (isCode) reader.note('code', 'OBJECT_UNKNOWN', { name: name === '' ? redactText(code) : name });
    return { stranger: isCode ? { code, name } : null };
  }
  if (name !== '' && nameKey(name) !== nameKey(object.name)) {
    reader.note('name', 'OBJECT_NAME_DIFFERS', { name: object.name });
  }
  return { object, stranger: null };
}

/** Of a row whose kind is not known, only what does not hang on the kind is asked. */
function contentOf(reader: Reader, known: CreditKind | null, { supplier, today }: RecordGrounds): CreditContent {
  const kind = known ?? 'licence';
  const asked = known === null ? null : fieldsOf(known);
  const source = reader.text('source') || supplier;
  if (source === '') reader.note('source', 'MISSING', {});
  const documentNumber = reader.text('documentNumber');
  if (documentNumber === '' && asked?.needsNumber === true) reader.note('documentNumber', 'MISSING', {});
  const happenedOn = reader.date('happenedOn') ?? '';
  if (happenedOn > today) reader.note('happenedOn', 'RECORD_IN_FUTURE', { found: happenedOn });
  return {
    kind,
    source,
    documentNumber,
    happenedOn,
    endedOn: endOf(reader, kind, happenedOn),
    summary: reader.text('summary'),
    severity: asked?.severity === true ? titled<Severity>(reader, 'severity', severityTitles) : null,
    accidentClass: accidentClassOf(reader, asked?.accidentClass === true),
    amountFen: asked?.amount === undefined ? null : amountOf(reader),
    outcome: asked?.outcome === undefined ? null : outcomeOf(reader, kind),
    persons: asked?.persons === true ? personsOf(reader) : [],
  };
}

function endOf(reader: Reader, kind: CreditKind, happenedOn: LocalDate): LocalDate | null {
  if (fieldsOf(kind).end === undefined) return null;
  const on = reader.date('endedOn') ?? null;
  if (on !== null && happenedOn !== '' && on < happenedOn) {
    reader.note('endedOn', 'DATES_REVERSED', { from: happenedOn, until: on });
  }
  return on;
}

/** The key of a title; null where the cell is blank. */
function titled<K extends string>(reader: Reader, key: RecordField, titles: Readonly<Record<K, string>>): K | null {
  const names = Object.values<string>(titles);
  const found = reader.choice(key, names, '');
  return (Object.keys(titles) as K[]).find((one) => titles[one] === found) ?? null;
}

function accidentClassOf(reader: Reader, isAsked: boolean): AccidentClass | null {
  if (!isAsked) return null;
  reader.require('accidentClass');
  return titled<AccidentClass>(reader, 'accidentClass', accidentClassTitles);
}

function amountOf(reader: Reader): number | null {
  const typed = reader.text('amount');
  if (typed === '') return null;
  const fen = fenIn(typed);
  if (fen === null) reader.note('amount', 'AMOUNT_NOT_READ', { found: typed });
  return fen;
}

const outcomeWords: Readonly<Record<string, 'good' | 'bad'>> = {
  正常: 'good',
  良好: 'good',
  合格: 'good',
  达标: 'good',
  践诺: 'good',
  已践诺: 'good',
  履行: 'good',
  异常: 'bad',
  不合格: 'bad',
  不达标: 'bad',
  违诺: 'bad',
  未履行: 'bad',
  欠缴: 'bad',
  发现问题: 'bad',
  存在问题: 'bad',
};

function outcomeOf(reader: Reader, kind: CreditKind): 'good' | 'bad' | null {
  const [good, bad] = [outcomeTitle(kind, 'good'), outcomeTitle(kind, 'bad')];
  const synonyms = Object.fromEntries(
    Object.entries(outcomeWords).map(([word, outcome]) => [word, outcome === 'good' ? good : bad]),
  );
  const found = reader.choice('outcome', [good, bad], '', synonyms);
  return found === good ? 'good' : found === bad ? 'bad' : null;
}

function personsOf(reader: Reader): readonly ConcernedPerson[] {
  return (['legal', 'principal', 'controller'] as const).flatMap((role) =>
    reader.list(role).map((name) => ({ role, name: redactText(name) })),
  );
}

function authorisationOf(
  reader: Reader,
  object: GatheredObject | undefined,
  { kind, happenedOn }: CreditContent,
  grounds: RecordGrounds,
): number | null {
  if (!isAuthorised(kind) || object === undefined || happenedOn === '') return null;
  const found = authorisationFor(grounds.authorisationsOf(object.id), kind, happenedOn);
  if (typeof found !== 'string') return found.id;
  reader.note('kind', 'RECORD_UNAUTHORISED', {
    name: object.name,
    kind: creditKindTitles[kind],
    lack: authorisationLackTitles[found],
  });
  return null;
}

function publicityOf(reader: Reader, { kind, happenedOn }: CreditContent, { publicised, today }: RecordGrounds) {
  const usual = publicised.has(kind) ? publicityTitles.pending : publicityTitles.none;
  const { none, pending, published } = publicityTitles;
  const title = reader.choice('publicity', [none, pending, published], usual, { 是: published, 否: none });
  if (title !== published) {
    return { publicity: title === pending ? 'pending' : 'none', publishedOn: null, publishedWhere: null } as const;
  }
  for (const key of ['publishedOn', 'publishedWhere'] as const) reader.require(key);
  const publishedOn = reader.date('publishedOn') ?? null;
  if (publishedOn !== null && publishedOn > today)
    reader.note('publishedOn', 'RECORD_IN_FUTURE', { found: publishedOn });
  if (publishedOn !== null && happenedOn !== '' && publishedOn < happenedOn) {
    reader.note('publishedOn', 'DATES_REVERSED', { from: happenedOn, until: publishedOn });
  }
  return { publicity: 'published', publishedOn, publishedWhere: reader.text('publishedWhere') } as const;
}
