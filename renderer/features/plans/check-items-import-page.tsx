import { useNavigate, useParams } from '@tanstack/react-router';
import { Alert, Button, Table, Tabs } from 'antd';
import { checkItemText } from '../../../shared/features/plans/check-items.ts';
import { useFiles } from '../../api/use-files.ts';
import { CommandForm } from '../../ui/command-form.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemTable } from '../../ui/problem-table.tsx';
import { StageGone } from '../../ui/stage-gone.tsx';
import { StagedUpload } from '../../ui/staged-upload.tsx';
import { useStage } from '../../ui/use-stage.ts';
import { ChangeReasonFields, type ReasonValues, reasonIn } from './change-reason-fields.tsx';
import { type StagedItems, useConfirmItems, useItemStage, useListVersion } from './check-items.queries.ts';

/** 草稿 → 导入事项表: read, checked, shown, and only then written into the draft. */
export function CheckItemsImportPage() {
  const { listId = '' } = useParams({ strict: false });
  const files = useFiles();
  const navigate = useNavigate();
  const [stageId, show] = useStage();
  const stage = useItemStage(stageId);
  return (
    <>
      <PageHead
        title="导入事项表"
        note="按事项编码或名称对应草稿中的事项：对应上的更新，没有的新增；表中没有的事项保留不动。确认后才写入草稿。"
        actions={
          <>
            <Button onClick={() => void navigate({ to: '/plans/items/$listId', params: { listId } })}>返回草稿</Button>
            <Button onClick={() => void files.download('check-items/template')}>下载模板</Button>
          </>
        }
      />
      {stageId === null && (
        <StagedUpload
          path={`check-items/${listId}/import`}
          label="随机抽查事项表（.xlsx、.csv）"
          may={['operator']}
          onStaged={show}
        />
      )}
      {stage.data === null && <StageGone onOther={() => show(null)} />}
      {stage.data != null && stageId !== null && (
        <Preview key={stageId} stageId={stageId} stage={stage.data} onOther={() => show(null)} />
      )}
    </>
  );
}

interface PreviewProps {
  readonly stageId: number;
  readonly stage: StagedItems;
  readonly onOther: () => void;
}

function Preview({ stageId, stage, onOther }: PreviewProps) {
  const navigate = useNavigate();
  const files = useFiles();
  const version = useListVersion(stage.listId).data;
  const { rows, problems, rowsRead, unknownHeadings, notNamed } = stage.staged;
  const written = rows.filter(({ isSame }) => !isSame);
  const added = written.filter(({ code }) => code === null).length;
  const confirm = useConfirmItems({
    quiet: true,
    done: ({ added: newOnes, changed }) => `已写入草稿：新增${newOnes}项，更新${changed}项。`,
    onDone: ({ listId }) => void navigate({ to: '/plans/items/$listId', params: { listId: String(listId) } }),
  });
  const counts = [
    `新增${added}项`,
    `更新${written.length - added}项`,
    ...(rows.length > written.length ? [`${rows.length - written.length}项与草稿相同`] : []),
    ...(rowsRead > rows.length ? [`${rowsRead - rows.length}行不能导入`] : []),
    ...(notNamed.length > 0 ? [`草稿中另有${notNamed.length}项不在表内，保留不动`] : []),
  ];
  return (
    <>
      <p>
        <b>{stage.fileName}</b>：读到{rowsRead}行，{counts.join('，')}。
      </p>
      {unknownHeadings.length > 0 && (
        <Alert
          className="form-refusal"
          type="info"
          showIcon
          title={`以下各列不属于清单，没有读取：${unknownHeadings.join('、')}。`}
        />
      )}
      {written.length === 0 ? (
        <p>
          没有可以写入的内容。<Button onClick={onOther}>换一个文件</Button>
        </p>
      ) : (
        <CommandForm<ReasonValues>
          submit={`确认导入${written.length}项`}
          cancelText="换一个文件"
          onCancel={onOther}
          onSubmit={(values) => confirm.run({ stageId, because: reasonIn(values) })}
        >
          {version?.base != null && (
            <div className="field-grid">
              <ChangeReasonFields />
            </div>
          )}
        </CommandForm>
      )}
      <Tabs
        tabBarExtraContent={
          problems.length > 0 && (
            <Button onClick={() => void files.download(`check-items/stages/${stageId}/problems.xlsx`)}>
              下载问题清单
            </Button>
          )
        }
        items={[
          { key: 'rows', label: `读出的事项（${rows.length}）`, children: <Rows rows={rows} /> },
          {
            key: 'problems',
            label: `问题（${problems.length}）`,
            children: <ProblemTable problems={problems} />,
          },
        ]}
      />
    </>
  );
}

function Rows({ rows }: { readonly rows: StagedItems['staged']['rows'] }) {
  return (
    <Table<StagedItems['staged']['rows'][number]>
      size="small"
      bordered
      rowKey={({ row }) => row}
      dataSource={[...rows]}
      pagination={false}
      scroll={{ x: 800, y: 320 }}
      columns={[
        { title: '行', width: 56, align: 'right', dataIndex: 'row' },
        {
          title: '处理',
          width: 90,
          render: (_, { code, isSame }) => (isSame ? '相同' : code === null ? '新增' : `更新${code}`),
        },
        { title: '事项名称', width: 200, render: (_, { item }) => item.name },
        { title: '类别', width: 120, render: (_, { item }) => checkItemText(item, 'kind') },
        { title: '抽查对象', width: 150, render: (_, { item }) => item.objects },
        {
          title: '比例和频次',
          width: 160,
          render: (_, { item }) => [item.quota, item.frequency].filter(Boolean).join('；'),
        },
        { title: '主管股室', width: 110, render: (_, { item }) => item.section },
      ]}
    />
  );
}
