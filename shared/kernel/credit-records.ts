import type { AccidentClass, CreditKind, Severity } from './credit-facts.ts';
import type { LocalDate } from './local-date.ts';

/** Who answers for an enterprise beside itself (鸡西方案 第21项). */
export const personRoleTitles = {
  legal: '法定代表人',
  principal: '主要负责人',
  controller: '实际控制人',
  other: '其他责任人',
} as const;
export type PersonRole = keyof typeof personRoleTitles;
export const personRoles = Object.keys(personRoleTitles) as readonly PersonRole[];

/** A person a record concerns. Identity numbers are not kept. */
export interface ConcernedPerson {
  readonly role: PersonRole;
  readonly name: string;
}

/** How a record came: `department` = another department's result taken over (互认), `program` = arose from a matter handled here. */
export const originTitles = {
  typed: '手工登记',
  import: '批量导入',
  inspection: '检查结果',
  department: '部门互认',
  program: '办理形成',
} as const;
export type RecordOrigin = keyof typeof originTitles;

export const publicityTitles = { none: '不公示', pending: '待公示', published: '已公示', stopped: '停止公示' } as const;
export type Publicity = keyof typeof publicityTitles;
export const publicities = Object.keys(publicityTitles) as readonly Publicity[];

/** What a record says; a correction says all of it anew. Amounts are in fen. */
export interface CreditContent {
  readonly kind: CreditKind;
  /** Decided, or happened. */
  readonly happenedOn: LocalDate;
  /** Effective until, or off the list; null while it lasts. */
  readonly endedOn: LocalDate | null;
  /** The department it comes from. */
  readonly source: string;
  readonly documentNumber: string;
  readonly summary: string;
  readonly severity: Severity | null;
  readonly accidentClass: AccidentClass | null;
  readonly amountFen: number | null;
  readonly outcome: 'good' | 'bad' | null;
  readonly persons: readonly ConcernedPerson[];
}

/** A record as it stands. Instants are UTC. */
export interface CreditRecord extends CreditContent {
  readonly id: number;
  readonly objectId: number;
  readonly authorisationId: number | null;
  readonly origin: RecordOrigin;
  readonly batchId: number | null;
  readonly publicity: Publicity;
  readonly publishedOn: LocalDate | null;
  readonly publishedWhere: string | null;
  readonly stoppedOn: LocalDate | null;
  readonly stopReason: string | null;
  /** 信用修复 completed. */
  readonly repairedOn: LocalDate | null;
  /** 1 until it is corrected. */
  readonly version: number;
  /** Why it was last corrected; empty for the first version. */
  readonly reason: string;
  readonly enteredBy: string;
  readonly enteredAt: string;
  /** 撤销; it stays listed. */
  readonly withdrawn: { readonly at: string; readonly by: string; readonly reason: string } | null;
}

/** What stood before a correction, or stands now. */
export interface RecordVersion extends CreditContent {
  readonly version: number;
  /** Why it was corrected; empty for the first. */
  readonly reason: string;
  readonly enteredBy: string;
  readonly enteredAt: string;
}

/** `行政处罚 示罚〔2026〕3号`; without a number its summary. */
export function factTitle(
  kindTitle: string,
  { documentNumber, summary }: Pick<CreditContent, 'documentNumber' | 'summary'>,
): string {
  const said = documentNumber || summary;
  return said === '' ? kindTitle : `${kindTitle} ${said}`;
}
