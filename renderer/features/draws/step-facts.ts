import { clockText, minuteText } from '../../ui/when.ts';
import type { Draw } from './draws.queries.ts';

/** One line for each step that is done: what came of it, and when. */
export function stepFacts(draw: Draw): string[] {
  const total = draw.strata.reduce((sum, { sampleSize }) => sum + sampleSize, 0);
  return [
    `名单${draw.poolSize}户，排除${draw.excluded.length}户，执法人员${draw.officerCount}名，回避${draw.recusalCount}条`,
    `承诺值 ${draw.commitment.slice(0, 16)}…　${minuteText(draw.frozenAt)}`,
    digitFacts(draw),
    `${confirmations(draw)}已封存　${minuteText(draw.sealedAt)}`,
    `抽中${total}户　${minuteText(draw.drawnAt)}`,
    draw.setting.mode === 'batch'
      ? `批次顺序不抽人员　${minuteText(draw.staffedAt)}`
      : `负荷上限${draw.tmin}户　${minuteText(draw.staffedAt)}`,
    `结果哈希 ${draw.resultHash?.slice(0, 16)}…　${minuteText(draw.recordedAt)}`,
  ];
}

/** Few witnesses with their digits; a dozen of them would not be one line any more. */
const MOST_NAMED = 6;

function digitFacts({ witnesses }: Draw): string {
  const times = between(witnesses.map(({ enteredAt }) => enteredAt));
  const named = witnesses.map(({ name, digits }) => `${name} ${digits ?? ''}`).join('，');
  return `${witnesses.length <= MOST_NAMED ? named : `${witnesses.length}位见证人，数字齐全`}　${times}`;
}

function confirmations({ witnesses }: Draw): string {
  const times = witnesses.map(({ confirmedAt }) => confirmedAt);
  // Draws sealed before each witness confirmed for himself have none.
  return times.includes(null) ? '' : `${witnesses.length}位见证人确认 ${between(times)}，`;
}

/** `09:03—09:08`, or one time where both are the same minute. */
function between(times: readonly (string | null)[]): string {
  const clock = times
    .filter((at) => at !== null)
    .sort()
    .map(clockText);
  const [first, last] = [clock[0] ?? '', clock.at(-1) ?? ''];
  return first === last ? first : `${first}—${last}`;
}
