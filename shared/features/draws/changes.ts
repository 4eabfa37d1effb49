import type { PassReason, ReplaceReason } from './substitute.ts';

/** Why an officer of a team cannot serve; the further stage and the record name it. */
export const officerOutReasons = {
  SICK: '病假、产假等请假',
  TRANSFERRED: '调离、退休或不在岗',
  RECUSED: '新发现须回避',
  CERTIFICATE: '执法证件失效',
  DUTY: '另有公务，经批准不能参加',
} as const;
export type OfficerOutReason = keyof typeof officerOutReasons;
export const officerOutCodes = Object.keys(officerOutReasons) as [OfficerOutReason, ...OfficerOutReason[]];

export const changeStates = ['proposed', 'approved', 'returned', 'withdrawn'] as const;
export type ChangeState = (typeof changeStates)[number];
export const changeStateTitles: Readonly<Record<ChangeState, string>> = {
  proposed: '待批准',
  approved: '已批准',
  returned: '已退回',
  withdrawn: '已撤回',
};

export type ChangeKind = 'substitution' | 'officers';

export interface ChangeOpinion {
  readonly decision: 'approve' | 'return';
  readonly opinion: string;
  readonly byId: number;
  readonly by: string;
  readonly at: string;
}

/** An object of the reserve that was passed over, with its own reason. */
export interface PassedLine {
  readonly place: number;
  readonly code: string;
  readonly name: string;
  readonly reason: PassReason;
  readonly note: string;
}

/** A seat at a substitute; `candidates` is null where the team of the object it replaces was taken over. */
export interface SubstituteSeat {
  readonly seat: number;
  readonly officerId: number;
  readonly code: string;
  readonly name: string;
  readonly department: string;
  readonly candidates: number | null;
}

/** One approved 替补. Instants are UTC. Without a substitute the object was struck alone. */
export interface SubstitutionLine {
  readonly changeId: number;
  /** When it was approved. */
  readonly at: string;
  readonly outId: number;
  readonly outCode: string;
  readonly outName: string;
  readonly inId: number | null;
  readonly inCode: string | null;
  readonly inName: string | null;
  readonly stratum: string;
  readonly reason: ReplaceReason;
  readonly note: string;
  readonly document: string;
  readonly documentOn: string | null;
  /** Who proposed it, and who approved. */
  readonly by: string;
  readonly approvedBy: string;
  readonly ticket: string | null;
  /** Place in the stratum's reserve, from 1. */
  readonly place: number | null;
  /** Why nobody takes the place: 必检 is not drawn by lot, or the reserve is used up. */
  readonly alone: 'must' | 'empty' | null;
  readonly passed: readonly PassedLine[];
  /** Of the last officer stage; empty before the officers are drawn. */
  readonly team: readonly SubstituteSeat[];
}

export interface OfficerOut {
  readonly officerId: number;
  readonly name: string;
  readonly reason: OfficerOutReason;
}

/** A change after the drawing as the draw's page lists it, the ones under way and the refused ones too. */
export interface ChangeLine {
  readonly id: number;
  readonly kind: ChangeKind;
  readonly state: ChangeState;
  readonly note: string;
  readonly document: string;
  readonly documentOn: string | null;
  readonly proposedById: number;
  readonly proposedBy: string;
  readonly proposedAt: string;
  readonly opinions: readonly ChangeOpinion[];
  readonly substitution: {
    readonly outName: string;
    /** 第5户, or 本组递补第1位 of one that stood in itself. */
    readonly outPlace: string;
    readonly inName: string | null;
    readonly reason: ReplaceReason;
    readonly place: number | null;
    readonly alone: 'must' | 'empty' | null;
    readonly passed: readonly PassedLine[];
  } | null;
  readonly officersOut: readonly OfficerOut[];
}

/** The teams of an officer stage before the last: they stay on record. */
export interface EarlierStage {
  readonly stage: number;
  readonly tmin: number | null;
  readonly resultHash: string;
  readonly staffedAt: string;
  readonly teams: readonly { readonly order: number; readonly name: string; readonly officers: readonly string[] }[];
}
