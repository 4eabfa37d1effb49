import { useNavigate } from '@tanstack/react-router';
import { Modal, Segmented, Select } from 'antd';
import { useState } from 'react';
import { drawStates, drawStateTitles } from '../../../shared/features/draws/ceremony.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { ListColumn } from '../../ui/list-model.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { useListParams } from '../../ui/use-list-params.ts';
import { minuteText } from '../../ui/when.ts';
import { DraftsInProgress } from './drafts-in-progress.tsx';
import { type DrawRow, useDraws, useDrawTasks } from './draws.queries.ts';
import { RehearsalBand } from './rehearsal-band.tsx';

/** 抽取: every draw with where it stands, the void ones too. */
export function DrawsPage() {
  const draws = useDraws();
  const params = useListParams();
  const navigate = useNavigate();
  const isRehearsals = params.filters.kind === 'rehearsal';
  const count = (rehearsal: boolean) =>
    (draws.data ?? []).filter(({ isRehearsal }) => isRehearsal === rehearsal).length;
  return (
    <>
      <PageHead
        title="抽取"
        note="先冻结名单，再由见证人当众公布数字，结果由两者算出，任何人都可以复算。编号不重复使用，作废的也保留。"
        actions={<NewDraw />}
      />
      <DraftsInProgress />
      <Segmented
        className="draw-kinds"
        aria-label="正式抽取或演练"
        value={isRehearsals ? 'rehearsal' : ''}
        onChange={(kind) => params.change({ filters: { kind } })}
        options={[
          { value: '', label: `正式抽取（${count(false)}）` },
          { value: 'rehearsal', label: `演练（${count(true)}）` },
        ]}
      />
      {isRehearsals && <RehearsalBand />}
      <DataTable
        key={isRehearsals ? 'rehearsals' : 'draws'}
        name="draws"
        title={isRehearsals ? '抽取演练' : '抽取'}
        rows={draws.data?.filter(({ isRehearsal }) => isRehearsal === isRehearsals)}
        rowKey={(row) => row.id}
        params={params}
        searchHint="编号、任务、承诺值"
        columns={columns}
        filters={[
          {
            key: 'state',
            label: '状态',
            options: drawStates.map((value) => ({ value, label: drawStateTitles[value] })),
            of: (row) => row.state,
          },
        ]}
        onRow={(row) => void navigate({ to: `/draws/${row.id}` })}
        empty={
          <EmptyState
            text={
              isRehearsals
                ? '还没有演练。按“主持抽取”，在第一步选“演练”。'
                : '还没有抽取。先在“事项与计划”中下达任务，再按“主持抽取”。'
            }
            action={<NewDraw />}
          />
        }
      />
    </>
  );
}

const columns: readonly ListColumn<DrawRow>[] = [
  { key: 'number', title: '抽取编号', value: (row) => row.number, width: 130 },
  { key: 'state', title: '状态', value: (row) => drawStateTitles[row.state], width: 110 },
  { key: 'task', title: '任务编号', value: (row) => row.taskNumber, width: 190 },
  { key: 'title', title: '任务名称', value: (row) => row.taskTitle, width: 220 },
  { key: 'pool', title: '名单户数', value: (row) => row.poolSize, width: 110, align: 'right' },
  { key: 'drawn', title: '抽中户数', value: (row) => row.drawnCount, width: 110, align: 'right' },
  { key: 'frozenAt', title: '冻结时间', value: (row) => minuteText(row.frozenAt), width: 150 },
  { key: 'commitment', title: '承诺值', value: (row) => row.commitment, width: 300, isOptional: true },
];

function NewDraw() {
  const [isOpen, setOpen] = useState(false);
  const [taskId, setTaskId] = useState<number | null>(null);
  const tasks = useDrawTasks();
  const navigate = useNavigate();
  return (
    <>
      <ActionButton type="primary" may={['operator']} onClick={() => setOpen(true)}>
        主持抽取
      </ActionButton>
      <Modal
        open={isOpen}
        title="为哪个任务抽取"
        okText="进入抽取"
        cancelText="取消"
        okButtonProps={{ disabled: taskId === null }}
        onCancel={() => setOpen(false)}
        onOk={() => void navigate({ to: '/draws/new', search: { task: String(taskId) } })}
      >
        <label htmlFor="draw-task">任务</label>
        <Select
          id="draw-task"
          style={{ width: '100%' }}
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={tasks.data?.length === 0 ? '没有待执行的任务，请先在“事项与计划”中下达' : '请选择任务'}
          value={taskId}
          onChange={setTaskId}
          options={(tasks.data ?? []).map((task) => ({
            value: task.id,
            label: `${task.number} ${task.title}（${task.quotaText}）`,
          }))}
        />
      </Modal>
    </>
  );
}
