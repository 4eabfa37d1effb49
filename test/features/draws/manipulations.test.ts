import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { replay } from '../../../electron/commands/replay.ts';
import { MANIPULATIONS } from '../../support/draw-manipulations.ts';
import { type Package, samplePackage, signedOfSample } from '../../support/draw-package.ts';

const script = fileURLToPath(new URL('../../../resources/verify/verify.py', import.meta.url));
const root = mkdtempSync(join(tmpdir(), 'draw-'));

/** Runs verify.py on many folders in one Python; each as `python3 verify.py FOLDER C=… R=…` would end. */
const RUN_ALL = `
import contextlib, importlib.util, io, json, sys
spec = importlib.util.spec_from_file_location("verify", sys.argv[1])
verify = importlib.util.module_from_spec(spec)
spec.loader.exec_module(verify)
for case in json.load(sys.stdin):
    told, code = io.StringIO(), 0
    with contextlib.redirect_stderr(told), contextlib.redirect_stdout(io.StringIO()):
        try:
            verify.verify(verify.load(case["folder"]), C=case["seed"], R=case["resultHash"])
        except SystemExit as stopped:
            code = stopped.code
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            told.write(f"plan.json 第1行：{error}")
            code = 3
    print(json.dumps([code, told.getvalue()]))
`;

const cases = [
  { name: '原样', files: samplePackage as Package, told: /^$/, signed: signedOfSample },
  { name: '原样，不核对纸面', files: samplePackage as Package, told: /^$/, signed: {} },
  ...MANIPULATIONS,
].map((one, n) => ({ ...one, folder: join(root, String(n)) }));
const python: [code: number, told: string][] = [];

beforeAll(() => {
  for (const { folder, files } of cases) {
    mkdirSync(folder);
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  }
  const input = cases.map(({ folder, signed: { seed = '', resultHash = '' } }) => ({ folder, seed, resultHash }));
  const env = { ...process.env, PYTHONUTF8: '1' };
  const run = spawnSync('python3', ['-c', RUN_ALL, script], { input: JSON.stringify(input), encoding: 'utf8', env });
  expect(run.stderr).toBe('');
  python.push(
    ...run.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line)),
  );
});
afterAll(() => rmSync(root, { recursive: true }));

test('至少五十种不同的改动', () => {
  expect(new Set(MANIPULATIONS.map(({ name }) => name)).size).toBe(MANIPULATIONS.length);
  expect(MANIPULATIONS.length).toBeGreaterThan(100);
});

describe('verify.py', () => {
  test.each(cases.map((one, n) => [one.name, n] as const))('%s', (name, n) => {
    const [code, told] = python[n]!;
    expect(told).toMatch(cases[n]!.told);
    expect(code === 0).toBe(name.startsWith('原样'));
  });
});

describe('npm run replay', () => {
  test.each(cases.map((one) => [one.name, one] as const))('%s', (name, { folder, signed, told }) => {
    const report = replay(folder, signed);
    expect(report.exit === 0).toBe(name.startsWith('原样'));
    if (!name.startsWith('原样')) expect(report.stderr).toMatch(told);
  });
});
