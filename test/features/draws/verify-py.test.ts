import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { inFolder, packageOf } from '../../support/draw-folder.ts';
import { ceremonies, ceremony, sha256 } from '../../support/draw-vectors.ts';
import { zipped } from '../../support/draw-zip.ts';

const script = fileURLToPath(new URL('../../../resources/verify/verify.py', import.meta.url));
const full = ceremony('full example');
const second = ceremony('second officer stage');

const python = (...args: string[]) =>
  spawnSync('python3', [script, ...args], { encoding: 'utf8', env: { ...process.env, PYTHONUTF8: '1' } });
const verifyFiles = (files: Record<string, string>, ...ids: string[]) =>
  inFolder(files, (folder) => python(folder, ...ids));

describe('verify.py复算验证包', () => {
  test.each(ceremonies().map((one) => [one.name, one] as const))('%s：一致', async (_, one) => {
    const run = await verifyFiles(packageOf(one));
    expect(run).toMatchObject({ status: 0, stderr: '' });
    expect(run.stdout).toContain(one.commit);
    expect(run.stdout).toContain(one.seed);
    expect(run.stdout).toContain(`结果哈希 ${one.result_sha256}`);
    expect(run.stdout).toContain('结论：与复算一致。');
  });

  test('第二次安排人员：以最后一次为准', async () => {
    const run = await verifyFiles(packageOf(second, true));
    expect(run.status).toBe(0);
    expect(run.stdout).toContain(`结果哈希 ${sha256(packageOf(second, true)['result.tsv']!)}`);
  });

  test('zip文件与文件夹相同', async () => {
    const run = await inFolder({ '验证包.zip': zipped(packageOf(full)) }, (folder) =>
      python(join(folder, '验证包.zip')),
    );
    expect(run).toMatchObject({ status: 0, stderr: '' });
  });

  test('查询一户的票号、排除和必检', async () => {
    const one = ceremony('graded with exclusions and must');
    const ask = async (id: string) => (await verifyFiles(packageOf(one), id)).stdout;
    expect(await ask('91150784000000019M')).toContain('冻结前已排除');
    expect(await ask('911507840000000436')).toContain('必检对象');
    expect(await ask('911507840000004655')).toMatch(/911507840000004655：本组第1号，抽中，票号 0\.\d{64,}/);
    expect(await ask('不存在')).toContain('不在名单内');
  });

  test('改了第二次的人员名单', async () => {
    const files = packageOf(second, true);
    const run = await verifyFiles({
      ...files,
      'officers.r2.tsv': files['officers.r2.tsv']!.replace('\t30\n', '\t31\n'),
    });
    expect(run).toMatchObject({ status: 1 });
    expect(run.stderr).toContain('officers.r2.tsv 与清单（冻结时）的哈希不一致');
  });

  test('人员排不满', async () => {
    const officers = full.officers_tsv.replaceAll('\t1\t', '\t0\t');
    const manifest = full.manifest.replace(sha256(full.officers_tsv), sha256(officers));
    const run = await verifyFiles({ ...packageOf(full), 'officers.tsv': officers, 'manifest.txt': manifest });
    expect(run.status).toBe(2);
    expect(run.stderr).toContain('人员无法排满');
  });

  test('缺文件', async () => {
    const { 'plan.json': _, ...files } = packageOf(full);
    expect(await verifyFiles(files)).toMatchObject({ status: 3, stderr: 'plan.json 第1行：文件不存在。\n' });
  });

  test('不超过150行，只用标准库', () => {
    const source = readFileSync(script, 'utf8');
    expect(source.split('\n').length).toBeLessThanOrEqual(151);
    expect(source.match(/^(?:import|from) .*$/gm)).toEqual([
      'import hashlib, json, os, pathlib, re, sys, unicodedata, zipfile',
    ]);
  });
});
