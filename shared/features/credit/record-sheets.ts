import { accidentClassTitles, creditKindTitles, severityTitles } from '../../kernel/credit-facts.ts';
import {
  type CreditRecord,
  originTitles,
  type PersonRole,
  personRoleTitles,
  publicityTitles,
} from '../../kernel/credit-records.ts';
import { yuanText } from '../../kernel/money.ts';
import { maskName, withoutNames } from '../../kernel/redact.ts';
import { outcomeTitle } from './kind-fields.ts';
import { publicText } from './public-record.ts';
import { recordColumns } from './record-columns.ts';

/** A record of an enterprise, as lists and exports have it. */
export interface ListedRecord extends CreditRecord {
  readonly objectName: string;
  readonly objectCode: string;
}

interface Column {
  readonly heading: string;
  readonly kind: 'text' | 'number' | 'date';
  readonly width: number;
}

const more: readonly Column[] = [
  { heading: '公示停止日期', kind: 'text', width: 14 },
  { heading: '修复日期', kind: 'text', width: 14 },
  { heading: '来源方式', kind: 'text', width: 12 },
  { heading: '状态', kind: 'text', width: 30 },
];

/** 导出: the columns of the template, so that it can be filled in again, and where the record stands. */
export const exportColumns: readonly Column[] = [
  ...recordColumns.map(({ heading, kind, width }) => ({ heading, kind, width })),
  ...more,
];

/** A row under `exportColumns`; persons are hidden (陈巴尔虎旗方案 第11项). */
export function exportRow(record: ListedRecord): (string | null)[] {
  return [
    creditKindTitles[record.kind],
    record.objectName,
    record.objectCode,
    record.source,
    record.documentNumber,
    record.happenedOn,
    record.endedOn,
    record.severity === null ? '' : severityTitles[record.severity],
    record.accidentClass === null ? '' : accidentClassTitles[record.accidentClass],
    record.amountFen === null ? '' : yuanText(record.amountFen),
    outcomeTitle(record.kind, record.outcome),
    outsideText(record),
    ...(['legal', 'principal', 'controller'] as const).map((role) => personsOf(record, role)),
    publicityTitles[record.publicity],
    record.publishedOn,
    record.publishedWhere,
    record.stoppedOn,
    record.repairedOn,
    originTitles[record.origin],
    standingText(record),
  ];
}

function personsOf({ persons }: ListedRecord, role: PersonRole): string {
  return persons
    .filter((person) => person.role === role)
    .map(({ name }) => maskName(name))
    .join('、');
}

/** `法定代表人张某某`: persons as they are named in what is handed out. */
export function hiddenPersons({ persons }: Pick<ListedRecord, 'persons'>): string {
  return persons.map(({ role, name }) => `${personRoleTitles[role]}${maskName(name)}`).join('、');
}

/** What a record says, for outside: no phone, no identity number, no whole name of a person, nothing of a grade. */
export function outsideText({ summary, persons, objectCode }: ListedRecord): string {
  return publicText(
    withoutNames(
      summary,
      persons.map(({ name }) => name),
    ),
    objectCode,
  );
}

/** `有效`, `已撤销：登记错误`, `已更正（第2版）`. */
export function standingText({ withdrawn, version }: Pick<CreditRecord, 'withdrawn' | 'version'>): string {
  if (withdrawn !== null) return `已撤销：${withdrawn.reason}`;
  return version > 1 ? `已更正（第${version}版）` : '有效';
}

/** For the 国家企业信用信息公示系统, to be imported or pasted (霍林郭勒方案 三（一）): name, code, kind, document, dates, content. */
export const platformColumns: readonly Column[] = [
  { heading: '企业名称', kind: 'text', width: 36 },
  { heading: '统一社会信用代码', kind: 'text', width: 22 },
  { heading: '信息类别', kind: 'text', width: 16 },
  { heading: '文书号', kind: 'text', width: 28 },
  { heading: '决定（发生）日期', kind: 'text', width: 16 },
  { heading: '有效期至', kind: 'text', width: 14 },
  { heading: '作出机关', kind: 'text', width: 28 },
  { heading: '内容', kind: 'text', width: 60 },
];

export function platformRow(record: ListedRecord): (string | null)[] {
  const outcome = outcomeTitle(record.kind, record.outcome);
  const text = outsideText(record);
  return [
    record.objectName,
    record.objectCode,
    creditKindTitles[record.kind],
    record.documentNumber,
    record.happenedOn,
    record.endedOn,
    record.source,
    [outcome, text].filter((part) => part !== '').join('：'),
  ];
}

/** 双公示台账, on paper and as a workbook. */
export const publicityColumns: readonly Column[] = [
  { heading: '信息类别', kind: 'text', width: 14 },
  { heading: '企业名称', kind: 'text', width: 34 },
  { heading: '统一社会信用代码', kind: 'text', width: 22 },
  { heading: '文书号', kind: 'text', width: 26 },
  { heading: '作出机关', kind: 'text', width: 24 },
  { heading: '决定日期', kind: 'text', width: 14 },
  { heading: '应公示日期', kind: 'text', width: 14 },
  { heading: '公示日期', kind: 'text', width: 14 },
  { heading: '公示地址', kind: 'text', width: 34 },
  { heading: '状态', kind: 'text', width: 22 },
];

/** A record with the last day of its publication, whether or not it was published. */
export interface PublicityLine extends ListedRecord {
  readonly dueOn: string | null;
  readonly isOverdue: boolean;
}

export function publicityRow(line: PublicityLine): (string | null)[] {
  return [
    creditKindTitles[line.kind],
    line.objectName,
    line.objectCode,
    line.documentNumber,
    line.source,
    line.happenedOn,
    line.dueOn,
    line.publishedOn,
    line.publishedWhere,
    publicityStanding(line),
  ];
}

/** `待公示`, `逾期未公示`, `已公示（逾期）`, `停止公示（2026-09-01）`. */
export function publicityStanding(line: PublicityLine): string {
  if (line.withdrawn !== null) return '已撤销';
  if (line.publicity === 'stopped') return `停止公示（${line.stoppedOn ?? ''}）`;
  if (line.publicity !== 'published') return line.isOverdue ? '逾期未公示' : publicityTitles[line.publicity];
  const isLate = line.dueOn !== null && line.publishedOn !== null && line.publishedOn > line.dueOn;
  const corrected = line.version > 1 ? '，后有更正' : '';
  return `已公示${isLate ? '（逾期）' : ''}${corrected}`;
}
