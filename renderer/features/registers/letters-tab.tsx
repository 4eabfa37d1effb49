import { useState } from 'react';
import { dayOfStep, letterKindTitles, letterStateTitles } from '../../../shared/features/registers/letter.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { EnterpriseLink } from '../../ui/enterprise-link.tsx';
import { useListParams } from '../../ui/use-list-params.ts';
import { listPrefix, useOpened } from '../../ui/use-opened.ts';
import { LetterDrawer } from './letter-drawer.tsx';
import { LettersForm } from './letters-form.tsx';
import { type LetterLine, useLetters } from './registers.queries.ts';

/** 通报函 to departments and 干部失信通报, with where each stands. */
export function LettersTab() {
  const letters = useLetters();
  const params = useListParams({ prefix: listPrefix });
  const [opened, open] = useOpened();
  const [isDrafting, setDrafting] = useState(false);
  const button = (
    <ActionButton may={['operator']} type="primary" onClick={() => setDrafting(true)}>
      起草通报函
    </ActionButton>
  );
  return (
    <>
      <DataTable<LetterLine>
        name="registers.letters"
        title="通报函"
        rows={letters.data}
        rowKey={({ id }) => id}
        params={params}
        searchHint="编号、主送单位、通报对象"
        extra={button}
        onRow={({ id }) => open(id)}
        filters={[
          {
            key: 'kind',
            label: '种类',
            options: Object.entries(letterKindTitles).map(([value, label]) => ({ value, label })),
            of: ({ kind }) => kind,
          },
          {
            key: 'state',
            label: '状态',
            options: Object.entries(letterStateTitles).map(([value, label]) => ({ value, label })),
            of: ({ state }) => state,
          },
        ]}
        empty={<EmptyState text="还没有通报函。从名单或台账记录起草，每个主送单位一件，自动编号。" action={button} />}
        columns={[
          { key: 'number', title: '编号', width: 180, value: ({ number }) => number },
          { key: 'kind', title: '种类', width: 120, value: ({ kind }) => letterKindTitles[kind] },
          { key: 'addressee', title: '主送单位', width: 180, value: ({ addressee }) => addressee },
          {
            key: 'subject',
            title: '通报对象',
            width: 200,
            value: ({ subjectName }) => subjectName,
            render: ({ objectId, subjectName }) => <EnterpriseLink id={objectId}>{subjectName}</EnterpriseLink>,
          },
          { key: 'state', title: '状态', width: 90, value: ({ state }) => letterStateTitles[state] },
          { key: 'title', title: '标题', width: 240, value: ({ newest }) => newest.title },
          { key: 'dispatched', title: '发出', width: 110, value: ({ steps }) => dayOfStep(steps, 'dispatch') },
          { key: 'answered', title: '答复', width: 110, value: ({ steps }) => dayOfStep(steps, 'answer') },
        ]}
      />
      {opened !== null && <LetterDrawer key={opened} id={opened} onClose={() => open(null)} />}
      {isDrafting && <LettersForm onClose={() => setDrafting(false)} />}
    </>
  );
}
