import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractAll, listPackage } from '@electron/asar';
import { getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildDesktop } from '../../electron/build/build.ts';

/** An Electron that is none: the files electron-builder looks for, and a binary that is nothing but a fuse wire. */
const fuseSentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const fuseCount = 9;
const electronVersion = (JSON.parse(readFileSync('package.json', 'utf8')) as { devDependencies: { electron: string } })
  .devDependencies.electron;

let folder = '';
const resourcesOf = (platform: string) => join(folder, 'out', `${platform}-unpacked`, 'resources');
const asarOf = (platform: string) => join(resourcesOf(platform), 'app.asar');

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mingqian-package-'));
  const electron = join(folder, 'electron');
  mkdirSync(electron);
  const wire = [
    Buffer.alloc(64),
    Buffer.from(fuseSentinel),
    Buffer.from([1, fuseCount]),
    Buffer.from('0'.repeat(fuseCount)),
  ];
  for (const name of ['electron', 'electron.exe'])
    writeFileSync(join(electron, name), Buffer.concat([...wire, Buffer.alloc(64)]));
  for (const [name, text] of [
    ['version', electronVersion],
    ['LICENSE', ''],
    ['LICENSES.chromium.html', ''],
  ] as const) {
    writeFileSync(join(electron, name), text);
  }
  await buildDesktop();
  // The stand-in is no Windows program, so the two steps that edit one are left out; everything else is the shipped configuration.
  const left = ['-c.disableAsarIntegrity=true', '-c.win.signAndEditExecutable=false'];
  const places = [`-c.electronDist=${electron}`, `-c.directories.output=${join(folder, 'out')}`];
  const builder = [
    'node_modules/electron-builder/cli.js',
    '--linux',
    '--win',
    '--dir',
    '--publish',
    'never',
    ...left,
    ...places,
  ];
  execFileSync(process.execPath, builder, { stdio: 'pipe' });
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each([
  ['linux', 'linux-x64.node'],
  ['win', 'win32-x64.node'],
])('the package for %s', (platform, prebuild) => {
  const files = () => listPackage(asarOf(platform), { isPack: false }).map((file) => file.replaceAll('\\', '/'));
  const own = () => files().filter((file) => !file.startsWith('/node_modules'));

  test('装的是构建结果，没有源码、测试和工具配置', () => {
    const allowed = /^\/(package\.json|dist(\/(main\.js|preload\.cjs|workers(\/[a-z]+\.worker\.js)?|pages(\/.*)?))?)$/;
    expect(own().filter((file) => !allowed.test(file))).toEqual([]);
    expect(own()).toContain('/dist/main.js');
    expect(own()).toContain('/dist/preload.cjs');
    expect(own()).toContain('/dist/workers/print.worker.js');
    expect(own()).toContain('/dist/pages/index.html');
    expect(
      files().filter((file) => /\.(ts|map)$|\.npmrc$|\/node_modules\/(electron|vite|vitest|node-[a-z]+-)/.test(file)),
    ).toEqual([]);
  });

  test('只带本平台的一个原生模块，且在包外', () => {
    expect(files().filter((file) => file.endsWith('.node'))).toEqual([
      `/node_modules/better-sqlite3/prebuilds/${prebuild}`,
    ]);
    const unpacked = join(resourcesOf(platform), 'app.asar.unpacked/node_modules/better-sqlite3/prebuilds', prebuild);
    expect(readFileSync(unpacked).length).toBeGreaterThan(1_000_000);
  });

  test('字体、规则包、日历、升级脚本、核验工具都在', () => {
    for (const file of [
      'fonts/NotoSerifSC_400Regular.ttf',
      'policies/erguna-2023.json',
      'calendars/2026.json',
      'migrations/0010-office.sql',
      'verify/verify.html',
      'verify/verify.py',
    ]) {
      expect(readFileSync(join(resourcesOf(platform), file)).length, file).toBeGreaterThan(0);
    }
  });

  test('全部保险丝按要求烧写', async () => {
    const program = platform === 'win' ? '明签.exe' : 'mingqian';
    const wire = await getCurrentFuseWire(join(folder, 'out', `${platform}-unpacked`, program));
    const states = Array.from({ length: fuseCount }, (_, i) =>
      String.fromCharCode(Number(wire[i as keyof typeof wire])),
    );
    // RunAsNode, cookie encryption, NODE_OPTIONS, inspect, asar integrity, only asar, own snapshot, file:// privileges, wasm traps
    expect(states.join('')).toBe('010011001');
  });
});

test('打好包的主程序在 Node 上启动、建库、答话、退出', () => {
  const unpacked = join(folder, 'run');
  extractAll(asarOf('linux'), unpacked);
  const out = execFileSync(
    process.execPath,
    ['--import', './test/support/map-electron.mjs', 'test/support/run-packaged.ts', join(unpacked, 'dist/main.js')],
    {
      encoding: 'utf8',
      env: {
        ...process.env,
        STAND_IN_PACKAGED: '1',
        STAND_IN_APP_DATA: join(folder, 'data'),
        STAND_IN_RESOURCES: resourcesOf('linux'),
      },
    },
  );
  const answered = JSON.parse(out) as Record<'packs' | 'state' | 'page', { status: number; text: string }> & {
    errors: string[];
    window: string;
  };
  expect(answered.errors).toEqual([]);
  expect(answered.window).toBe('app://mingqian/');
  expect(answered.packs.text).toContain('erguna-2023');
  expect(answered.state.text).toContain('"isSetUp":false');
  expect(answered.page.text).toContain('<title>明签</title>');
});
