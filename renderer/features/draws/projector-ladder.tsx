import { cutOf, type DrawnGroup, noCutText } from './drawn-groups.ts';
import type { Projection } from './hall.queries.ts';
import { ticketText } from './ticket-text.ts';

/** Where the cut-off line stands on the scale: what lies beyond it was not drawn. */
const LINE_AT = 0.8;

interface ProjectorLadderProps {
  readonly seen: readonly Projection['drawn'][number][];
  readonly group: DrawnGroup;
  readonly isDone: boolean;
}

/** The tickets on their scale, from 0 upwards to the cut-off line. */
export function ProjectorLadder({ seen, group, isDone }: ProjectorLadderProps) {
  const cut = cutOf(group);
  if (cut === null) return <p className="projector-caption">本组{noCutText(group)}。</p>;
  const rest = group.poolSize - group.drawn.length;
  const random = seen.filter(({ kind }) => kind === '随机');
  return (
    <>
      <div className="projector-ladder" aria-hidden="true">
        {random.map(({ order, ticket }, index) => (
          <i
            key={order}
            className={index === random.length - 1 && !isDone ? 'is-newest' : ''}
            style={{ left: `${(placeOf(ticket) / placeOf(cut)) * LINE_AT * 100}%` }}
          />
        ))}
        <b className="hall-line" style={{ left: `calc(${LINE_AT * 100}% + 8px)` }}>
          抽中线
        </b>
      </div>
      <p className="projector-caption">
        {isDone
          ? `抽中线 ${ticketText(cut, 4)}　其余 ${rest} 户的票号都大于它，未抽中。`
          : '票号从小到大，到抽中线为止。'}
      </p>
    </>
  );
}

/** For drawing only; what is compared are the strings. */
function placeOf(ticket: string): number {
  return Number(ticket.slice(0, 14));
}
