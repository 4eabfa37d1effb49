import type { EntryHandover, SeatHandover } from './handover.ts';
import type { ResultFacts } from './results.ts';
import type { ResultState, VersionState } from './states.ts';

export interface TeamMember {
  /** 0 = 组长. */
  readonly seat: number;
  readonly officerId: number;
  readonly name: string;
  readonly unit: string;
  readonly certificateNumber: string;
}

export interface Notice {
  readonly number: string;
  readonly issuedOn: string;
  readonly inspectOn: string;
  readonly address: string;
  readonly contact: string;
  readonly items: string;
  readonly materials: string;
}

export interface ReviewEntry {
  readonly step: 'review' | 'sign';
  readonly decision: 'approve' | 'return';
  readonly opinion: string;
  readonly by: string;
  readonly at: string;
}

/** One version of a result: the first, or a correction with its reason. */
export interface ResultVersion extends ResultFacts {
  readonly id: number;
  readonly version: number;
  readonly state: VersionState;
  readonly reason: string | null;
  readonly enteredById: number;
  readonly enteredBy: string;
  readonly enteredAt: string;
  readonly reviewedById: number | null;
  readonly reviewedBy: string | null;
  readonly reviewedAt: string | null;
  readonly signedBy: string | null;
  readonly signedAt: string | null;
  readonly publishedOn: string | null;
  readonly reviews: readonly ReviewEntry[];
}

/** An inspection as lists show it. */
export interface InspectionRow {
  readonly id: number;
  readonly drawId: number;
  readonly drawNumber: string;
  readonly taskId: number;
  readonly taskNumber: string;
  readonly taskTitle: string;
  readonly taskToOn: string | null;
  readonly objectId: number;
  readonly objectName: string;
  readonly objectCode: string;
  readonly order: number;
  readonly year: number;
  readonly openedAt: string;
  readonly team: readonly string[];
  readonly noticeNumber: string | null;
  readonly inspectOn: string | null;
  readonly state: ResultState;
  readonly result: ResultFacts['result'] | null;
  readonly problems: ResultFacts['problems'];
  readonly completedOn: string | null;
  readonly publishedOn: string | null;
  /** State of a correction under way beside the published version. */
  readonly correction: Exclude<VersionState, 'published'> | null;
  readonly corrections: number;
  /** 已完结: published, and nothing further to do about it. */
  readonly isClosed: boolean;
  readonly archiveNumber: string | null;
  /** 替换: when and why another object stands in, or the object was struck; null where it stands. */
  readonly replacedAt: string | null;
  readonly replacedWhy: string | null;
  /** 替补: the object whose place it takes. */
  readonly standsFor: string | null;
}

export interface InspectionView extends InspectionRow {
  /** Who acts; who was drawn and since replaced is in `handovers`. */
  readonly members: readonly TeamMember[];
  /** Oldest first. */
  readonly handovers: readonly SeatHandover[];
  readonly entryHandovers: readonly EntryHandover[];
  readonly notice: Notice | null;
  /** Oldest first. */
  readonly versions: readonly ResultVersion[];
  readonly closing: { readonly closedOn: string; readonly note: string; readonly closedBy: string } | null;
}

/** A line as it is published: no phone, no identity number, no grade. */
export interface PublishedLine {
  readonly objectName: string;
  readonly objectCode: string;
  readonly taskNumber: string;
  readonly taskTitle: string;
  readonly result: string;
  readonly completedOn: string;
  readonly version: number;
}

export interface Publication {
  readonly id: number;
  readonly publishedOn: string;
  readonly publishedBy: string;
  readonly isCorrection: boolean;
  readonly count: number;
  readonly listSha256: string;
}

/** The version that holds: the newest published one, else the one under way. */
export function holdingVersion({ versions }: Pick<InspectionView, 'versions'>): ResultVersion | null {
  return versions.findLast(({ state }) => state === 'published') ?? versions.at(-1) ?? null;
}

/** The version being worked on: not yet published. */
export function openVersion({ versions }: Pick<InspectionView, 'versions'>): ResultVersion | null {
  return versions.find(({ state }) => state !== 'published') ?? null;
}
