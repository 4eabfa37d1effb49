import { minuteText } from '../../ui/when.ts';
import type { Change } from './rosters.queries.ts';

/** 变更记录: newest first, with who, why and what changed into what. */
export function HistoryList({ changes }: { readonly changes: readonly Change[] }) {
  return (
    <ol className="history">
      {changes.map((change) => (
        <li key={change.id}>
          <div>
            {minuteText(change.at)} {change.byName}：{change.reason}
          </div>
          <ul className="quiet">
            {change.change === 'added' && <li>列入名录</li>}
            {change.change === 'removed' && <li>移出名录</li>}
            {change.fields.map(({ label, before, after }) => (
              <li key={label}>
                {label}：{before === '' ? after : `${before} → ${after === '' ? '（空）' : after}`}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}
