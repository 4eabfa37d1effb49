import { useNavigate } from '@tanstack/react-router';
import { Button, Form, Input, Modal, Popconfirm } from 'antd';
import { useState } from 'react';
import { isOpen } from '../../../shared/features/policies/versions.ts';
import { useSession } from '../../api/session.ts';
import { useFiles } from '../../api/use-files.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { CommandForm } from '../../ui/command-form.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import { ReasonForm } from '../../ui/reason-form.tsx';
import {
  useApproveVersion,
  useDropVersion,
  useReturnVersion,
  useSubmitVersion,
  useVersions,
  type VersionDetail,
} from './policies.queries.ts';

type Dialog = 'submit' | 'approve' | 'return' | null;

/** What can be done with a version in its state. */
export function VersionActions({ found }: { readonly found: VersionDetail }) {
  const { version, isWriter } = found;
  const [dialog, setDialog] = useState<Dialog>(null);
  const navigate = useNavigate();
  const files = useFiles();
  const inForceId = useVersions().data?.inForceId ?? null;
  const drop = useDropVersion({ done: '已放弃草稿。', onDone: () => void navigate({ to: '/settings/policies' }) });
  const own = isWriter ? '参与了起草或送审，由没有参与的局领导批准' : null;
  const compare = () =>
    navigate({
      to: '/settings/policies/compare',
      search: { from: String(inForceId), to: String(version.id) },
    });
  return (
    <>
      {inForceId !== null && inForceId !== version.id && <Button onClick={() => void compare()}>与现行版本对照</Button>}
      <Button onClick={() => void files.openPdf(`policies/${version.id}/pack.pdf`)}>打印全文</Button>
      {isOpen(version) && (
        <>
          <Popconfirm
            title="放弃这个草稿？修改记录仍然保留，版次可以再用。"
            okText="放弃草稿"
            cancelText="继续修改"
            onConfirm={() => drop.run({ id: version.id })}
          >
            <ActionButton danger may={['operator']}>
              放弃草稿
            </ActionButton>
          </Popconfirm>
          <ActionButton type="primary" may={['operator']} onClick={() => setDialog('submit')}>
            送审
          </ActionButton>
        </>
      )}
      {version.state === 'submitted' && (
        <>
          <ActionButton danger may={['leader']} onClick={() => setDialog('return')}>
            退回
          </ActionButton>
          <ActionButton type="primary" may={['leader']} barred={own} onClick={() => setDialog('approve')}>
            批准
          </ActionButton>
        </>
      )}
      <Dialogs found={found} dialog={dialog} onClose={() => setDialog(null)} />
    </>
  );
}

interface DialogsProps {
  readonly found: VersionDetail;
  readonly dialog: Dialog;
  readonly onClose: () => void;
}

function Dialogs({ found: { version }, dialog, onClose }: DialogsProps) {
  const { today } = useSession();
  const submit = useSubmitVersion({ quiet: true, done: '已送审。', onDone: onClose });
  const approve = useApproveVersion({ quiet: true, done: sayApproved, onDone: onClose });
  const giveBack = useReturnVersion({ quiet: true, done: '已退回。' });
  if (dialog === 'return') {
    return (
      <ReasonForm
        title="退回规则包"
        note="退回后起草人可以修改，再次送审。意见留在版本记录中。"
        submit="退回"
        label="退回意见"
        isDangerous
        onSubmit={(opinion) => giveBack.run({ id: version.id, opinion })}
        onClose={onClose}
      />
    );
  }
  return (
    <>
      <Modal open={dialog === 'submit'} title="送审规则包" footer={null} onCancel={onClose} destroyOnHidden>
        <CommandForm<{ inForceOn: string; because: string }>
          submit="送审"
          onCancel={onClose}
          initial={{ inForceOn: version.inForceOn ?? today, because: version.changedBecause }}
          onSubmit={(values) => submit.run({ id: version.id, ...values })}
        >
          <Form.Item
            name="inForceOn"
            label="施行日期"
            rules={[{ required: true, message: '请选择施行日期' }]}
            extra="到这一天，全部企业按新规定重新评定一次。批准得晚的，自批准之日起施行。"
          >
            <DayInput min={today} />
          </Form.Item>
          <Form.Item
            name="because"
            label="修改理由"
            rules={[{ required: true, whitespace: true, message: '请填写修改理由' }]}
          >
            <Input.TextArea rows={3} maxLength={500} placeholder="例如：对照正式文件核对后，改正待核的期限" />
          </Form.Item>
        </CommandForm>
      </Modal>
      <Modal open={dialog === 'approve'} title="批准规则包" footer={null} onCancel={onClose} destroyOnHidden>
        <CommandForm<{ opinion?: string }>
          submit="批准"
          onCancel={onClose}
          onSubmit={({ opinion = '' }) => approve.run({ id: version.id, opinion })}
        >
          <p>自{version.inForceOn}起施行。批准后不能再改，要修改须另起新版本；以往按旧版本作出的决定不变。</p>
          <Form.Item name="opinion" label="意见（可不填）">
            <Input.TextArea rows={3} maxLength={500} />
          </Form.Item>
        </CommandForm>
      </Modal>
    </>
  );
}

function sayApproved({
  inForceOn,
  graded,
}: {
  readonly inForceOn: string;
  readonly graded: { readonly graded: number; readonly changed: number } | null;
}): string {
  return graded === null
    ? `已批准，${inForceOn}起施行。`
    : `已批准并施行，重新评定${graded.graded}户，${graded.changed}户等级有变动。`;
}
