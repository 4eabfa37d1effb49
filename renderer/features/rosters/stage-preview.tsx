import { Alert, Button, Space, Spin, Tabs } from 'antd';
import { sentenceOf } from '../../api/messages.zh-CN.ts';
import { useFiles } from '../../api/use-files.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import type { ListColumn } from '../../ui/list-model.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemTable } from '../../ui/problem-table.tsx';
import { useLocalListParams } from '../../ui/use-list-params.ts';
import { type StageView, useImportCommands, useStage } from './rosters.queries.ts';

const operator = ['operator'] as const;

interface StagePreviewProps {
  readonly id: number;
  readonly onLeave: () => void;
}

/** What the file would do, with every problem, before anything is written. */
export function StagePreview({ id, onLeave }: StagePreviewProps) {
  const stage = useStage(id);
  if (stage.isPending) return <Spin />;
  if (stage.data == null) {
    return (
      <>
        <PageHead title="导入名录" actions={<Button onClick={onLeave}>返回</Button>} />
        <Alert type="warning" showIcon title={sentenceOf({ ok: false, code: 'STAGE_GONE', details: {} })} />
      </>
    );
  }
  return <Preview id={id} stage={stage.data} onLeave={onLeave} />;
}

function Preview({ id, stage, onLeave }: StagePreviewProps & { readonly stage: StageView }) {
  const files = useFiles();
  const { confirm } = useImportCommands();
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
      {stage.unknownHeadings.length > 0 && (
        <Alert
          className="form-refusal"
          type="info"
          showIcon
          title={`以下各列不属于名录，没有读取：${stage.unknownHeadings.join('、')}。`}
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
          { key: 'rows', label: `将要导入（${toWrite}）`, children: <RowTable rows={stage.rows} /> },
        ]}
      />
    </>
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
