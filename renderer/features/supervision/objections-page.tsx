import { objectionStateTitles, objectionSubjects } from '../../../shared/features/supervision/objections.ts';
import { dueStep } from '../../../shared/features/supervision/steps.ts';
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
import { ObjectionDrawer } from './objection-drawer.tsx';
import { type ObjectionLine, useObjections } from './objections.queries.ts';
import { ReceiveObjectionForm } from './receive-objection-form.tsx';
import { optionsOf } from './step-form.tsx';
import { useMatter } from './use-matter.ts';

/** 信用监管 → 信用异议. */
export function ObjectionsPage() {
  const objections = useObjections();
  const params = useListParams({ prefix: 'l.' });
  const { today } = useSession();
  const matter = useMatter();
  const opened = objections.data?.find(({ id }) => id === matter.openId);
  const add = (
    <ActionButton may={['operator']} type="primary" onClick={matter.startAdding}>
      受理异议
    </ActionButton>
  );
  return (
    <>
      <PageHead
        title="信用异议"
        note={
          <>
            对信用记录、名单、信用等级和已公示检查结果的异议都在这里办理；检查结果经复查确有错误的（细则第十条），决定后在
            <PathLink path="/inspections">检查办理</PathLink>中更正。
          </>
        }
        actions={add}
      />
      <DataTable
        name="supervision.objections"
        title="信用异议"
        rows={objections.data}
        rowKey={({ id }) => id}
        params={params}
        searchHint="企业、文号、内容"
        columns={columnsFor(today)}
        filters={filters}
        onRow={({ id }) => matter.show(id)}
        empty={
          <EmptyState
            text="还没有异议。收到后在这里受理，核实（复查）后更正、撤销或者维持，并书面答复。"
            action={add}
          />
        }
      />
      {opened !== undefined && <ObjectionDrawer key={opened.id} objection={opened} onClose={() => matter.show(null)} />}
      {matter.isAdding && (
        <ReceiveObjectionForm objectId={matter.objectId} onDone={matter.show} onClose={matter.stopAdding} />
      )}
    </>
  );
}

function columnsFor(today: string): readonly ListColumn<ObjectionLine>[] {
  return [
    { key: 'number', title: '文号', width: 170, value: ({ number }) => number },
    enterpriseColumn({ key: 'object', title: '检查对象', width: 140 }),
    { key: 'subject', title: '对什么', width: 78, value: ({ subjectTitle }) => subjectTitle },
    { key: 'title', title: '有异议的信息', width: 130, value: ({ title }) => title },
    { key: 'received', title: '收到日期', width: 104, value: ({ receivedOn }) => receivedOn },
    { key: 'objector', title: '提出人', width: 100, isOptional: true, value: ({ objector }) => objector },
    { key: 'state', title: '状态', width: 96, value: ({ stateTitle }) => stateTitle },
    {
      key: 'due',
      title: '期限',
      width: 158,
      value: ({ steps }) => dueStep(steps)?.dueOn ?? '',
      render: ({ steps }) => <Deadline on={dueStep(steps)?.dueOn} today={today} />,
    },
  ];
}

const filters: readonly ListFilter<ObjectionLine>[] = [
  { key: 'subject', label: '对什么', width: 110, options: optionsOf(objectionSubjects), of: ({ subject }) => subject },
  { key: 'state', label: '状态', width: 130, options: optionsOf(objectionStateTitles), of: ({ state }) => state },
];
