import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type FairnessFigure, fairnessRuns, figuresOf } from './fairness/figures.ts';
import { fairnessReport } from './fairness/report.ts';

const USAGE = '用法：npm run bench -- fairness -- [--seeds 个数（至少4000）] [--report 文件]\n';
/** With fewer the controls are not found out for certain. */
const FEWEST_SEEDS = 4_000;
const BETWEEN_NOTES = 2_000;

/** The statistics of draw.md over many seeds: a JSON line per figure, then the report. Ends with 1 where a figure does not stand. */
export function benchFairness(args: readonly string[]): void {
  const asked = optionsOf(args);
  if (asked === null) {
    process.stderr.write(USAGE);
    process.exitCode = 3;
    return;
  }
  const figures: FairnessFigure[] = [];
  const runs = fairnessRuns(asked.seeds);
  for (const [index, run] of runs.entries()) {
    for (const figure of figuresOf(run, progressOf(`${index + 1}/${runs.length} ${run.way}`, run.seeds))) {
      process.stdout.write(`${JSON.stringify(figure)}\n`);
      figures.push(figure);
    }
  }
  const report = fairnessReport(figures);
  if (asked.report === undefined) process.stdout.write(`\n${report}`);
  else writeFileSync(asked.report, report);
  if (figures.some(({ stands }) => !stands)) process.exitCode = 1;
}

function optionsOf(args: readonly string[]): { seeds: number; report: string | undefined } | null {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { seeds: { type: 'string', default: '4000' }, report: { type: 'string' } },
    });
    const seeds = /^[1-9]\d{0,6}$/.test(values.seeds) ? Number(values.seeds) : 0;
    return seeds < FEWEST_SEEDS ? null : { seeds, report: values.report };
  } catch {
    return null;
  }
}

function progressOf(title: string, rounds: number) {
  let noted = performance.now();
  return (round: number) => {
    const isLast = round === rounds - 1;
    if (!isLast && performance.now() - noted < BETWEEN_NOTES) return;
    noted = performance.now();
    process.stderr.write(`${title}：${round + 1}/${rounds}\n`);
  };
}
