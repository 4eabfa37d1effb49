import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { replay } from '../../../electron/commands/replay.ts';
import { inFolder, packageOf } from '../../support/draw-folder.ts';
import { ceremonies, ceremony, rowsText, sha256 } from '../../support/draw-vectors.ts';

const command = fileURLToPath(new URL('../../../electron/commands/replay.ts', import.meta.url));
const full = ceremony('full example');
const second = ceremony('second officer stage');

/** The files with one of them changed, as is everything that hashes it. */
function recommitted(files: Record<string, string>, name: string, content: string): Record<string, string> {
  const manifest = files['manifest.txt']!.replace(sha256(files[name]!), sha256(content));
  const { 'result.tsv': _, ...rest } = files;
  return { ...rest, 'manifest.txt': manifest, [name]: content };
}

describe('exit 0: equal', () => {
  test.each(ceremonies().map((one) => [one.name, one] as const))('%s', async (_, one) => {
    const report = await inFolder(packageOf(one), replay);
    expect(report).toMatchObject({ exit: 0, stdout: rowsText(one.rows) });
    expect(report.stderr).toBe(`名单承诺值 ${one.commit}\n结果哈希 ${one.result_sha256}\n`);
  });

  test('the second officer stage decides', async () => {
    const report = await inFolder(packageOf(second, true), replay);
    expect(report).toMatchObject({ exit: 0, stdout: rowsText(second.r2?.rows ?? []) });
  });

  test('without result.tsv the rows are printed', async () => {
    const { 'result.tsv': _, ...files } = packageOf(full);
    expect(await inFolder(files, replay)).toMatchObject({ exit: 0, stdout: rowsText(full.rows) });
  });
});

describe('exit 1: mismatch', () => {
  test('another name in the result, with its line', async () => {
    const files = packageOf(full);
    const result = files['result.tsv']!.replace('ZF005', 'ZF007');
    const report = await inFolder({ ...files, 'result.tsv': result }, replay);
    expect(report.exit).toBe(1);
    expect(report.stdout).toBe(rowsText(full.rows));
    expect(report.stderr).toContain('result.tsv 第1行与复算不一致');
  });

  test.each([
    ['a row too few', (text: string) => text.slice(0, text.lastIndexOf('\n', text.length - 2) + 1), 40],
    ['a row too many', (text: string) => `${text}41\tX\tA\t随机\n`, 41],
    ['nothing', () => '', 1],
    ['no final LF', (text: string) => text.trimEnd(), 41],
  ])('%s in the result', async (_, change, line) => {
    const files = packageOf(full);
    const report = await inFolder({ ...files, 'result.tsv': change(files['result.tsv']!) }, replay);
    expect(report.exit).toBe(1);
    expect(report.stderr).toContain(`result.tsv 第${line}行`);
  });

  test.each([
    ['objects.tsv', '\tA\n', '\tB\n'],
    ['officers.tsv', '\t40\n', '\t41\n'],
    ['recusals.tsv', 'ZF001', 'ZF000'],
    ['plan.json', '"slack":0', '"slack":1'],
  ])('%s is not the frozen one', async (name, from, to) => {
    const files = packageOf(full);
    const report = await inFolder({ ...files, [name]: files[name]!.replace(from, to) }, replay);
    expect(report).toMatchObject({ exit: 1, stdout: '' });
    expect(report.stderr).toContain(`${name}与冻结时不一致`);
  });

  test('other digits give another result', async () => {
    const files = packageOf(full);
    const report = await inFolder({ ...files, 'digits.txt': files['digits.txt']!.replace('831705', '831706') }, replay);
    expect(report.exit).toBe(1);
  });

  test('a digit too many, a witness too few', async () => {
    const files = packageOf(full);
    const longer = await inFolder(
      { ...files, 'digits.txt': files['digits.txt']!.replace('831705', '8317051') },
      replay,
    );
    expect(longer).toMatchObject({
      exit: 1,
      stderr: 'digits.txt 第1行：见证数字的位数与冻结时不一致，约定6、6、6、6位，现为7、6、6、6位。\n',
    });
    const fewer = await inFolder({ ...files, 'digits.txt': files['digits.txt']!.replace('831705\n', '') }, replay);
    expect(fewer.exit).toBe(1);
  });

  test('a real draw is not its rehearsal', async () => {
    const files = packageOf(ceremony('rehearsal'));
    const manifest = files['manifest.txt']!.replace('-演练', '').replace('YL', '');
    expect((await inFolder({ ...files, 'manifest.txt': manifest }, replay)).exit).toBe(1);
  });
});

test('exit 2: infeasible, with the cause', async () => {
  const officers = full.officers_tsv
    .split('\n')
    .filter((line) => !line.includes('消防'))
    .join('\n');
  const report = await inFolder(recommitted(packageOf(full), 'officers.tsv', officers), replay);
  expect(report).toMatchObject({ exit: 2, stdout: '' });
  expect(report.stderr).toMatch(/^人员无法排满：这9个消防席位没有符合条件的执法人员。/);
});

test('a first stage that was infeasible does not matter once amended', async () => {
  const files = packageOf(second, true);
  const changed = recommitted(files, 'officers.tsv', '');
  expect((await inFolder(changed, replay)).exit).toBe(0);
  const { 'amend-r2.txt': _a, 'officers.r2.tsv': _o, 'recusals.r2.tsv': _r, ...first } = changed;
  expect((await inFolder(first, replay)).exit).toBe(2);
});

describe('exit 3: bad input, with file and line', () => {
  test.each(['manifest.txt', 'objects.tsv', 'officers.tsv', 'recusals.tsv', 'plan.json', 'digits.txt'])(
    '%s is missing',
    async (name) => {
      const { [name]: _, ...files } = packageOf(full);
      const report = await inFolder(files, replay);
      expect(report).toEqual({ exit: 3, stdout: '', stderr: `${name} 第1行：文件不存在。\n` });
    },
  );

  test.each(['amend-r2.txt', 'officers.r2.tsv', 'recusals.r2.tsv'])('%s of a second stage is missing', async (name) => {
    const { [name]: _, ...files } = packageOf(second, true);
    const report = await inFolder(files, replay);
    expect(report).toMatchObject({ exit: 3, stderr: `${name} 第1行：文件不存在。\n` });
  });

  test('a third stage without a second', async () => {
    const report = await inFolder({ ...packageOf(second), 'amend-r3.txt': second.r2?.amend ?? '' }, replay);
    expect(report).toMatchObject({ exit: 3, stderr: 'officers.r2.tsv 第1行：文件不存在。\n' });
  });

  test('a line without tab', async () => {
    const files = packageOf(full);
    const report = await inFolder({ ...files, 'objects.tsv': `${files['objects.tsv']}垃圾\n` }, replay);
    expect(report).toMatchObject({ exit: 3, stderr: 'objects.tsv 第1001行：列数不对，应为2列。\n' });
  });

  test('bytes that are not UTF-8', async () => {
    const files = packageOf(full);
    const gbk = Buffer.concat([Buffer.from('A\t*\n'), Buffer.from([0xd5, 0xd4, 0x09, 0x2a, 0x0a])]);
    const report = await inFolder({ ...files, 'objects.tsv': gbk }, replay);
    expect(report).toMatchObject({ exit: 3, stderr: 'objects.tsv 第2行：不是UTF-8编码。\n' });
    const result = await inFolder({ ...files, 'result.tsv': gbk }, replay);
    expect(result).toMatchObject({ exit: 3, stderr: 'result.tsv 第2行：不是UTF-8编码。\n' });
  });

  test('letters among the digits', async () => {
    const files = packageOf(full);
    const report = await inFolder({ ...files, 'digits.txt': '831705\n62044x\n037718\n295061\n' }, replay);
    expect(report).toMatchObject({ exit: 3, stderr: 'digits.txt 第2行：见证数字只能是0—9。\n' });
  });

  test('no such folder', () => {
    expect(replay('/no/such/folder')).toMatchObject({ exit: 3 });
  });
});

test('the command prints the rows to stdout and takes one folder', async () => {
  const run = (...args: string[]) => spawnSync(process.execPath, [command, ...args], { encoding: 'utf8' });
  const equal = await inFolder(packageOf(full), (folder) => run(folder));
  expect([equal.status, equal.stdout]).toEqual([0, rowsText(full.rows)]);
  expect(run()).toMatchObject({ status: 3, stdout: '' });
});
