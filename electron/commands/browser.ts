import { spawn } from 'node:child_process';

/** Opens the address in the installed browser. Where there is no display the printed address must do. */
export function openBrowser(address: string): boolean {
  if (process.platform === 'win32') return start('cmd', ['/c', 'start', '', address]);
  if (process.platform === 'darwin') return start('open', [address]);
  const hasDisplay = Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
  return hasDisplay && start('xdg-open', [address]);
}

function start(command: string, args: readonly string[]): boolean {
  const child = spawn(command, args, { detached: true, stdio: 'ignore' });
  child.on('error', () => undefined);
  child.unref();
  return true;
}
