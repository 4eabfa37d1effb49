import { Form, Input, Modal } from 'antd';
import { useState } from 'react';
import {
  type LicenceApplication,
  licenceStages,
  licenceStagesOf,
  licenceStateText,
} from '../../../shared/features/credit/licences.ts';
import { useSession } from '../../api/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { CommandForm } from '../../ui/command-form.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { enterpriseColumn } from '../../ui/enterprise-link.tsx';
import { EnterprisePicker } from '../../ui/enterprise-picker.tsx';
import { PathLink } from '../../ui/path-link.tsx';
import { useListParams } from '../../ui/use-list-params.ts';
import { useLicences, usePaths, useRegisterLicence } from './applications.queries.ts';
import { LicenceDrawer } from './licence-drawer.tsx';
import { useOpenOf } from './use-open-of.ts';

/** 许可办理: the path a licence application takes by credit. `licence` in the address opens one. */
export function LicencesTab() {
  const params = useListParams({ prefix: 'p.' });
  const { today } = useSession();
  const paths = usePaths().data;
  const [isNew, setNew] = useState(false);
  const open = useOpenOf('licence');
  const add = (
    <ActionButton
      type="primary"
      may={['operator']}
      barred={paths?.length === 0 ? '规则包没有规定按信用办理的路径' : null}
      onClick={() => setNew(true)}
    >
      登记许可申请
    </ActionButton>
  );
  return (
    <>
      {paths !== undefined && (
        <p className="quiet">
          {paths.length === 0 ? (
            <>
              本机关的规则包没有规定按信用办理许可的路径，可以在<PathLink path="/settings/policies">规则包</PathLink>
              中补充。
            </>
          ) : (
            `办理路径：${paths.map(({ name, article, standing }) => `${name}（${article}，${standing}）`).join('；')}。`
          )}
        </p>
      )}
      <DataTable<LicenceApplication>
        name="credit.licences"
        title="许可办理路径"
        rows={useLicences().data}
        rowKey={({ id }) => id}
        params={params}
        searchHint="企业、许可、编号"
        onRow={({ id }) => open.show(id)}
        extra={add}
        filters={[
          {
            key: 'state',
            label: '状态',
            options: Object.entries(licenceStages).map(([value, label]) => ({ value, label })),
            of: (one) => licenceStagesOf(one, today),
          },
        ]}
        empty={<EmptyState text="还没有登记许可申请。登记后按信用给出办理路径和理由。" action={add} />}
        columns={[
          { key: 'number', title: '编号', width: 130, value: ({ number }) => number },
          enterpriseColumn({ key: 'object', title: '企业', width: 150 }),
          { key: 'licence', title: '许可', width: 130, value: ({ licence }) => licence },
          { key: 'applied', title: '申请', width: 104, value: ({ appliedOn }) => appliedOn },
          { key: 'proposed', title: '应走路径', width: 116, value: ({ proposedName }) => proposedName },
          { key: 'taken', title: '实际路径', width: 116, value: ({ taken }) => taken?.name ?? '' },
          { key: 'state', title: '状态', width: 130, ellipsis: false, value: (one) => licenceStateText(one, today) },
          { key: 'due', title: '事后审期限', width: 110, value: ({ taken }) => taken?.checkDueOn ?? '' },
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
      {open.id !== null && <LicenceDrawer id={open.id} onClose={() => open.show(null)} />}
    </>
  );
}

interface Values {
  readonly objectId: number;
  readonly licence: string;
  readonly appliedOn: string;
  readonly askedBy: string;
}

function RegisterForm({ onClose, onDone }: { readonly onClose: () => void; readonly onDone: (id: number) => void }) {
  const { account, today } = useSession();
  const register = useRegisterLicence({
    quiet: true,
    done: ({ number, path }) => `${number}：按信用应走“${path}”。`,
    onDone: ({ id }) => onDone(id),
  });
  const askedBy = [account?.section, account?.name].filter(Boolean).join(' ');
  return (
    <Modal open title="登记许可申请" onCancel={onClose} footer={null} destroyOnHidden>
      <CommandForm<Values>
        name="register-licence"
        submit="登记并查询"
        initial={{ appliedOn: today, askedBy }}
        onCancel={onClose}
        onSubmit={(values) => register.run(values)}
      >
        <Form.Item name="objectId" label="申请企业" rules={[{ required: true, message: '请选择企业' }]}>
          <EnterprisePicker />
        </Form.Item>
        <Form.Item
          name="licence"
          label="许可名称"
          rules={[{ required: true, whitespace: true, message: '请填写许可名称' }]}
        >
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="appliedOn" label="申请日期" rules={[{ required: true, message: '请选择申请日期' }]}>
          <DayInput max={today} />
        </Form.Item>
        <Form.Item
          name="askedBy"
          label="由谁提出（股室、人员）"
          rules={[{ required: true, whitespace: true, message: '请填写由谁提出查询' }]}
        >
          <Input maxLength={60} />
        </Form.Item>
      </CommandForm>
    </Modal>
  );
}
