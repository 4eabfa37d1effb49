import { Drawer, Space, Table } from 'antd';
import { personCapacities } from '../../../shared/features/supervision/lists.ts';
import { STANDING_WORDS } from '../../../shared/kernel/pack-basis.ts';
import { useFiles } from '../../api/use-files.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Attachments } from '../../ui/attachments.tsx';
import { Facts } from '../../ui/facts.tsx';
import { ListWork } from './list-work.tsx';
import type { ListLine } from './lists.queries.ts';
import { StepTimeline } from './step-timeline.tsx';

/** One entry of a list: what it rests on, the steps taken, the one due, its papers and measures. */
export function ListDrawer({ entry, onClose }: { readonly entry: ListLine; readonly onClose: () => void }) {
  const { ground, person, level } = entry;
  return (
    <Drawer open size={820} onClose={onClose} title={`${entry.listName}：${entry.name}`}>
      <ListWork entry={entry} />
      <Facts
        facts={[
          ['检查对象', entry.objectName],
          ['统一社会信用代码', entry.objectCode],
          ...(person === null
            ? []
            : ([
                ['列入的个人', `${person.name}（${personCapacities[person.capacity]}）`],
                ['身份证号', person.maskedNumber],
              ] as const)),
          ['状态', entry.stateTitle],
          ['列入情形', ground.text],
          ['条款', `${ground.article}（${STANDING_WORDS[ground.standing]}）`],
          ...(level === null ? [] : ([['级别', level.name]] as const)),
          ['依据的记录', entry.rests.map(({ title }) => title).join('、')],
          [
            '期限',
            entry.decision?.untilOn ?? (entry.termMonths === null ? '至移出为止' : `列入后${entry.termMonths}个月`),
          ],
        ]}
      />
      <section className="drawer-part">
        <h2>办理步骤</h2>
        <StepTimeline steps={entry.steps} />
      </section>
      <Papers entry={entry} />
      {entry.measures.length > 0 && <Measures entry={entry} />}
      <section className="drawer-part">
        <h2>附件</h2>
        <Attachments subject="list-entry" id={entry.id} wanted="送达回证、陈述申辩材料、通报函等" />
      </section>
    </Drawer>
  );
}

function Papers({ entry }: { readonly entry: ListLine }) {
  const { openPdf } = useFiles();
  const removals = entry.removals.filter(({ decision }) => decision !== null);
  if (entry.notice === null && entry.decision === null) return null;
  return (
    <section className="drawer-part">
      <h2>文书</h2>
      <Space wrap>
        {entry.notice !== null && (
          <ActionButton onClick={() => openPdf(`supervision/lists/${entry.id}/notice.pdf`)}>打印告知书</ActionButton>
        )}
        {entry.decision !== null && (
          <ActionButton onClick={() => openPdf(`supervision/lists/${entry.id}/decision.pdf`)}>打印决定书</ActionButton>
        )}
        {removals.map(({ id, decision }) => (
          <ActionButton key={id} onClick={() => openPdf(`supervision/removals/${id}/decision.pdf`)}>
            打印{decision?.outcome === 'kept' ? '不予移出' : '移出'}决定书
          </ActionButton>
        ))}
      </Space>
    </section>
  );
}

function Measures({ entry }: { readonly entry: ListLine }) {
  return (
    <section className="drawer-part">
      <h2>联合措施</h2>
      <Table
        size="small"
        bordered
        pagination={false}
        rowKey="id"
        dataSource={[...entry.measures]}
        columns={[
          { title: '领域', dataIndex: 'field', width: 130 },
          { title: '措施', dataIndex: 'text' },
          { title: '通报的部门', dataIndex: 'department', width: 140 },
          { title: '通报日期', dataIndex: 'toldOn', width: 104 },
          { title: '解除日期', dataIndex: 'liftedOn', width: 104, render: (on: string | null) => on ?? '—' },
        ]}
      />
    </section>
  );
}
