import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** Runs a program of node_modules/.bin or of the PATH in the project's root; gives its exit code. */
export function run(program: string, args: readonly string[], env: Record<string, string> = {}): Promise<number> {
  const child = spawn(program, args, { cwd: root, stdio: 'inherit', env: { ...childEnvironment(), ...env } });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/** Runs a script of a package on this very Node, by its file under node_modules. */
export function runScript(file: string, args: readonly string[], env: Record<string, string> = {}): Promise<number> {
  return run(process.execPath, [`${root}node_modules/${file}`, ...args], env);
}

/** node_modules/.bin first, so that children find the same Node. */
function childEnvironment(): NodeJS.ProcessEnv {
  const separator = process.platform === 'win32' ? ';' : ':';
  return {
    ...process.env,
    ...(process.env.CI === 'true' ? { NO_COLOR: '1' } : {}),
    PATH: `${root}node_modules/.bin${separator}${process.env.PATH ?? ''}`,
  };
}
