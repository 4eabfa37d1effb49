import { spawnSync } from 'node:child_process';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inFolder } from '../../support/draw-folder.ts';
import { completeDraw, openDrawOffice } from '../../support/draw-office.ts';
import type { Office } from '../../support/office.ts';
import { solidText } from '../../support/pdf.ts';

let office: Office;
let drawId: number;
let entries: Record<string, Uint8Array>;
let bytes: Uint8Array;
const text = (name: string) => strFromU8(entries[name]!);
const packageFor = (kind: string, to: string) =>
  office.download('operator', `/files/draws/${drawId}/package.zip?kind=${kind}&to=${encodeURIComponent(to)}`);

beforeAll(async () => {
  const opened = await openDrawOffice();
  office = opened.office;
  drawId = await completeDraw(office, opened.taskId);
  bytes = await packageFor('discipline', '示例纪检监察组');
  entries = unzipSync(bytes);
}, 60_000);
afterAll(() => office.close());

describe('验证包', () => {
  test('SHA256SUMS列出其余全部文件，sha256sum -c逐个通过', async () => {
    const files = Object.fromEntries(Object.entries(entries).map(([name, content]) => [name, Buffer.from(content)]));
    const run = await inFolder(files, (cwd) =>
      spawnSync('sha256sum', ['--strict', '-c', 'SHA256SUMS'], {
        cwd,
        encoding: 'utf8',
        env: { ...process.env, LC_ALL: 'C' },
      }),
    );
    expect([run.status, run.stderr]).toEqual([0, '']);
    expect(text('SHA256SUMS').split('\n').length - 1).toBe(Object.keys(entries).length - 1);
  });

  test('同一次抽取，何时交给谁，字节都相同', async () => {
    office.setNow('2027-03-01T02:00:00.000Z');
    for (const role of ['operator'] as const) {
      await office.as(role).office.signIn.mutate({ login: role, password: '示例密码-0123456789' });
    }
    expect(Buffer.from(await packageFor('witness', '示例见证甲')).equals(Buffer.from(bytes))).toBe(true);
    office.setNow('2026-09-07T01:00:00.000Z');
  });

  test('过程记录写明每一步的时间、见证人、哈希、进位和票号', async () => {
    const draw = await office.as('operator').draws.byId.query({ drawId });
    const transcript = text('过程记录.txt');
    for (const part of [
      '二、冻结　2026-09-07 09:00:00',
      draw.commitment,
      draw.seed ?? '',
      draw.resultHash ?? '',
      draw.ledgerHead?.hash ?? '',
      '按2户抽取，抽取2户',
      '1．示例见证甲',
      '公布3141592（宣读代录）',
      '公布9323846（宣读代录，掷骰人示例见证丙）',
      '四、确认封存　2026-09-07 09:00:00\n　　2026-09-07 09:00:00　示例见证甲确认\n',
      '末位抽中：0.',
      '首位未中：0.',
      ...draw.drawn.flatMap(({ ticket, code, name, team }) => [ticket, code, name, ...team.map((seat) => seat.name)]),
    ]) {
      expect(transcript).toContain(part);
    }
    expect(transcript).not.toMatch(/undefined|null|NaN|\r/);
  });

  test('lines.txt与名单一行一行对得上', () => {
    const rows = text('lines.txt')
      .split('\n')
      .filter((line) => line.startsWith('objects.tsv\t'));
    expect(rows.length).toBe(text('objects.tsv').split('\n').length);
  });
});

describe('交付', () => {
  test('每次记入台账，列在抽取页，交接单写明交给谁和文件的哈希', async () => {
    const [first] = (await office.as('operator').draws.handedOver.query({ drawId })).slice(-1);
    expect(first).toMatchObject({ to: '示例纪检监察组', kind: 'discipline', by: '示例经办' });
    const receipt = solidText(
      await office.download('operator', `/files/draws/${drawId}/receipts/${first?.seq}/receipt.pdf`),
    );
    expect(receipt).toContain('示例纪检监察组');
    expect(receipt).toContain('纪检监察机关');
    expect(receipt).toContain(first?.packageHash?.slice(0, 4));
    const other = await office.fetch('operator', `/files/draws/${drawId}/receipts/1/receipt.pdf`);
    expect(await other.json()).toMatchObject({ code: 'NOT_FOUND' });
  });

  test('不写明类别不交付', async () => {
    const response = await office.fetch('operator', `/files/draws/${drawId}/package.zip?to=x&kind=press`);
    expect(await response.json()).toMatchObject({ code: 'BAD_INPUT', details: { problems: [{ field: 'kind' }] } });
  });
});

test('公示稿有承诺值、见证数字和抽中名单，没有分组、人员和回避', async () => {
  const draw = await office.as('operator').draws.byId.query({ drawId });
  const published = strFromU8(await office.download('operator', `/files/draws/${drawId}/publication.txt`));
  for (const part of [
    draw.commitment,
    '3141592 6535897 9323846',
    ...draw.drawn.flatMap(({ name, code }) => [name, code]),
  ]) {
    expect(published).toContain(part);
  }
  for (const { team } of draw.drawn)
    for (const { name, code } of team) expect(published).not.toMatch(`${name}|${code}`);
  expect(published).not.toMatch(/组别|分组|等级|回避|票号/);
  const table = await office.download('operator', `/files/draws/${drawId}/publication.xlsx`);
  const shared = Object.entries(unzipSync(table))
    .map(([, content]) => strFromU8(content))
    .join('');
  expect(shared).toContain(draw.drawn[0]?.code);
  expect(shared).not.toContain(draw.drawn[0]?.team[0]?.name);
});
