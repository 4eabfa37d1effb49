import { ALARM, type ChiSquare } from '../../kernel/chi-square.ts';

/** What the counts say of chance: too few to say anything, as chance has it, off in one of a hundred times, not by chance. */
export type Verdict = { readonly kind: 'too-few' } | ({ readonly kind: 'fits' | 'watch' | 'unfit' } & ChiSquare);

/** Smaller p-values come once in a hundred fair series: worth another look, no more. */
const WATCH = 0.01;

export function verdictOf(found: ChiSquare | null): Verdict {
  if (found === null) return { kind: 'too-few' };
  if (found.p >= WATCH) return { kind: 'fits', ...found };
  return { kind: found.p >= ALARM ? 'watch' : 'unfit', ...found };
}

/** `what` is what was counted, in words. */
export function verdictSentence(verdict: Verdict, what: string): string {
  if (verdict.kind === 'too-few') return `${what}：抽取次数还太少，不能判断是否随机。`;
  const figures = `p=${pText(verdict.p)}，卡方${verdict.statistic.toFixed(1)}，自由度${verdict.degrees}`;
  if (verdict.kind === 'fits') return `${what}：与随机相符（${figures}）。`;
  if (verdict.kind === 'watch') return `${what}：偏差较大，随机时百次中不到一次，宜继续观察（${figures}）。`;
  return `${what}：与随机不符，随机时万次中不到一次，应当核查（${figures}）。`;
}

/** A p-value as people read it. */
export function pText(p: number): string {
  return p < ALARM ? '小于0.0001' : p.toFixed(p < 0.001 ? 4 : 3);
}
