import { Alert } from 'antd';
import { PathLink } from '../../ui/path-link.tsx';
import { useInspected } from './records.queries.ts';

/** Published inspections of an enterprise that found a problem: they count as its records and are not entered again. */
export function InspectedFacts({ objectId }: { readonly objectId: number }) {
  const facts = useInspected(objectId).data ?? [];
  if (facts.length === 0) return null;
  return (
    <Alert
      className="form-refusal"
      type="info"
      showIcon
      title={`已公示的检查中有${facts.length}次发现问题或不配合，自动作为信用记录，不必另行登记：`}
      description={
        <ul>
          {facts.map(({ id, title, happenedOn }) => (
            <li key={id}>
              <PathLink path={pathOf(id)}>
                {happenedOn} {title}
              </PathLink>
            </li>
          ))}
        </ul>
      }
    />
  );
}

function pathOf(factId: string): string {
  const [kind, id] = factId.split(':');
  return kind === 'inspection' ? `/inspections?open=${id}` : `/inspections/past?open=${id}`;
}
