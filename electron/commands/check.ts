import { runScript } from './run.ts';

/** `npm run check`: types, lint, unit tests. Stops at the first that fails. */
const steps: readonly [name: string, file: string, args: readonly string[]][] = [
  ['types', 'typescript/bin/tsc', ['-b']],
  ['lint', '@biomejs/biome/bin/biome', ['ci', '--error-on-warnings', '--colors=off', '.']],
  ['unit tests', 'vitest/vitest.mjs', ['run', '--project', 'unit']],
];

for (const [name, file, args] of steps) {
  const startedAt = performance.now();
  const code = await runScript(file, args);
  process.stdout.write(
    `${name}: ${code === 0 ? 'ok' : 'failed'} in ${((performance.now() - startedAt) / 1_000).toFixed(1)} s\n`,
  );
  if (code !== 0) process.exit(code);
}
