import { Link } from '@tanstack/react-router';
import { minuteText } from '../../ui/when.ts';
import type { Change } from './rosters.queries.ts';

/** Experts have a history of their own, which no import names. */
type Shown = Omit<Change, 'roster' | 'entryId' | 'name'>;

/** 变更记录: newest first, with who, why and what changed into what. */
export function HistoryList({ changes }: { readonly changes: readonly Shown[] }) {
  return (
    <ol className="history">
      {changes.map((change) => (
        <li key={change.id}>
          <div>
            {minuteText(change.at)} {change.byName}：{change.reason}
          </div>
          <ul className="quiet">
            {change.imported !== null && (
              <li>
                来自<Link to="/rosters/imports">第{change.imported.batchId}批导入</Link>：{change.imported.fileName}
              </li>
            )}
            {change.batchChange !== null && (
              <li>
                <Link to="/rosters/batches">批量变更</Link>：{change.batchChange}
              </li>
            )}
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
