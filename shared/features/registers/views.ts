import type { LocalDate } from '../../kernel/local-date.ts';
import type { Cells } from './register.ts';

export interface EntryVersion {
  readonly version: number;
  readonly day: LocalDate;
  readonly cells: Cells;
  readonly reason: string;
  readonly at: string;
  readonly byName: string;
}

export interface EntryPublication {
  readonly version: number;
  readonly publishedOn: LocalDate;
  readonly place: string;
  readonly byName: string;
}

export interface Withdrawal {
  readonly reason: string;
  readonly at: string;
  readonly byName: string;
}

/** An entry as its newest version has it. */
export interface RegisterEntry extends EntryVersion {
  readonly id: number;
  readonly registerId: string;
  readonly objectId: number | null;
  readonly enteredAt: string;
  readonly withdrawn: Withdrawal | null;
  readonly published: EntryPublication | null;
}

/** 未公示, 已公示, or published in an earlier version only. */
export function publicationText({ published, version }: Pick<RegisterEntry, 'published' | 'version'>): string {
  if (published === null) return '未公示';
  return published.version === version ? `已公示 ${published.publishedOn}` : '更正后未公示';
}
