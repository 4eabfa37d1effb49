import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Space, Spin, Tabs } from 'antd';
import { useState } from 'react';
import { sentenceOf } from '../../api/messages.zh-CN.ts';
import { useFiles } from '../../api/use-files.ts';
import { useJob, useJobTitled } from '../../api/use-job.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { JobBar } from '../../ui/job-bar.tsx';
import type { ListColumn } from '../../ui/list-model.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemTable } from '../../ui/problem-table.tsx';
import { useLocalListParams } from '../../ui/use-list-params.ts';
import { minuteText } from '../../ui/when.ts';
import { ColumnMapping } from './column-mapping.tsx';
import { ImportTwins } from './import-twins.tsx';
import { ImportUpdates } from './import-updates.tsx';
import { type StageView, useImportCommands, useStage } from './rosters.queries.ts';

const operator = ['operator'] as const;

interface StagePreviewProps {
  readonly id: number;
  readonly onLeave: () => void;
}

/** What the file would do, with every problem, before anything is written. */
export function StagePreview({ id, onLeave }: StagePreviewProps) {
  const stage = useStage(id);
  const [isMapping, setMapping] = useState(false);
  if (stage.isPending) return <Spin />;
  if (stage.data == null) {
    return (
      <>
        <PageHead title="导入名录" actions={<Button onClick={onLeave}>返回</Button>} />
        <Alert type="warning" showIcon title={sentenceOf({ ok: false, code: 'STAGE_GONE', details: {} })} />
      </>
    );
  }
  if (stage.data.asksColumns || isMapping) {
    const leave = stage.data.asksColumns ? onLeave : () => setMapping(false);
    const leaveText = stage.data.asksColumns ? '返回，不导入' : '返回检查结果';
    return <ColumnMapping id={id} onChecked={() => setMapping(false)} onLeave={leave} leaveText={leaveText} />;
  }
  return <Preview id={id} stage={stage.data} onLeave={onLeave} onMap={() => setMapping(true)} />;
}

interface PreviewProps extends StagePreviewProps {
  readonly stage: StageView;
  readonly onMap: () => void;
}

function Preview({ id, stage, onLeave, onMap }: PreviewProps) {
  const files = useFiles();
  const { confirm } = useImportCommands();
  const job = useJobTitled('写入导入的名录', confirm.isRunning);
  const { read, added, updated, leftOut, warnings, notices } = stage.counts;
  const toWrite = added + updated;

  async function run(): Promise<void> {
    const outcome = await confirm.run({ id });
    if (outcome.ok || outcome.code === 'STAGE_GONE') onLeave();
  }

  return (
    <>
      <PageHead
        title={`检查结果：${stage.fileName}`}
        note={`共读到${read}行：新增${added}，更新${updated}，不能导入${leftOut}；请核对${warnings}处，已整理${notices}处。现在还没有写入。`}
        actions={
          <Space>
            <Button onClick={onLeave}>返回，不导入</Button>
            <Button
              disabled={stage.problems.length === 0}
              onClick={() => void files.download(`rosters/stages/${id}/problems.xlsx`)}
            >
              下载问题清单
            </Button>
            <ActionButton
              may={operator}
              type="primary"
              loading={confirm.isRunning}
              barred={toWrite === 0 ? '没有可以导入的行' : null}
              onClick={() => void run()}
            >
              确认导入{toWrite}条
            </ActionButton>
          </Space>
        }
      />
      {job !== null && <JobBar label={job.total === 0 ? '正在核对' : '正在写入'} job={job} />}
      {stage.remembered !== null && <Remembered id={id} stage={stage} onMap={onMap} />}
      {stage.unknownHeadings.length > 0 && (
        <Alert
          className="form-refusal"
          type="info"
          showIcon
          title={`以下各列没有导入：${stage.unknownHeadings.join('、')}。`}
          action={
            <Button size="small" onClick={onMap}>
              对应各列
            </Button>
          }
        />
      )}
      {stage.problemsInAll > stage.problems.length && (
        <Alert
          className="form-refusal"
          type="info"
          showIcon
          title={`问题共${stage.problemsInAll}处，这里显示前${stage.problems.length}处，其余见问题清单。`}
        />
      )}
      <Tabs
        items={[
          {
            key: 'problems',
            label: `问题（${stage.problemsInAll}）`,
            children: <ProblemTable problems={stage.problems} />,
          },
          ...(stage.changing === 0 && updated === 0
            ? []
            : [{ key: 'updates', label: `更新与冲突（${stage.changing}）`, children: <ImportUpdates id={id} /> }]),
          ...(stage.twins === 0
            ? []
            : [{ key: 'twins', label: `疑似重复（${stage.twins}）`, children: <ImportTwins id={id} /> }]),
          { key: 'rows', label: `将要导入（${toWrite}）`, children: <RowTable rows={stage.rows} /> },
        ]}
      />
    </>
  );
}

/** Says that the columns were taken from memory, and lets them be changed or forgotten. */
function Remembered({
  id,
  stage,
  onMap,
}: {
  readonly id: number;
  readonly stage: StageView;
  readonly onMap: () => void;
}) {
  const { forgetColumns } = useImportCommands();
  const [jobId, setJobId] = useState<number | null>(null);
  const queries = useQueryClient();
  const job = useJob(jobId, () => {
    setJobId(null);
    void queries.invalidateQueries();
  });
  const { madeAt = '', madeBy = '' } = stage.remembered ?? {};

  async function forget(): Promise<void> {
    const outcome = await forgetColumns.run({ id });
    if (outcome.ok) setJobId(outcome.value.jobId);
  }

  if (job?.state === 'running') return <JobBar label="正在检查" job={job} />;
  return (
    <Alert
      className="form-refusal"
      type="info"
      showIcon
      title={`各列按记住的对应读取（${madeBy} ${minuteText(madeAt)}）。`}
      action={
        <Space>
          <Button size="small" onClick={onMap}>
            修改
          </Button>
          <ActionButton may={operator} size="small" loading={forgetColumns.isRunning} onClick={() => void forget()}>
            不再记住
          </ActionButton>
        </Space>
      }
    />
  );
}

type Line = StageView['rows'][number];

const lineColumns: readonly ListColumn<Line>[] = [
  { key: 'sheet', title: '工作表', width: 130, value: ({ sheet }) => sheet },
  { key: 'row', title: '行', width: 60, value: ({ row }) => row },
  { key: 'update', title: '处理', width: 80, value: ({ update }) => (update ? '更新' : '新增') },
  { key: 'name', title: '名称（姓名）', width: 240, value: ({ name }) => name },
  { key: 'facts', title: '内容', width: 480, value: ({ facts }) => facts.filter((fact) => fact !== '').join('，') },
];

function RowTable({ rows }: { readonly rows: readonly Line[] }) {
  const params = useLocalListParams({ size: 100 });
  return (
    <DataTable<Line>
      name="rosters.staged"
      title="将要导入"
      rows={rows}
      rowKey={({ sheet, row }) => `${sheet} ${row}`}
      columns={lineColumns}
      params={params}
      searchHint="名称、代码"
      empty="没有可以导入的行。"
    />
  );
}
