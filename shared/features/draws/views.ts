import type { WitnessKind } from './attendance.ts';
import type { DrawState, ExclusionReason } from './ceremony.ts';
import type { ChangeLine, EarlierStage, SubstitutionLine } from './changes.ts';
import type { TakingWay } from './digits.ts';
import type { Feasibility } from './feasibility.ts';
import type { DraftStep, DrawSetting } from './schemas.ts';

/** A draw in the list. Instants are UTC. */
export interface DrawLine {
  readonly id: number;
  readonly number: string;
  readonly isRehearsal: boolean;
  readonly state: DrawState;
  readonly taskId: number;
  readonly taskNumber: string;
  readonly taskTitle: string;
  readonly commitment: string;
  readonly frozenAt: string;
  readonly poolSize: number;
  readonly drawnCount: number;
}

export interface DrawWitness {
  readonly position: number;
  readonly name: string;
  readonly unit: string;
  /** Null where it was entered in words before the list was kept; `identity` is what is shown in any case. */
  readonly kind: WitnessKind | null;
  readonly identity: string;
  /** The last one rolls dice. */
  readonly isDice: boolean;
  readonly digitCount: number;
  readonly digits: string | null;
  readonly enteredAt: string | null;
  /** How the digits came in; null before, and for draws made before this was kept. */
  readonly way: TakingWay | null;
  /** Who rolled the dice. */
  readonly rolledBy: string | null;
  /** When he confirmed all digits before sealing. */
  readonly confirmedAt: string | null;
}

/** Digits on the screen, not confirmed yet by the witness whose turn it is. */
export interface EchoLine {
  readonly position: number;
  readonly digits: string;
  readonly way: TakingWay;
  readonly rolledBy: string | null;
}

export interface PoolLine {
  readonly code: string;
  readonly name: string;
  readonly stratum: string;
  readonly excluded: ExclusionReason | null;
  readonly note: string;
  readonly isMust: boolean;
}

export interface StratumLine {
  readonly stratum: string;
  /** 第一组 …: what the public sees. */
  readonly group: string;
  readonly poolSize: number;
  readonly excluded: number;
  readonly mustCount: number;
  readonly sampleSize: number;
}

export interface SeatLine {
  readonly seat: number;
  readonly officerId: number;
  readonly code: string;
  readonly name: string;
  readonly department: string;
  readonly candidates: number;
}

export interface DrawnLine {
  readonly objectId: number;
  readonly order: number;
  readonly code: string;
  readonly name: string;
  readonly stratum: string;
  readonly kind: '随机' | '必检';
  readonly ticket: string;
  readonly batch: number | null;
  /** By seat; the first is 组长. Empty before the officers are drawn. */
  readonly team: readonly SeatLine[];
}

export interface AmendmentLine {
  readonly stage: number;
  readonly reason: string;
  readonly cause: string;
  readonly amendedAt: string;
  /** Of the officers' list of that stage, as its amend-r file records it. */
  readonly officersHash: string;
  /** Of a replacement of officers: who proposed it and who approved, in that order; empty where the list could not fill the seats. */
  readonly proposedBy: string;
  readonly approvedBy: string;
}

/** A draw with all that a step or a document shows. */
export interface DrawView extends DrawLine {
  readonly setting: DrawSetting;
  readonly place: string;
  readonly supervisor: string;
  /** Empty in draws from before it was asked for. */
  readonly supervisorUnit: string;
  readonly operatorName: string;
  readonly seed: string | null;
  readonly sealedAt: string | null;
  readonly drawnAt: string | null;
  readonly staffedAt: string | null;
  /** Kept when the draw is voided afterwards. */
  readonly recordedAt: string | null;
  readonly tmin: number | null;
  readonly stage: number;
  readonly resultHash: string | null;
  readonly ledgerHead: { readonly seq: number; readonly hash: string } | null;
  readonly voided: {
    readonly at: string;
    readonly approver: string;
    readonly reason: string;
    /** All in one text, and one by one; draws voided before that have the text only. */
    readonly witnesses: string;
    readonly present: readonly { readonly name: string; readonly unit: string; readonly identity: string }[];
  } | null;
  readonly witnesses: readonly DrawWitness[];
  readonly echo: EchoLine | null;
  readonly strata: readonly StratumLine[];
  readonly excluded: readonly PoolLine[];
  readonly drawn: readonly DrawnLine[];
  readonly amendments: readonly AmendmentLine[];
  /** Officer stages before the last one with their teams; most draws have none. */
  readonly earlierStages: readonly EarlierStage[];
  /** Approved 替补, oldest first. */
  readonly substitutions: readonly SubstitutionLine[];
  /** 替补 and 更换检查人员 as proposed, with every opinion, newest first. */
  readonly changes: readonly ChangeLine[];
  readonly recusalCount: number;
  readonly officerCount: number;
}

/** Step 名录 as the hall sees it: counts only, no grade and no name. */
export interface HallRoster {
  readonly bureau: string;
  readonly taskNumber: string;
  readonly taskTitle: string;
  readonly isRehearsal: boolean;
  readonly mode: DrawSetting['mode'];
  /** Where the operator is. */
  readonly step: DraftStep;
  /** The draw, once its list is frozen; the rest then no longer matters. */
  readonly drawId: number | null;
  readonly groups: readonly {
    readonly group: string;
    /** Before the exclusions, and left after them. */
    readonly before: number;
    readonly poolSize: number;
    readonly excluded: number;
    readonly mustCount: number;
    readonly sampleSize: number;
  }[];
  readonly before: number;
  readonly poolSize: number;
  readonly mustCount: number;
  readonly sampleSize: number;
  readonly exclusions: readonly { readonly reason: string; readonly count: number }[];
  /** Officers who take part, and recusals between them and the objects. */
  readonly officers: number;
  readonly recusals: number;
  readonly seats: readonly { readonly name: string; readonly candidates: number; readonly isSingle: boolean }[];
  readonly feasibility: Feasibility['kind'];
  /** Nothing speaks against freezing. */
  readonly isReady: boolean;
}
