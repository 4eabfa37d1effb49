import { useNavigate } from '@tanstack/react-router';
import { Alert, Button, Tabs } from 'antd';
import { useState } from 'react';
import { resultTitles } from '../../../shared/features/inspections/results.ts';
import { useFiles } from '../../api/use-files.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import type { ListColumn } from '../../ui/list-model.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemTable } from '../../ui/problem-table.tsx';
import { RemoveForm } from '../../ui/remove-form.tsx';
import { StageGone } from '../../ui/stage-gone.tsx';
import { StagedUpload } from '../../ui/staged-upload.tsx';
import { useListParams, useLocalListParams } from '../../ui/use-list-params.ts';
import { useStage } from '../../ui/use-stage.ts';
import { minuteText } from '../../ui/when.ts';
import {
  type PastBatchLine,
  type PastStage,
  useConfirmPast,
  usePastBatches,
  usePastStage,
  useUndoPast,
} from './inspections.queries.ts';

/** 检查 → 以往检查 → 导入: read, look, confirm; undo by import. */
export function PastImportPage() {
  const files = useFiles();
  const navigate = useNavigate();
  const [stageId, show] = useStage();
  const stage = usePastStage(stageId);
  if (stageId !== null && stage.data != null) {
    return (
      <Preview key={stageId} stage={stage.data} onOther={() => show(null)} onOutdated={() => void stage.refetch()} />
    );
  }
  return (
    <>
      <PageHead
        title="导入以往检查"
        note="先检查、后写入，可以整批撤销。请先导入两个名录和年度计划。"
        actions={
          <>
            <Button onClick={() => void navigate({ to: '/inspections/past' })}>返回以往检查</Button>
            <Button onClick={() => void files.download('inspections/past-template.xlsx')}>下载模板</Button>
          </>
        }
      />
      {stageId === null && (
        <>
          <StagedUpload path="inspections/past" label="以往检查表（.xlsx、.csv）" may={['operator']} onStaged={show} />
          <Batches />
        </>
      )}
      {stage.data === null && <StageGone onOther={() => show(null)} />}
    </>
  );
}

interface PreviewProps {
  readonly stage: PastStage;
  readonly onOther: () => void;
  /** The check was made anew and says otherwise. */
  readonly onOutdated: () => void;
}

function Preview({ stage, onOther, onOutdated }: PreviewProps) {
  const files = useFiles();
  const navigate = useNavigate();
  const confirm = useConfirmPast({
    done: ({ imported }) => `已导入${imported}次检查。`,
    onDone: () => void navigate({ to: '/inspections/past' }),
  });
  const { fileName, rows, rowsRead, problems, stageId, unknownHeadings } = stage;
  const leftOut = rowsRead - rows.length;

  async function run(): Promise<void> {
    const outcome = await confirm.run({ stageId });
    if (!outcome.ok && outcome.code === 'PAST_STAGE_OUTDATED') onOutdated();
  }

  return (
    <>
      <PageHead
        title={`检查结果：${fileName}`}
        note={`共读到${rowsRead}行：可以导入${rows.length}行，不能导入${leftOut}行。现在还没有写入。`}
        actions={
          <>
            <Button onClick={onOther}>返回，不导入</Button>
            <Button
              disabled={problems.length === 0}
              onClick={() => void files.download(`inspections/past-stages/${stageId}/problems.xlsx`)}
            >
              下载问题清单
            </Button>
            <ActionButton
              type="primary"
              may={['operator']}
              barred={rows.length === 0 ? '没有可以导入的行' : null}
              loading={confirm.isRunning}
              onClick={() => void run()}
            >
              确认导入{rows.length}行
            </ActionButton>
          </>
        }
      />
      {unknownHeadings.length > 0 && (
        <Alert
          className="form-refusal"
          type="info"
          showIcon
          title={`以下各列没有读取：${unknownHeadings.join('、')}。`}
        />
      )}
      <Tabs
        items={[
          { key: 'problems', label: `问题（${problems.length}）`, children: <ProblemTable problems={problems} /> },
          { key: 'rows', label: `将要导入（${rows.length}）`, children: <StagedRows rows={rows} /> },
        ]}
      />
    </>
  );
}

type StagedLine = PastStage['rows'][number];

const stagedColumns: readonly ListColumn<StagedLine>[] = [
  { key: 'row', title: '行', width: 60, value: ({ row }) => row },
  { key: 'on', title: '检查日期', width: 104, value: ({ draft }) => draft.inspectedOn },
  { key: 'object', title: '检查对象', width: 200, value: ({ draft }) => draft.objectName },
  { key: 'item', title: '抽查事项', width: 180, value: ({ draft }) => draft.itemName },
  { key: 'department', title: '检查部门', width: 100, value: ({ draft }) => draft.department },
  { key: 'team', title: '检查人员', width: 150, value: ({ draft }) => draft.team.map(({ name }) => name).join('、') },
  { key: 'result', title: '检查结果', width: 150, value: ({ draft }) => resultTitles[draft.result] },
  { key: 'published', title: '公示', width: 66, value: ({ draft }) => (draft.isPublished ? '是' : '否') },
  { key: 'note', title: '备注', width: 160, isOptional: true, value: ({ draft }) => draft.note },
];

function StagedRows({ rows }: { readonly rows: readonly StagedLine[] }) {
  const params = useLocalListParams({ size: 100 });
  return (
    <DataTable<StagedLine>
      name="inspections.past-staged"
      title="将要导入的以往检查"
      rows={rows}
      rowKey={({ sheet, row }) => `${sheet} ${row}`}
      columns={stagedColumns}
      params={params}
      searchHint="企业、事项、人员"
      empty="没有可以导入的行。"
    />
  );
}

function Batches() {
  const batches = usePastBatches();
  const params = useListParams({ size: 20 });
  const undo = useUndoPast();
  const [undoing, setUndoing] = useState<PastBatchLine | null>(null);
  const columns: readonly ListColumn<PastBatchLine>[] = [
    { key: 'at', title: '导入时间', width: 140, value: ({ importedAt }) => minuteText(importedAt) },
    { key: 'file', title: '文件', width: 180, value: ({ fileName }) => fileName },
    { key: 'added', title: '导入', width: 72, value: ({ added }) => added },
    { key: 'leftOut', title: '未导入', width: 86, value: ({ leftOut }) => leftOut },
    { key: 'by', title: '导入人', width: 90, value: ({ importedBy }) => importedBy },
    { key: 'state', title: '状态', width: 200, value: ({ undone }) => undoneText(undone) },
    {
      key: 'undo',
      title: '操作',
      width: 100,
      isAction: true,
      value: () => null,
      render: (batch) =>
        batch.undone === null && (
          <ActionButton size="small" danger may={['operator']} onClick={() => setUndoing(batch)}>
            撤销导入
          </ActionButton>
        ),
    },
  ];
  return (
    <section className="drawer-part">
      <h2>导入记录</h2>
      <DataTable<PastBatchLine>
        name="inspections.past-batches"
        title="以往检查导入记录"
        rows={batches.data}
        rowKey={({ id }) => id}
        columns={columns}
        params={params}
        searchHint="文件、导入人"
        empty="还没有导入过以往检查。"
      />
      {undoing !== null && (
        <RemoveForm
          title={`撤销导入“${undoing.fileName}”`}
          note={`这一批登记的${undoing.added}次检查不再计入频次、检查量和覆盖，登记和事由都留着。已冻结的抽取不受影响。`}
          submit="撤销这一批"
          onSubmit={(reason) => undo.run({ id: undoing.id, reason })}
          onClose={() => setUndoing(null)}
        />
      )}
    </section>
  );
}

function undoneText(undone: PastBatchLine['undone']): string {
  return undone === null ? '有效' : `已撤销（${minuteText(undone.at)} ${undone.by}：${undone.reason}）`;
}
