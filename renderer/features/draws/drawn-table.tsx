import { Table } from 'antd';
import { isHiddenLine } from '../../../shared/features/draws/hidden-targets.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { EnterpriseLink } from '../../ui/enterprise-link.tsx';
import type { Draw } from './draws.queries.ts';

interface DrawnTableProps {
  readonly draw: Draw;
  readonly onReplace: (objectId: number) => void;
}

/** What was drawn, with every ticket and team. */
export function DrawnTable({ draw, onReplace }: DrawnTableProps) {
  const out = new Set(draw.substitutions.map(({ outId }) => outId));
  const canReplace = draw.state !== 'void' && draw.setting.mode === 'sample';
  const groups = new Map(draw.strata.map(({ stratum, group }) => [stratum, group]));
  const isBatch = draw.setting.mode === 'batch';
  return (
    <section className="drawer-part">
      <h2>抽取结果</h2>
      {draw.drawn.some(isHiddenLine) && <p className="quiet">尚未发出检查通知的对象，只有局领导和承办股室能看到。</p>}
      <Table
        size="small"
        bordered
        pagination={draw.drawn.length > 100 ? { pageSize: 100 } : false}
        rowKey="objectId"
        dataSource={draw.drawn as Draw['drawn'][number][]}
        columns={[
          { title: '序', dataIndex: 'order', align: 'right', width: 56 },
          {
            title: '检查对象',
            render: (_, line) => (
              <EnterpriseLink id={isHiddenLine(line) ? null : line.objectId}>{line.name}</EnterpriseLink>
            ),
          },
          { title: '编号', dataIndex: 'code', width: 172 },
          { title: '组别', width: 76, render: (_, { stratum }) => groups.get(stratum) },
          isBatch
            ? { title: '批次', dataIndex: 'batch', align: 'right', width: 70 }
            : { title: '方式', width: 62, render: (_, line) => (isHiddenLine(line) ? '' : line.kind) },
          {
            title: '票号',
            dataIndex: 'ticket',
            width: 142,
            render: (ticket: string) => ticket !== '' && <code title={ticket}>{ticket.slice(0, 12)}…</code>,
          },
          {
            title: '检查人员（首位为组长）',
            hidden: isBatch,
            render: (_, { team }) =>
              team
                .map(
                  ({ name, department, candidates }) =>
                    `${name}（${department}${candidates === 1 ? '，唯一人选' : ''}）`,
                )
                .join('、'),
          },
          {
            title: '替补',
            width: 76,
            hidden: !canReplace,
            render: (_, line) =>
              out.has(line.objectId)
                ? '已替补'
                : !isHiddenLine(line) && (
                    <ActionButton size="small" may={['operator']} onClick={() => onReplace(line.objectId)}>
                      替补
                    </ActionButton>
                  ),
          },
        ]}
      />
    </section>
  );
}
