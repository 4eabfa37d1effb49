import { useNavigate } from '@tanstack/react-router';
import { AutoComplete, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { type PoolFilter, sayPoolFilter, tidyPoolFilter } from '../../../shared/kernel/pool-filter.ts';
import { useSession } from '../../api/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { CommandForm } from '../../ui/command-form.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { useListParams } from '../../ui/use-list-params.ts';
import { ObjectFilterFields } from './object-filter-fields.tsx';
import { type CampaignLine, useCampaignCommands, useCampaignFields, useCampaigns } from './registers.queries.ts';

/** 工作台账 → 专项治理. */
export function CampaignsPage() {
  const { today } = useSession();
  const campaigns = useCampaigns();
  const params = useListParams();
  const navigate = useNavigate();
  const [isOpening, setOpening] = useState(false);
  const show = (id: number) =>
    void navigate({ to: '/registers/campaigns/$campaignId', params: { campaignId: String(id) } });
  const button = (
    <ActionButton may={['operator']} type="primary" onClick={() => setOpening(true)}>
      开展专项治理
    </ActionButton>
  );
  return (
    <>
      <PageHead
        title="专项治理"
        note="重点领域失信问题专项治理：按条件固定企业名单和当时的信用状况，逐户核查整改，结束时与开始时对照。"
        actions={button}
      />
      <DataTable<CampaignLine>
        name="registers.campaigns"
        title="专项治理"
        rows={campaigns.data}
        rowKey={({ id }) => id}
        params={params}
        searchHint="名称、领域、目标"
        onRow={({ id }) => show(id)}
        empty={<EmptyState text="还没有专项治理。选好领域和企业范围即可开展。" action={button} />}
        columns={[
          { key: 'name', title: '名称', width: 260, value: ({ name }) => name },
          { key: 'field', title: '领域', width: 130, value: ({ field }) => field },
          { key: 'period', title: '期间', width: 200, value: ({ fromOn, toOn }) => `${fromOn}至${toOn}` },
          { key: 'scope', title: '范围', width: 220, value: ({ filter }) => sayPoolFilter(filter) },
          { key: 'total', title: '企业', width: 70, value: ({ progress }) => progress.total },
          { key: 'unchecked', title: '未核查', width: 80, value: ({ progress }) => progress.unchecked },
          {
            key: 'rectifying',
            title: '整改中',
            width: 120,
            value: ({ progress }) => progress.rectifying,
            render: ({ progress: { rectifying, overdue } }) => (
              <>
                {rectifying}
                {overdue > 0 && <span className="overdue">（逾期{overdue}）</span>}
              </>
            ),
          },
          { key: 'done', title: '整改到位', width: 90, value: ({ progress }) => progress.done },
          {
            key: 'state',
            title: '状态',
            width: 150,
            value: ({ end, toOn }) =>
              end !== null ? `${end.endedOn}结束` : toOn < today ? '已到期，未结束' : '进行中',
            render: ({ end, toOn }) =>
              end !== null ? (
                `${end.endedOn}结束`
              ) : toOn < today ? (
                <span className="overdue">已到期，未结束</span>
              ) : (
                '进行中'
              ),
          },
        ]}
      />
      {isOpening && <OpenForm onOpened={show} onClose={() => setOpening(false)} />}
    </>
  );
}

interface Values {
  readonly name: string;
  readonly field: string;
  readonly fromOn: string;
  readonly toOn: string;
  readonly goal: string;
  readonly basis?: string;
  readonly filter?: PoolFilter;
}

const needed = (label: string) => [{ required: true, whitespace: true, message: `请填写${label}` }];

function OpenForm({ onOpened, onClose }: { readonly onOpened: (id: number) => void; readonly onClose: () => void }) {
  const { today } = useSession();
  const { open } = useCampaignCommands({ onOpened });
  const fields = useCampaignFields().data ?? [];
  return (
    <Modal open title="开展专项治理" footer={null} width={760} onCancel={onClose} destroyOnHidden>
      <CommandForm<Values>
        submit="开展专项治理"
        initial={{ fromOn: today }}
        onCancel={onClose}
        onSubmit={({ filter, basis = '', ...values }) =>
          open.run({ ...values, basis, filter: tidyPoolFilter(filter ?? {}) })
        }
      >
        <div className="field-grid">
          <Form.Item name="name" label="名称" rules={needed('名称')}>
            <Input maxLength={100} placeholder="例如：食品领域失信问题专项治理" />
          </Form.Item>
          <Form.Item name="field" label="领域" rules={needed('领域')}>
            <AutoComplete options={fields.map((value) => ({ value }))} placeholder="选择或填写" />
          </Form.Item>
          <Form.Item name="fromOn" label="开始日期" rules={[{ required: true, message: '请选择开始日期' }]}>
            <DayInput />
          </Form.Item>
          <Form.Item name="toOn" label="结束日期" rules={[{ required: true, message: '请选择结束日期' }]}>
            <DayInput />
          </Form.Item>
        </div>
        <Form.Item name="goal" label="目标" rules={needed('目标')}>
          <Input.TextArea rows={2} maxLength={2_000} />
        </Form.Item>
        <Form.Item name="basis" label="依据（可不填）">
          <Input maxLength={500} placeholder="例如：方案第二部分第19项" />
        </Form.Item>
        <ObjectFilterFields legend="治理范围（开展时固定）" />
      </CommandForm>
    </Modal>
  );
}
