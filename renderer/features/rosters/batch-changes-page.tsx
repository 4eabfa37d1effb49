import { useState } from 'react';
import { ActionButton } from '../../ui/action-button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import type { ListColumn } from '../../ui/list-model.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { RemoveForm } from '../../ui/remove-form.tsx';
import { useListParams } from '../../ui/use-list-params.ts';
import { minuteText } from '../../ui/when.ts';
import { type BatchChangeRecord, useBatchChangeCommands, useBatchChanges } from './rosters.queries.ts';

const operator = ['operator'] as const;

/** 名录 → 批量变更: what was changed of many at once, each to be taken back as one. */
export function BatchChangesPage() {
  const params = useListParams();
  const batches = useBatchChanges();
  const { undo } = useBatchChangeCommands();
  const [undoing, setUndoing] = useState<BatchChangeRecord | null>(null);
  const columns: readonly ListColumn<BatchChangeRecord>[] = [
    { key: 'at', title: '变更时间', width: 140, value: ({ appliedAt }) => minuteText(appliedAt) },
    { key: 'title', title: '变更内容', width: 230, value: ({ title }) => title },
    { key: 'entries', title: '户数', width: 76, value: ({ entries }) => entries },
    { key: 'reason', title: '事由', width: 130, value: ({ reason }) => reason },
    { key: 'by', title: '经办人', width: 90, value: ({ appliedBy }) => appliedBy },
    { key: 'state', title: '状态', width: 110, value: stateText },
    {
      key: 'undo',
      title: '操作',
      width: 80,
      isAction: true,
      value: () => null,
      render: (batch) =>
        batch.state === 'applied' ? (
          <ActionButton may={operator} size="small" onClick={() => setUndoing(batch)}>
            撤销
          </ActionButton>
        ) : null,
    },
  ];
  return (
    <>
      <PageHead title="批量变更" note="在“检查对象”中选好对象后批量变更，这里可以整批撤销。" />
      <DataTable<BatchChangeRecord>
        name="rosters.batch-changes"
        title="批量变更"
        rows={batches.data}
        rowKey={({ id }) => id}
        columns={columns}
        params={params}
        searchHint="内容、事由、经办人"
        empty="还没有批量变更过。在“检查对象”中选好对象，点“批量变更”。"
      />
      {undoing !== null && (
        <RemoveForm
          title={`撤销“${undoing.title}”`}
          note={`${undoing.entries}户恢复到变更之前。之后又有变动的对象会挡住撤销，并逐一说明。`}
          submit="撤销这一批"
          onSubmit={(reason) => undo.run({ id: undoing.id, reason })}
          onClose={() => setUndoing(null)}
        />
      )}
    </>
  );
}

function stateText({ state, undoneAt, undoneBy, undoReason }: BatchChangeRecord): string {
  return state === 'applied' ? '已变更' : `已撤销（${minuteText(undoneAt)} ${undoneBy}：${undoReason}）`;
}
