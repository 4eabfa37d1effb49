import { useNavigate } from '@tanstack/react-router';
import { Button, Dropdown, Form, Input, Modal, Popconfirm } from 'antd';
import { useState } from 'react';
import { useSession } from '../../api/session.ts';
import { useFiles } from '../../api/use-files.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { CommandForm } from '../../ui/command-form.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import { OpinionButton } from './opinion-button.tsx';
import { useApprovePlan, usePublishPlan, useReturnPlan, useSubmitPlan } from './plan-work.queries.ts';
import { type PlanLine, useUndoPlan } from './plans.queries.ts';

const operator = ['operator'] as const;
const leader = ['leader'] as const;

/** What can be done with a plan in its state: 导出, 送审, 退回, 批准, 公布. */
export function PlanActions({ plan, on }: { readonly plan: PlanLine; readonly on: string | null }) {
  const files = useFiles();
  const query = on === null ? '' : `?on=${on}`;
  return (
    <>
      <Dropdown
        menu={{
          items: [
            { key: 'xlsx', label: '导出计划表（.xlsx，原版式）' },
            { key: 'pdf', label: '打印公布稿（PDF）' },
          ],
          onClick: ({ key }) =>
            void (key === 'pdf' ? files.openPdf(`plans/${plan.id}/sheet`) : files.download(`plans/${plan.id}${query}`)),
        }}
      >
        <Button>导出和打印</Button>
      </Dropdown>
      {plan.state === 'draft' && <DraftActions plan={plan} />}
      {plan.state !== 'approved' && <LeaderActions plan={plan} />}
      {plan.state === 'approved' && <PublishButton plan={plan} />}
    </>
  );
}

function DraftActions({ plan }: { readonly plan: PlanLine }) {
  const navigate = useNavigate();
  const undo = useUndoPlan({ done: '已撤去。', onDone: () => void navigate({ to: '/plans' }) });
  const submit = useSubmitPlan({ quiet: true, done: '已送审，请局领导批准。' });
  const word = plan.fileName === null ? '撤去计划' : '撤销导入';
  return (
    <>
      <Popconfirm
        title={`${word}？`}
        description="整份计划连同各事项一并撤去，操作台账保留记录。"
        okText={word}
        cancelText="不撤"
        onConfirm={() => void undo.run({ id: plan.id })}
      >
        <ActionButton may={operator} danger>
          {word}
        </ActionButton>
      </Popconfirm>
      <OpinionButton
        word="送审"
        may={operator}
        barred={plan.items === 0 ? '先增加事项，再送审' : null}
        note="送审后不能修改，局领导退回后可以再改。"
        onSubmit={({ opinion }) => submit.run({ id: plan.id, opinion })}
      />
    </>
  );
}

function LeaderActions({ plan }: { readonly plan: PlanLine }) {
  const { account } = useSession();
  const back = useReturnPlan({ quiet: true, done: '已退回，经办人可以修改后再送审。' });
  const approve = useApprovePlan({ quiet: true, done: '已批准，可以公布、下达任务。' });
  const isOwn = plan.madeById === account?.id;
  return (
    <>
      {plan.state === 'submitted' && (
        <OpinionButton
          word="退回"
          may={leader}
          needsOpinion
          onSubmit={({ opinion }) => back.run({ id: plan.id, opinion })}
        />
      )}
      <OpinionButton
        word="批准计划"
        type="primary"
        may={leader}
        approves
        barred={isOwn ? '这份计划由您本人编制，须由另一位局领导批准' : plan.items === 0 ? '计划还没有事项' : null}
        note={`共${plan.items}项。批准后不能直接修改，变动须办理计划调整（细则第五条、第八条）。`}
        onSubmit={(values) => approve.run({ id: plan.id, ...values })}
      />
    </>
  );
}

function PublishButton({ plan }: { readonly plan: PlanLine }) {
  const { today } = useSession();
  const [isOpen, setOpen] = useState(false);
  const publish = usePublishPlan({ quiet: true, done: '已登记公布。', onDone: () => setOpen(false) });
  const isBehind = plan.publishedOn === null || plan.unpublished > 0;
  return (
    <>
      <ActionButton may={operator} type={isBehind ? 'primary' : 'default'} onClick={() => setOpen(true)}>
        {plan.publishedOn === null ? '登记公布' : '登记重新公布'}
      </ActionButton>
      <Modal open={isOpen} title="登记公布" footer={null} onCancel={() => setOpen(false)} destroyOnHidden>
        <p>计划应于每年3月底前公布（内政办发〔2025〕20号，待核）；调整后应重新公布。在网站等处公布后，在这里登记。</p>
        <CommandForm<{ publishedOn: string; place: string }>
          submit="登记公布"
          onCancel={() => setOpen(false)}
          initial={{ publishedOn: today, place: '政府门户网站' }}
          onSubmit={(values) => publish.run({ id: plan.id, ...values })}
        >
          <Form.Item name="publishedOn" label="公布日期" rules={[{ required: true, message: '请选择公布日期' }]}>
            <DayInput max={today} />
          </Form.Item>
          <Form.Item name="place" label="公布的地方" rules={[{ required: true, message: '请填写公布的地方' }]}>
            <Input maxLength={120} />
          </Form.Item>
        </CommandForm>
      </Modal>
    </>
  );
}
