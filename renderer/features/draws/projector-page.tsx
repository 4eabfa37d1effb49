import { useParams } from '@tanstack/react-router';
import { useSession } from '../../api/session.ts';
import { useHall, useRevealAct } from './hall.queries.ts';
import { ProjectorKeys } from './projector-keys.tsx';
import { ProjectorLost } from './projector-lost.tsx';
import { ProjectorScreen } from './projector-screen.tsx';
import { useProjectorTitle } from './use-projector-title.ts';
import { useRevealKeys } from './use-reveal-keys.ts';
import { useWindowSize } from './use-window-size.ts';

/** The second window, for the hall. It recovers by itself when the program was away. */
export function ProjectorPage() {
  const { drawId } = useParams({ strict: false }) as { drawId?: string };
  const id = Number(drawId);
  const { now, isLost } = useHall(id);
  const { roles } = useSession();
  const act = useRevealAct(id);
  const size = useWindowSize();
  useRevealKeys((what) => {
    if (roles.includes('operator')) act(what);
  }, true);
  useProjectorTitle();
  return (
    <div className="hall-full">
      {now !== null && <ProjectorScreen shown={now.shown} reveal={now.reveal} size={size} />}
      <ProjectorKeys />
      {isLost && <ProjectorLost />}
    </div>
  );
}
