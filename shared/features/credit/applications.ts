import { z } from 'zod';
import { isLocalDate, type LocalDate } from '../../kernel/local-date.ts';
import type { PathReason } from './approval-path.ts';
import { LookupWords } from './lookup-schemas.ts';

/** 工作方案: 项目申报、资金争取、企业奖励、技术创新申报. */
export const applicationKindTitles = {
  project: '项目申报',
  funds: '资金审核',
  reward: '奖补',
  innovation: '技术创新申报',
} as const;
export type ApplicationKind = keyof typeof applicationKindTitles;
export const applicationKinds = Object.keys(applicationKindTitles) as [ApplicationKind, ...ApplicationKind[]];

/** open = checked, to be decided. */
export type ApplicationState = 'open' | 'support' | 'refuse';
export const applicationStateTitles: Readonly<Record<ApplicationState, string>> = {
  open: '待决定',
  support: '同意上报',
  refuse: '不予上报',
};

/** `信审〔2026〕3号`. */
export function applicationNumber(year: number, serial: number): string {
  return `信审〔${year}〕${serial}号`;
}

/** `额工信信告〔2026〕3-1号`: the 告知书 of the n-th check of an application. */
export function refusalNoticeNumber(shortName: string, number: string, check: number): string {
  return `${shortName}信告${number.replace(/^信审/, '').replace(/号$/, '')}-${check}号`;
}

const Day = z.string().refine(isLocalDate, '请选择日期');

export const RegisterApplication = LookupWords.pick({ askedBy: true }).extend({
  kind: z.enum(applicationKinds),
  objectId: z.int(),
  title: z.string().trim().min(1, '请填写项目（资金、奖补）名称').max(120, '名称不超过120个字'),
  /** Fen. */
  amountFen: z.int().min(1).nullable().default(null),
  documentNumber: z.string().trim().max(100, '文号不超过100个字').default(''),
  receivedOn: Day,
  note: z.string().trim().max(500, '说明不超过500个字').default(''),
});
export type RegisterApplication = z.infer<typeof RegisterApplication>;

export const PromiseApplication = z.object({ id: z.int(), commitmentId: z.int() });
export const RecheckApplication = z.object({
  id: z.int(),
  remedy: z.string().trim().min(1, '请写明纠正了什么、怎样修复').max(500, '不超过500个字'),
});
export const DecideApplication = z.object({
  id: z.int(),
  outcome: z.enum(['support', 'refuse']),
  reason: z.string().trim().min(1, '请填写理由').max(500, '理由不超过500个字'),
});

export interface ApplicationCheck {
  readonly id: number;
  readonly lookupId: number;
  readonly lookupNumber: string;
  readonly reportId: number;
  readonly seen: string;
  readonly proposal: 'support' | 'refuse';
  readonly findings: readonly PathReason[];
  /** What was put right since the refusal; empty for the first check. */
  readonly remedy: string;
  readonly checkedAt: string;
  readonly checkedById: number;
  readonly checkedBy: string;
  readonly decision: {
    readonly outcome: 'support' | 'refuse';
    readonly reason: string;
    readonly noticeNumber: string | null;
    readonly decidedOn: LocalDate;
    readonly decidedBy: string;
  } | null;
}

export interface CreditApplication {
  readonly id: number;
  readonly number: string;
  readonly kind: ApplicationKind;
  readonly objectId: number;
  readonly objectName: string;
  readonly objectCode: string;
  readonly title: string;
  readonly amountFen: number | null;
  readonly documentNumber: string;
  readonly receivedOn: LocalDate;
  readonly note: string;
  readonly enteredAt: string;
  readonly enteredById: number;
  readonly enteredBy: string;
  /** The signed 承诺书 it rests on. */
  readonly promise: { readonly commitmentId: number; readonly number: string; readonly signedOn: LocalDate } | null;
  /** Oldest first; never empty. */
  readonly checks: readonly ApplicationCheck[];
}

export function stateOf({ checks }: Pick<CreditApplication, 'checks'>): ApplicationState {
  return checks.at(-1)?.decision?.outcome ?? 'open';
}
