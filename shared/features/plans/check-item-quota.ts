import { PERIOD_WORDS, type QuotaReading, type QuotaRounds, sayQuota } from '../../kernel/quota-reading.ts';
import { type QuotaRefusal, readQuota } from '../../kernel/quota-text.ts';

/** 抽查比例 and 频次 of an item as the quota reader understands them. */
export interface ItemQuotaReading {
  /** Null where nothing is filled in, or it is not understood; then `stumble` says where. */
  readonly quota: QuotaReading | null;
  readonly stumble: QuotaRefusal['details'] | null;
  /** How often, by the text of the frequency; null where it is not understood (it is published as it stands). */
  readonly rounds: QuotaRounds | null;
}

/** Reads both texts. A frequency stands alone (每年1次), so it is read behind a figure. */
export function readItemQuota({
  quota,
  frequency,
}: {
  readonly quota: string;
  readonly frequency: string;
}): ItemQuotaReading {
  const read = quota.trim() === '' ? null : readQuota(quota);
  const often = frequency.trim() === '' ? null : readQuota(`1户，${frequency.trim()}`);
  return {
    quota: read?.ok === true ? read.value : null,
    stumble: read?.ok === false ? read.details : null,
    rounds: often?.ok === true ? often.value.rounds : null,
  };
}

/** `不少于5%；每年不少于1次`; null where neither was understood. */
export function sayItemQuota({ quota, rounds }: ItemQuotaReading): string | null {
  const parts = [...(quota === null ? [] : [sayQuota(quota)]), ...(rounds === null ? [] : [sayFrequency(rounds)])];
  return parts.length === 0 ? null : parts.join('，');
}

/** The largest ratio the reading asks, in basis points; null where it asks none. */
export function largestRatio(quota: QuotaReading | null): number | null {
  const ratios = (quota?.clauses ?? []).flatMap(({ figure }) => (figure.kind === 'ratio' ? [figure.bp] : []));
  return ratios.length === 0 ? null : Math.max(...ratios);
}

function sayFrequency({ perDepartment, every, occasions, times, timesAtLeast }: QuotaRounds): string {
  const who = perDepartment ? '每部门' : '';
  const when = every === null ? '' : `每${PERIOD_WORDS[every]}`;
  const which = occasions.length === 0 ? '' : `每类${occasions.join('、')}`;
  return `${who}${when}${which}${timesAtLeast ? '不少于' : ''}${times}次`;
}
