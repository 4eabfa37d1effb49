import { z } from 'zod';
import { isLocalDate, type LocalDate } from '../../kernel/local-date.ts';
import type { PathReason } from './approval-path.ts';
import { LookupWords } from './lookup-schemas.ts';

/** `信许〔2026〕3号`. */
export function licenceApplicationNumber(year: number, serial: number): string {
  return `信许〔${year}〕${serial}号`;
}

const Day = z.string().refine(isLocalDate, '请选择日期');

export const RegisterLicence = LookupWords.pick({ askedBy: true }).extend({
  objectId: z.int(),
  licence: z.string().trim().min(1, '请填写许可名称').max(100, '许可名称不超过100个字'),
  appliedOn: Day,
});
export type RegisterLicence = z.infer<typeof RegisterLicence>;

export const TakePath = z.object({
  id: z.int(),
  /** Id of the pack's path. */
  path: z.string().min(1, '请选择办理路径'),
  differsWhy: z.string().trim().max(300, '理由不超过300个字').default(''),
  commitmentId: z.int().nullable().default(null),
  decision: z.enum(['granted', 'denied']),
  decidedOn: Day,
  licenceNumber: z.string().trim().max(100, '许可文号不超过100个字').default(''),
  checkDueOn: Day.nullable().default(null),
});
export type TakePath = z.infer<typeof TakePath>;

export const CheckAfter = z.object({
  id: z.int(),
  checkedOn: Day,
  result: z.enum(['kept', 'broken']),
  /** Of the 承诺书 it was granted on, term by term; empty where it was granted on none. */
  terms: z
    .array(z.enum(['kept', 'broken', 'unchecked']))
    .max(100)
    .readonly()
    .default([]),
  findings: z.string().trim().min(1, '请写明核查情况').max(500, '不超过500个字'),
});
export type CheckAfter = z.infer<typeof CheckAfter>;

export interface LicenceApplication {
  readonly id: number;
  readonly number: string;
  readonly objectId: number;
  readonly objectName: string;
  readonly objectCode: string;
  readonly licence: string;
  readonly appliedOn: LocalDate;
  readonly lookupNumber: string;
  readonly reportId: number;
  readonly seen: string;
  readonly proposedPath: string;
  readonly proposedName: string;
  readonly reasons: readonly PathReason[];
  readonly enteredAt: string;
  readonly enteredById: number;
  readonly enteredBy: string;
  readonly taken: {
    readonly path: string;
    readonly name: string;
    readonly differsWhy: string;
    readonly isPromise: boolean;
    readonly commitmentId: number | null;
    readonly commitmentNumber: string | null;
    readonly decision: 'granted' | 'denied';
    readonly decidedOn: LocalDate;
    readonly licenceNumber: string;
    readonly checkDueOn: LocalDate | null;
    readonly takenBy: string;
  } | null;
  readonly checked: {
    readonly checkedOn: LocalDate;
    readonly result: 'kept' | 'broken';
    readonly findings: string;
    readonly recordId: number | null;
    readonly checkedBy: string;
  } | null;
}

/** 事后审 that is still to be made. */
export interface AfterCheckDue {
  readonly id: number;
  readonly number: string;
  readonly objectName: string;
  readonly licence: string;
  readonly dueOn: LocalDate;
  readonly path: string;
  readonly packId: string;
  readonly packVersion: number;
}

export const licenceStages = {
  open: '待办理',
  'to-check': '待事后审',
  overdue: '事后审逾期',
  settled: '已办结',
} as const;
export type LicenceStage = keyof typeof licenceStages;

/** The stages it is found under; an overdue 事后审 still waits too. */
export function licenceStagesOf({ taken, checked }: LicenceApplication, today: LocalDate): readonly LicenceStage[] {
  if (taken === null) return ['open'];
  if (taken.checkDueOn === null || checked !== null) return ['settled'];
  return taken.checkDueOn < today ? ['to-check', 'overdue'] : ['to-check'];
}

/** How far it is, in words. */
export function licenceStateText({ taken, checked }: LicenceApplication, today: LocalDate): string {
  if (taken === null) return '待办理';
  if (taken.decision === 'denied') return '不予许可';
  if (taken.checkDueOn === null) return '已许可';
  if (checked !== null) return checked.result === 'kept' ? '已许可，事后审相符' : '已许可，事后审违背承诺';
  return taken.checkDueOn < today ? '已许可，事后审逾期' : '已许可，待事后审';
}
