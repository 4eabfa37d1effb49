import { Tabs } from 'antd';
import { useState } from 'react';
import { ActionButton } from '../../ui/action-button.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { useTab } from '../../ui/use-tab.ts';
import { CommitmentItemsTab } from './commitment-items-tab.tsx';
import { useCommitmentCounts } from './commitments.queries.ts';
import { CommitmentsTab } from './commitments-tab.tsx';
import { IssueForm } from './issue-commitments-form.tsx';

/** 信用监管 → 信用承诺: the 承诺台账 and the 承诺事项清单. */
export function CommitmentsPage() {
  const [tab, show] = useTab(['letters', 'items'] as const);
  const counts = useCommitmentCounts().data;
  const [itemId, setItemId] = useState<string | null>(null);
  const waiting =
    counts === undefined
      ? ''
      : `待签署${counts.unsigned}份，待公示${counts.unpublished}份，到期待核查${counts.toCheck}份。`;
  const issue = (
    <ActionButton type="primary" may={['operator']} onClick={() => setItemId('')}>
      出具承诺书
    </ActionButton>
  );
  return (
    <>
      <PageHead title="信用承诺" note={`${waiting}践诺、违诺记入信用记录。`} actions={issue} />
      <Tabs
        activeKey={tab}
        onChange={show}
        destroyOnHidden
        items={[
          { key: 'letters', label: '承诺台账', children: <CommitmentsTab issue={issue} years={counts?.years ?? []} /> },
          { key: 'items', label: '承诺事项清单', children: <CommitmentItemsTab onIssue={setItemId} /> },
        ]}
      />
      {itemId !== null && <IssueForm itemId={itemId} onClose={() => setItemId(null)} />}
    </>
  );
}
