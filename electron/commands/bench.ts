/** `npm run bench -- NAME`: prints one JSON line per figure. */

/** `figure` is given to the child process that measures that one figure. */
export type Bench = (figure: string | undefined) => void | Promise<void>;

const BENCHES: Readonly<Record<string, () => Promise<Bench>>> = {
  draws: async () => (await import('./benches/draws.ts')).benchDraws,
  search: async () => (await import('./benches/search.ts')).benchSearch,
  import: async () => (await import('./benches/import.ts')).benchImport,
  print: async () => (await import('./benches/print.ts')).benchPrint,
};

const [name = '', figure] = process.argv.slice(2);
const bench = Object.hasOwn(BENCHES, name) ? await BENCHES[name]?.() : undefined;
if (bench) {
  await bench(figure);
} else {
  process.stderr.write(`用法：npm run bench -- ${Object.keys(BENCHES).join('|')}\n`);
  process.exitCode = 3;
}
