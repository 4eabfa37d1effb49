/** `npm run bench -- NAME [-- OPTIONS]`: prints one JSON line per figure. */

/** `figure` is given to the child process that measures that one figure; options follow a `--`. */
export type Bench = (figure: string | undefined, options: readonly string[]) => void | Promise<void>;

const BENCHES: Readonly<Record<string, () => Promise<Bench>>> = {
  draws: async () => (await import('./benches/draws.ts')).benchDraws,
  fairness: async () => {
    const { benchFairness } = await import('./benches/fairness.ts');
    return (_figure, options) => benchFairness(options);
  },
  statistics: async () => (await import('./benches/statistics.ts')).benchStatistics,
  search: async () => (await import('./benches/search.ts')).benchSearch,
  grading: async () => (await import('./benches/grading.ts')).benchGrading,
  import: async () => (await import('./benches/import.ts')).benchImport,
  print: async () => (await import('./benches/print.ts')).benchPrint,
};

const [name = '', ...rest] = process.argv.slice(2);
const end = rest[0]?.startsWith('--') ? 0 : 1;
const options = rest.slice(end).filter((arg) => arg !== '--');
const bench = Object.hasOwn(BENCHES, name) ? await BENCHES[name]?.() : undefined;
if (bench) {
  await bench(rest.slice(0, end)[0], options);
} else {
  process.stderr.write(`用法：npm run bench -- ${Object.keys(BENCHES).join('|')}\n`);
  process.exitCode = 3;
}
