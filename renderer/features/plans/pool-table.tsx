import { Radio } from 'antd';
import { useState } from 'react';
import { isPoolReason, poolReasons } from '../../../shared/features/draws/pool-reasons.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { useLocalListParams } from '../../ui/use-list-params.ts';
import { PoolRefusal, sayPool } from './pool-words.tsx';
import { type PoolOf, useAllOfPool, useTaskPool } from './tasks.queries.ts';

/** The names a task could draw from, and of each that is left out the reason; paged by the program. */
export function PoolTable({ of }: { readonly of: PoolOf }) {
  const params = useLocalListParams({ size: 20 });
  const [isGraded, setGraded] = useState(false);
  const { reason: chosen = '' } = params.filters;
  const question = { of, isGraded, text: params.q, reason: isPoolReason(chosen) ? chosen : null };
  const page = useTaskPool({ ...question, offset: (params.page - 1) * params.size, limit: params.size });
  const loadAll = useAllOfPool(question);
  const pool = page.data;
  return (
    <>
      {pool !== undefined && <p>{sayPool(pool, true)}</p>}
      {pool !== undefined && <PoolRefusal pool={pool} />}
      <DataTable
        name="plans.pool"
        title="抽取范围"
        rows={pool?.lines}
        total={pool?.total ?? 0}
        loadAll={loadAll}
        isLoading={page.isPending}
        rowKey={({ code }) => code}
        params={params}
        searchHint="名称、代码"
        empty={pool?.isOpen === false && <p className="quiet">名单只供经办人、审核人和局领导查看。</p>}
        extra={
          pool?.isRatio === true && (
            <Radio.Group
              aria-label="比例"
              value={isGraded}
              onChange={({ target }) => setGraded(target.value)}
              options={[
                { value: false, label: '统一比例' },
                { value: true, label: '按信用等级' },
              ]}
            />
          )
        }
        filters={[
          {
            key: 'reason',
            label: '是否在内',
            width: 240,
            options: [
              { value: 'none', label: '可以抽取的' },
              ...(pool?.reasons ?? []).map(({ reason, count }) => ({
                value: reason,
                label: `${poolReasons[reason]}（${count}户）`,
              })),
            ],
            of: ({ reason }) => reason ?? 'none',
          },
        ]}
        columns={[
          { key: 'name', title: '名称', width: 280, value: ({ name }) => name },
          { key: 'code', title: '统一社会信用代码', width: 180, value: ({ code }) => code },
          { key: 'grade', title: '等级', width: 70, value: ({ grade }) => grade ?? '未评' },
          { key: 'visits', title: '本年已检查', width: 100, value: ({ visits }) => visits },
          {
            key: 'reason',
            title: '不抽取的原因',
            width: 300,
            value: ({ reason }) => (reason === null ? '' : poolReasons[reason]),
          },
        ]}
      />
    </>
  );
}
