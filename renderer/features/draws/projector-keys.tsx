import { useEffect, useEffectEvent, useState } from 'react';

const lines = [
  ['空格', '暂停、继续'],
  ['← →', '上一屏、下一屏'],
  ['+ −', '加快、放慢'],
  ['End', '直接到名单'],
  ['Home', '从头再看'],
  ['F、F11', '全屏'],
  ['?', '显示或收起本页'],
] as const;

/** Which key does what, by ?; and while the window is not yet full screen, how to make it so. */
export function ProjectorKeys() {
  const [isOpen, setOpen] = useState(false);
  const isFull = useFullScreen();
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key === '?' || event.key === '？') setOpen(!isOpen);
    if (event.key === 'Escape') setOpen(false);
    if (event.key === 'f' || event.key === 'F') toggleFullScreen();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
  if (isOpen) {
    return (
      <dl className="projector-keys" aria-label="按键说明">
        {lines.map(([key, what]) => (
          <div key={key}>
            <dt>{key}</dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    );
  }
  return isFull ? null : (
    <button type="button" className="projector-full" onClick={toggleFullScreen}>
      按 F 全屏，按 ? 看按键
    </button>
  );
}

function toggleFullScreen(): void {
  // Refused where the browser does not allow it; F11 is left.
  if (document.fullscreenElement === null) document.documentElement.requestFullscreen().catch(() => undefined);
  else document.exitFullscreen().catch(() => undefined);
}

/** By F, by F11, or because the desktop program opened it so. */
function useFullScreen(): boolean {
  const [isFull, setFull] = useState(fullNow);
  useEffect(() => {
    const look = () => setFull(fullNow());
    window.addEventListener('resize', look);
    document.addEventListener('fullscreenchange', look);
    return () => {
      window.removeEventListener('resize', look);
      document.removeEventListener('fullscreenchange', look);
    };
  }, []);
  return isFull;
}

function fullNow(): boolean {
  return document.fullscreenElement !== null || window.innerHeight >= window.screen.height;
}
