import { existsSync, readFileSync } from 'node:fs';
import { buildDesktop } from '../build/build.ts';
import { ensureFonts } from '../build/fonts.ts';
import { ensurePages } from '../build/pages.ts';
import { root, run, runScript } from './run.ts';

/** `npm start`: the desktop program where Electron's binary is there or can be fetched; else the same program in the browser. */
const patienceMs = 10_000;

ensureFonts();
await ensurePages();
if (hasElectron() || (await fetchElectron())) {
  await buildDesktop();
  process.exit(await run(electronProgram(), ['.', ...process.argv.slice(2)]));
}
process.stdout.write('没有取得 Electron 组件，改在本机浏览器中打开（功能相同）。\n');
process.exit(await run(process.execPath, [`${root}electron/serve.ts`, ...process.argv.slice(2)]));

function hasElectron(): boolean {
  return existsSync(`${root}node_modules/electron/path.txt`) && existsSync(electronProgram());
}

function electronProgram(): string {
  const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? `${root}node_modules/electron/dist`;
  const file = `${root}node_modules/electron/path.txt`;
  return `${dist}/${existsSync(file) ? readFileSync(file, 'utf8') : 'electron'}`;
}

/** Fetches Electron's binary if its download place answers within ten seconds. */
async function fetchElectron(): Promise<boolean> {
  const place = process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror ?? 'https://github.com';
  try {
    await fetch(place, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(patienceMs) });
  } catch {
    return false;
  }
  process.stdout.write('正在下载 Electron 组件……\n');
  return (await runScript('electron/install.js', [])) === 0 && hasElectron();
}
