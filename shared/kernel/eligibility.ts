import type { LocalDate } from './local-date.ts';

/** What a roster knows of an officer that decides whether he takes part in draws. */
export interface OfficerStanding {
  readonly certificate: string;
  /** The certificate's last day; undefined where none is entered. */
  readonly certificateUntil?: LocalDate | undefined;
  /** 行政编制. */
  readonly established: boolean;
  readonly status: string;
  readonly leaves: readonly { readonly fromOn: LocalDate; readonly toOn: LocalDate }[];
}

/** Why an officer takes no part in draws on a day (细则 第七条: 持有有效行政执法证件的行政编制人员). */
export type OfficerBar = 'NO_CERTIFICATE' | 'NO_EXPIRY' | 'EXPIRED' | 'NOT_ESTABLISHED' | 'NOT_ON_DUTY' | 'ON_LEAVE';

export const officerBarNames: Readonly<Record<OfficerBar, string>> = {
  NO_CERTIFICATE: '无执法证',
  NO_EXPIRY: '执法证有效期未填',
  EXPIRED: '执法证已过期',
  NOT_ESTABLISHED: '非行政编制',
  NOT_ON_DUTY: '不在岗',
  ON_LEAVE: '请假',
};

/** First and last day. */
export interface Period {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/**
 * All that bars the officer from a task, in words; empty = takes part. 细则 第七条 asks for a valid certificate of whoever
 * inspects, so it must hold to the task's last day. Leave bars with any day of it in the period, or only where it covers
 * the whole of it.
 */
export function periodBars(
  officer: OfficerStanding,
  today: LocalDate,
  { from, to }: Period,
  leaves: 'any' | 'whole',
): string[] {
  const bars = officerBars({ ...officer, leaves: [] }, today).map((bar) => officerBarNames[bar]);
  const until = officer.certificateUntil;
  if (officer.certificate !== '' && until !== undefined && until >= today && until < to) {
    bars.push(`执法证${until}到期，任务到${to}才结束`);
  }
  const away = officer.leaves.filter(({ fromOn, toOn }) =>
    leaves === 'any' ? fromOn <= to && from <= toOn : fromOn <= from && to <= toOn,
  );
  return [...bars, ...away.map(({ fromOn, toOn }) => `任务期间请假（${fromOn}至${toOn}）`)];
}

/** All that bars the officer on that day; empty = takes part. A certificate is valid to the end of its last day. */
export function officerBars(officer: OfficerStanding, on: LocalDate): OfficerBar[] {
  const { certificate, certificateUntil, established, status, leaves } = officer;
  const holds: readonly (readonly [OfficerBar, boolean])[] = [
    ['NO_CERTIFICATE', certificate === ''],
    ['NO_EXPIRY', certificate !== '' && certificateUntil === undefined],
    ['EXPIRED', certificate !== '' && certificateUntil !== undefined && certificateUntil < on],
    ['NOT_ESTABLISHED', !established],
    ['NOT_ON_DUTY', status !== '在岗'],
    ['ON_LEAVE', leaves.some(({ fromOn, toOn }) => fromOn <= on && on <= toOn)],
  ];
  return holds.filter(([, is]) => is).map(([bar]) => bar);
}
