import { useNavigate } from '@tanstack/react-router';
import { Alert, Form, Input, InputNumber, Modal, Radio, Select } from 'antd';
import { useState } from 'react';
import { type SummaryKind, summaryKindTitles, summaryStateTitles } from '../../../shared/features/registers/summary.ts';
import { type PoolFilter, tidyPoolFilter } from '../../../shared/kernel/pool-filter.ts';
import { useSession } from '../../api/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { CommandForm } from '../../ui/command-form.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { useListParams } from '../../ui/use-list-params.ts';
import { minuteText } from '../../ui/when.ts';
import { ObjectFilterFields } from './object-filter-fields.tsx';
import { type SummaryLine, useFields, useSummaries, useSummaryCommands } from './registers.queries.ts';

/** 工作台账 → 总结. */
export function SummariesPage() {
  const summaries = useSummaries();
  const params = useListParams();
  const navigate = useNavigate();
  const [isDrafting, setDrafting] = useState(false);
  const open = (id: number) =>
    void navigate({ to: '/registers/summaries/$summaryId', params: { summaryId: String(id) } });
  const draft = (
    <ActionButton may={['operator']} type="primary" onClick={() => setDrafting(true)}>
      起草总结
    </ActionButton>
  );
  return (
    <>
      <PageHead
        title="总结"
        note="按系统内的数据起草半年、年度和分领域总结，逐项列明数据来源；修改后报审核人或局领导批准。"
        actions={draft}
      />
      <DataTable<SummaryLine>
        name="registers.summaries"
        title="总结"
        rows={summaries.data}
        rowKey={({ id }) => id}
        params={params}
        searchHint="标题"
        onRow={({ id }) => open(id)}
        filters={[
          {
            key: 'state',
            label: '状态',
            options: Object.entries(summaryStateTitles).map(([value, label]) => ({ value, label })),
            of: ({ state }) => state,
          },
        ]}
        empty={<EmptyState text="还没有总结。选好年度和种类，程序按数据起草。" action={draft} />}
        columns={[
          { key: 'year', title: '年度', width: 70, value: ({ year }) => year },
          { key: 'kind', title: '种类', width: 100, value: ({ kind }) => summaryKindTitles[kind] },
          { key: 'title', title: '标题', width: 280, value: ({ newest }) => newest.title },
          { key: 'use', title: '用途', width: 80, value: ({ isInternal }) => (isInternal ? '内部' : '对外') },
          { key: 'state', title: '状态', width: 90, value: ({ state }) => summaryStateTitles[state] },
          { key: 'asOf', title: '数据截至', width: 110, value: ({ newest }) => newest.asOf },
          {
            key: 'at',
            title: '最后修改',
            width: 180,
            value: ({ newest }) => `${minuteText(newest.at)}　${newest.byName}`,
          },
        ]}
      />
      {isDrafting && <DraftForm onOpen={open} onClose={() => setDrafting(false)} />}
    </>
  );
}

interface Values {
  readonly kind: SummaryKind;
  readonly year: number;
  readonly field?: string;
  readonly isInternal: boolean;
  readonly filter?: PoolFilter;
}

function DraftForm({ onOpen, onClose }: { readonly onOpen: (id: number) => void; readonly onClose: () => void }) {
  const { today } = useSession();
  const { draft } = useSummaryCommands({ onDrafted: onOpen });
  const fields = useFields().data ?? [];
  const [kind, setKind] = useState<SummaryKind>('annual');
  return (
    <Modal open title="起草总结" footer={null} width={760} onCancel={onClose} destroyOnHidden>
      <CommandForm<Values>
        submit="起草总结"
        initial={{ kind, year: Number(today.slice(0, 4)), isInternal: false }}
        onCancel={onClose}
        onChange={(values) => setKind(values.kind ?? 'annual')}
        onSubmit={({ filter, field = '', ...values }) =>
          draft.run({ ...values, field, filter: tidyPoolFilter(filter ?? {}) })
        }
      >
        <Form.Item name="kind" label="种类">
          <Radio.Group options={Object.entries(summaryKindTitles).map(([value, label]) => ({ value, label }))} />
        </Form.Item>
        <div className="field-grid">
          <Form.Item name="year" label="年度" rules={[{ required: true, message: '请填写年度' }]}>
            <InputNumber min={2000} max={2099} precision={0} style={{ width: '100%' }} />
          </Form.Item>
          {kind === 'field' && (
            <Form.Item name="field" label="领域" rules={[{ required: true, message: '请选择领域' }]}>
              {fields.length === 0 ? (
                <Input maxLength={60} placeholder="例如：生产领域" />
              ) : (
                <Select showSearch options={fields.map((value) => ({ value, label: value }))} />
              )}
            </Form.Item>
          )}
        </div>
        <Form.Item name="isInternal" label="用途">
          <Radio.Group
            options={[
              { value: false, label: '对外报送或公开（不写信用等级分布）' },
              { value: true, label: '内部使用（写明信用等级分布）' },
            ]}
          />
        </Form.Item>
        {kind === 'field' && (
          <>
            <Alert
              className="form-refusal"
              type="info"
              showIcon
              title="分领域总结只统计下面范围内的企业；不选则统计全部企业。"
            />
            <ObjectFilterFields legend="本领域的企业" />
          </>
        )}
      </CommandForm>
    </Modal>
  );
}
