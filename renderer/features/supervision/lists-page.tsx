import { listStateTitles } from '../../../shared/features/supervision/lists.ts';
import { dueStep } from '../../../shared/features/supervision/steps.ts';
import { useSession } from '../../api/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Deadline } from '../../ui/deadline.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { EnterpriseLink } from '../../ui/enterprise-link.tsx';
import type { ListColumn, ListFilter } from '../../ui/list-model.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { PathLink } from '../../ui/path-link.tsx';
import { useListParams } from '../../ui/use-list-params.ts';
import { ListDrawer } from './list-drawer.tsx';
import { type ListLine, useListOptions, useLists } from './lists.queries.ts';
import { ProposeListingDrawer } from './propose-listing-form.tsx';
import { useMatter } from './use-matter.ts';

/** 信用监管 → 名单. */
export function ListsPage() {
  const entries = useLists();
  const options = useListOptions().data;
  const params = useListParams({ prefix: 'l.' });
  const { today } = useSession();
  const matter = useMatter();
  const opened = entries.data?.find(({ id }) => id === matter.openId);
  const hasNoLists = options?.lists.length === 0;
  const add = (
    <ActionButton
      may={['operator']}
      type="primary"
      barred={hasNoLists ? '规则包中没有名单' : null}
      onClick={matter.startAdding}
    >
      提出列入
    </ActionButton>
  );
  return (
    <>
      <PageHead
        title="名单"
        note={
          hasNoLists ? (
            <>
              规则包中没有名单，请到<PathLink path="/settings/policies">规则包</PathLink>补充。
            </>
          ) : (
            '不利名单先告知、听取陈述申辩，再由局领导决定；列入后公示并通报联合措施。'
          )
        }
        actions={add}
      />
      <DataTable
        name="supervision.lists"
        title="名单"
        rows={entries.data}
        rowKey={({ id }) => id}
        params={params}
        searchHint="企业、人员、代码、文号"
        columns={columnsFor(today)}
        filters={filtersFor(entries.data ?? [])}
        onRow={({ id }) => matter.show(id)}
        empty={
          <EmptyState text="名单上还没有企业或个人。信用记录符合规则包的列入情形的，在这里提出列入。" action={add} />
        }
      />
      {opened !== undefined && <ListDrawer key={opened.id} entry={opened} onClose={() => matter.show(null)} />}
      {matter.isAdding && (
        <ProposeListingDrawer
          objectId={matter.objectId}
          suggested={matter.ground}
          onDone={matter.show}
          onClose={matter.stopAdding}
        />
      )}
    </>
  );
}

function columnsFor(today: string): readonly ListColumn<ListLine>[] {
  return [
    { key: 'list', title: '名单', width: 120, value: ({ listName }) => listName },
    {
      key: 'name',
      title: '企业或个人',
      width: 176,
      ellipsis: false,
      value: ({ name }) => name,
      render: ({ objectId, name }) => <EnterpriseLink id={objectId}>{name}</EnterpriseLink>,
    },
    { key: 'code', title: '统一社会信用代码', width: 172, isOptional: true, value: ({ objectCode }) => objectCode },
    { key: 'level', title: '级别', width: 70, isOptional: true, value: ({ level }) => level?.name ?? '' },
    { key: 'ground', title: '列入情形', width: 150, value: ({ ground }) => ground.text },
    { key: 'state', title: '状态', width: 116, value: ({ stateTitle }) => stateTitle },
    {
      key: 'due',
      title: '下一步',
      width: 190,
      ellipsis: false,
      value: (line) => {
        const due = dueStep(line.steps);
        return due === null ? '' : `${due.title} ${due.dueOn ?? ''}`.trim();
      },
      render: (line) => {
        const due = dueStep(line.steps);
        if (due === null) return '—';
        return (
          <>
            {due.title} {due.dueOn !== null && <Deadline on={due.dueOn} today={today} />}
          </>
        );
      },
    },
    { key: 'proposed', title: '提出日期', width: 104, value: ({ proposedOn }) => proposedOn },
    {
      key: 'decided',
      title: '决定日期',
      width: 104,
      isOptional: true,
      value: ({ decision }) => decision?.decidedOn ?? '',
    },
    { key: 'until', title: '期限', width: 104, isOptional: true, value: ({ decision }) => decision?.untilOn ?? '' },
    {
      key: 'published',
      title: '公示日期',
      width: 104,
      isOptional: true,
      value: ({ publication }) => publication?.publishedOn ?? '',
    },
  ];
}

function filtersFor(lines: readonly ListLine[]): readonly ListFilter<ListLine>[] {
  const names = [...new Set(lines.map(({ listName }) => listName))].toSorted();
  return [
    {
      key: 'list',
      label: '名单',
      width: 150,
      options: names.map((value) => ({ value, label: value })),
      of: ({ listName }) => listName,
    },
    {
      key: 'state',
      label: '状态',
      width: 150,
      options: Object.entries(listStateTitles).map(([value, label]) => ({ value, label })),
      of: ({ state }) => state,
    },
    {
      key: 'who',
      label: '对象',
      width: 90,
      options: [
        { value: 'enterprise', label: '企业' },
        { value: 'person', label: '个人' },
      ],
      of: ({ person }) => (person === null ? 'enterprise' : 'person'),
    },
  ];
}
