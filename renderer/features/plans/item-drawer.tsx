import { Drawer, Popconfirm } from 'antd';
import { type ReactNode, useState } from 'react';
import { OWN_COLUMNS, ownTexts } from '../../../shared/features/plans/own-plan.ts';
import type { PlanKind } from '../../../shared/features/plans/plan.ts';
import { PLAN_COLUMN_KEYS, PLAN_COLUMNS } from '../../../shared/features/plans/plan-columns.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Facts } from '../../ui/facts.tsx';
import { estimateText, ItemFigures } from './item-figures.tsx';
import { ItemForm } from './item-form.tsx';
import { ItemRounds } from './item-rounds.tsx';
import { useChangeItem, useMoveItem, useRemoveItem, useSaveItem } from './plan-work.queries.ts';
import type { ItemLine, PlanLine } from './plans.queries.ts';
import { TaskForm } from './task-form.tsx';

const operator = ['operator'] as const;

interface ItemDrawerProps {
  readonly plan: PlanLine;
  readonly item: ItemLine | null;
  /** The amendment that is being written; null = none. */
  readonly amendmentId: number | null;
  readonly onClose: () => void;
}

/** One item of a plan: its cells word for word, what was read and what it asks, its tasks; forms to correct it or to make a task. */
export function ItemDrawer({ plan, item, amendmentId, onClose }: ItemDrawerProps) {
  const [doing, setDoing] = useState<'task' | 'edit' | null>(null);
  const close = () => {
    setDoing(null);
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
        doing === null && (
          <ItemActions plan={plan} item={item} amendmentId={amendmentId} onDo={setDoing} onGone={close} />
        )
      }
    >
      {item !== null && doing === 'task' && (
        <TaskForm itemId={item.id} onDone={close} onCancel={() => setDoing(null)} />
      )}
      {item !== null && doing === 'edit' && (
        <EditForm plan={plan} item={item} amendmentId={amendmentId} onDone={() => setDoing(null)} />
      )}
      {item !== null && doing === null && <ItemFacts item={item} plan={plan} />}
    </Drawer>
  );
}

interface ItemActionsProps extends Omit<ItemDrawerProps, 'item' | 'onClose'> {
  readonly item: ItemLine;
  readonly onDo: (what: 'task' | 'edit') => void;
  readonly onGone: () => void;
}

function ItemActions({ plan, item, amendmentId, onDo, onGone }: ItemActionsProps) {
  const move = useMoveItem({});
  const remove = useRemoveItem({ done: '已删除。', onDone: onGone });
  const cancel = useChangeItem({ done: '已写进本次调整，批准后生效。', onDone: onGone });
  const of = { planId: plan.id, itemId: item.id };
  const edit = (word: string) => (
    <ActionButton may={operator} onClick={() => onDo('edit')}>
      {word}
    </ActionButton>
  );
  const isCancelled = item.cancelledBy !== null;
  return (
    <div className="page-actions">
      {plan.state === 'draft' && (
        <>
          <ActionButton may={operator} onClick={() => void move.run({ ...of, by: -1 })}>
            上移
          </ActionButton>
          <ActionButton may={operator} onClick={() => void move.run({ ...of, by: 1 })}>
            下移
          </ActionButton>
          <Asked word="删除" title="删除这一项？" onConfirm={() => void remove.run(of)} />
          {edit('修改')}
        </>
      )}
      {amendmentId !== null && !isCancelled && (
        <>
          <Asked
            word="取消该项"
            title="在本次调整中取消这一项？批准后生效。"
            onConfirm={() => void cancel.run({ kind: 'cancel', amendmentId, itemId: item.id })}
          />
          {edit('变更')}
        </>
      )}
      <ActionButton
        type="primary"
        may={operator}
        barred={isCancelled ? '该项已经取消' : plan.state === 'approved' ? null : '计划批准后才能下达任务'}
        onClick={() => onDo('task')}
      >
        下达任务
      </ActionButton>
    </div>
  );
}

interface AskedProps {
  readonly word: string;
  readonly title: string;
  readonly onConfirm: () => void;
}

function Asked({ word, title, onConfirm }: AskedProps) {
  return (
    <Popconfirm title={title} okText={word} cancelText="不" onConfirm={onConfirm}>
      <ActionButton may={operator} danger>
        {word}
      </ActionButton>
    </Popconfirm>
  );
}

interface EditFormProps extends Pick<ItemDrawerProps, 'plan' | 'amendmentId'> {
  readonly item: ItemLine;
  readonly onDone: () => void;
}

/** Corrects a draft at once; of an approved plan it writes the change into the amendment. */
function EditForm({ plan, item, amendmentId, onDone }: EditFormProps) {
  const save = useSaveItem({ quiet: true, done: '已保存。', onDone });
  const change = useChangeItem({ quiet: true, done: '已写进本次调整，批准后生效。', onDone });
  const { cells, own, estimate } = item;
  return (
    <ItemForm
      planId={plan.id}
      kind={plan.kind}
      item={{ cells, own, estimate }}
      submit={amendmentId === null ? '保存' : '写进调整'}
      onCancel={onDone}
      onSubmit={(typed) =>
        amendmentId === null
          ? save.run({ planId: plan.id, itemId: item.id, item: typed })
          : change.run({ kind: 'change', amendmentId, itemId: item.id, item: typed })
      }
    />
  );
}

function ItemFacts({ item, plan }: { readonly item: ItemLine; readonly plan: PlanLine }) {
  const year = item.period === null ? plan.year : Number(item.period.fromOn.slice(0, 4));
  const mark = markOf(item);
  return (
    <>
      <Facts
        columns={1}
        facts={[
          ...(mark === null ? [] : [['调整', mark] as const]),
          ['比例或数量读作', item.reading ?? '读不懂，下达任务时填写'],
          ['起止', item.period === null ? '读不懂，下达任务时填写' : `${item.period.fromOn} 至 ${item.period.toOn}`],
          ['预估抽查对象数', estimateText(item.figures)],
          ['已下达的任务', item.taskNumbers.join('、')],
          ['读表时发现', item.warnings.map(({ sentence }) => sentence).join('')],
        ]}
      />
      <ItemFigures figures={item.figures} />
      {item.figures.rounds.length > 0 && <h3>分{item.figures.rounds.length}次抽查</h3>}
      <ItemRounds rounds={item.figures.rounds} year={year} />
      <h3>计划原文</h3>
      <Facts columns={1} facts={factsOf(item, plan.kind)} />
      {plan.fileName !== null && (
        <p className="quiet">
          导入自“{plan.fileName}”第{item.row}行。
        </p>
      )}
    </>
  );
}

/** Which amendment brought or cancelled the item. */
export function markOf({ broughtBy, cancelledBy, replaces }: ItemLine): string | null {
  if (cancelledBy !== null) return `第${cancelledBy}次调整取消`;
  if (broughtBy === null) return null;
  return `第${broughtBy}次调整${replaces === null ? '增加' : '变更'}`;
}

function factsOf(item: ItemLine, kind: PlanKind): (readonly [string, ReactNode])[] {
  if (kind === 'own') {
    const texts = ownTexts(item);
    return OWN_COLUMNS.filter(({ key }) => key !== 'number').map(({ key, heading }) => [heading, lines(texts[key])]);
  }
  return PLAN_COLUMN_KEYS.filter((column) => column !== 'number').map((column) => {
    const inherited = item.inherited.includes(column) ? `（随第${item.continues}项）` : '';
    return [PLAN_COLUMNS[column], item.texts[column] === '' ? '' : lines(item.texts[column] + inherited)];
  });
}

function lines(text: string): ReactNode {
  return text === '' ? '' : <span className="lines">{text}</span>;
}
