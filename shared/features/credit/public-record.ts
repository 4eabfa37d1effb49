import { authorisedKinds, type CreditKind, creditKindTitles } from '../../kernel/credit-facts.ts';
import { gradeToldIn } from '../../kernel/internal-grade.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { redactText } from '../../kernel/redact.ts';

/** A credit record as far as reports show it. */
export interface ReportedRecord {
  readonly id: number;
  readonly kind: CreditKind;
  readonly happenedOn: LocalDate;
  readonly endedOn: LocalDate | null;
  readonly repairedOn: LocalDate | null;
  readonly source: string;
  readonly documentNumber: string;
  readonly summary: string;
  readonly outcome: 'good' | 'bad' | null;
  readonly publicity: 'none' | 'pending' | 'published' | 'stopped';
  readonly publishedOn: LocalDate | null;
}

/** A line of any part of a report. */
export interface ReportLine {
  readonly on: LocalDate;
  readonly what: string;
  readonly text: string;
  readonly number: string;
  readonly by: string;
  readonly state: string;
}

export interface ReportPart {
  readonly title: string;
  readonly lines: readonly ReportLine[];
}

/** An enterprise as its registration shows it; no telephone, no identity number, no address of a person. */
export interface ReportedEnterprise {
  readonly name: string;
  readonly code: string;
  readonly kind: string;
  readonly status: string;
  readonly foundedOn: LocalDate | null;
  readonly registeredBy: string;
  readonly industry: string;
}

/** What may be shown of an enterprise to itself and others: never its grade. */
export interface PublicRecord {
  readonly enterprise: ReportedEnterprise;
  readonly parts: readonly ReportPart[];
}

export interface PublicSources {
  readonly enterprise: ReportedEnterprise;
  readonly today: LocalDate;
  readonly records: readonly ReportedRecord[];
  /** Licences of the roster. */
  readonly licences: readonly {
    readonly name: string;
    readonly number: string;
    readonly validFrom: LocalDate | null;
    readonly expiresOn: LocalDate | null;
  }[];
  /** Published results of inspections. */
  readonly inspections: readonly ReportLine[];
  /** Published entries of lists that stand. */
  readonly lists: readonly ReportLine[];
  /** Published 信用承诺书. */
  readonly commitments: readonly ReportLine[];
}

const parts = [
  { title: '行政许可', kinds: ['licence'] },
  { title: '行政处罚', kinds: ['penalty'] },
  {
    title: '其他行政行为',
    kinds: ['coercion', 'confirmation', 'ruling', 'levy', 'payment', 'compensation'],
  },
  { title: '守信与奖励', kinds: ['reward', 'trustworthy'] },
  { title: '抽查检查结果', kinds: ['inspection', 'daily-supervision'] },
  { title: '异常名录、失信与名单', kinds: ['abnormal-list', 'serious-violation', 'dishonest'] },
  { title: '信用承诺', kinds: ['commitment'] },
  { title: '其他公示信息', kinds: ['complaint', 'accident', 'judicial'] },
] as const satisfies readonly { readonly title: string; readonly kinds: readonly CreditKind[] }[];

/**
 * What may be shown: records whose 公示 runs, licences, published results, lists and commitments. What is repaired, taken off,
 * stopped, withdrawn, gathered by 授权 or a grade of any kind is left out; personal numbers are masked.
 */
export function publicRecordOf(sources: PublicSources): PublicRecord {
  const { enterprise, today } = sources;
  const clean = (line: ReportLine): ReportLine => ({ ...line, text: publicText(line.text, enterprise.code) });
  const shown = sources.records.filter((record) => isShown(record, today));
  const others: Readonly<Record<string, readonly ReportLine[]>> = {
    行政许可: sources.licences.map(licenceLine),
    抽查检查结果: sources.inspections,
    '异常名录、失信与名单': sources.lists,
    信用承诺: sources.commitments,
  };
  return {
    enterprise,
    parts: parts.map(({ title, kinds }) => {
      const own = shown.filter(({ kind }) => (kinds as readonly CreditKind[]).includes(kind)).map(recordLine);
      return { title, lines: newestFirst([...own, ...(others[title] ?? [])]).map(clean) };
    }),
  };
}

/** Whether a record's 公示 runs today. */
export function isShown(record: ReportedRecord, today: LocalDate): boolean {
  return (
    record.publicity === 'published' &&
    !authorisedKinds.has(record.kind) &&
    !isPast(record.repairedOn, today) &&
    !(isListing(record.kind) && isPast(record.endedOn, today))
  );
}

function isListing(kind: CreditKind): boolean {
  return kind === 'abnormal-list' || kind === 'serious-violation' || kind === 'dishonest';
}

function isPast(on: LocalDate | null, today: LocalDate): boolean {
  return on !== null && on <= today;
}

function recordLine(record: ReportedRecord): ReportLine {
  const { kind, outcome, publishedOn } = record;
  const word = outcome === null || kind !== 'commitment' ? '' : outcome === 'good' ? '（践诺）' : '（违诺）';
  return {
    on: record.happenedOn,
    what: `${creditKindTitles[kind]}${word}`,
    text: record.summary,
    number: record.documentNumber,
    by: record.source,
    state: publishedOn === null ? '' : `${publishedOn}公示`,
  };
}

function licenceLine(licence: PublicSources['licences'][number]): ReportLine {
  const { name, number, validFrom, expiresOn } = licence;
  return {
    on: validFrom ?? '',
    what: '行政许可',
    text: name,
    number,
    by: '',
    state: expiresOn === null ? '长期有效' : `有效期至${expiresOn}`,
  };
}

/** Free text for outside: personal numbers masked, and nothing that names the internal grade. */
export function publicText(text: string, code: string): string {
  return gradeToldIn(text) !== null || /信用等级|风险等级/.test(text) ? '' : redactText(text, [code]);
}

export function newestFirst(lines: readonly ReportLine[]): readonly ReportLine[] {
  return lines.toSorted((one, other) => (one.on < other.on ? 1 : one.on > other.on ? -1 : 0));
}
