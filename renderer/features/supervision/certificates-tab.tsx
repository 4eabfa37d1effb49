import { Alert, Form, Modal, Radio, Space } from 'antd';
import { useState } from 'react';
import { addDays, addMonths } from '../../../shared/kernel/local-date.ts';
import { useSession } from '../../api/session.ts';
import { useFiles } from '../../api/use-files.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { CommandForm } from '../../ui/command-form.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { enterpriseColumn } from '../../ui/enterprise-link.tsx';
import { EnterprisePicker } from '../../ui/enterprise-picker.tsx';
import type { ListColumn } from '../../ui/list-model.ts';
import { ReasonForm } from '../../ui/reason-form.tsx';
import { useListParams } from '../../ui/use-list-params.ts';
import { minuteText } from '../../ui/when.ts';
import {
  type Certificate,
  useCertificateCommands,
  useCertificateOutlook,
  useCertificates,
} from './measures.queries.ts';

const operator = ['operator'] as const;

/** 绿色通道: the register of certificates, issuing, revoking. 制度 第八条. */
export function CertificatesTab() {
  const { today } = useSession();
  const params = useListParams({ prefix: 'g.' });
  const certificates = useCertificates().data;
  const outlook = useCertificateOutlook().data;
  const files = useFiles();
  const { revoke } = useCertificateCommands();
  const [isIssuing, setIssuing] = useState(false);
  const [leaving, setLeaving] = useState<Certificate | null>(null);
  const hasChannel = outlook !== undefined && outlook.gives.length > 0;
  const issue = (
    <ActionButton
      type="primary"
      may={operator}
      barred={hasChannel || outlook === undefined ? null : '本机关的规则包没有绿色通道措施'}
      onClick={() => setIssuing(true)}
    >
      发放绿色通道证
    </ActionButton>
  );
  const columns: readonly ListColumn<Certificate>[] = [
    { key: 'number', title: '编号', width: 190, value: ({ number }) => number },
    enterpriseColumn({ key: 'name', title: '企业名称', width: 220 }),
    { key: 'code', title: '统一社会信用代码', width: 180, value: ({ objectCode }) => objectCode },
    {
      key: 'span',
      title: '有效期',
      width: 190,
      ellipsis: false,
      value: ({ fromOn, untilOn }) => `${fromOn}至${untilOn}`,
    },
    { key: 'state', title: '状态', width: 150, ellipsis: false, value: (line) => stateOf(line, today) },
    { key: 'why', title: '撤销理由', width: 200, isOptional: true, value: ({ revokeReason }) => revokeReason },
    { key: 'by', title: '发放人', width: 90, isOptional: true, value: ({ issuedBy }) => issuedBy },
    { key: 'at', title: '发放时间', width: 140, isOptional: true, value: ({ issuedAt }) => minuteText(issuedAt) },
    {
      key: 'actions',
      title: '操作',
      width: 130,
      isAction: true,
      value: () => null,
      render: (line) => (
        <Space size={4}>
          <ActionButton
            size="small"
            onClick={() => void files.openPdf(`supervision/certificates/${line.id}/certificate.pdf`)}
          >
            打印
          </ActionButton>
          {line.revokedOn === null && (
            <ActionButton size="small" danger may={operator} onClick={() => setLeaving(line)}>
              撤销
            </ActionButton>
          )}
        </Space>
      ),
    },
  ];
  return (
    <>
      {outlook !== undefined && (
        <p className="quiet">
          {hasChannel
            ? `${outlook.grade}企业可享受：${outlook.gives.join('；')}（${outlook.article}）。还没有有效绿色通道证的${outlook.waiting}户。证上不写等级。`
            : '本机关的规则包没有绿色通道措施。'}
        </p>
      )}
      <DataTable<Certificate>
        name="supervision.certificates"
        title="绿色通道证登记簿"
        rows={certificates}
        rowKey={({ id }) => id}
        columns={columns}
        params={params}
        searchHint="编号、企业名称、代码"
        filters={[
          {
            key: 'state',
            label: '状态',
            options: ['有效', '未到生效日', '已到期', '已撤销'].map((value) => ({ value, label: value })),
            of: (line) => stateOf(line, today).replace(/（.*/, ''),
          },
        ]}
        extra={issue}
        empty={<EmptyState text="还没有发放过绿色通道证。" action={issue} />}
      />
      {isIssuing && <IssueForm waiting={outlook?.waiting ?? 0} onClose={() => setIssuing(false)} />}
      {leaving !== null && (
        <ReasonForm
          title={`撤销${leaving.number}`}
          note={`${leaving.objectName}不再享受绿色通道，请收回证件。登记簿中保留这一份和撤销理由。等级下降时程序自动撤销。`}
          label="撤销理由"
          submit="撤销"
          isDangerous
          onSubmit={(reason) => revoke.run({ id: leaving.id, reason })}
          onClose={() => setLeaving(null)}
        />
      )}
    </>
  );
}

function stateOf({ revokedOn, fromOn, untilOn }: Certificate, today: string): string {
  if (revokedOn !== null) return `已撤销（${revokedOn}）`;
  if (untilOn < today) return '已到期';
  return fromOn > today ? '未到生效日' : '有效';
}

interface Values {
  readonly whom: 'all' | 'one';
  readonly objectId?: number;
  readonly fromOn: string;
  readonly untilOn: string;
}

function IssueForm({ waiting, onClose }: { readonly waiting: number; readonly onClose: () => void }) {
  const { today } = useSession();
  const { issue } = useCertificateCommands();
  const [form] = Form.useForm<Values>();
  const whom = Form.useWatch('whom', form) ?? 'one';
  return (
    <Modal open title="发放绿色通道证" footer={null} onCancel={onClose} destroyOnHidden>
      <CommandForm<Values>
        form={form}
        submit="发放"
        initial={{ whom: 'one', fromOn: today, untilOn: addDays(addMonths(today, 12), -1) }}
        onCancel={onClose}
        onSubmit={async ({ whom: chosen, objectId = null, ...span }) => {
          const outcome = await issue.run({ ...span, objectId: chosen === 'all' ? null : objectId });
          if (outcome.ok) onClose();
          return outcome;
        }}
      >
        <Form.Item name="whom" label="发给">
          <Radio.Group
            options={[
              { value: 'one', label: '一户企业' },
              { value: 'all', label: `还没有的全部${waiting}户`, disabled: waiting === 0 },
            ]}
          />
        </Form.Item>
        {whom === 'one' && (
          <Form.Item name="objectId" label="企业" rules={[{ required: true, message: '请选择企业' }]}>
            <EnterprisePicker />
          </Form.Item>
        )}
        <div className="field-grid">
          <Form.Item name="fromOn" label="有效期起" rules={[{ required: true, message: '请填写有效期起' }]}>
            <DayInput />
          </Form.Item>
          <Form.Item name="untilOn" label="有效期止" rules={[{ required: true, message: '请填写有效期止' }]}>
            <DayInput />
          </Form.Item>
        </div>
        <Alert className="form-refusal" type="info" title="制度没有规定有效期，由本机关确定；等级下降时自动撤销。" />
      </CommandForm>
    </Modal>
  );
}
