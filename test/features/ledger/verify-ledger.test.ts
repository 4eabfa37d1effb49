import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Office, openOffice } from '../../support/office.ts';

const hasPython = spawnSync('python3', ['--version']).status === 0;

let office: Office;
let folder = '';
let text = '';
let head = { seq: 0, hash: '' };
beforeAll(async () => {
  office = await openOffice();
  folder = mkdtempSync(join(tmpdir(), 'mingqian-ledger-'));
  text = new TextDecoder().decode(await office.download('reviewer', '/files/ledger/ledger.txt'));
  head = await office.as('reviewer').ledger.head.query();
});
afterAll(async () => {
  await office.close();
  rmSync(folder, { recursive: true });
});

function verify(lines: readonly string[], ...printed: string[]) {
  const file = join(folder, 'ledger.txt');
  writeFileSync(file, lines.join(''));
  const { status, stdout, stderr } = spawnSync('python3', ['resources/verify/verify-ledger.py', file, ...printed], {
    encoding: 'utf8',
  });
  return { status, said: stdout + stderr };
}

const linesOf = () => text.split(/(?<=\n)/);

// Without python3 the verifier cannot run; npm test installs it where it may.
test.skipIf(!hasPython)('离开程序也能核验台账：相符、改字、删条、调换、截尾都说得出', () => {
  const lines = linesOf();
  const paper = `${head.seq}：${head.hash.replace(/(.{4})/g, '$1 ')}`;
  expect(verify(lines, paper)).toMatchObject({ status: 0, said: expect.stringContaining(`共${head.seq}条`) });

  const edited = lines.map((line, i) => (i === 2 ? line.replace('示例', '某某') : line));
  expect(edited).not.toEqual(lines);
  expect(verify(edited)).toEqual({ status: 1, said: '第3条或它之前的一条被改动\n' });
  expect(verify(lines.toSpliced(3, 1))).toEqual({ status: 1, said: '第4条缺失：此处是第5条\n' });
  const [second = '', third = ''] = lines.slice(1, 3);
  expect(verify(lines.with(1, third).with(2, second))).toMatchObject({ status: 1 });
  expect(verify(lines.slice(0, -1), paper)).toMatchObject({ status: 1, said: expect.stringContaining('文件里只到') });
  expect(verify(lines, `${head.seq}:${'a'.repeat(64)}`)).toMatchObject({ status: 1 });
  expect(verify(['不是台账\n'])).toMatchObject({ status: 3 });
});
