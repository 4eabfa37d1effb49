import { useProjection } from './draws.queries.ts';
import { ProjectorScreen } from './projector-screen.tsx';

const WIDTH = 320;

/** Small beside the steps: what the hall sees now. */
export function HallView({ drawId }: { readonly drawId: number }) {
  const shown = useProjection(drawId);
  return (
    <aside className="hall">
      <h2>大屏幕</h2>
      <div className="hall-frame" style={{ width: WIDTH, height: (WIDTH * 9) / 16 }}>
        {shown.data !== undefined && <ProjectorScreen shown={shown.data} scale={WIDTH / 1_920} />}
      </div>
    </aside>
  );
}
