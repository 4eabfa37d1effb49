import { dueStep } from '../../../shared/features/supervision/steps.ts';
import { talkStateTitles } from '../../../shared/features/supervision/talks.ts';
import { useSession } from '../../api/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Deadline } from '../../ui/deadline.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { enterpriseColumn } from '../../ui/enterprise-link.tsx';
import type { ListColumn, ListFilter } from '../../ui/list-model.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { PathLink } from '../../ui/path-link.tsx';
import { useListParams } from '../../ui/use-list-params.ts';
import { IssueTalkForm } from './issue-talk-form.tsx';
import { TalkDrawer } from './talk-drawer.tsx';
import { type TalkLine, useTalkKinds, useTalks } from './talks.queries.ts';
import { useMatter } from './use-matter.ts';

/** 信用监管 → 约谈. */
export function TalksPage() {
  const talks = useTalks();
  const kinds = useTalkKinds().data?.kinds;
  const params = useListParams({ prefix: 'l.' });
  const { today } = useSession();
  const matter = useMatter();
  const opened = talks.data?.find(({ id }) => id === matter.openId);
  const followed = talks.data?.find(({ id }) => id === matter.followsId);
  const hasNoKinds = kinds?.length === 0;
  const add = (
    <ActionButton
      may={['operator']}
      type="primary"
      barred={hasNoKinds ? '规则包中没有约谈' : null}
      onClick={matter.startAdding}
    >
      通知约谈
    </ActionButton>
  );
  return (
    <>
      <PageHead
        title="约谈"
        note={
          hasNoKinds ? (
            <>
              规则包中没有约谈，请到<PathLink path="/settings/policies">规则包</PathLink>补充。
            </>
          ) : (
            (kinds ?? []).map(({ name, article }) => `${name}（${article}）`).join('、')
          )
        }
        actions={add}
      />
      <DataTable
        name="supervision.talks"
        title="约谈"
        rows={talks.data}
        rowKey={({ id }) => id}
        params={params}
        searchHint="企业、文号、事由"
        columns={columnsFor(today)}
        filters={filtersFor(talks.data ?? [])}
        onRow={({ id }) => matter.show(id)}
        empty={<EmptyState text="还没有约谈。按等级措施、预警或整改不到位需要约谈的，在这里通知。" action={add} />}
      />
      {opened !== undefined && <TalkDrawer key={opened.id} talk={opened} onClose={() => matter.show(null)} />}
      {(matter.isAdding || followed !== undefined) && (
        <IssueTalkForm
          key={followed?.id ?? 'new'}
          objectId={followed?.objectId ?? matter.objectId}
          follows={followed ?? null}
          onDone={matter.show}
          onClose={matter.stopAdding}
        />
      )}
    </>
  );
}

function columnsFor(today: string): readonly ListColumn<TalkLine>[] {
  return [
    { key: 'number', title: '文号', width: 170, value: ({ number }) => number },
    enterpriseColumn({ key: 'object', title: '检查对象', width: 140 }),
    { key: 'kind', title: '种类', width: 88, value: ({ kind }) => kind.name },
    { key: 'reason', title: '事由', width: 108, value: ({ reason }) => reason },
    { key: 'meet', title: '约谈时间', width: 134, value: ({ meetOn, meetAt }) => `${meetOn} ${meetAt}` },
    { key: 'place', title: '地点', width: 140, isOptional: true, value: ({ place }) => place },
    { key: 'state', title: '状态', width: 92, value: ({ stateTitle }) => stateTitle },
    {
      key: 'due',
      title: '期限',
      width: 158,
      value: ({ steps }) => dueStep(steps)?.dueOn ?? '',
      render: ({ steps }) => <Deadline on={dueStep(steps)?.dueOn} today={today} />,
    },
  ];
}

function filtersFor(lines: readonly TalkLine[]): readonly ListFilter<TalkLine>[] {
  const names = [...new Set(lines.map(({ kind }) => kind.name))].toSorted();
  return [
    {
      key: 'kind',
      label: '种类',
      width: 110,
      options: names.map((value) => ({ value, label: value })),
      of: ({ kind }) => kind.name,
    },
    {
      key: 'state',
      label: '状态',
      width: 120,
      options: Object.entries(talkStateTitles).map(([value, label]) => ({ value, label })),
      of: ({ state }) => state,
    },
  ];
}
