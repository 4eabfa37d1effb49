import { Button, Modal, Space, Spin, Tabs } from 'antd';
import { useFiles } from '../../api/use-files.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import type { ListColumn } from '../../ui/list-model.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemTable } from '../../ui/problem-table.tsx';
import { StageGone } from '../../ui/stage-gone.tsx';
import { StagedUpload } from '../../ui/staged-upload.tsx';
import { useLocalListParams } from '../../ui/use-list-params.ts';
import { type ExpertStage, useConfirmExperts, useExpertStage } from './rosters.queries.ts';

const operator = ['operator'] as const;

interface ExpertUploadProps {
  readonly onStaged: (stageId: number) => void;
  readonly onClose: () => void;
}

/** Takes the workbook; nothing is written yet. */
export function ExpertUpload({ onStaged, onClose }: ExpertUploadProps) {
  const files = useFiles();
  return (
    <Modal open title="导入专家库" footer={null} onCancel={onClose} destroyOnHidden>
      <p>
        <Button onClick={() => void files.download('rosters/experts-template.xlsx')}>下载模板</Button>
      </p>
      <StagedUpload path="rosters/experts" label="专家库（.xlsx）" may={operator} onStaged={onStaged} />
    </Modal>
  );
}

/** What the workbook would do, with every problem, before anything is written. */
export function ExpertImport({ stageId, onLeave }: { readonly stageId: number; readonly onLeave: () => void }) {
  const stage = useExpertStage(stageId);
  if (stage.data === undefined) return <Spin />;
  if (stage.data === null) return <StageGone onOther={onLeave} />;
  return <Preview stageId={stageId} stage={stage.data} onLeave={onLeave} />;
}

type Line = ExpertStage['rows'][number];

const columns: readonly ListColumn<Line>[] = [
  { key: 'update', title: '处理', width: 80, value: ({ update }) => (update ? '更新' : '新增') },
  { key: 'name', title: '姓名', width: 100, value: ({ name }) => name },
  { key: 'field', title: '专业领域', width: 180, value: ({ field }) => field },
  { key: 'unit', title: '单位', width: 220, value: ({ unit }) => unit },
  { key: 'title', title: '职称', width: 120, value: ({ title }) => title },
  { key: 'until', title: '有效期至', width: 120, value: ({ validUntil }) => validUntil },
];

interface PreviewProps {
  readonly stageId: number;
  readonly stage: ExpertStage;
  readonly onLeave: () => void;
}

function Preview({ stageId, stage, onLeave }: PreviewProps) {
  const params = useLocalListParams({ size: 100 });
  const confirm = useConfirmExperts();
  const { rows, problems } = stage;
  const updated = rows.filter(({ update }) => update).length;
  async function run(): Promise<void> {
    const outcome = await confirm.run({ stageId });
    if (outcome.ok || outcome.code === 'STAGE_GONE') onLeave();
  }
  return (
    <>
      <PageHead
        title={`检查结果：${stage.fileName}`}
        note={`新增${rows.length - updated}人，更新${updated}人，问题${problems.length}处。现在还没有写入。`}
        actions={
          <Space>
            <Button onClick={onLeave}>返回，不导入</Button>
            <ActionButton
              may={operator}
              type="primary"
              loading={confirm.isRunning}
              barred={rows.length === 0 ? '没有可以导入的行' : null}
              onClick={() => void run()}
            >
              确认导入{rows.length}人
            </ActionButton>
          </Space>
        }
      />
      <Tabs
        items={[
          {
            key: 'rows',
            label: `将要导入（${rows.length}）`,
            children: (
              <DataTable<Line>
                name="rosters.staged-experts"
                title="将要导入的专家"
                rows={rows}
                rowKey={({ name, unit }) => `${name} ${unit}`}
                columns={columns}
                params={params}
                searchHint="姓名、单位"
                empty="没有可以导入的行。"
              />
            ),
          },
          { key: 'problems', label: `问题（${problems.length}）`, children: <ProblemTable problems={problems} /> },
        ]}
      />
    </>
  );
}
