// The first script on a fresh clone: plain JavaScript, because it runs on whatever Node is installed. It installs what is
// missing and does the work in a child, on the Node 24 that node_modules brings (better-sqlite3 crashes under Node 20).
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const [command = 'start', ...rest] = process.argv.slice(2);

if (!isInstalled()) {
  process.stdout.write('正在安装所需组件（npm ci）……\n');
  const installed = runNpm(['ci']);
  if (installed !== 0) process.exit(installed);
}
const node = newNode();
if (node === null) {
  process.stderr.write('本机的 Node 版本低于 24，且 node_modules 中没有适合本机的 Node。请安装 Node 24 后重试。\n');
  process.exit(1);
}
const child = spawnSync(node, [join(root, 'electron/commands', `${command}.ts`), ...rest], {
  cwd: root,
  stdio: 'inherit',
});
process.exit(child.status ?? 1);

/** True when node_modules holds just what the lock file asks for, as npm itself noted. */
function isInstalled() {
  const noted = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(noted)) return false;
  const versions = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;
  const [wanted, found] = [versions(join(root, 'package-lock.json')), versions(noted)];
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === '' || found[path]?.version === version || (optional && found[path] === undefined),
  );
}

/** Never on the Node inside node_modules: npm ci deletes it under its own feet. */
function runNpm(args) {
  const { npm_execpath: npm, npm_node_execpath: npmNode } = process.env;
  const outside = npmNode !== undefined && !npmNode.startsWith(join(root, 'node_modules'));
  const options = { cwd: root, stdio: 'inherit' };
  const result =
    npm !== undefined && outside
      ? spawnSync(npmNode, [npm, ...args], options)
      : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  return result.status ?? 1;
}

function newNode() {
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  const bundled = join(root, 'node_modules', `node-${system}-${process.arch}`, 'bin', file);
  if (existsSync(bundled)) return bundled;
  return Number(process.versions.node.split('.')[0]) >= 24 ? process.execPath : null;
}
