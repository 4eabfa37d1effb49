import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { ensureFonts } from '../build/fonts.ts';
import { ensurePages } from '../build/pages.ts';
import { root, run, runScript } from './run.ts';

/** `npm test`: installs what the suites need where it can, runs everything, ends with `N passed, N failed`. */
const tools: readonly [program: string, debianPackage: string][] = [
  ['chromium', 'chromium'],
  ['pdftotext', 'poppler-utils'],
  ['qpdf', 'qpdf'],
  ['strace', 'strace'],
  ['python3', 'python3'],
];
const cjkFonts = '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc';

interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

const cache = `${root}.cache`;
mkdirSync(cache, { recursive: true });
await installTools();
ensureFonts();
await ensurePages();

const total: Count = { passed: 0, failed: 0, skipped: 0 };
add(await judged('types', () => runScript('typescript/bin/tsc', ['-b'])));
add(
  await judged('lint', () => runScript('@biomejs/biome/bin/biome', ['ci', '--error-on-warnings', '--colors=off', '.'])),
);
add(await vitest());
add(await playwright());

// On a machine that can install the tools nothing may be skipped: a skipped suite would land unseen.
const skipFails = process.env.CI === 'true' && total.skipped > 0;
if (skipFails) process.stdout.write(`${total.skipped} skipped, which CI does not accept\n`);
process.stdout.write(`${total.passed} passed, ${total.failed + (skipFails ? 1 : 0)} failed\n`);
process.exit(total.failed > 0 || skipFails ? 1 : 0);

function add(count: Count): void {
  total.passed += count.passed;
  total.failed += count.failed;
  total.skipped += count.skipped;
}

async function judged(name: string, step: () => Promise<number>): Promise<Count> {
  const code = await step();
  process.stdout.write(`${name}: ${code === 0 ? 'ok' : 'failed'}\n`);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
}

async function vitest(): Promise<Count> {
  const report = `${cache}/vitest.json`;
  rmSync(report, { force: true });
  const code = await runScript('vitest/vitest.mjs', [
    'run',
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(
    readFileSync(report, 'utf8'),
  ) as Record<'numPassedTests' | 'numFailedTests' | 'numPendingTests' | 'numTodoTests', number>;
  const unexplained = code !== 0 && numFailedTests === 0 ? 1 : 0;
  return { passed: numPassedTests, failed: numFailedTests + unexplained, skipped: numPendingTests + numTodoTests };
}

async function playwright(): Promise<Count> {
  const report = `${cache}/playwright.json`;
  rmSync(report, { force: true });
  const code = await runScript('@playwright/test/cli.js', ['test', '--reporter=line,json'], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
  });
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
  const { stats } = JSON.parse(readFileSync(report, 'utf8')) as {
    stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  };
  const unexplained = code !== 0 && stats.unexpected === 0 ? 1 : 0;
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected + unexplained, skipped: stats.skipped };
}

/** With root and apt the missing programs are installed; elsewhere their suites skip and say why. */
async function installTools(): Promise<void> {
  const missing = tools.filter(([program]) => !isOnPath(program)).map(([, debianPackage]) => debianPackage);
  if (!existsSync(cjkFonts)) missing.push('fonts-noto-cjk');
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0 || !isOnPath('apt-get')) {
    process.stdout.write(`缺少 ${missing.join('、')}，相关测试将跳过。\n`);
    return;
  }
  process.stdout.write(`正在安装 ${missing.join('、')}……\n`);
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['-qq', 'update'], quiet);
  await run('apt-get', ['-qq', '-y', '--no-install-recommends', 'install', ...missing], quiet);
}

function isOnPath(program: string): boolean {
  return spawnSync(process.platform === 'win32' ? 'where' : 'which', [program], { stdio: 'ignore' }).status === 0;
}
