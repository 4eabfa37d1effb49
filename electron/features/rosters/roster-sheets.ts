import type { ObjectEntry, OfficerEntry } from '../../../shared/features/rosters/entries.ts';
import { type ObjectField, objectColumns } from '../../../shared/features/rosters/object-columns.ts';
import {
  type OfficerField,
  officerColumns,
  officerSheetName,
  recusalColumns,
  recusalSheetName,
} from '../../../shared/features/rosters/officer-columns.ts';
import { maskIdCard, maskPhone, redactText } from '../../../shared/kernel/redact.ts';
import type { Context } from '../../app/context.ts';
import type { CellValue, SheetSpec } from '../../workbooks/write.ts';

/** The entry without telephone and identity card numbers. */
export function masked<E extends ObjectEntry | OfficerEntry>(entry: E): E {
  const phone = entry.phone === '' ? '' : maskPhone(entry.phone);
  return 'code' in entry && entry.kind === '自然人'
    ? { ...entry, phone, code: maskIdCard(entry.code) }
    : { ...entry, phone };
}

const yesNo = (is: boolean) => (is ? '是' : '否');

const objectCells: Record<ObjectField, (entry: ObjectEntry) => CellValue> = {
  name: ({ name }) => name,
  code: ({ code }) => code,
  address: ({ address }) => address,
  principal: ({ principal }) => principal,
  phone: ({ phone }) => phone,
  kind: ({ kind }) => kind,
  industry: ({ industry }) => industry,
  town: ({ town }) => town,
  registrar: ({ registrar }) => registrar,
  establishedOn: ({ establishedOn }) => establishedOn ?? null,
  status: ({ status }) => status,
  statusOn: ({ statusOn }) => statusOn ?? null,
  statusDocument: ({ statusDocument }) => statusDocument ?? '',
  aboveScale: ({ aboveScale }) => yesNo(aboveScale),
  priority: ({ priority }) => yesNo(priority),
  tags: ({ tags }) => tags.join('、'),
  licenceNames: ({ licences }) => licences.map(({ name }) => name).join('；'),
  licenceNumbers: ({ licences }) => licences.map(({ number }) => number).join('；'),
  licenceFrom: ({ licences }) => licences.map(({ from }) => from ?? '').join('；'),
  licenceUntil: ({ licences }) => licences.map(({ until }) => until ?? '').join('；'),
};

/** An entry in the layout of the template: its cells, in the order of `objectColumns`. */
export function objectRow(entry: ObjectEntry): CellValue[] {
  return objectColumns.map(({ key }) => objectCells[key](entry));
}

/** 执法检查人员名录 in the layout of its template. */
export function officerSheet(entries: readonly OfficerEntry[]): SheetSpec {
  const cells: Record<OfficerField, (entry: OfficerEntry) => CellValue> = {
    name: ({ name }) => name,
    department: ({ department }) => department,
    section: ({ section }) => section,
    post: ({ post }) => post,
    certificate: ({ certificate }) => certificate,
    certificateUntil: ({ certificateUntil }) => certificateUntil ?? null,
    established: ({ established }) => yesNo(established),
    scopes: ({ scopes }) => scopes.join('、'),
    leader: ({ leader }) => yesNo(leader),
    status: ({ status }) => status,
    leaveFrom: ({ leaves }) => leaves.at(-1)?.fromOn ?? null,
    leaveUntil: ({ leaves }) => leaves.at(-1)?.toOn ?? null,
    phone: ({ phone }) => phone,
  };
  const rows = entries.map((entry) => officerColumns.map(({ key }) => cells[key](entry)));
  return { name: officerSheetName, columns: officerColumns, rows };
}

/** 回避关系 as it stands today, in the layout of its template. Telephone and identity numbers in the evidence are masked unless `full`. */
export function recusalSheet(ctx: Context, { full = false } = {}): SheetSpec {
  const rows = ctx.rosters
    .recusalsHolding(ctx.today)
    .map((one) => [
      one.officerName,
      one.officerUnit,
      one.objectName,
      one.objectCode,
      one.reason,
      full ? one.evidence : redactText(one.evidence, [one.objectCode]),
      one.fromOn,
      one.toOn,
    ]);
  return { name: recusalSheetName, columns: recusalColumns, rows };
}
