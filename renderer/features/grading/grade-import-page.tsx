import { useNavigate } from '@tanstack/react-router';
import { Button, Popconfirm, Space, Table } from 'antd';
import { useFiles } from '../../api/use-files.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { StageGone } from '../../ui/stage-gone.tsx';
import { StagedUpload } from '../../ui/staged-upload.tsx';
import { useListParams } from '../../ui/use-list-params.ts';
import { useStage } from '../../ui/use-stage.ts';
import { minuteText } from '../../ui/when.ts';
import {
  type GradeImport,
  type StagedGrades,
  useConfirmGrades,
  useGradeImports,
  useGradeRules,
  useGradeStage,
  useUndoGrades,
} from './grading.queries.ts';

/** 信用 → 国家等级导入: read, look, confirm; undo by import. */
export function GradeImportPage() {
  const files = useFiles();
  const [stageId, show] = useStage();
  const stage = useGradeStage(stageId);
  const evaluation = useGradeRules().data?.evaluation;
  if (evaluation?.national === 'none') return <NotUsed article={evaluation.article} />;
  const article = evaluation === undefined ? '' : `（${evaluation.article}）`;
  return (
    <>
      <PageHead
        title="国家等级导入"
        note={`按统一社会信用代码对应名录；确认后在一次写入中重新评定全部企业${article}。`}
        actions={<Button onClick={() => void files.download('grading/template')}>下载模板</Button>}
      />
      {stageId === null && (
        <>
          <StagedUpload
            path="grading/import"
            label="国家公共信用综合评价等级表（.xlsx）"
            may={['operator']}
            onStaged={show}
          />
          <Imports />
        </>
      )}
      {stage.data === null && <StageGone onOther={() => show(null)} />}
      {stage.data != null && <Preview key={stageId} stage={stage.data} onOther={() => show(null)} />}
    </>
  );
}

/** What an office reads whose pack grades by its own model alone. */
function NotUsed({ article }: { readonly article: string }) {
  const navigate = useNavigate();
  return (
    <>
      <PageHead title="国家等级导入" note={`本局按评价模型评定等级（${article}），不必导入国家等级。`} />
      <p>
        要使用国家公共信用综合评价等级的，先到“规则包”起草新版本，在“等级与国家等级的对应”中写明各级对应哪些国家等级，批准施行后再导入。
      </p>
      <Space>
        <Button type="primary" onClick={() => void navigate({ to: '/credit' })}>
          等级一览
        </Button>
        <Button onClick={() => void navigate({ to: '/settings/policies' })}>规则包</Button>
      </Space>
    </>
  );
}

const severityWords = { error: '不能导入', warning: '请核对', notice: '不导入' } as const;

function Preview({ stage, onOther }: { readonly stage: StagedGrades; readonly onOther: () => void }) {
  const navigate = useNavigate();
  const confirm = useConfirmGrades({
    done: ({ imported, graded, changed }) => `已导入${imported}户，评定${graded}户，${changed}户等级有变动。`,
    onDone: () => void navigate({ to: '/credit' }),
  });
  const leftOut = stage.rowsRead - stage.rows.length;
  return (
    <Space direction="vertical" size={12} style={{ width: '100%' }}>
      <div>
        {stage.fileName}：读出{stage.rowsRead}行，可以导入{stage.rows.length}户{leftOut > 0 && `，${leftOut}行不导入`}。
      </div>
      <Space size={8}>
        <ActionButton
          type="primary"
          may={['operator']}
          barred={stage.rows.length === 0 ? '没有可以导入的行' : null}
          loading={confirm.isRunning}
          onClick={() => void confirm.run({ stageId: stage.stageId })}
        >
          确认导入{stage.rows.length}户
        </ActionButton>
        <Button onClick={onOther}>换一个文件</Button>
      </Space>
      <Table<StagedGrades['problems'][number]>
        size="small"
        bordered
        rowKey={({ row, column, sentence }) => `${row} ${column} ${sentence}`}
        dataSource={[...stage.problems]}
        pagination={false}
        scroll={{ y: 360 }}
        locale={{ emptyText: '没有发现问题。' }}
        columns={[
          { title: '工作表', width: 120, dataIndex: 'sheet' },
          { title: '行', width: 60, align: 'right', dataIndex: 'row' },
          { title: '列', width: 160, dataIndex: 'column' },
          { title: '处理', width: 90, render: (_, { severity }) => severityWords[severity] },
          { title: '问题', dataIndex: 'sentence' },
        ]}
      />
    </Space>
  );
}

function Imports() {
  const imports = useGradeImports();
  const params = useListParams();
  const undo = useUndoGrades({ done: ({ changed }) => `已撤销，${changed}户等级恢复。` });
  return (
    <section className="import-history">
      <h2>导入记录</h2>
      <DataTable<GradeImport>
        name="grading.imports"
        title="国家等级导入记录"
        rows={imports.data}
        rowKey={({ id }) => id}
        params={params}
        empty="还没有导入过国家等级。"
        columns={[
          { key: 'at', title: '导入时间', width: 150, value: ({ importedAt }) => minuteText(importedAt) },
          { key: 'file', title: '文件名', width: 260, value: ({ fileName }) => fileName },
          { key: 'rows', title: '导入户数', width: 90, value: ({ rows }) => rows },
          { key: 'leftOut', title: '未导入行数', width: 100, value: ({ leftOut }) => leftOut },
          { key: 'by', title: '导入人', width: 100, value: ({ importedBy }) => importedBy },
          {
            key: 'state',
            title: '状态',
            width: 190,
            value: ({ state, undoneAt }) => (state === 'applied' ? '有效' : `已于${minuteText(undoneAt)}撤销`),
          },
          {
            key: 'undo',
            title: '操作',
            width: 100,
            value: () => null,
            render: (batch) =>
              batch.state === 'applied' && (
                <Popconfirm
                  title="撤销这次导入？"
                  description="受影响的企业恢复到导入前的等级，变动历史保留。"
                  okText="撤销导入"
                  cancelText="不撤销"
                  onConfirm={() => void undo.run({ id: batch.id })}
                >
                  <ActionButton size="small" danger may={['operator']}>
                    撤销导入
                  </ActionButton>
                </Popconfirm>
              ),
          },
        ]}
      />
    </section>
  );
}
