import { Button, Space } from 'antd';
import { changesBetween } from '../../../shared/features/draws/preview-changes.ts';
import type { Preview } from './draws.queries.ts';

interface WhatChangesProps {
  readonly before: Preview;
  readonly after: Preview;
  readonly isFresh: boolean;
  readonly onKeep: () => void;
  readonly onBack: () => void;
}

/** What an alteration changes against the figures before it, group by group. Before freezing only. */
export function WhatChanges({ before, after, isFresh, onKeep, onBack }: WhatChangesProps) {
  const changes = changesBetween(before, after);
  if (changes.length === 0) return null;
  return (
    <section className="what-changes" aria-label="改动前后" aria-live="polite" aria-busy={!isFresh}>
      <h3>改动前后</h3>
      <ul>
        {changes.map(({ what, from, to }) => (
          <li key={what}>
            {what}：{from} → <b>{to}</b>
          </li>
        ))}
      </ul>
      <Space>
        <Button size="small" onClick={onKeep}>
          以改动后为准
        </Button>
        <Button size="small" onClick={onBack}>
          恢复改动前
        </Button>
      </Space>
    </section>
  );
}
