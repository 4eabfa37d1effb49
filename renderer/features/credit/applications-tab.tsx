import { Form, Input, InputNumber, Modal, Select } from 'antd';
import { useState } from 'react';
import {
  type ApplicationKind,
  applicationKinds,
  applicationKindTitles,
  applicationStateTitles,
  type CreditApplication,
  stateOf,
} from '../../../shared/features/credit/applications.ts';
import { useSession } from '../../api/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { CommandForm } from '../../ui/command-form.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { enterpriseColumn } from '../../ui/enterprise-link.tsx';
import { EnterprisePicker } from '../../ui/enterprise-picker.tsx';
import { useListParams } from '../../ui/use-list-params.ts';
import { ApplicationDrawer } from './application-drawer.tsx';
import { useApplications, useRegisterApplication } from './applications.queries.ts';
import { useOpenOf } from './use-open-of.ts';

const states = ['open', 'support', 'refuse'] as const;

/** 申报审核: applications for projects, funds and rewards, checked against credit. `application` in the address opens one. */
export function ApplicationsTab() {
  const params = useListParams({ prefix: 'a.' });
  const [isNew, setNew] = useState(false);
  const open = useOpenOf('application');
  const add = (
    <ActionButton type="primary" may={['operator']} onClick={() => setNew(true)}>
      登记申报
    </ActionButton>
  );
  return (
    <>
      <DataTable<CreditApplication>
        name="credit.applications"
        title="申报审核"
        rows={useApplications().data}
        rowKey={({ id }) => id}
        params={params}
        searchHint="企业、项目、编号"
        onRow={({ id }) => open.show(id)}
        extra={add}
        empty={
          <EmptyState
            text="还没有登记申报。项目申报、资金争取、企业奖励、技术创新申报上报之前，先审核信用。"
            action={add}
          />
        }
        filters={[
          {
            key: 'state',
            label: '状态',
            options: states.map((value) => ({ value, label: applicationStateTitles[value] })),
            of: stateOf,
          },
          {
            key: 'kind',
            label: '类别',
            options: applicationKinds.map((value) => ({ value, label: applicationKindTitles[value] })),
            of: ({ kind }) => kind,
          },
        ]}
        columns={[
          { key: 'number', title: '编号', width: 130, value: ({ number }) => number },
          { key: 'kind', title: '类别', width: 110, value: ({ kind }) => applicationKindTitles[kind] },
          enterpriseColumn({ key: 'object', title: '企业', width: 190 }),
          { key: 'title', title: '项目', width: 220, value: ({ title }) => title },
          { key: 'received', title: '收到', width: 104, value: ({ receivedOn }) => receivedOn },
          { key: 'state', title: '状态', width: 96, value: (one) => applicationStateTitles[stateOf(one)] },
          { key: 'found', title: '审核', width: 150, value: foundOf },
          { key: 'promise', title: '承诺书', width: 140, value: ({ promise }) => promise?.number ?? '未签订' },
        ]}
      />
      {isNew && (
        <RegisterForm
          onClose={() => setNew(false)}
          onDone={(id) => {
            setNew(false);
            open.show(id);
          }}
        />
      )}
      {open.id !== null && <ApplicationDrawer id={open.id} onClose={() => open.show(null)} />}
    </>
  );
}

function foundOf({ checks }: CreditApplication): string {
  const count = checks.at(-1)?.findings.length ?? 0;
  return count === 0 ? '没有诚信问题' : `有诚信问题${count}项`;
}

interface Values {
  readonly objectId: number;
  readonly kind: ApplicationKind;
  readonly title: string;
  readonly amountYuan?: number | null;
  readonly documentNumber?: string;
  readonly receivedOn: string;
  readonly askedBy: string;
  readonly note?: string;
}

function RegisterForm({ onClose, onDone }: { readonly onClose: () => void; readonly onDone: (id: number) => void }) {
  const { account, today } = useSession();
  const register = useRegisterApplication({
    quiet: true,
    done: ({ number, findings }) =>
      findings === 0
        ? `${number}：没有诚信问题，等待决定。`
        : `${number}：有诚信问题${findings}项，不予上报，等待决定。`,
    onDone: ({ id }) => onDone(id),
  });
  const askedBy = [account?.section, account?.name].filter(Boolean).join(' ');
  return (
    <Modal open title="登记申报并审核信用" onCancel={onClose} footer={null} width={640} destroyOnHidden>
      <CommandForm<Values>
        name="register-application"
        submit="登记并审核"
        initial={{ receivedOn: today, askedBy }}
        onCancel={onClose}
        onSubmit={({ amountYuan, ...values }) =>
          register.run({
            documentNumber: '',
            note: '',
            ...values,
            amountFen: amountYuan == null ? null : Math.round(amountYuan * 100),
          })
        }
      >
        <Form.Item name="objectId" label="申报企业" rules={[{ required: true, message: '请选择企业' }]}>
          <EnterprisePicker />
        </Form.Item>
        <div className="field-grid">
          <Form.Item name="kind" label="类别" rules={[{ required: true, message: '请选择类别' }]}>
            <Select
              placeholder="请选择"
              options={applicationKinds.map((value) => ({ value, label: applicationKindTitles[value] }))}
            />
          </Form.Item>
          <Form.Item name="receivedOn" label="收到日期" rules={[{ required: true, message: '请选择收到日期' }]}>
            <DayInput max={today} />
          </Form.Item>
        </div>
        <Form.Item
          name="title"
          label="项目（资金、奖补）名称"
          rules={[{ required: true, whitespace: true, message: '请填写项目（资金、奖补）名称' }]}
        >
          <Input maxLength={120} />
        </Form.Item>
        <div className="field-grid">
          <Form.Item name="amountYuan" label="金额（元，可不填）">
            <InputNumber min={0.01} precision={2} style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item name="documentNumber" label="申报文号（可不填）">
            <Input maxLength={100} />
          </Form.Item>
        </div>
        <Form.Item
          name="askedBy"
          label="由谁提出（股室、人员）"
          rules={[{ required: true, whitespace: true, message: '请填写由谁提出查询' }]}
        >
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="note" label="说明（可不填）">
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} />
        </Form.Item>
      </CommandForm>
    </Modal>
  );
}
