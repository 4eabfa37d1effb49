import { useNavigate, useParams } from '@tanstack/react-router';
import { Alert, Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { sayDifference } from '../../../shared/features/plans/check-item-diff.ts';
import { sayListState } from '../../../shared/features/plans/check-items.ts';
import { sayRatio } from '../../../shared/kernel/quota-reading.ts';
import { useFiles } from '../../api/use-files.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { ListColumn } from '../../ui/list-model.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { minuteText } from '../../ui/when.ts';
import { CheckItemDrawer, type OpenItem } from './check-item-drawer.tsx';
import { CheckItemTable } from './check-item-table.tsx';
import {
  type CheckItemLine,
  type ListVersion,
  useDropList,
  useListVersion,
  useOrderItems,
  useSubmitList,
} from './check-items.queries.ts';
import { sayVersion } from './check-items-page.tsx';
import { DescribeList } from './describe-list.tsx';
import { DraftNotes } from './draft-notes.tsx';
import { PublishButton } from './publish-list.tsx';
import { ReviewButtons } from './review-list.tsx';

const operator = ['operator'] as const;

/** One version of the list: the draft is written here, sent, approved or returned; later ones are read. */
export function CheckListPage() {
  const { listId } = useParams({ strict: false });
  const version = useListVersion(Number(listId)).data;
  if (version === undefined) return <PageHead title="随机抽查事项清单" />;
  return <Version key={version.list.id} version={version} />;
}

function Version({ version }: { readonly version: ListVersion }) {
  const [open, setOpen] = useState<OpenItem | null>(null);
  const order = useOrderColumn(version);
  const { list, items } = version;
  const isDraft = list.state === 'draft';
  const addItem = () => setOpen({ code: null, isWriting: true, field: null });
  return (
    <>
      <PageHead title={list.title} note={noteOf(version)} actions={<VersionActions version={version} />} />
      <Opinion version={version} />
      {(isDraft || list.state === 'submitted') && (
        <DraftNotes version={version} onLack={({ code, field }) => setOpen({ code, isWriting: isDraft, field })} />
      )}
      <CheckItemTable
        title={list.title}
        items={items}
        onItem={(code) => setOpen({ code, isWriting: false, field: null })}
        action={order}
        empty={
          <EmptyState
            text="还没有事项。可以逐项新增，也可以下载模板填写后导入。"
            action={isDraft && <AddButton onAdd={addItem} />}
          />
        }
        extra={isDraft && items.length > 0 && <AddButton onAdd={addItem} />}
      />
      <CheckItemDrawer version={version} open={open} onChange={setOpen} />
    </>
  );
}

function AddButton({ onAdd }: { readonly onAdd: () => void }) {
  return (
    <ActionButton type="primary" may={operator} onClick={onAdd}>
      新增事项
    </ActionButton>
  );
}

function noteOf({ list, drafters, wasReturned, base, difference }: ListVersion): string {
  if (list.state === 'approved') return sayVersion(list);
  const from = base === null ? '首次编制' : `从第${base.version}版抄起`;
  const changed =
    difference === null ? `共${list.items}项` : `与第${base?.version}版相比：${sayDifference(difference)}`;
  const limit = list.ordinaryLimitBp === null ? '' : `一般检查事项抽查比例上限${sayRatio(list.ordinaryLimitBp)}。`;
  const sent = list.state === 'submitted' ? `，${list.submittedBy} ${minuteText(list.submittedAt)} 送审` : '';
  return `${sayListState(list, wasReturned)}，${from}，起草：${drafters.join('、')}${sent}。${changed}${difference === null ? '。' : ''}${limit}`;
}

/** The last opinion, as long as it is to be acted on. */
function Opinion({ version: { list, reviews, wasReturned } }: { readonly version: ListVersion }) {
  const last = reviews.at(-1);
  if (list.state !== 'draft' || !wasReturned || last === undefined) return null;
  return (
    <Alert
      className="form-refusal"
      type="warning"
      showIcon
      title={`${last.by} ${minuteText(last.at)} 退回：${last.opinion}`}
    />
  );
}

/** 上移、下移; the order is that of publication. */
function useOrderColumn({ list, items }: ListVersion): ListColumn<CheckItemLine> | undefined {
  const order = useOrderItems({});
  if (list.state !== 'draft') return undefined;
  const move = (code: string, by: -1 | 1) => {
    const codes = items.map((item) => item.code);
    const at = codes.indexOf(code);
    codes.splice(at, 1);
    codes.splice(at + by, 0, code);
    void order.run({ listId: list.id, codes });
  };
  const button = (item: CheckItemLine, by: -1 | 1, word: string, last: number) => (
    <ActionButton
      size="small"
      type="text"
      may={operator}
      disabled={item.position === last}
      loading={order.isRunning}
      aria-label={`${word} ${item.code}`}
      onClick={() => move(item.code, by)}
    >
      {word}
    </ActionButton>
  );
  return {
    key: 'order',
    title: '顺序',
    width: 108,
    isAction: true,
    value: () => null,
    render: (item) => (
      // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: only keeps a click on a button from opening the row.
      <span className="list-order" onClick={(event) => event.stopPropagation()}>
        {button(item, -1, '上移', 1)}
        {button(item, 1, '下移', items.length)}
      </span>
    ),
  };
}

function VersionActions({ version }: { readonly version: ListVersion }) {
  const { list, base } = version;
  const navigate = useNavigate();
  const files = useFiles();
  const params = { listId: String(list.id) };
  const compare = () =>
    navigate({ to: '/plans/items/compare', search: { from: String(base?.id), to: String(list.id) } });
  return (
    <>
      <Button onClick={() => void files.openPdf(`check-items/${list.id}/list.pdf`)}>打印清单</Button>
      <Button onClick={() => void files.download(`check-items/${list.id}/list.xlsx`)}>导出清单</Button>
      {base !== null && <Button onClick={() => void compare()}>与第{base.version}版对比</Button>}
      {list.state === 'approved' && <PublishButton list={list} />}
      {list.state === 'submitted' && <ReviewButtons version={version} />}
      {list.state === 'draft' && (
        <>
          <Button onClick={() => void navigate({ to: '/plans/items/$listId/import', params })}>导入事项表</Button>
          <DescribeList list={list} />
          <DropButton version={version} />
          <SubmitButton version={version} />
        </>
      )}
    </>
  );
}

function SubmitButton({ version: { list, items, lacks } }: { readonly version: ListVersion }) {
  const submit = useSubmitList({ done: '已送审，请局领导批准。' });
  const missing = lacks.filter(({ weight }) => weight === 'missing').length;
  const barred = items.length === 0 ? '还没有事项' : missing === 0 ? null : `还有${missing}处没有填写`;
  return (
    <ActionButton
      type="primary"
      may={operator}
      barred={barred}
      loading={submit.isRunning}
      onClick={() => void submit.run({ listId: list.id })}
    >
      送审
    </ActionButton>
  );
}

function DropButton({ version: { list } }: { readonly version: ListVersion }) {
  const navigate = useNavigate();
  const drop = useDropList({
    done: '草稿已作废，在历次版本中仍可查看。',
    onDone: () => void navigate({ to: '/plans/items' }),
  });
  return (
    <Popconfirm
      title="作废这份草稿？"
      description="作废后不能再修改，留在历次版本中。现行清单不受影响。"
      okText="作废草稿"
      cancelText="不作废"
      onConfirm={() => void drop.run({ listId: list.id })}
    >
      <ActionButton danger may={operator}>
        作废草稿
      </ActionButton>
    </Popconfirm>
  );
}
