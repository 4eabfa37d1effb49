import type { CSSProperties } from 'react';
import { type Frame, isByPage, LIST_ROWS, NAME_ROWS } from '../../../shared/features/draws/reveal.ts';
import { cutOf, type Drawn, drawnGroups, inTurn, nameSize, noCutText } from './drawn-groups.ts';
import type { Projection } from './hall.queries.ts';
import { ProjectorLadder } from './projector-ladder.tsx';
import { ticketText } from './ticket-text.ts';
import './projector-draw.css';

interface ProjectorNamesProps {
  readonly shown: Projection;
  readonly frame: Frame | null;
  readonly isPaused: boolean;
}

/** 抽取: names rise in ticket order up to the cut-off line, group by group; then the whole list by page. */
export function ProjectorNames({ shown, frame, isPaused }: ProjectorNamesProps) {
  if (frame?.kind === 'names' || frame?.kind === 'line') {
    return <GroupNames shown={shown} frame={frame} isPaused={isPaused} />;
  }
  if (frame?.kind === 'list') return <WholeList shown={shown} page={frame.page} isPaused={isPaused} />;
  return (
    <div className="projector-center">
      <h1>开始抽取</h1>
      <p className="projector-lead">
        {shown.poolSize} 户中{shown.mode === 'batch' ? '排定全部' : '抽取'} {shown.drawn.length} 户
      </p>
      <p>结果由冻结的名单和种子一次算出，下面依次显示。</p>
    </div>
  );
}

interface GroupNamesProps extends ProjectorNamesProps {
  readonly frame: Extract<Frame, { kind: 'names' | 'line' }>;
}

function GroupNames({ shown, frame, isPaused }: GroupNamesProps) {
  const groups = drawnGroups(shown);
  const group = groups[frame.group];
  if (group === undefined) return null;
  const names = inTurn(group.drawn);
  const seen = names.slice(0, frame.shown);
  const isPaged = isByPage(shown.drawn.length);
  const rows = isPaged ? LIST_ROWS : NAME_ROWS;
  const first = isPaged ? Math.floor((frame.shown - 1) / rows) * rows : Math.max(0, frame.shown - rows);
  return (
    <>
      <h1>
        {shown.groups.length > 1 ? group.group : '抽取结果'}
        <span className="projector-aside">
          {isPaused ? '已暂停　' : ''}
          {frame.shown} / {names.length}
        </span>
      </h1>
      <ol
        className={isPaged ? 'projector-rows is-dense' : 'projector-rows'}
        style={{ '--rows': rows } as CSSProperties}
      >
        {seen.slice(Math.max(0, first - (isPaged ? 0 : 1))).map((drawn, index) => (
          <NameRow
            key={drawn.order}
            drawn={drawn}
            place={first === 0 || isPaged ? index : index - 1}
            number={names.indexOf(drawn) + 1}
          />
        ))}
      </ol>
      <ProjectorLadder seen={seen} group={group} isDone={frame.kind === 'line'} />
    </>
  );
}

interface NameRowProps {
  readonly drawn: Drawn;
  /** The row from above; -1 is the one that has just gone out of sight. */
  readonly place: number;
  readonly number: number;
}

function NameRow({ drawn: { name, kind, ticket }, place, number }: NameRowProps) {
  return (
    <li style={{ '--place': place } as CSSProperties}>
      <span className="projector-order">{number}</span>
      <b className={`hall-name ${nameSize(name)}`}>{name}</b>
      {kind === '必检' ? (
        <span className="projector-must">必检 · 非随机</span>
      ) : (
        <code className="projector-ticket">{ticketText(ticket, 3)}</code>
      )}
    </li>
  );
}

/** Every name in meeting order, page by page; the cut-off of each group stands beneath the last. */
function WholeList({
  shown,
  page,
  isPaused,
}: {
  readonly shown: Projection;
  readonly page: number;
  readonly isPaused: boolean;
}) {
  const pages = Math.ceil(shown.drawn.length / LIST_ROWS);
  const groups = drawnGroups(shown);
  const isGrouped = groups.length > 1;
  const following = shown.drawn.length - (page + 1) * LIST_ROWS;
  return (
    <>
      <h1>
        抽中名单
        <span className="projector-aside">
          {isPaused ? '已暂停　' : ''}
          {pages > 1 ? `第 ${page + 1} 页，共 ${pages} 页　` : ''}共 {shown.drawn.length} 户
        </span>
      </h1>
      <ol className="projector-list" key={page}>
        {shown.drawn
          .slice(page * LIST_ROWS, (page + 1) * LIST_ROWS)
          .map(({ order, name, group, kind, batch, ticket }) => (
            <li key={order}>
              <span className="projector-order">{order}</span>
              <b className={`hall-name ${nameSize(name)}`}>{name}</b>
              {isGrouped && <span>{group}</span>}
              {kind === '必检' && <span className="projector-must">必检 · 非随机</span>}
              {batch !== null && <span>第{batch}批</span>}
              <code className="projector-ticket">{ticketText(ticket, 2)}</code>
            </li>
          ))}
      </ol>
      {following > 0 && <p className="projector-following">下一页还有 {following} 户</p>}
      {following <= 0 && shown.mode === 'sample' && (
        <p className="projector-cuts">
          {groups.map((group) => {
            const cut = cutOf(group);
            return (
              <span key={group.group}>
                {isGrouped ? group.group : ''}
                {cut === null ? noCutText(group) : `抽中线 ${ticketText(cut, isGrouped ? 1 : 4)}`}
              </span>
            );
          })}
        </p>
      )}
      {shown.amended !== null && (
        <p className="projector-following">
          检查人员名单已更正公布（第{shown.amended.stage}次），名单哈希 {shown.amended.officersHash.slice(0, 16)}…
        </p>
      )}
    </>
  );
}
