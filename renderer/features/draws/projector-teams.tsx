import { type Frame, teamRows } from '../../../shared/features/draws/reveal.ts';
import { nameSize } from './drawn-groups.ts';
import type { Projection } from './hall.queries.ts';
import './projector-draw.css';

type Team = Projection['drawn'][number]['team'];

interface ProjectorTeamsProps {
  readonly shown: Projection;
  readonly frame: Frame | null;
  readonly isPaused: boolean;
}

/** 人员: the team under each name, 组长 first, with how many could have been drawn for each seat. */
export function ProjectorTeams({ shown, frame, isPaused }: ProjectorTeamsProps) {
  if (shown.mode === 'batch') {
    return (
      <div className="projector-center">
        <h1>{shown.drawn.length} 户的检查次序已排定</h1>
        <p className="projector-lead">批次顺序不抽检查人员，由各批检查前另行安排。</p>
      </div>
    );
  }
  if (frame?.kind !== 'teams') {
    return (
      <div className="projector-center">
        <h1>抽取检查人员</h1>
        <p className="projector-lead">按票号、负荷少者优先，应当回避的不安排。</p>
      </div>
    );
  }
  const rows = teamRows(Math.max(...shown.drawn.map(({ team }) => team.length)));
  const first = Math.floor((frame.shown - 1) / rows) * rows;
  return (
    <>
      <h1>
        检查人员
        <span className="projector-aside">
          {isPaused ? '已暂停　' : ''}
          {frame.shown} / {shown.drawn.length}
        </span>
      </h1>
      <ol className="projector-teams">
        {shown.drawn.slice(first, frame.shown).map(({ order, name, team }) => (
          <li key={order}>
            <p>
              <span className="projector-order">{order}</span>
              <b className={`hall-name ${nameSize(name)}`}>{name}</b>
            </p>
            <Seats team={team} />
          </li>
        ))}
      </ol>
    </>
  );
}

function Seats({ team }: { readonly team: Team }) {
  const columns = team.length <= 5 ? Math.max(3, team.length) : team.length <= 10 ? 5 : 6;
  return (
    <ul style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}>
      {team.map(({ name, department, candidates }, seat) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a seat is its place.
        <li key={seat} className={candidates === 1 ? 'is-single' : ''}>
          <span>
            {seat === 0 ? '组长　' : ''}
            {department}
          </span>
          <b className="hall-officer">{name}</b>
          <span>{candidates === 1 ? '唯一人选 · 非随机' : `${candidates} 人中抽取`}</span>
        </li>
      ))}
    </ul>
  );
}
