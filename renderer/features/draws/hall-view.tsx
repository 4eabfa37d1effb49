import { useHall } from './hall.queries.ts';
import { ProjectorScreen } from './projector-screen.tsx';
import { RevealControls } from './reveal-controls.tsx';

const SIZE = { width: 320, height: 180 };

/** Small beside the steps: what the hall sees now, and what steers it. */
export function HallView({ drawId }: { readonly drawId: number }) {
  const { now, isLost } = useHall(drawId);
  return (
    <aside className="hall">
      <h2>大屏幕{isLost && <span className="overdue">　连接中断，正在恢复</span>}</h2>
      <div className="hall-frame" style={SIZE}>
        {now !== null && <ProjectorScreen shown={now.shown} reveal={now.reveal} size={SIZE} />}
      </div>
      {now !== null && <RevealControls drawId={drawId} shown={now.shown} reveal={now.reveal} />}
    </aside>
  );
}
