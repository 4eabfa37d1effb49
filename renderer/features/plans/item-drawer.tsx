import { Drawer } from 'antd';
import { useState } from 'react';
import { PLAN_COLUMN_KEYS, PLAN_COLUMNS } from '../../../shared/features/plans/plan-columns.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Facts } from '../../ui/facts.tsx';
import type { ItemLine } from './plans.queries.ts';
import { TaskForm } from './task-form.tsx';

interface ItemDrawerProps {
  readonly item: ItemLine | null;
  readonly isApproved: boolean;
  readonly onClose: () => void;
}

/** One item of a plan: the thirteen cells word for word, what was read, its warnings, and the task form. */
export function ItemDrawer({ item, isApproved, onClose }: ItemDrawerProps) {
  const [isMaking, setMaking] = useState(false);
  const close = () => {
    setMaking(false);
    onClose();
  };
  return (
    <Drawer
      open={item !== null}
      onClose={close}
      width={760}
      destroyOnHidden
      title={item === null ? '' : `第${item.number ?? '—'}项 ${item.texts.name}`}
      extra={
        item !== null &&
        !isMaking && (
          <ActionButton
            type="primary"
            may={['operator']}
            barred={isApproved ? null : '计划批准后才能下达任务'}
            onClick={() => setMaking(true)}
          >
            下达任务
          </ActionButton>
        )
      }
    >
      {item !== null &&
        (isMaking ? (
          <TaskForm itemId={item.id} onDone={close} onCancel={() => setMaking(false)} />
        ) : (
          <ItemFacts item={item} />
        ))}
    </Drawer>
  );
}

function ItemFacts({ item }: { readonly item: ItemLine }) {
  const texts = PLAN_COLUMN_KEYS.filter((column) => column !== 'number').map((column) => {
    const inherited = item.inherited.includes(column) ? `（随第${item.continues}项）` : '';
    return [PLAN_COLUMNS[column], item.texts[column] === '' ? '' : item.texts[column] + inherited] as const;
  });
  return (
    <>
      <Facts
        columns={1}
        facts={[
          ['比例或数量读作', item.reading ?? '读不懂，下达任务时填写'],
          ['起止', item.period === null ? '读不懂，下达任务时填写' : `${item.period.fromOn} 至 ${item.period.toOn}`],
          ['已下达的任务', item.taskNumbers.join('、')],
          ['读表时发现', item.warnings.map(({ sentence }) => sentence).join('')],
          ...texts,
        ]}
      />
      <p className="quiet">以上为计划表原文，第{item.row}行。</p>
    </>
  );
}
