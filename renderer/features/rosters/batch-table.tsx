import { useState } from 'react';
import { useJobTitled } from '../../api/use-job.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { JobBar } from '../../ui/job-bar.tsx';
import type { ListColumn } from '../../ui/list-model.ts';
import { RemoveForm } from '../../ui/remove-form.tsx';
import { useListParams } from '../../ui/use-list-params.ts';
import { minuteText } from '../../ui/when.ts';
import { type Batch, useBatches, useImportCommands } from './rosters.queries.ts';

const operator = ['operator'] as const;
const kindNames = { objects: '检查对象', officers: '执法检查人员', exchange: '交换表' } as const;

/** 导入记录, each batch with its undoing. */
export function BatchTable() {
  const params = useListParams({ size: 20 });
  const batches = useBatches();
  const { undo } = useImportCommands();
  const job = useJobTitled('撤销导入的名录', undo.isRunning);
  const [undoing, setUndoing] = useState<Batch | null>(null);
  const columns: readonly ListColumn<Batch>[] = [
    { key: 'at', title: '导入时间', width: 140, value: ({ appliedAt }) => minuteText(appliedAt) },
    { key: 'kind', title: '名录', width: 120, value: ({ kind }) => kindNames[kind] },
    { key: 'file', title: '文件', width: 150, value: ({ fileName }) => fileName },
    { key: 'added', title: '新增', width: 68, value: ({ added }) => added },
    { key: 'updated', title: '更新', width: 68, value: ({ updated }) => updated },
    { key: 'leftOut', title: '未导入', width: 82, value: ({ leftOut }) => leftOut },
    { key: 'by', title: '经办人', width: 90, value: ({ appliedBy }) => appliedBy },
    { key: 'state', title: '状态', width: 100, value: stateText },
    {
      key: 'undo',
      title: '操作',
      width: 80,
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
      <DataTable<Batch>
        name="rosters.batches"
        title="导入记录"
        rows={batches.data}
        rowKey={({ id }) => id}
        columns={columns}
        params={params}
        searchHint="文件、经办人"
        empty="还没有导入过。"
      />
      {undoing !== null && (
        <RemoveForm
          title={`撤销导入“${undoing.fileName}”`}
          note={
            <>
              <p>{`新增的${undoing.added}条将移出，更新的${undoing.updated}条恢复原样。已用于抽取、检查的不能撤销。`}</p>
              {job !== null && <JobBar label="正在撤销" job={job} />}
            </>
          }
          submit="撤销这一批"
          onSubmit={(reason) => undo.run({ id: undoing.id, reason })}
          onClose={() => setUndoing(null)}
        />
      )}
    </>
  );
}

function stateText({ state, undoneAt, undoneBy, undoReason }: Batch): string {
  return state === 'applied' ? '已导入' : `已撤销（${minuteText(undoneAt)} ${undoneBy}：${undoReason}）`;
}
