import { type Key, useState } from 'react';
import { ActionButton } from '../../ui/action-button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EnterpriseLink } from '../../ui/enterprise-link.tsx';
import type { ListColumn } from '../../ui/list-model.ts';
import { PathLink } from '../../ui/path-link.tsx';
import { useListParams } from '../../ui/use-list-params.ts';
import { AddMeasureForm } from './add-measure-form.tsx';
import { type KeyCoverage, useKeyCoverage } from './measures.queries.ts';

type Line = KeyCoverage['lines'][number];
const operator = ['operator'] as const;
const serviceTitles = { done: '已提供', open: '待提供', none: '未安排' } as const;

/** 重点企业 that lack this year's visit or 增益性服务. 陈巴尔虎旗方案 第5项. */
export function KeyCoverageTab() {
  const coverage = useKeyCoverage().data;
  const params = useListParams({ prefix: 'k.' });
  const [keys, setKeys] = useState<readonly Key[]>([]);
  const [isAdding, setAdding] = useState(false);
  const services = coverage?.services ?? [];
  const columns: readonly ListColumn<Line>[] = [
    {
      key: 'name',
      title: '重点企业',
      width: 240,
      value: ({ name }) => name,
      render: ({ objectId, name }) => <EnterpriseLink id={objectId}>{name}</EnterpriseLink>,
    },
    { key: 'code', title: '统一社会信用代码', width: 190, value: ({ code }) => code },
    { key: 'last', title: '最近一次检查', width: 130, value: ({ lastOn }) => lastOn ?? '没有记录' },
    { key: 'visit', title: '本年检查', width: 100, value: visitOf },
    { key: 'service', title: '本年增益性服务', width: 130, value: serviceOf },
  ];
  return (
    <>
      {coverage?.cycles.map((cycle) => (
        <p className="quiet" key={cycle.objects}>
          {cycle.name}：{cycle.since}以来应查{cycle.total}户，还有{cycle.lacking}户没有查到（{cycle.article}）。
          {cycle.objects === 'ordinary' && <PathLink path="/plans/coverage">看覆盖预测</PathLink>}
        </p>
      ))}
      {services.map(({ id, text, article }) => (
        <p className="quiet" key={id}>
          {text}（{article}）：勾选企业后点“安排服务”。
        </p>
      ))}
      {coverage !== undefined && services.length === 0 && (
        <p className="quiet">本机关的规则包没有面向各等级的增益性服务；需要的，请在规则包的措施中增加。</p>
      )}
      <DataTable<Line>
        name="supervision.key-coverage"
        title="重点企业覆盖"
        rows={coverage?.lines}
        rowKey={({ objectId: id }) => id}
        columns={columns}
        params={params}
        searchHint="名称、代码"
        filters={[
          {
            key: 'visit',
            label: '本年检查',
            options: ['未查', '已查'].map((value) => ({ value, label: value })),
            of: visitOf,
          },
          {
            key: 'service',
            label: '增益性服务',
            options: Object.values(serviceTitles).map((value) => ({ value, label: value })),
            of: serviceOf,
          },
        ]}
        selection={
          services.length === 0
            ? undefined
            : {
                keys,
                onChange: setKeys,
                isBarred: ({ service }) => service !== 'none',
                actions: (
                  <ActionButton type="primary" size="small" may={operator} onClick={() => setAdding(true)}>
                    安排服务
                  </ActionButton>
                ),
              }
        }
        empty="重点企业本年的检查和服务都有了，或者名录中没有重点企业。"
      />
      {isAdding && (
        <AddMeasureForm
          objectIds={keys.map(Number)}
          measureIds={services.map(({ id }) => id)}
          onClose={() => {
            setAdding(false);
            setKeys([]);
          }}
        />
      )}
    </>
  );
}

function visitOf({ needsVisit }: Line): string {
  return needsVisit ? '未查' : '已查';
}

function serviceOf({ service }: Line): string {
  return service === null ? '—' : serviceTitles[service];
}
