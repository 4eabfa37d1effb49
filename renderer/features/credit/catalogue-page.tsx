import { useNavigate } from '@tanstack/react-router';
import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { creditKindTitles } from '../../../shared/kernel/credit-facts.ts';
import { STANDING_WORDS } from '../../../shared/kernel/pack-basis.ts';
import { useSession } from '../../api/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { CommandForm } from '../../ui/command-form.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import { Deadline } from '../../ui/deadline.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { ListColumn } from '../../ui/list-model.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { PathLink } from '../../ui/path-link.tsx';
import { useListParams } from '../../ui/use-list-params.ts';
import { type CatalogueLine, useCatalogue, useNoneReceived } from './records.queries.ts';

const operator = ['operator'] as const;

/** 信用 → 采集目录: which kinds, who supplies them, how often, what is late (鸡西方案 第7项). */
export function CataloguePage() {
  const catalogue = useCatalogue().data;
  const params = useListParams();
  const { today } = useSession();
  const navigate = useNavigate();
  const [told, setTold] = useState<CatalogueLine | null>(null);
  const late = catalogue?.filter(({ isLate }) => isLate).length ?? 0;
  return (
    <>
      <PageHead
        title="采集目录"
        note={`哪些信用信息、由谁提供、多久一次，由规则包规定，实行动态管理。${late === 0 ? '没有逾期未收到的。' : `有${late}项逾期未收到。`}`}
        actions={
          <>
            <Button onClick={() => void navigate({ to: '/settings/policies' })}>规则包</Button>
            <Button onClick={() => void navigate({ to: '/credit/authorisations' })}>授权</Button>
            <ActionButton may={operator} type="primary" onClick={() => void navigate({ to: '/credit/records/import' })}>
              导入信用记录
            </ActionButton>
          </>
        }
      />
      <DataTable<CatalogueLine>
        name="credit.catalogue"
        title="信用信息采集目录"
        rows={catalogue}
        rowKey={({ id }) => id}
        columns={columnsFor(today, setTold)}
        params={params}
        searchHint="信息名称、提供部门"
        empty={
          <EmptyState
            text="规则包中没有采集目录。请在“规则包”中编辑本机关的版本，加上采集目录。"
            action={<Button onClick={() => void navigate({ to: '/settings/policies' })}>到规则包</Button>}
          />
        }
        filters={[
          {
            key: 'state',
            label: '收到情况',
            options: [
              { value: 'late', label: '逾期未收到' },
              { value: 'never', label: '从未收到' },
            ],
            of: ({ isLate, lastOn }) => [...(isLate ? ['late'] : []), ...(lastOn === null ? ['never'] : [])],
          },
        ]}
      />
      {told !== null && <NoneForm entry={told} onClose={() => setTold(null)} />}
    </>
  );
}

function columnsFor(today: string, onNone: (line: CatalogueLine) => void): readonly ListColumn<CatalogueLine>[] {
  return [
    { key: 'name', title: '信息名称', width: 200, value: ({ name }) => name },
    { key: 'kind', title: '类别', width: 110, value: ({ kind }) => creditKindTitles[kind] },
    { key: 'supplier', title: '提供部门', width: 140, value: ({ supplier }) => supplier },
    { key: 'every', title: '周期', width: 90, value: everyText },
    {
      key: 'due',
      title: '公示',
      width: 120,
      isOptional: true,
      value: ({ dueWorkingDays }) => (dueWorkingDays === null ? '' : `${dueWorkingDays}个工作日内`),
    },
    {
      key: 'authorised',
      title: '须授权',
      width: 92,
      value: ({ needsAuthorisation }) => (needsAuthorisation ? '是' : ''),
    },
    {
      key: 'last',
      title: '最近收到',
      width: 150,
      value: lastText,
      render: (line) =>
        line.lastWas === 'records' ? (
          <PathLink path={`/credit/records?l.kind=${line.kind}`}>{lastText(line)}</PathLink>
        ) : (
          lastText(line)
        ),
    },
    {
      key: 'next',
      title: '本期截止',
      width: 150,
      value: ({ dueOn }) => dueOn,
      render: ({ dueOn }) => <Deadline on={dueOn} today={today} />,
    },
    { key: 'article', title: '依据', width: 150, value: ({ article }) => article },
    { key: 'standing', title: '来源', width: 70, isOptional: true, value: ({ standing }) => STANDING_WORDS[standing] },
    {
      key: 'none',
      title: '操作',
      width: 104,
      isAction: true,
      value: () => null,
      render: (line) => (
        <ActionButton size="small" may={operator} onClick={() => onNone(line)}>
          本期无
        </ActionButton>
      ),
    },
  ];
}

function everyText({ everyMonths }: CatalogueLine): string {
  if (everyMonths === null) return '随时';
  if (everyMonths % 12 === 0) return everyMonths === 12 ? '每年' : `每${everyMonths / 12}年`;
  return everyMonths === 1
    ? '每月'
    : everyMonths === 3
      ? '每季度'
      : everyMonths === 6
        ? '每半年'
        : `每${everyMonths}个月`;
}

function lastText({ lastOn, lastWas, noneNote }: CatalogueLine): string {
  if (lastOn === null) return '从未收到';
  return lastWas === 'none'
    ? `${lastOn} 本期无${noneNote === '' || noneNote === null ? '' : `（${noneNote}）`}`
    : lastOn;
}

/** 本期无: the supplier has told that there is nothing to gather. */
function NoneForm({ entry, onClose }: { readonly entry: CatalogueLine; readonly onClose: () => void }) {
  const { today } = useSession();
  const none = useNoneReceived({ quiet: true, done: '已登记本期无。', onDone: onClose });
  return (
    <Modal open title={`本期无：${entry.name}`} footer={null} onCancel={onClose} destroyOnHidden>
      <p className="quiet">{entry.supplier}告知本期没有这类信息的，登记后下一期从这一天起算。</p>
      <CommandForm<{ on: string; note?: string }>
        submit="登记本期无"
        initial={{ on: today }}
        onCancel={onClose}
        onSubmit={({ on, note = '' }) => none.run({ entryId: entry.id, on, note })}
      >
        <Form.Item name="on" label="告知日期" rules={[{ required: true, message: '请填写告知日期' }]}>
          <DayInput />
        </Form.Item>
        <Form.Item name="note" label="说明（谁告知、来函文号）">
          <Input maxLength={300} />
        </Form.Item>
      </CommandForm>
    </Modal>
  );
}
