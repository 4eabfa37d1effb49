import { maskIdCard, maskPhone } from '../../kernel/redact.ts';
import type { LicenceDraft, ObjectDraft } from './check-objects.ts';
import type { OfficerDraft } from './check-officers.ts';
import { type ExpertEntry, expertColumns } from './experts.ts';
import { objectColumns } from './object-columns.ts';
import { officerColumns, type RecusalReason } from './officer-columns.ts';
import {
  type FormerEmployer,
  formerText,
  type Leave,
  leaveText,
  type Relative,
  relativeText,
} from './officer-facts.ts';

/** An entry of the roster of objects, as it stands and as the history keeps it. */
export type ObjectEntry = ObjectDraft;

/**
 * An entry of the roster of officers; a workbook names one leave at most, the roster keeps all. What was declared comes
 * by the form only; absent = nothing declared.
 */
export interface OfficerEntry extends Omit<OfficerDraft, 'leaveFrom' | 'leaveUntil'> {
  readonly leaves: readonly Leave[];
  readonly formerEmployers?: readonly FormerEmployer[] | undefined;
  readonly relatives?: readonly Relative[] | undefined;
}

export interface RecusalEntry {
  readonly officer: string;
  readonly object: string;
  readonly reason: RecusalReason;
  readonly evidence: string;
  readonly fromOn?: string | undefined;
  /** The last day; absent = until lifted. */
  readonly toOn?: string | undefined;
  readonly liftedOn?: string | undefined;
  readonly liftReason?: string | undefined;
}

/** A field of an entry that changed, as a reader sees it. */
export interface FieldChange {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

type Entry = ObjectEntry | OfficerEntry | RecusalEntry | ExpertEntry;

const labels: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [...expertColumns, ...officerColumns, ...objectColumns].map(({ key, heading }) => [key, heading]),
  ),
  department: '单位',
  licences: '许可证',
  leaves: '请假',
  formerEmployers: '曾任职单位',
  relatives: '申报亲属',
  officer: '执法人员',
  object: '检查对象',
  reason: '回避原因',
  evidence: '依据和说明',
  fromOn: '开始日期',
  toOn: '结束日期',
  liftedOn: '解除日期',
  liftReason: '解除事由',
};

/** What a field is called on screens. */
export function labelOf(field: string): string {
  return labels[field] ?? field;
}

/** A field's value as lists show it: telephone and identity card numbers masked. */
export function fieldText(field: string, value: unknown, isPerson: boolean): string {
  const text = shown(value);
  if (field === 'phone' && text !== '') return maskPhone(text);
  return field === 'code' && isPerson ? maskIdCard(text) : text;
}

/** What differs between two states of an entry, field by field; null stands for no entry. Identity card and telephone numbers are masked. */
export function fieldChanges(before: Entry | null, after: Entry | null): FieldChange[] {
  const [old, now] = [before ?? {}, after ?? {}] as [Record<string, unknown>, Record<string, unknown>];
  const isPerson = [old.kind, now.kind].includes('自然人');
  const keys = [...new Set([...Object.keys(old), ...Object.keys(now)])];
  return keys
    .filter((key) => shown(old[key]) !== shown(now[key]))
    .map((key) => ({
      label: labelOf(key),
      before: fieldText(key, old[key], isPerson),
      after: fieldText(key, now[key], isPerson),
    }));
}

function shown(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (Array.isArray(value)) return value.map(shownPart).join('；');
  return String(value);
}

function shownPart(part: string | LicenceDraft | Leave | FormerEmployer | Relative): string {
  if (typeof part === 'string') return part;
  if ('employer' in part) return formerText(part);
  if ('relation' in part) return relativeText(part);
  if ('fromOn' in part) return leaveText(part);
  const term = part.from === undefined ? (part.until ?? '') : `${part.from}至${part.until ?? '长期'}`;
  return [part.name, part.number, term].filter((text) => text !== '').join(' ');
}
