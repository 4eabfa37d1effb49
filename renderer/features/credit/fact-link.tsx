import { PathLink } from '../../ui/path-link.tsx';

interface NamedFact {
  /** `record:12`, `inspection:5`. */
  readonly id: string;
  readonly title: string;
  readonly happenedOn: string;
}

const paths: Readonly<Record<string, (id: string) => string>> = {
  record: (id) => `/credit/records?id=${id}`,
  inspection: (id) => `/inspections?open=${id}`,
  'past-inspection': (id) => `/inspections/past?open=${id}`,
};

interface FactLinkProps {
  readonly fact: NamedFact;
  /** Its title and day unless given. */
  readonly words?: string;
}

/** A fact by its title and day, leading to its record. */
export function FactLink({ fact: { id, title, happenedOn }, words = `${title}（${happenedOn}）` }: FactLinkProps) {
  const [source = '', number = ''] = id.split(':');
  const path = paths[source]?.(number);
  return path === undefined ? words : <PathLink path={path}>{words}</PathLink>;
}
