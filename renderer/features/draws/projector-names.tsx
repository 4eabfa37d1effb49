import { useEffect, useState } from 'react';
import type { Projection } from './draws.queries.ts';

const ROWS = 6;
const SECONDS_A_NAME = 1.4;

/** The names in ticket order, one after another; then the cut-off. 空格 pauses. Once teams are there they stand under the names. */
export function ProjectorNames({ shown }: { readonly shown: Projection }) {
  const isStaffed = shown.state === 'staffed';
  const rows = isStaffed ? Math.floor(ROWS * 0.7) : ROWS;
  const { count, isPaused } = useReveal(shown.drawn.length + 1);
  const first = Math.max(0, Math.min(count, shown.drawn.length) - rows);
  const isGrouped = shown.groups.length > 1;
  const isComplete = count > shown.drawn.length;
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
      {isComplete && !isStaffed && shown.mode === 'sample' && (
        <p className="projector-cut">{cutOffs(shown).join('　')}</p>
      )}
    </>
  );
}

/** The last ticket drawn at random in each group: whoever is above it was not drawn. */
function cutOffs({ groups, drawn }: Projection): string[] {
  return groups.flatMap(({ group }) => {
    const last = drawn.findLast((object) => object.group === group && object.kind === '随机');
    return last === undefined ? [] : [`${groups.length > 1 ? group : ''}抽中线 ${last.ticket.slice(0, 20)}…`];
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
