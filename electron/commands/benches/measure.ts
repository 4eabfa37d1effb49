import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** One figure as a child process reports it. `digest` identifies the output, to compare two ways of the same work. */
export interface Figure {
  readonly milliseconds: number;
  /** Of the processor, all threads together: what the work costs where others use the machine too. */
  readonly cpuMilliseconds: number;
  /** Peak resident memory of the whole process. */
  readonly peakMib: number;
  readonly digest: string;
}

const BENCH = fileURLToPath(new URL('../bench.ts', import.meta.url));

/** Measures one figure in a process of its own, so that neither memory nor warm code is shared. */
export function measureInChild<Told = Figure>(bench: string, figure: string, heapMib = 4_096): Told {
  const child = spawnSync(process.execPath, [`--max-old-space-size=${heapMib}`, BENCH, bench, figure], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (child.status !== 0) throw new Error(`bench ${bench} ${figure} ended with ${child.status ?? child.signal}`);
  return JSON.parse(child.stdout) as Told;
}

/** Runs the work once and prints its figure as a line of JSON. The work returns the digest of its output. */
export function printFigure(work: () => string): void {
  const [started, cpu] = [performance.now(), process.cpuUsage()];
  const digest = work();
  const milliseconds = Math.round(performance.now() - started);
  const { user, system } = process.cpuUsage(cpu);
  const cpuMilliseconds = Math.round((user + system) / 1_000);
  const figure: Figure = {
    milliseconds,
    cpuMilliseconds,
    peakMib: Math.round(process.resourceUsage().maxRSS / 1_024),
    digest,
  };
  process.stdout.write(`${JSON.stringify(figure)}\n`);
}
