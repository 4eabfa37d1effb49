import { Link } from '@tanstack/react-router';
import type { ClauseFigures, ItemFigures as Figures } from '../../../shared/features/plans/figures.ts';

/** Per clause: how many the roster holds, how many are asked; what is not bound links to where it is bound. */
export function ItemFigures({ figures }: { readonly figures: Figures }) {
  if (figures.clauses.length === 0) return null;
  return (
    <table className="figures">
      <thead>
        <tr>
          <th>类别</th>
          <th>名录中</th>
          <th>比例或数量</th>
          <th>每次抽取</th>
        </tr>
      </thead>
      <tbody>
        {figures.clauses.map((clause) => (
          <ClauseRow key={clause.text + clause.classes.map(({ name }) => name).join()} clause={clause} />
        ))}
      </tbody>
    </table>
  );
}

function ClauseRow({ clause }: { readonly clause: ClauseFigures }) {
  return (
    <tr>
      <td>
        {clause.classes.map(({ name, size }) => (
          <div key={name}>
            {name}
            {size === null ? (
              <>
                {' '}
                <Link to="/plans/classes" search={{ bind: name }}>
                  未绑定，去绑定
                </Link>
              </>
            ) : (
              clause.classes.length > 1 && <span className="quiet">（{size}户）</span>
            )}
          </div>
        ))}
        {clause.classes.length === 0 && '全部对象'}
      </td>
      <td className="figure">{clause.size === null ? '—' : `${clause.size}户`}</td>
      <td>{clause.text}</td>
      <td className="figure">{clause.asked === null ? '—' : `${clause.asked}户`}</td>
    </tr>
  );
}

/** `预估14户（手填20户）`: the reckoned number, and the written one where there is one. */
export function estimateText({ reckoned, written }: Pick<Figures, 'reckoned' | 'written'>): string {
  const counted = reckoned === null ? '推算不出' : `推算${reckoned}户`;
  return written === null ? counted : `手填${written}户（${counted}）`;
}
