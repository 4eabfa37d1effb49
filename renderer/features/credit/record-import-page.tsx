import { useNavigate } from '@tanstack/react-router';
import { Alert, AutoComplete, Button, Checkbox, Form, Tabs } from 'antd';
import { useState } from 'react';
import { creditKindTitles } from '../../../shared/kernel/credit-facts.ts';
import { publicityTitles } from '../../../shared/kernel/credit-records.ts';
import { useFiles } from '../../api/use-files.ts';
import { useJobTitled } from '../../api/use-job.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { JobBar } from '../../ui/job-bar.tsx';
import type { ListColumn } from '../../ui/list-model.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemTable } from '../../ui/problem-table.tsx';
import { StageGone } from '../../ui/stage-gone.tsx';
import { StagedUpload } from '../../ui/staged-upload.tsx';
import { useLocalListParams } from '../../ui/use-list-params.ts';
import { useStage } from '../../ui/use-stage.ts';
import { CreditBatches } from './credit-batches.tsx';
import { type RecordStage, useConfirmRecords, useRecordChoices, useRecordStage } from './records.queries.ts';

/** 信用 → 信用记录 → 导入: read, look, confirm; undo by batch. 互认 of other departments' results goes the same way. */
export function RecordImportPage() {
  const files = useFiles();
  const navigate = useNavigate();
  const [stageId, show] = useStage();
  const stage = useRecordStage(stageId);
  if (stageId !== null && stage.data != null) {
    return <Preview key={stageId} stage={stage.data} onOther={() => show(null)} />;
  }
  return (
    <>
      <PageHead
        title="导入信用记录"
        note="先检查、后写入，可以整批撤销。企业须已在检查对象名录中。"
        actions={
          <>
            <Button onClick={() => void navigate({ to: '/credit/records' })}>返回信用记录</Button>
            <Button onClick={() => void files.download('credit/records-template.xlsx')}>下载模板</Button>
          </>
        }
      />
      {stageId === null && (
        <>
          <Upload onStaged={show} />
          <CreditBatches />
        </>
      )}
      {stage.data === null && <StageGone onOther={() => show(null)} />}
    </>
  );
}

function Upload({ onStaged }: { readonly onStaged: (stageId: number) => void }) {
  const departments = useRecordChoices().data?.departments ?? [];
  const [supplier, setSupplier] = useState('');
  const [isMutual, setMutual] = useState(false);
  return (
    <>
      <Form layout="inline" className="form-refusal">
        <Form.Item label="提供部门" htmlFor="supplier">
          <AutoComplete
            id="supplier"
            style={{ width: 260 }}
            placeholder="不填的，以每行的来源部门为准"
            value={supplier}
            onChange={setSupplier}
            options={departments.map((value) => ({ value }))}
            showSearch={{ filterOption: (text, option) => option?.value.includes(text) ?? false }}
          />
        </Form.Item>
        <Form.Item>
          <Checkbox checked={isMutual} onChange={(event) => setMutual(event.target.checked)}>
            其他部门的结果，互认共享（霍林郭勒方案三（四））
          </Checkbox>
        </Form.Item>
      </Form>
      {isMutual && supplier.trim() === '' ? (
        <p className="quiet">互认其他部门的结果，请先选择提供部门。</p>
      ) : (
        <StagedUpload
          path="credit/records"
          headers={{ 'x-supplier': supplier.trim(), ...(isMutual ? { 'x-mutual': '1' } : {}) }}
          label="信用记录表（.xlsx、.csv）"
          may={['operator']}
          onStaged={onStaged}
        />
      )}
    </>
  );
}

function Preview({ stage, onOther }: { readonly stage: RecordStage; readonly onOther: () => void }) {
  const files = useFiles();
  const navigate = useNavigate();
  const confirm = useConfirmRecords({
    done: ({ added, regraded }) => `已导入${added}条，${regraded}户等级有变动。`,
    onDone: () => void navigate({ to: '/credit/records' }),
  });
  const job = useJobTitled('写入导入的信用记录', confirm.isRunning);
  const { fileName, stageId, good, rowsRead, problems, problemsInAll, rows, strangers, unknownHeadings } = stage;
  return (
    <>
      <PageHead
        title={`检查结果：${fileName}`}
        note={`共读到${rowsRead}行：可以导入${good}行，不能导入${rowsRead - good}行。${stage.isMutual ? `互认${stage.supplier}的结果。` : ''}现在还没有写入。`}
        actions={
          <>
            <Button onClick={onOther}>返回，不导入</Button>
            <Button
              disabled={problemsInAll === 0}
              onClick={() => void files.download(`credit/stages/${stageId}/problems.xlsx`)}
            >
              下载问题清单
            </Button>
            <ActionButton
              type="primary"
              may={['operator']}
              barred={good === 0 ? '没有可以导入的行' : null}
              loading={confirm.isRunning}
              onClick={() => void confirm.run({ stageId })}
            >
              确认导入{good}行
            </ActionButton>
          </>
        }
      />
      {job !== null && <JobBar label="正在写入" job={job} />}
      {unknownHeadings.length > 0 && (
        <Alert
          className="form-refusal"
          type="info"
          showIcon
          title={`以下各列没有读取：${unknownHeadings.join('、')}。`}
        />
      )}
      {problemsInAll > problems.length && (
        <p className="quiet">
          问题共{problemsInAll}条，这里列出前{problems.length}条，其余见问题清单。
        </p>
      )}
      <Tabs
        items={[
          { key: 'problems', label: `问题（${problemsInAll}）`, children: <ProblemTable problems={problems} /> },
          { key: 'rows', label: `将要导入（${good}）`, children: <StagedRows rows={rows} good={good} /> },
          ...(strangers.length === 0
            ? []
            : [
                {
                  key: 'strangers',
                  label: `名录外的企业（${strangers.length}）`,
                  children: <Strangers strangers={strangers} />,
                },
              ]),
        ]}
      />
    </>
  );
}

type StagedLine = RecordStage['rows'][number];

const stagedColumns: readonly ListColumn<StagedLine>[] = [
  { key: 'row', title: '行', width: 60, value: ({ row }) => row },
  { key: 'kind', title: '类别', width: 110, value: ({ draft }) => creditKindTitles[draft.kind] },
  { key: 'object', title: '企业', width: 200, value: ({ draft }) => draft.objectName },
  { key: 'on', title: '日期', width: 104, value: ({ draft }) => draft.happenedOn },
  { key: 'number', title: '文号', width: 170, value: ({ draft }) => draft.documentNumber },
  { key: 'source', title: '来源部门', width: 150, value: ({ draft }) => draft.source },
  { key: 'summary', title: '内容', width: 200, value: ({ draft }) => draft.summary },
  { key: 'publicity', title: '公示', width: 84, value: ({ draft }) => publicityTitles[draft.publicity] },
];

function StagedRows({ rows, good }: { readonly rows: readonly StagedLine[]; readonly good: number }) {
  const params = useLocalListParams({ size: 100 });
  return (
    <>
      {good > rows.length && <p className="quiet">这里列出前{rows.length}行。</p>}
      <DataTable<StagedLine>
        name="credit.staged"
        title="将要导入的信用记录"
        rows={rows}
        rowKey={({ sheet, row }) => `${sheet} ${row}`}
        columns={stagedColumns}
        params={params}
        searchHint="企业、文号"
        empty="没有可以导入的行。"
      />
    </>
  );
}

type Stranger = RecordStage['strangers'][number];

/** Their headings are those of the roster's template: exported, completed and imported there, they are known. */
const strangerColumns: readonly ListColumn<Stranger>[] = [
  { key: 'name', title: '名称（姓名）', width: 280, value: ({ name }) => name },
  { key: 'code', title: '统一社会信用代码', width: 190, value: ({ code }) => code },
  { key: 'rows', title: '本表行数', width: 90, value: ({ rows }) => rows },
];

function Strangers({ strangers }: { readonly strangers: readonly Stranger[] }) {
  const params = useLocalListParams({ size: 100 });
  return (
    <>
      <p>
        这些代码不在检查对象名录中，它们的行不导入。属于监管对象的，请导出本表，补齐后在“名录—导入”中入库，再重新上传这个文件。
      </p>
      <DataTable<Stranger>
        name="credit.strangers"
        title="名录外的企业"
        rows={strangers}
        rowKey={({ code }) => code}
        columns={strangerColumns}
        params={params}
        searchHint="名称、代码"
      />
    </>
  );
}
