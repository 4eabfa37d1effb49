import { Drawer } from 'antd';
import { useState } from 'react';
import { commitmentKindTitles } from '../../../shared/features/supervision/commitment-rules.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import type { ListColumn } from '../../ui/list-model.ts';
import { useLocalListParams } from '../../ui/use-list-params.ts';
import { type CommitmentItems, useCommitmentItems } from './commitments.queries.ts';

type Item = CommitmentItems['items'][number];

/** 承诺事项清单: the pack's, each with the text of its letter. 鸡西方案 第1项. */
export function CommitmentItemsTab({ onIssue }: { readonly onIssue: (itemId: string) => void }) {
  const items = useCommitmentItems().data;
  const params = useLocalListParams();
  const [shown, show] = useState<Item | null>(null);
  const columns: readonly ListColumn<Item>[] = [
    { key: 'name', title: '承诺事项', width: 240, value: ({ name }) => name },
    { key: 'kind', title: '类型', width: 170, value: ({ kind }) => commitmentKindTitles[kind] },
    {
      key: 'publicised',
      title: '公示',
      width: 90,
      value: ({ isPublicised }) => (isPublicised ? '主动公示' : '不公示'),
    },
    { key: 'terms', title: '条款', width: 70, value: ({ terms }) => terms.length },
    { key: 'article', title: '依据', width: 210, value: ({ article }) => article },
    {
      key: 'actions',
      title: '操作',
      width: 120,
      isAction: true,
      value: () => null,
      render: ({ id, isForEnterprises }) => (
        <span onClickCapture={(event) => event.stopPropagation()}>
          <ActionButton
            size="small"
            may={['operator']}
            barred={isForEnterprises ? null : '由工作人员签署，在“工作台账”中登记'}
            onClick={() => onIssue(id)}
          >
            出具
          </ActionButton>
        </span>
      ),
    },
  ];
  return (
    <>
      {items !== undefined && (
        <p className="quiet">
          {items.pack.title}，第{items.pack.version}版。条款在“规则包”中修改，已出具的承诺书不变。
        </p>
      )}
      <DataTable<Item>
        name="supervision.commitment-items"
        title="承诺事项清单"
        rows={items?.items}
        rowKey={({ id }) => id}
        columns={columns}
        params={params}
        searchHint="承诺事项"
        onRow={show}
        empty="本机关的规则包没有承诺事项。请在“规则包”中增加。"
      />
      {shown !== null && (
        <Drawer open size={640} onClose={() => show(null)} title={shown.name}>
          <p className="quiet">
            {commitmentKindTitles[shown.kind]}，{shown.isPublicised ? '主动公示' : '不公示'}。{shown.article}
          </p>
          <ol>
            {shown.terms.map((term) => (
              <li key={term}>{term}</li>
            ))}
          </ol>
        </Drawer>
      )}
    </>
  );
}
