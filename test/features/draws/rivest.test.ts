import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { inFolder, packageOf } from '../../support/draw-folder.ts';
import { samplePackage } from '../../support/draw-package.ts';
import { ceremonies, type PublishedVectors, vectors } from '../../support/draw-vectors.ts';

const standIn = fileURLToPath(new URL('../../support/rivest', import.meta.url));
const guide = readFileSync(new URL('../../../resources/verify/说明.txt', import.meta.url), 'utf8');
const env = { ...process.env, PYTHONUTF8: '1', PYTHONPATH: standIn };

/** The lines of 说明.txt, exactly as a reader copies them. */
const lines = /---- 开始 ----\n([\s\S]*?)---- 结束 ----/.exec(guide)?.[1] ?? '';

const firstTwoColumns = (result: string) => result.replaceAll(/^([^\t]*\t[^\t]*).*$/gm, '$1');

describe('说明.txt中用consistent_sampler的几行', () => {
  const packages = [
    ...ceremonies().map((one) => [one.name, packageOf(one)] as const),
    ['样例', samplePackage] as const,
  ];
  test.each(packages)('%s：次序和编号与result.tsv相同', async (_, files) => {
    const run = await inFolder(files, (cwd) => spawnSync('python3', ['-c', lines], { cwd, env, encoding: 'utf8' }));
    expect(run.stderr).toBe('');
    expect(run.stdout).toBe(firstTwoColumns(files['result.tsv'] ?? ''));
  });

  test('只用consistent_sampler和标准库，没有本程序的东西', () => {
    expect(lines.match(/^(?:import|from) .*$/gm)).toEqual([
      'import hashlib, json',
      'from consistent_sampler import sampler',
    ]);
  });
});

describe('代替consistent_sampler的测试模块，与其公布的例子相同', () => {
  const ask = (expression: string) => {
    const code = `import json, consistent_sampler as c; print(json.dumps(${expression}))`;
    return JSON.parse(spawnSync('python3', ['-c', code], { env, encoding: 'utf8' }).stdout);
  };
  const { examples } = vectors<PublishedVectors>('consistent_sampler_published');
  const calls: Readonly<Record<string, string>> = {
    'README ex.1': 'list(c.sampler(["A-1", "A-2", "A-3", "B-1", "B-2", "B-3"], seed=314159, take=4, output="id"))',
    'USAGE ex.1': 'list(c.sampler(["a", "b", "c", "d"], seed=31, output="id"))',
    'USAGE ex.2': 'list(c.sampler(["a", "b", "c", "d"], seed=77, output="id"))',
    'USAGE ex.4/5': 'list(c.sampler([str(n) for n in range(100)], seed=41, take=10, output="id"))',
    'docstring ids': '[t[:2] for t in c.sampler(["ab-1", "ab-2", "cd-1", "ef-3"], seed=314159)]',
    'docstring first_fraction': 'c.first_fraction("AB-130", "01382438112797316654")',
    'docstring sha256_uniform': 'c.sha256_uniform("abc")',
    'docstring next_fraction': 'c.next_fraction("0.25471")',
  };

  test.each(examples)('$where', ({ where, expected }) => {
    const call = Object.entries(calls).find(([key]) => where.startsWith(key))?.[1];
    expect(ask(call ?? 'None')).toEqual(expected);
  });
});
