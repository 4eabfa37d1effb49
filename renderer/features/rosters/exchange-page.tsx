import { Button, Checkbox, Form, Input, Modal, Select, Space, Spin, Tabs } from 'antd';
import { useState } from 'react';
import { useFiles } from '../../api/use-files.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import type { ListColumn, ListFilter } from '../../ui/list-model.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemTable } from '../../ui/problem-table.tsx';
import { StageGone } from '../../ui/stage-gone.tsx';
import { StagedUpload } from '../../ui/staged-upload.tsx';
import { useLocalListParams } from '../../ui/use-list-params.ts';
import { useStage } from '../../ui/use-stage.ts';
import {
  type ExchangeLine,
  type ExchangeView,
  useConfirmExchange,
  useExchange,
  useJoinedDepartments,
} from './rosters.queries.ts';

const operator = ['operator'] as const;

/** 名录 → 执法检查人员 → 交换表: out to a 参与部门, back in, looked at, confirmed. */
export function ExchangePage() {
  const [stageId, show] = useStage();
  const stage = useExchange(stageId);
  return (
    <>
      <PageHead
        title="参与部门交换表"
        note="导出一个部门的现有人员，由其核对、增减后发回导入；只更新这个部门，可以整批撤销。"
        actions={stageId !== null && <Button onClick={() => show(null)}>返回，不导入</Button>}
      />
      {stageId === null && <Departments onStaged={show} />}
      {stageId !== null && stage.data === undefined && <Spin />}
      {stage.data === null && <StageGone onOther={() => show(null)} />}
      {stage.data != null && (
        <Preview key={stageId} stageId={stageId ?? 0} exchange={stage.data} onOutdated={() => void stage.refetch()} />
      )}
    </>
  );
}

function Departments({ onStaged }: { readonly onStaged: (stageId: number) => void }) {
  const departments = useJoinedDepartments().data ?? [];
  const [department, choose] = useState<string | null>(null);
  const [isExporting, setExporting] = useState(false);
  return (
    <div className="narrow">
      <Space size={8} wrap>
        <Select
          aria-label="参与部门"
          placeholder="选择参与部门"
          style={{ width: 240 }}
          showSearch={{ optionFilterProp: 'label' }}
          value={department}
          onChange={choose}
          options={departments.map((one) => ({
            value: one.department,
            label: `${one.department}（现有${one.officers}人）`,
          }))}
        />
        <ActionButton
          may={operator}
          barred={department === null ? '请先选择参与部门' : null}
          onClick={() => setExporting(true)}
        >
          导出交换表
        </ActionButton>
      </Space>
      {department !== null && (
        <div className="drawer-part">
          <StagedUpload
            path="rosters/exchange"
            headers={{ 'x-department': department }}
            label={`${department}发回的交换表（.xlsx）`}
            may={operator}
            onStaged={onStaged}
          />
        </div>
      )}
      {department === null && <p className="quiet">选择部门后，可以导出交换表，或导入该部门发回的表。</p>}
      {isExporting && department !== null && <ExportForm department={department} onClose={() => setExporting(false)} />}
    </div>
  );
}

function ExportForm({ department, onClose }: { readonly department: string; readonly onClose: () => void }) {
  const files = useFiles();
  const [withPhones, setWithPhones] = useState(false);
  const [reason, setReason] = useState('');
  const isLacking = withPhones && reason.trim() === '';
  async function run(): Promise<void> {
    if (await files.download('rosters/exchange', { body: { department, withPhones, reason: reason.trim() } }))
      onClose();
  }
  return (
    <Modal
      open
      title={`导出${department}的交换表`}
      okText="导出"
      okButtonProps={{ disabled: isLacking }}
      onOk={run}
      onCancel={onClose}
      width={460}
    >
      <Form layout="vertical">
        <Checkbox checked={withPhones} onChange={(event) => setWithPhones(event.target.checked)}>
          附上联系方式
        </Checkbox>
        {withPhones && (
          <Form.Item label="导出联系方式的事由（记入操作台账）" htmlFor="exchange-reason">
            <Input id="exchange-reason" value={reason} onChange={(event) => setReason(event.target.value)} />
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
}

interface PreviewProps {
  readonly stageId: number;
  readonly exchange: ExchangeView;
  /** The roster has changed since: look again. */
  readonly onOutdated: () => void;
}

function Preview({ stageId, exchange, onOutdated }: PreviewProps) {
  const [, show] = useStage();
  const [markLeft, setMarkLeft] = useState(false);
  const confirm = useConfirmExchange();
  const { department, fileName, problems, lines, asOf } = exchange;
  const count = (change: ExchangeLine['change']) => lines.filter((line) => line.change === change).length;
  const [added, changed, gone] = [count('新增'), count('变更'), count('未再列入')];
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const left = lines.filter(({ change, openSeats }) => change === '未再列入' && openSeats > 0);
  const toWrite = added + changed + (markLeft ? gone : 0);

  async function run(): Promise<void> {
    const outcome = await confirm.run({ stageId, asOf, markLeft });
    if (outcome.ok || outcome.code === 'STAGE_GONE') show(null);
    else if (outcome.code === 'STAGE_OUTDATED') onOutdated();
  }

  return (
    <>
      <p>
        <b>
          {department}：{fileName}
        </b>
        ，新增{added}人，变更{changed}人，无变化{count('无变化')}人，未再列入{gone}人
        {errors > 0 && <span className="overdue">，{errors}处不能导入</span>}。现在还没有写入。
      </p>
      <Space size={12} wrap>
        {gone > 0 && (
          <Checkbox checked={markLeft} onChange={(event) => setMarkLeft(event.target.checked)}>
            将未再列入的{gone}人改为“调离”（保留在名录中）
          </Checkbox>
        )}
        <ActionButton
          may={operator}
          type="primary"
          loading={confirm.isRunning}
          barred={errors > 0 ? '请先改好不能导入的行' : toWrite === 0 ? '没有要写入的变化' : null}
          onClick={() => void run()}
        >
          确认导入{toWrite}人
        </ActionButton>
      </Space>
      {left.length > 0 && (
        <p className="overdue">
          {left.map(({ name, openSeats }) => `${name}还有${openSeats}户`).join('、')}
          未公示的检查，改为调离后请到人员详情办理“离岗移交”。
        </p>
      )}
      <Tabs
        items={[
          { key: 'lines', label: `人员（${lines.length}）`, children: <LineTable lines={lines} /> },
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

const columns: readonly ListColumn<ExchangeLine>[] = [
  {
    key: 'change',
    title: '处理',
    width: 96,
    value: ({ change }) => change,
    render: ({ change }) => (
      <span className={change === '未再列入' ? 'overdue' : change === '无变化' ? 'quiet' : undefined}>{change}</span>
    ),
  },
  { key: 'name', title: '姓名', width: 100, value: ({ name }) => name },
  { key: 'unit', title: '单位', width: 200, value: ({ unit }) => unit },
  { key: 'certificate', title: '行政执法证号', width: 150, value: ({ certificate }) => certificate },
  {
    key: 'fields',
    title: '变化',
    width: 400,
    ellipsis: false,
    value: ({ fields }) =>
      fields.map(({ label, before, after }) => `${label}：${before || '（空）'} → ${after || '（空）'}`).join('；'),
  },
];

const filters: readonly ListFilter<ExchangeLine>[] = [
  {
    key: 'change',
    label: '处理',
    options: ['新增', '变更', '无变化', '未再列入'].map((value) => ({ value, label: value })),
    of: ({ change }) => change,
  },
];

function LineTable({ lines }: { readonly lines: readonly ExchangeLine[] }) {
  const params = useLocalListParams({ size: 100 });
  return (
    <DataTable<ExchangeLine>
      name="rosters.exchange"
      title="交换表"
      rows={lines}
      rowKey={({ id, name, certificate }) => `${id ?? ''} ${certificate} ${name}`}
      columns={columns}
      filters={filters}
      params={params}
      searchHint="姓名、证号"
      empty="表中没有这个部门的人员。"
    />
  );
}
