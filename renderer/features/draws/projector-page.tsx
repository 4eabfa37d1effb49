import { useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useProjection } from './draws.queries.ts';
import { ProjectorScreen } from './projector-screen.tsx';

/** The second window, for the hall: 1920×1080, scaled to the screen. */
export function ProjectorPage() {
  const { drawId } = useParams({ strict: false }) as { drawId?: string };
  const shown = useProjection(Number(drawId));
  const scale = useScale();
  useEffect(() => {
    document.title = '抽取大屏幕';
  }, []);
  return (
    <div className="hall-full">{shown.data !== undefined && <ProjectorScreen shown={shown.data} scale={scale} />}</div>
  );
}

function useScale(): number {
  const [scale, setScale] = useState(scaleNow);
  useEffect(() => {
    const onResize = () => setScale(scaleNow());
    window.addEventListener('resize', onResize);
    return () => window.removeEventListener('resize', onResize);
  }, []);
  return scale;
}

function scaleNow(): number {
  return Math.min(window.innerWidth / 1_920, window.innerHeight / 1_080);
}
