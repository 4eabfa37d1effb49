import { Form, Input, Modal, Popconfirm, Select, Space } from 'antd';
import { useState } from 'react';
import { ActionButton } from '../../ui/action-button.tsx';
import { Attachments } from '../../ui/attachments.tsx';
import { CommandForm } from '../../ui/command-form.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import { useGrades } from '../../ui/grade-titles.ts';
import { ReasonForm } from '../../ui/reason-form.tsx';
import { minuteText } from '../../ui/when.ts';
import {
  type ManualChange,
  useDecideManual,
  useManualChangesOf,
  useProposeManual,
  useWithdrawManual,
} from './grading.queries.ts';

const stateWords: Readonly<Record<ManualChange['state'], string>> = {
  proposed: '待审核',
  approved: '审核通过',
  rejected: '审核未通过',
  withdrawn: '已撤回',
};

/** How a change by hand stands today. */
export function manualState({ state, isExpired, expiresOn }: ManualChange): string {
  return state === 'approved' && isExpired ? `已于${expiresOn}到期` : stateWords[state];
}

/** 人工调整 of one enterprise: proposed with reason and documents, reviewed by another, all of them kept. */
export function ManualChanges({ objectId }: { readonly objectId: number }) {
  const changes = useManualChangesOf(objectId).data ?? [];
  const [isOpen, setOpen] = useState(false);
  return (
    <section>
      <h2 className="drawer-part">人工调整</h2>
      {changes.length === 0 && <p className="quiet">没有人工调整过等级。</p>}
      {changes.map((change) => (
        <Change key={change.id} change={change} />
      ))}
      <ActionButton may={['operator']} onClick={() => setOpen(true)}>
        提出人工调整
      </ActionButton>
      {isOpen && <Proposal objectId={objectId} onClose={() => setOpen(false)} />}
    </section>
  );
}

function Change({ change }: { readonly change: ManualChange }) {
  const { fromTitle, toTitle, reason, expiresOn, proposedBy, proposedAt, decidedBy, decidedAt, opinion } = change;
  return (
    <div className="manual-change">
      <p>
        <b>
          {fromTitle ?? '未评定'}调整为{toTitle}
        </b>
        ，有效期至{expiresOn}，{manualState(change)}。理由：{reason}
      </p>
      <p className="quiet">
        {minuteText(proposedAt)} {proposedBy}提出
        {decidedAt !== null && `；${minuteText(decidedAt)} ${decidedBy}审核${opinion === '' ? '' : `：${opinion}`}`}
        {change.withdrawnAt !== null &&
          `；${minuteText(change.withdrawnAt)} ${change.withdrawnBy}撤回：${change.withdrawReason}`}
      </p>
      <Attachments
        subject="grade-change"
        id={change.id}
        wanted="调整的依据材料，审核前必须附上"
        isClosed={change.state !== 'proposed'}
      />
      <ManualActions change={change} />
    </div>
  );
}

/** 审核 and 撤回, as far as the change can still take them. */
export function ManualActions({ change }: { readonly change: ManualChange }) {
  const [dialog, setDialog] = useState<'reject' | 'withdraw' | null>(null);
  const close = () => setDialog(null);
  const decide = useDecideManual({ done: '已审核，等级已重新评定。' });
  const reject = useDecideManual({ quiet: true, done: '已退回，等级不变。' });
  const withdraw = useWithdrawManual({ quiet: true, done: '已撤回。' });
  const isHeld = change.state === 'approved' && !change.isExpired;
  if (change.state !== 'proposed' && !isHeld) return null;
  const barred = change.documents === 0 ? '还没有附上依据材料' : null;
  return (
    <Space size={8} wrap>
      {change.state === 'proposed' && (
        <>
          <Popconfirm
            title={`调整为${change.toTitle}？`}
            description={`自审核之时生效，有效期至${change.expiresOn}，到期自动恢复按规则评定。`}
            okText="审核通过"
            cancelText="再看看"
            disabled={barred !== null}
            onConfirm={() => void decide.run({ id: change.id, decision: 'approve' })}
          >
            <ActionButton size="small" type="primary" may={['reviewer', 'leader']} barred={barred}>
              审核通过
            </ActionButton>
          </Popconfirm>
          <ActionButton size="small" may={['reviewer', 'leader']} onClick={() => setDialog('reject')}>
            不同意
          </ActionButton>
        </>
      )}
      <ActionButton
        size="small"
        may={isHeld ? ['reviewer', 'leader'] : ['operator', 'reviewer', 'leader']}
        onClick={() => setDialog('withdraw')}
      >
        撤回
      </ActionButton>
      {dialog === 'reject' && (
        <ReasonForm
          title="不同意这项调整"
          note="等级不变，意见留在记录中。"
          label="意见"
          submit="不同意"
          onSubmit={(opinion) => reject.run({ id: change.id, decision: 'reject', opinion })}
          onClose={close}
        />
      )}
      {dialog === 'withdraw' && (
        <ReasonForm
          title="撤回这项调整"
          note={isHeld ? '撤回后立即恢复按规则评定，记录保留。' : '撤回后不再审核，记录保留。'}
          label="撤回理由"
          submit="撤回"
          onSubmit={(reason) => withdraw.run({ id: change.id, reason })}
          onClose={close}
        />
      )}
    </Space>
  );
}

interface ProposalValues {
  readonly toGrade: 'A' | 'B' | 'C' | 'D';
  readonly reason: string;
  readonly expiresOn: string;
}

function Proposal({ objectId, onClose }: { readonly objectId: number; readonly onClose: () => void }) {
  const propose = useProposeManual({
    quiet: true,
    done: '已提出。请附上依据材料，再请审核人或局领导审核。',
    onDone: onClose,
  });
  const grades = useGrades();
  return (
    <Modal open title="提出人工调整" footer={null} onCancel={onClose} destroyOnHidden>
      <p>调整须另一人审核，并附依据材料；到期自动恢复按规则评定。有一票否决情形的，不能调高。</p>
      <CommandForm<ProposalValues>
        submit="提出"
        onCancel={onClose}
        onSubmit={(values) => propose.run({ objectId, ...values })}
      >
        <Form.Item name="toGrade" label="调整为" rules={[{ required: true, message: '请选择等级' }]}>
          <Select options={grades.map(({ grade, title }) => ({ value: grade, label: title }))} />
        </Form.Item>
        <Form.Item
          name="reason"
          label="理由"
          rules={[{ required: true, whitespace: true, message: '请写明调整的理由' }]}
        >
          <Input.TextArea rows={3} maxLength={500} />
        </Form.Item>
        <Form.Item name="expiresOn" label="有效期至" rules={[{ required: true, message: '请选择到期日' }]}>
          <DayInput />
        </Form.Item>
      </CommandForm>
    </Modal>
  );
}
