import { PathLink } from '../../ui/path-link.tsx';
import type { SummaryView } from './registers.queries.ts';

/** Each figure with the list it was counted in; one click leads there. */
export function FigureTable({ of }: { readonly of: Pick<SummaryView['newest'], 'figures'> }) {
  return (
    <table className="figures">
      <thead>
        <tr>
          <th>数据</th>
          <th className="figure">数值</th>
          <th>来源</th>
        </tr>
      </thead>
      <tbody>
        {of.figures.list.map(({ id, label, value, unit, source }) => (
          <tr key={id}>
            <td>{label}</td>
            <td className="figure">
              {value}
              {unit}
            </td>
            <td>
              <PathLink path={source.path}>{source.title}</PathLink>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
