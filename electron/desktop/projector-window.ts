import { type BrowserWindow, type BrowserWindowConstructorOptions, type Display, screen } from 'electron';

/** Where the projector opens: full screen on the external display; beside the operator's window where there is none. */
export function projectorPlace(): BrowserWindowConstructorOptions {
  const external = externalDisplay();
  return external === undefined ? { width: 1280, height: 720 } : { ...external.bounds, fullscreen: true };
}

/** Keeps it there: moves it when an external display is plugged in, changed or taken away. The draw itself is not touched. */
export function followDisplays(window: BrowserWindow): void {
  let place = placeOf(externalDisplay());
  const follow = () => {
    const external = externalDisplay();
    const before = place;
    place = placeOf(external);
    if (place === before) return;
    if (external === undefined) comeBack(window);
    else fill(window, external);
  };
  const events = ['display-added', 'display-removed', 'display-metrics-changed'] as const;
  for (const event of events) screen.on(event as 'display-added', follow);
  window.once('closed', () => {
    for (const event of events) screen.off(event as 'display-added', follow);
  });
}

function externalDisplay(): Display | undefined {
  const primary = screen.getPrimaryDisplay();
  return screen.getAllDisplays().find((display) => display.id !== primary.id);
}

function placeOf(display: Display | undefined): string {
  return display === undefined ? '' : JSON.stringify([display.id, display.bounds]);
}

/** A window that is full screen already stays on its display unless it leaves full screen first. */
function fill(window: BrowserWindow, { bounds }: Display): void {
  window.setFullScreen(false);
  window.setBounds(bounds);
  window.setFullScreen(true);
}

/** The display is gone: a window of its own on what is left, so that the operator's stays in sight. */
function comeBack(window: BrowserWindow): void {
  const { x, y, width, height } = screen.getPrimaryDisplay().workArea;
  window.setFullScreen(false);
  window.setBounds({
    x: x + Math.max(0, Math.round((width - 1280) / 2)),
    y: y + Math.max(0, Math.round((height - 720) / 2)),
    width: Math.min(1280, width),
    height: Math.min(720, height),
  });
}
