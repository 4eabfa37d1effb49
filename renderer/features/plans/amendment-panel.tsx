import { Button, Form, Input, Modal, Popconfirm } from 'antd';
import { useState } from 'react';
import { changeKindTitles } from '../../../shared/features/plans/amend.ts';
import { planStateTitles, planStepTitles } from '../../../shared/features/plans/plan.ts';
import { useSession } from '../../api/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { CommandForm } from '../../ui/command-form.tsx';
import { minuteText } from '../../ui/when.ts';
import { OpinionButton } from './opinion-button.tsx';
import {
  type AmendmentLine,
  useAmendments,
  useApproveAmendment,
  useDiscardAmendment,
  usePlanRecord,
  useProposeAmendment,
  useRemoveChange,
  useReturnAmendment,
  useSubmitAmendment,
} from './plan-work.queries.ts';
import type { PlanLine } from './plans.queries.ts';

const operator = ['operator'] as const;
const leader = ['leader'] as const;

/** 审批、公布和调整 of a plan: every step with its opinion, where it was published, what amendments did. */
export function AmendmentPanel({ plan }: { readonly plan: PlanLine }) {
  const amendments = useAmendments(plan.id).data ?? [];
  const record = usePlanRecord(plan.id).data;
  const hasOpen = amendments.some(({ state }) => state !== 'approved');
  return (
    <>
      <section aria-label="计划调整">
        <h3>计划调整</h3>
        {amendments.length === 0 && (
          <p className="quiet">
            {plan.state === 'approved'
              ? '没有调整过。计划批准后有变动的，提出调整，经另一位局领导批准后生效，再重新公布。'
              : '计划批准之前直接修改，不用办理调整。'}
          </p>
        )}
        {amendments.map((amendment) => (
          <OneAmendment key={amendment.id} amendment={amendment} />
        ))}
        {plan.state === 'approved' && !hasOpen && <ProposeButton plan={plan} />}
      </section>
      <section aria-label="审批记录">
        <h3>审批记录</h3>
        {record?.steps.length === 0 && <p className="quiet">还没有送审。</p>}
        <ul className="plan-steps">
          {record?.steps.map(({ amendment, step, opinion, takenBy, takenAt }) => (
            <li key={takenAt + step}>
              {minuteText(takenAt)} {takenBy} {planStepTitles[step]}
              {amendment === null ? '计划' : `第${amendment}次调整`}
              {opinion !== '' && `：${opinion}`}
            </li>
          ))}
        </ul>
      </section>
      <section aria-label="公布记录">
        <h3>公布记录</h3>
        {record?.publications.length === 0 && <p className="quiet">还没有公布。</p>}
        <ul className="plan-steps">
          {record?.publications.map(({ amendment, publishedOn, place, recordedBy }) => (
            <li key={`${publishedOn} ${place} ${amendment}`}>
              {publishedOn} 在{place}公布{amendment === null ? '' : `（含第${amendment}次调整）`}，{recordedBy}登记
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function OneAmendment({ amendment }: { readonly amendment: AmendmentLine }) {
  const { serial, state, reason, proposedBy, proposedAt, approvedBy, approvedOn, documentNumber } = amendment;
  const settled =
    approvedOn === null
      ? ''
      : `，${approvedOn} ${approvedBy}批准${documentNumber === '' ? '' : `（${documentNumber}）`}`;
  return (
    <article className="amendment" aria-label={`第${serial}次调整`}>
      <b>
        第{serial}次调整（{planStateTitles[state]}）
      </b>
      <div>理由：{reason}</div>
      <div className="quiet">
        {minuteText(proposedAt)} {proposedBy}提出{settled}
      </div>
      <ul>
        {amendment.changes.map((change) => (
          <li key={change.id}>
            <Change change={change} />
            {state === 'draft' && <RemoveChange amendmentId={amendment.id} changeId={change.id} />}
          </li>
        ))}
      </ul>
      {amendment.changes.length === 0 && (
        <p className="quiet">还没有写明内容：在事项中点“变更”“取消该项”，或在列表上方点“增加事项”。</p>
      )}
      {state !== 'approved' && <AmendmentActions amendment={amendment} />}
    </article>
  );
}

/** What is changed, column by column: from → to; of a new item everything it says. */
function Change({ change: { kind, row, texts, number, name } }: { readonly change: AmendmentLine['changes'][number] }) {
  return (
    <>
      {`${changeKindTitles[kind]}${number === null ? '' : `第${number}项`}“${name ?? row?.cells.name ?? ''}”`}
      {texts.map(({ title, from, to }) => (
        <div key={title}>
          {title}：
          {kind === 'change' && (
            <>
              <del>{from || '（空）'}</del> →{' '}
            </>
          )}
          {to || '（空）'}
        </div>
      ))}
    </>
  );
}

function RemoveChange({ amendmentId, changeId }: { readonly amendmentId: number; readonly changeId: number }) {
  const remove = useRemoveChange({ done: '已去掉。' });
  return (
    <Button type="link" size="small" onClick={() => void remove.run({ amendmentId, changeId })}>
      去掉
    </Button>
  );
}

function AmendmentActions({ amendment }: { readonly amendment: AmendmentLine }) {
  const { account } = useSession();
  const { id, serial, state, changes } = amendment;
  const submit = useSubmitAmendment({ quiet: true, done: '已送审，请局领导批准。' });
  const discard = useDiscardAmendment({ done: '已撤去。' });
  const back = useReturnAmendment({ quiet: true, done: '已退回。' });
  const approve = useApproveAmendment({ quiet: true, done: `第${serial}次调整已批准，请重新公布。` });
  const isOwn = amendment.proposedById === account?.id;
  return (
    <div className="page-actions">
      {state === 'draft' ? (
        <>
          <Popconfirm title="撤去这次调整？" okText="撤去" cancelText="不撤" onConfirm={() => void discard.run({ id })}>
            <ActionButton may={operator} danger>
              撤去调整
            </ActionButton>
          </Popconfirm>
          <OpinionButton
            word="送审调整"
            may={operator}
            type="primary"
            barred={changes.length === 0 ? '先写明增加、变更或取消哪一项' : null}
            onSubmit={({ opinion }) => submit.run({ id, opinion })}
          />
        </>
      ) : (
        <>
          <OpinionButton
            word="退回调整"
            may={leader}
            needsOpinion
            onSubmit={({ opinion }) => back.run({ id, opinion })}
          />
          <OpinionButton
            word="批准调整"
            may={leader}
            type="primary"
            approves
            barred={isOwn ? '这次调整由您本人提出，须由另一位局领导批准' : null}
            onSubmit={(values) => approve.run({ id, ...values })}
          />
        </>
      )}
    </div>
  );
}

function ProposeButton({ plan }: { readonly plan: PlanLine }) {
  const [isOpen, setOpen] = useState(false);
  const propose = useProposeAmendment({
    quiet: true,
    done: '已提出。请写明增加、变更或取消哪一项。',
    onDone: () => setOpen(false),
  });
  return (
    <>
      <ActionButton may={operator} onClick={() => setOpen(true)}>
        提出调整
      </ActionButton>
      <Modal open={isOpen} title="提出计划调整" footer={null} onCancel={() => setOpen(false)} destroyOnHidden>
        <CommandForm<{ reason: string }>
          submit="提出调整"
          onCancel={() => setOpen(false)}
          onSubmit={({ reason }) => propose.run({ planId: plan.id, reason })}
        >
          <Form.Item
            name="reason"
            label="调整理由"
            rules={[{ required: true, whitespace: true, message: '请写明调整理由' }]}
          >
            <Input.TextArea rows={3} maxLength={500} autoFocus />
          </Form.Item>
        </CommandForm>
      </Modal>
    </>
  );
}
