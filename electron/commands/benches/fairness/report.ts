import { ALARM } from '../../../../shared/kernel/chi-square.ts';
import type { FairnessFigure } from './figures.ts';

/** The outcome as a reader who knows no statistics can follow it; Markdown. */
export function fairnessReport(figures: readonly FairnessFigure[]): string {
  const own = figures.filter(({ isControl }) => !isControl);
  const controls = figures.filter(({ isControl }) => isControl);
  const seeds = Math.max(...figures.map((figure) => figure.seeds));
  const isSound = figures.every(({ stands }) => stands);
  return [
    '# 抽取公平性检验报告',
    '',
    `算法 SSJ-1。每项检验用至多${seeds}个事先固定的种子各抽一次，数出各户、各人被抽中的次数，与机会均等时应有的次数相比。`,
    'p值是机会确实均等时，出现这么大或更大偏差的可能性；',
    `p小于${ALARM}（万分之一）的，认定不公平。样本不放回，卡方统计量按不放回修正：Q=(N-1)/N·Σ(c-Rp)²/(Rp(1-p))，自由度N-1。`,
    '',
    `**结论：${isSound ? conclusion(own.length, controls.length) : failure(figures)}**`,
    '',
    '## 本程序的抽取',
    '',
    ...tableOf(own, (figure) => (figure.stands ? '与机会均等相符' : '不相符')),
    '',
    '## 对照：已知不公平的做法',
    '',
    '同样的检验必须能查出下列做法，否则检验本身没有用处。',
    '',
    ...tableOf(controls, (figure) => (figure.stands ? '查出不公平' : '没有查出')),
    '',
  ].join('\n');
}

function conclusion(own: number, controls: number): string {
  return `本程序的${own}项检验全部与机会均等相符；${controls}项对照全部被查出。`;
}

function failure(figures: readonly FairnessFigure[]): string {
  const names = figures.filter(({ stands }) => !stands).map(({ way, test }) => `${way}：${test}`);
  return `下列各项不符合要求：${names.join('；')}。`;
}

function tableOf(figures: readonly FairnessFigure[], verdict: (figure: FairnessFigure) => string): string[] {
  return [
    '| 做法 | 检验 | 种子数 | 统计量 | 自由度 | p值 | 判断 |',
    '|---|---|--:|--:|--:|--:|---|',
    ...figures.map((figure) => {
      const { way, test, seeds, statistic, degrees, p } = figure;
      return `| ${way} | ${test} | ${seeds} | ${statistic.toFixed(1)} | ${degrees} | ${pText(p)} | ${verdict(figure)} |`;
    }),
  ];
}

function pText(p: number): string {
  if (p === 0) return '小于1e-300';
  return p < 0.001 ? p.toExponential(1) : p.toFixed(3);
}
