import { useNavigate, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useHallRoster } from './hall.queries.ts';
import { ProjectorKeys } from './projector-keys.tsx';
import { ProjectorLost } from './projector-lost.tsx';
import { ProjectorRoster } from './projector-roster.tsx';
import { useProjectorTitle } from './use-projector-title.ts';
import { useWindowSize } from './use-window-size.ts';

/** The hall before there is a draw: 名录. Once the list is frozen the same window goes on with the draw. */
export function ProjectorTaskPage() {
  const { taskId } = useParams({ strict: false }) as { taskId?: string };
  const roster = useHallRoster(Number(taskId));
  const navigate = useNavigate();
  const size = useWindowSize();
  useProjectorTitle();
  const drawId = roster.data?.drawId ?? null;
  useEffect(() => {
    if (drawId !== null) void navigate({ to: `/projector/${drawId}`, replace: true });
  }, [drawId, navigate]);
  return (
    <div className="hall-full">
      {roster.data !== undefined && drawId === null && <ProjectorRoster roster={roster.data} size={size} />}
      <ProjectorKeys />
      {roster.isError && <ProjectorLost />}
    </div>
  );
}
