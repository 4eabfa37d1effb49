import { useEffect, useState } from 'react';
import type { Projection } from './draws.queries.ts';

const ROWS = 6;
const SECONDS_A_NAME = 1.4;

/** The names in ticket order, one after another; then the cut-off. 空格 pauses. Once teams are there they stand under the names. */
export function ProjectorNames({ shown }: { readonly shown: Projection }) {
  const isStaffed = shown.state === 'staffed';
  const { count, isPaused } = useReveal(shown.drawn.length + 1);
  const cuts = isStaffed || count <= shown.drawn.length ? [] : cutOffs(shown);
  const rows = ROWS - Math.ceil(cuts.length / 2);
  const first = Math.max(0, Math.min(count, shown.drawn.length) - rows);
  const isGrouped = shown.groups.length > 1;
  return (
    <>
      <h1>
        {isStaffed ? '检查人员' : '抽取结果'}
        <span className="projector-progress">
          {Math.min(count, shown.drawn.length)} / {shown.drawn.length}
          {isPaused ? '　已暂停' : ''}
        </span>
      </h1>
      <ol className="projector-names">
        {shown.drawn
          .slice(first, Math.min(count, first + rows))
          .map(({ order, name, group, kind, batch, ticket, team }) => (
            <li key={order}>
              <span className="projector-order">{order}</span>
              <div>
                <b>{name}</b>
                <span>{batch === null ? [...(isGrouped ? [group] : []), kind].join('　') : `第${batch}批`}</span>
                {isStaffed && team.length > 0 ? (
                  <p>
                    {team
                      .map((seat, index) => `${index === 0 ? '组长 ' : ''}${seat.name}（${seat.department}）`)
                      .join('　')}
                  </p>
                ) : (
                  <p className="projector-ticket">票号 {ticket.slice(0, 32)}…</p>
                )}
              </div>
            </li>
          ))}
      </ol>
      {cuts.length > 0 && (
        <ul className="projector-cut">
          {cuts.map((cut) => (
            <li key={cut}>{cut}</li>
          ))}
        </ul>
      )}
    </>
  );
}

/** The last ticket drawn at random in each group that was not drawn whole: whoever lies above it was not drawn. */
function cutOffs({ groups, drawn, mode }: Projection): string[] {
  if (mode === 'batch') return [];
  return groups.flatMap(({ group, poolSize, sampleSize }) => {
    const last = drawn.findLast((object) => object.group === group && object.kind === '随机');
    if (last === undefined || poolSize === sampleSize) return [];
    return [`${groups.length > 1 ? group : ''}抽中线 ${last.ticket.slice(0, 16)}…`];
  });
}

function useReveal(total: number) {
  const [count, setCount] = useState(0);
  const [isPaused, setPaused] = useState(false);
  useEffect(() => {
    if (isPaused || count >= total) return undefined;
    const timer = setTimeout(() => setCount(count + 1), SECONDS_A_NAME * 1_000);
    return () => clearTimeout(timer);
  }, [count, isPaused, total]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.code !== 'Space' || isTyping(event.target)) return;
      event.preventDefault();
      setPaused((paused) => !paused);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return { count, isPaused };
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, button, a, [role="combobox"]') !== null;
}
