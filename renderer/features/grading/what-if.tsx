import { Button, Table } from 'antd';
import { useState } from 'react';
import { sayPoints } from '../../../shared/features/grading/grade-reasons.ts';
import { GradeTag } from '../../ui/grade-tag.tsx';
import { useWhatIf, type WhatIf } from './grading.queries.ts';

/** 测算: what each record costs, what a repair would bring, what becomes of the grade by itself. */
export function GradeWhatIf({ objectId }: { readonly objectId: number }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <section>
      <h2 className="drawer-part">测算</h2>
      {isOpen ? (
        <Figures objectId={objectId} />
      ) : (
        <Button onClick={() => setOpen(true)}>测算哪条记录影响最大、修复后如何</Button>
      )}
    </section>
  );
}

function Figures({ objectId }: { readonly objectId: number }) {
  const found = useWhatIf(objectId).data;
  if (found == null) return null;
  const { now, facts, allRepaired, later } = found;
  return (
    <>
      <p>
        现在是{now.title}
        {now.points !== null && `，${sayPoints(now.points)}分`}
        {now.isRaised && '，检查频次增加'}。
        {facts[0] === undefined
          ? '没有哪一条记录影响等级、得分或检查频次。'
          : `影响最大的是${facts[0].happenedOn}的${facts[0].title}。`}
        {allRepaired !== null && `全部失信记录今天修复的话，为${saidOutcome(allRepaired)}。`}
      </p>
      {facts.length > 0 && (
        <Table<WhatIf['facts'][number]>
          size="small"
          bordered
          pagination={false}
          rowKey={({ id }) => id}
          dataSource={[...facts]}
          columns={[
            { title: '日期', width: 100, dataIndex: 'happenedOn' },
            { title: '记录', dataIndex: 'title' },
            {
              title: '没有这条时',
              width: 200,
              render: (_, { without }) => <OutcomeCell outcome={without} now={now} />,
            },
            {
              title: '今天修复后',
              width: 200,
              render: (_, { repaired }) => (repaired === null ? '—' : <OutcomeCell outcome={repaired} now={now} />),
            },
          ]}
        />
      )}
      <Later later={later} now={now} />
    </>
  );
}

function Later({ later, now }: { readonly later: WhatIf['later']; readonly now: WhatIf['now'] }) {
  if (later.length === 0) return <p className="quiet">没有新的记录时，五年内等级、得分和检查频次不会自己变动。</p>;
  return (
    <>
      <h3>没有新的记录时，以后各日</h3>
      <Table<WhatIf['later'][number]>
        size="small"
        bordered
        pagination={false}
        scroll={later.length > 8 ? { y: 260 } : undefined}
        rowKey={({ on }) => on}
        dataSource={[...later]}
        columns={[
          { title: '自这一天起', width: 120, dataIndex: 'on' },
          { title: '等级和得分', render: (_, outcome) => <OutcomeCell outcome={outcome} now={now} /> },
        ]}
      />
    </>
  );
}

interface OutcomeCellProps {
  readonly outcome: WhatIf['now'];
  readonly now: WhatIf['now'];
}

function OutcomeCell({ outcome, now }: OutcomeCellProps) {
  const gained = (outcome.points ?? 0) - (now.points ?? 0);
  return (
    <>
      <GradeTag grade={outcome.grade} /> {outcome.points !== null && `${sayPoints(outcome.points)}分`}
      {gained !== 0 && `（${gained > 0 ? '多' : '少'}${sayPoints(Math.abs(gained))}分）`}
      {outcome.isRaised !== now.isRaised && (outcome.isRaised ? '，增加检查频次' : '，不再增加检查频次')}
    </>
  );
}

function saidOutcome({ title, points, isRaised }: WhatIf['now']): string {
  return `${title}${points === null ? '' : `，${sayPoints(points)}分`}${isRaised ? '，检查频次仍增加' : ''}`;
}
