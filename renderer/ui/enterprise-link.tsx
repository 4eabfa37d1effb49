import { Link } from '@tanstack/react-router';
import type { ListColumn } from './list-model.ts';

interface EnterpriseLinkProps {
  /** Number in the roster; null or 0 where it is not there, or not to be known. */
  readonly id: number | null;
  readonly children: string;
}

/** An enterprise's name in a list; leads to its page, while the rest of the row opens what it always did. */
export function EnterpriseLink({ id, children }: EnterpriseLinkProps) {
  if (id === null || id === 0) return children;
  return (
    <Link to="/enterprises/$id" params={{ id: String(id) }} onClick={(event) => event.stopPropagation()}>
      {children}
    </Link>
  );
}

/** The column of a list that names its enterprises. */
export function enterpriseColumn<Row extends { readonly objectId: number | null; readonly objectName: string }>(
  column: Pick<ListColumn<Row>, 'key' | 'title' | 'width'>,
): ListColumn<Row> {
  return {
    ...column,
    value: ({ objectName }) => objectName,
    render: ({ objectId, objectName }) => <EnterpriseLink id={objectId}>{objectName}</EnterpriseLink>,
  };
}
