import { Space } from 'antd';
import { type Key, useState } from 'react';
import { ActionButton } from '../../ui/action-button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import type { ListColumn, ListFilter } from '../../ui/list-model.ts';
import { RemoveForm } from '../../ui/remove-form.tsx';
import { useListParams } from '../../ui/use-list-params.ts';
import { minuteText } from '../../ui/when.ts';
import { type Suggestion, useRecusalCommands } from './rosters.queries.ts';

const operator = ['operator'] as const;
const keyOf = ({ officerId, objectId }: Suggestion) => `${officerId} ${objectId}`;
const stateOf = ({ dismissed, isAgain }: Suggestion) =>
  dismissed !== null ? '不予登记' : isAgain ? '待处理（依据有变）' : '待处理';

/** 建议回避 with what was found; each is registered or dismissed, several at once if wanted. */
export function SuggestionTable({ suggestions }: { readonly suggestions: readonly Suggestion[] }) {
  const params = useListParams({ prefix: 's.' });
  const [chosen, choose] = useState<readonly Key[]>([]);
  const [dismissing, setDismissing] = useState<readonly Suggestion[]>([]);
  const { register, dismiss } = useRecusalCommands(() => choose([]));
  const picked = suggestions.filter((one) => chosen.includes(keyOf(one)));
  const pairs = (list: readonly Suggestion[]) => list.map(({ officerId, objectId }) => ({ officerId, objectId }));
  const columns: readonly ListColumn<Suggestion>[] = [
    { key: 'officer', title: '执法人员', width: 80, value: ({ officerName }) => officerName },
    { key: 'unit', title: '单位', width: 150, isOptional: true, value: ({ officerUnit }) => officerUnit },
    { key: 'object', title: '检查对象', width: 168, value: ({ objectName }) => objectName },
    { key: 'person', title: '负责人', width: 76, value: ({ personInCharge }) => personInCharge },
    { key: 'reason', title: '原因', width: 64, value: ({ reason }) => reason },
    { key: 'evidence', title: '查到的依据', width: 206, ellipsis: false, value: ({ evidence }) => evidence },
    {
      key: 'state',
      title: '处理',
      width: 98,
      ellipsis: false,
      value: (one) =>
        one.dismissed === null
          ? stateOf(one)
          : `不予登记：${one.dismissed.why}（${one.dismissed.byName} ${minuteText(one.dismissed.at)}）`,
    },
    {
      key: 'do',
      title: '操作',
      width: 148,
      isAction: true,
      value: () => null,
      render: (one) => (
        <Space size={6}>
          <ActionButton
            may={operator}
            size="small"
            type="primary"
            onClick={() => register.run({ pairs: pairs([one]) })}
          >
            登记
          </ActionButton>
          {one.dismissed === null && (
            <ActionButton may={operator} size="small" onClick={() => setDismissing([one])}>
              不予登记
            </ActionButton>
          )}
        </Space>
      ),
    },
  ];
  return (
    <>
      <DataTable<Suggestion>
        name="rosters.suggested-recusals"
        title="建议回避"
        rows={suggestions}
        rowKey={keyOf}
        columns={columns}
        params={params}
        searchHint="人员、检查对象"
        filters={filters}
        selection={{
          keys: chosen,
          onChange: choose,
          isBarred: ({ dismissed }) => dismissed !== null,
          actions: (
            <>
              <ActionButton
                may={operator}
                size="small"
                type="primary"
                onClick={() => register.run({ pairs: pairs(picked) })}
              >
                登记所选
              </ActionButton>
              <ActionButton may={operator} size="small" onClick={() => setDismissing(picked)}>
                不予登记所选
              </ActionButton>
            </>
          ),
        }}
        empty="没有建议。执法人员申报的曾任职单位与检查对象同名，或申报的亲属是检查对象负责人的，会自动列在这里。"
      />
      {dismissing.length > 0 && (
        <RemoveForm
          title={`不予登记${dismissing.length}对建议回避`}
          note="理由留存备查；申报内容、对象名称或负责人变化后会再次建议。"
          submit="不予登记"
          onSubmit={(why) => dismiss.run({ pairs: pairs(dismissing), why })}
          onClose={() => setDismissing([])}
        />
      )}
    </>
  );
}

const filters: readonly ListFilter<Suggestion>[] = [
  {
    key: 'state',
    label: '处理',
    options: ['待处理', '不予登记'].map((value) => ({ value, label: value })),
    of: (one) => (one.dismissed === null ? '待处理' : '不予登记'),
  },
];
