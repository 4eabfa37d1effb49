import type { CandidateRow } from './candidate-rows.ts';
import type { Candidates, Preview } from './draws.queries.ts';

const spans = ['', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十'];

/** `重点企业一年全覆盖（陈巴尔虎旗方案第三部分第5项，示例），从未检查`; empty where no cycle is due. */
export function dueGround({ cycles }: Candidates, { isDue, isKey, lastOn }: CandidateRow): string {
  const cycle = cycles.find(({ objects }) => objects === (isKey ? 'key' : 'ordinary'));
  if (!isDue || cycle === undefined) return '';
  const since = lastOn === null ? '没有检查记录' : `上次${lastOn}，早于${cycle.since}`;
  return `${cycle.name}${spans[cycle.years]}年全覆盖（${cycle.article}）：${since}`;
}

/** The ground printed for 必检 that come from cycles: `重点企业一年、一般企业三年全覆盖到期`. */
export function groundOf({ cycles }: Candidates, due: readonly Pick<CandidateRow, 'isKey'>[]): string {
  const own = cycles.filter(({ objects }) => due.some(({ isKey }) => isKey === (objects === 'key')));
  if (own.length === 0) return '';
  return `${own.map(({ name, years }) => `${name}${spans[years]}年`).join('、')}全覆盖到期`;
}

/** What the cycles propose, in a sentence. */
export function proposalOf(
  candidates: Candidates | undefined,
  waiting: number,
  { mustCount, sampleSize }: Preview,
): string {
  const cycles = (candidates?.cycles ?? []).map(({ name, years }) => `${name}${spans[years]}年`).join('、');
  const rule = cycles === '' ? '规则包没有规定全覆盖周期。' : `规则包：${cycles}全覆盖。`;
  const proposal = waiting === 0 ? '没有待列入的到期对象。' : `到期而未列入的${waiting}户，建议列为必检。`;
  return `${rule}${proposal}已列必检${mustCount}户，在抽取的${sampleSize}户之内，其余${Math.max(0, sampleSize - mustCount)}户随机抽取。`;
}

/** Codes of those longest without an inspection, never inspected first; equals by code. */
export function longestUninspected(rows: readonly CandidateRow[], count: number): string[] {
  return rows
    .toSorted((a, b) => compare(a.lastOn ?? '', b.lastOn ?? '') || compare(a.code, b.code))
    .slice(0, count)
    .map(({ code }) => code);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
