import { Link, useNavigate } from '@tanstack/react-router';
import { Button, Drawer, Space } from 'antd';
import { useState } from 'react';
import { type CheckList, sayListState } from '../../../shared/features/plans/check-items.ts';
import { useSession } from '../../api/session.ts';
import { useFiles } from '../../api/use-files.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { useListParams } from '../../ui/use-list-params.ts';
import { CheckItemFacts } from './check-item-facts.tsx';
import { CheckItemTable } from './check-item-table.tsx';
import { useDraftList, useListInForce } from './check-items.queries.ts';
import { PublishButton } from './publish-list.tsx';

/** 事项与计划 → 随机抽查事项清单: the list in force, today or on another day. `on` stands in the address. */
export function CheckItemsPage() {
  const { today } = useSession();
  const { filters, change } = useListParams();
  const on = /^\d{4}-\d{2}-\d{2}$/.test(filters.on ?? '') ? (filters.on ?? null) : null;
  const found = useListInForce(on);
  const [openCode, setOpenCode] = useState<string | null>(null);
  const { list = null, items = [], open = null } = found.data ?? {};
  const item = items.find(({ code }) => code === openCode) ?? null;
  return (
    <>
      <PageHead
        title="随机抽查事项清单"
        note={
          list === null
            ? '由安全生产股室会同业务股室编制，报局领导批准后公布，动态调整（细则第五条）。'
            : sayVersion(list)
        }
        actions={found.data === undefined ? undefined : <ListActions list={list} open={open} />}
      />
      <CheckItemTable
        title={list?.title ?? '随机抽查事项清单'}
        items={found.data?.items}
        onItem={setOpenCode}
        empty={<NoList on={on} open={open} />}
        extra={
          <Space size={8}>
            <label htmlFor="list-on">有效日期</label>
            <DayInput
              id="list-on"
              style={{ width: 150 }}
              value={on ?? today}
              onChange={(day) => change({ filters: { on: day === today ? null : day } })}
            />
          </Space>
        }
      />
      <Drawer
        open={item !== null}
        onClose={() => setOpenCode(null)}
        size={760}
        destroyOnHidden
        title={item === null ? '' : `${item.code} ${item.name}`}
      >
        {item !== null && <CheckItemFacts item={item} />}
      </Drawer>
    </>
  );
}

/** `第2版，2026-06-01批准（示工信发〔2026〕9号），2026-06-03公布，现行有效。` */
export function sayVersion(list: CheckList): string {
  const { version, approvedOn, approvedBy, approvalNumber, publishedOn, supersededOn } = list;
  const number = approvalNumber === null ? '' : `（${approvalNumber}）`;
  const until = supersededOn === null ? sayListState(list) : `${supersededOn}起由新版取代`;
  return `第${version}版，${approvedOn} ${approvedBy} 批准${number}，${publishedOn === null ? '尚未登记公布' : `${publishedOn} 公布`}，${until}，共${list.items}项。`;
}

function ListActions({ list, open }: { readonly list: CheckList | null; readonly open: CheckList | null }) {
  const navigate = useNavigate();
  const files = useFiles();
  return (
    <>
      <Button onClick={() => void navigate({ to: '/plans/items/versions' })}>历次版本</Button>
      {list !== null && (
        <>
          <Button onClick={() => void files.download(`check-items/${list.id}/list.xlsx`)}>导出清单</Button>
          <Button onClick={() => void files.openPdf(`check-items/${list.id}/list.pdf`)}>打印清单</Button>
          <PublishButton list={list} />
        </>
      )}
      {open === null ? (
        <DraftButton isFirst={list === null} />
      ) : (
        <Button type="primary" onClick={() => void navigate(toVersion(open.id))}>
          {open.state === 'draft' ? '打开草稿' : '查看待批准的清单'}
        </Button>
      )}
    </>
  );
}

function toVersion(id: number) {
  return { to: '/plans/items/$listId', params: { listId: String(id) } } as const;
}

function DraftButton({ isFirst }: { readonly isFirst: boolean }) {
  const navigate = useNavigate();
  const draft = useDraftList({
    done: isFirst ? '已建立草稿，请新增或导入事项。' : '已从现行清单抄起草稿。',
    onDone: ({ listId }) => void navigate(toVersion(listId)),
  });
  return (
    <ActionButton type="primary" may={['operator']} loading={draft.isRunning} onClick={() => void draft.run()}>
      {isFirst ? '起草清单' : '起草新版'}
    </ActionButton>
  );
}

function NoList({ on, open }: { readonly on: string | null; readonly open: CheckList | null }) {
  if (on !== null) return <EmptyState text={`${on}还没有经批准的清单。`} />;
  if (open === null) {
    return (
      <EmptyState
        text="还没有随机抽查事项清单。起草后新增事项，或下载模板填写后导入。"
        action={<DraftButton isFirst />}
      />
    );
  }
  return (
    <EmptyState
      text={`清单${sayListState(open)}，批准后在这里显示。`}
      action={<Link {...toVersion(open.id)}>{open.state === 'draft' ? '打开草稿' : '查看待批准的清单'}</Link>}
    />
  );
}
