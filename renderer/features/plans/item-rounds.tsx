import { Button, Form, Modal } from 'antd';
import { useState } from 'react';
import { OCCASION_LEAD_DAYS, type Round } from '../../../shared/features/plans/rounds.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { CommandForm } from '../../ui/command-form.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import { useSetOccasion } from './plan-work.queries.ts';

/** The dated rounds of an item; days no calendar knows are filled in here. */
export function ItemRounds({ rounds, year }: { readonly rounds: readonly Round[]; readonly year: number }) {
  const [asked, setAsked] = useState<string | null>(null);
  const [isWhole, setWhole] = useState(false);
  if (rounds.length === 0) return null;
  const shown = isWhole ? rounds : rounds.slice(0, 12);
  return (
    <>
      <ol className="rounds">
        {shown.map(({ title, fromOn, toOn }) => (
          <li key={title}>
            {title}：
            {fromOn === null ? (
              <ActionButton size="small" may={['operator']} onClick={() => setAsked(title.replace(/第\d+次$/, ''))}>
                填写{title}的日期
              </ActionButton>
            ) : (
              `${fromOn} 至 ${toOn}`
            )}
          </li>
        ))}
      </ol>
      {rounds.length > shown.length && (
        <Button type="link" size="small" onClick={() => setWhole(true)}>
          全部{rounds.length}次
        </Button>
      )}
      <Modal
        open={asked !== null}
        title={`${year}年${asked ?? ''}的日期`}
        footer={null}
        onCancel={() => setAsked(null)}
        destroyOnHidden
      >
        {asked !== null && <OccasionForm name={asked} year={year} onDone={() => setAsked(null)} />}
      </Modal>
    </>
  );
}

function OccasionForm({
  name,
  year,
  onDone,
}: {
  readonly name: string;
  readonly year: number;
  readonly onDone: () => void;
}) {
  const set = useSetOccasion({ quiet: true, done: '已填写。', onDone });
  return (
    <CommandForm<{ fromOn: string; toOn: string }>
      submit="填写日期"
      onCancel={onDone}
      onSubmit={(values) => set.run({ year, name, ...values })}
    >
      <p className="quiet">
        填写{name}本身的起止日期；检查从之前{OCCASION_LEAD_DAYS}天开始安排。本年其他事项也按这个日期。
      </p>
      <div className="field-grid">
        <Form.Item name="fromOn" label="开始日期" rules={[{ required: true, message: '请选择开始日期' }]}>
          <DayInput />
        </Form.Item>
        <Form.Item name="toOn" label="结束日期" rules={[{ required: true, message: '请选择结束日期' }]}>
          <DayInput />
        </Form.Item>
      </div>
    </CommandForm>
  );
}
