import { departmentNamed } from '../../kernel/departments.ts';
import { type LocalDate, localDate } from '../../kernel/local-date.ts';
import { byNameKey, nameKey, tidy } from '../../kernel/normalise.ts';
import type { Department } from '../../kernel/policy-entries.ts';
import { redactText } from '../../kernel/redact.ts';
import { done, type Result } from '../../kernel/result.ts';
import { codeUnseen, type RowReader } from '../../kernel/row-reader.ts';
import type { Sheet } from '../../kernel/sheet.ts';
import { findTable, type Staged, type StagingRefusal, stageRows } from '../../kernel/staging.ts';
import { type PastField, pastColumns, resultSynonyms } from './past-columns.ts';
import type { PastInspectionDraft, PastMember } from './past-inspections.ts';
import { type ResultCode, results, resultTitles } from './results.ts';

export interface InspectableObject {
  readonly id: number;
  /** 统一社会信用代码, or the identity card number of a 自然人. */
  readonly code: string;
  readonly name: string;
}

export interface Inspector {
  readonly id: number;
  readonly name: string;
  readonly unit: string;
  /** Short, as plans name it. */
  readonly department: string;
  readonly certificate: string;
}

/** An inspection that is there already, and where it is from. */
export interface KnownInspection {
  readonly objectId: number;
  readonly itemName: string;
  readonly inspectedOn: LocalDate;
  readonly department: string;
  readonly from: string;
}

/** What rows of past inspections are held against. */
export interface PastCheck {
  readonly objects: readonly InspectableObject[];
  readonly officers: readonly Inspector[];
  /** Names of items of all plans and lists. */
  readonly itemNames: readonly string[];
  readonly past: readonly KnownInspection[];
  /** Drawn and recorded by this program; `from` is the task's number. */
  readonly drawn: readonly Omit<KnownInspection, 'department'>[];
  readonly bureau: { readonly name: string; readonly shortName: string; readonly department: string };
  readonly departments: readonly Department[];
  readonly today: LocalDate;
}

/** Earlier days are slips of the pen: the program counts years from 2000. */
const FIRST_DAY = localDate(2000, 1, 1) ?? '';

type Reader = RowReader<PastField>;

/** Checks a workbook of 以往检查 against the rosters, the plans and what is entered already; nothing is written. */
export function checkPast(
  sheets: readonly Sheet[],
  given: PastCheck,
): Result<Staged<PastInspectionDraft>, StagingRefusal> {
  const table = findTable(sheets, pastColumns);
  if (!table.ok) return table;
  const find = findersOf(given);
  const rowOf = new Map<string, number>();
  return done(
    stageRows(table.value, pastColumns, (reader, row) => {
      const draft = readPast(reader, find, given);
      const key = inspectionKey(draft);
      const firstRow = rowOf.get(key);
      const isGood = reader.problems.every(({ severity }) => severity !== 'error');
      if (isGood && firstRow !== undefined) reader.note('object', 'DUPLICATE_IN_FILE', { firstRow });
      if (isGood && firstRow === undefined) {
        rowOf.set(key, row);
        noteKnown(reader, draft, find);
      }
      return { draft, update: false };
    }),
  );
}

/** Under which two entries are the same inspection of the same item. */
export function inspectionKey(
  one: Pick<KnownInspection, 'objectId' | 'itemName' | 'inspectedOn' | 'department'>,
): string {
  return [one.objectId, one.inspectedOn, nameKey(one.itemName), one.department].join('\n');
}

function noteKnown(reader: Reader, draft: PastInspectionDraft, find: Finders): void {
  const there = find.past.get(inspectionKey(draft));
  const drawn = draft.isOwn ? find.drawn.get(inspectionKey({ ...draft, department: '' })) : undefined;
  if (there !== undefined) reader.note('object', 'INSPECTION_THERE', { from: there });
  else if (drawn !== undefined) reader.note('object', 'INSPECTION_DRAWN', { taskNumber: drawn });
}

interface Finders {
  readonly objectByCode: ReadonlyMap<string, InspectableObject>;
  readonly objectsByName: ReadonlyMap<string, readonly InspectableObject[]>;
  readonly officersByName: ReadonlyMap<string, readonly Inspector[]>;
  readonly officerByCertificate: ReadonlyMap<string, Inspector>;
  readonly itemKeys: ReadonlySet<string>;
  readonly past: ReadonlyMap<string, string>;
  readonly drawn: ReadonlyMap<string, string>;
}

function findersOf({ objects, officers, itemNames, past, drawn }: PastCheck): Finders {
  return {
    objectByCode: new Map(objects.map((object) => [object.code, object])),
    objectsByName: byNameKey(objects, ({ name }) => name),
    officersByName: byNameKey(officers, ({ name }) => name),
    officerByCertificate: new Map(
      officers.flatMap((officer) => (officer.certificate === '' ? [] : [[officer.certificate, officer] as const])),
    ),
    itemKeys: new Set(itemNames.map(nameKey)),
    past: new Map(past.map((one) => [inspectionKey(one), one.from])),
    drawn: new Map(drawn.map((one) => [inspectionKey({ ...one, department: '' }), one.from])),
  };
}

function readPast(reader: Reader, find: Finders, given: PastCheck): PastInspectionDraft {
  for (const key of ['object', 'item', 'inspectedOn', 'result'] as const) reader.require(key);
  const object = objectOf(reader, find);
  const itemName = reader.text('item');
  if (itemName !== '' && !find.itemKeys.has(nameKey(itemName))) reader.note('item', 'ITEM_UNKNOWN', { name: itemName });
  const who = departmentOf(reader.list('department'), given);
  return {
    objectId: object?.id ?? 0,
    objectName: object?.name ?? '',
    itemName,
    inspectedOn: dayOf(reader, given.today),
    ...who,
    team: teamOf(reader, who, find, given.departments),
    documentNumber: reader.text('documentNumber'),
    isPublished: reader.flag('published', true),
    ...resultOf(reader),
  };
}

function objectOf(reader: Reader, find: Finders): InspectableObject | undefined {
  const name = reader.text('object');
  const code = codeUnseen(reader, 'code');
  if (code === '') {
    if (name === '') return undefined;
    const found = find.objectsByName.get(nameKey(name)) ?? [];
    if (found.length === 0) reader.note('object', 'OBJECT_UNKNOWN', { name });
    else if (found.length > 1) reader.note('code', 'OBJECT_AMBIGUOUS', { name });
    return found[0];
  }
  const object = find.objectByCode.get(code);
  if (object === undefined) reader.note('code', 'OBJECT_UNKNOWN', { name: name === '' ? redactText(code) : name });
  else if (name !== '' && nameKey(name) !== nameKey(object.name)) {
    reader.note('object', 'OBJECT_NAME_DIFFERS', { name: object.name });
  }
  return object;
}

function dayOf(reader: Reader, today: LocalDate): LocalDate {
  const on = reader.date('inspectedOn');
  if (on === undefined) return '';
  if (on > today) reader.note('inspectedOn', 'INSPECTED_IN_FUTURE', { found: on });
  if (on < FIRST_DAY) reader.note('inspectedOn', 'INSPECTED_TOO_EARLY', { found: on, from: FIRST_DAY });
  return on;
}

/** The departments by the short names of the pack; this office is among them where none is named. */
export function departmentOf(
  named: readonly string[],
  { bureau, departments }: Pick<PastCheck, 'bureau' | 'departments'>,
): { isOwn: boolean; department: string } {
  const own = [bureau.name, bureau.shortName, bureau.department].map(nameKey);
  const shorts = named.map((text) => {
    const short = departmentNamed(text, departments)?.short ?? tidy(text);
    return own.includes(nameKey(text)) || own.includes(nameKey(short)) ? bureau.department : short;
  });
  const all = [...new Set(shorts.length === 0 ? [bureau.department] : shorts)];
  return { isOwn: all.includes(bureau.department), department: all.join('、') };
}

interface Who {
  readonly isOwn: boolean;
  readonly department: string;
}

/** Officers of other departments are not looked for in vain: only this office's missing ones are noted. */
function teamOf(reader: Reader, who: Who, find: Finders, departments: readonly Department[]): PastMember[] {
  const names = reader.list('officers');
  const certificates = reader.list('certificates').map((certificate) => nameKey(certificate));
  if (certificates.length > 0 && certificates.length !== names.length) {
    reader.note('certificates', 'CERTIFICATE_PARTS', { names: names.length, others: certificates.length });
    return [];
  }
  const team: PastMember[] = [];
  for (const [index, written] of names.entries()) {
    const member = memberOf(reader, { written, certificate: certificates[index] ?? '' }, who, find, departments);
    const isSeated = member.officerId !== null && team.some(({ officerId }) => officerId === member.officerId);
    if (!isSeated) team.push(member);
  }
  return team;
}

function memberOf(
  reader: Reader,
  { written, certificate }: { readonly written: string; readonly certificate: string },
  who: Who,
  find: Finders,
  departments: readonly Department[],
): PastMember {
  const [name, unit] = nameAndUnit(written);
  const kept = { officerId: null, name: written, certificate };
  const holder = find.officerByCertificate.get(certificate);
  if (holder !== undefined && nameKey(holder.name) !== nameKey(name)) {
    reader.note('certificates', 'INSPECTOR_CERTIFICATE', { name, holder: holder.name });
    return kept;
  }
  const alike = find.officersByName.get(nameKey(name)) ?? [];
  const found = holder === undefined ? namesakesOf(alike, unit, who, departments) : [holder];
  const [officer] = found;
  if (officer !== undefined && found.length === 1) {
    return { officerId: officer.id, name: officer.name, certificate: officer.certificate };
  }
  if (found.length > 1) reader.note('officers', 'INSPECTOR_AMBIGUOUS', { name });
  else if (who.isOwn) reader.note('officers', 'INSPECTOR_UNKNOWN', { name: written });
  return kept;
}

/** Of several of one name: those of the unit written beside it, else those of the departments that inspected. */
function namesakesOf(
  alike: readonly Inspector[],
  unit: string,
  { department }: Who,
  departments: readonly Department[],
): readonly Inspector[] {
  if (unit !== '') {
    const short = departmentNamed(unit, departments)?.short;
    return alike.filter((officer) => officer.department === short || nameKey(officer.unit).includes(nameKey(unit)));
  }
  const present = alike.filter((officer) => department.split('、').includes(officer.department));
  return alike.length > 1 && present.length === 1 ? present : alike;
}

/** 示例甲（应急管理局）; what tells the part in the team is no unit. */
function nameAndUnit(written: string): readonly [name: string, unit: string] {
  const parts = /^(.+?)[（(]([^（）()]+)[）)]$/.exec(written);
  if (parts === null) return [written, ''];
  const [, name = '', unit = ''] = parts;
  return [tidy(name), /^(?:组长|副组长|组员|成员|带队)$/.test(unit) ? '' : tidy(unit)];
}

/** Another wording than the rules' is kept in the note. */
function resultOf(reader: Reader): { result: ResultCode; note: string } {
  const titles = results.map((code) => resultTitles[code]);
  const written = Object.fromEntries(Object.entries(resultSynonyms).map(([text, code]) => [text, resultTitles[code]]));
  const title = reader.choice('result', titles, resultTitles['no-problem'], written);
  const result = results.find((code) => resultTitles[code] === title) ?? 'no-problem';
  const typed = reader.text('result');
  const wording = typed === '' || nameKey(typed) === nameKey(title) ? [] : [`原表结果：${typed}`];
  return { result, note: [...wording, reader.text('note')].filter((part) => part !== '').join('；') };
}
