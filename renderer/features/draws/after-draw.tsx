import { Collapse, Space, Table } from 'antd';
import { useState } from 'react';
import { replaceReasons } from '../../../shared/features/draws/substitute.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { BatchTable } from './batch-table.tsx';
import { ChangeList } from './change-list.tsx';
import type { Draw } from './draws.queries.ts';
import { ReplaceOfficersForm } from './replace-officers-form.tsx';

interface AfterDrawProps {
  readonly draw: Draw;
  readonly onReplace: (objectId: number) => void;
}

/** What happened to the draw after it was drawn: 替补, officers replaced, batches carried out. */
export function AfterDraw({ draw, onReplace }: AfterDrawProps) {
  const [isOpen, setOpen] = useState(false);
  if (draw.setting.mode === 'batch') return <BatchTable draw={draw} />;
  const tooEarly = draw.state === 'drawn' ? '还没有抽取检查人员' : null;
  return (
    <section className="drawer-part">
      <h2>替补和人员更换</h2>
      <p className="quiet">
        抽中的对象因注销、吊销、查无下落、停业、搬迁或回避后无人可派而不能检查的，在上表该户按“替补”；由同组的下一张票补上，不另取数。
      </p>
      <Space className="form-refusal">
        <ActionButton
          may={['operator']}
          barred={draw.state === 'void' ? '抽取已作废' : tooEarly}
          onClick={() => setOpen(true)}
        >
          更换检查人员
        </ActionButton>
      </Space>
      {isOpen && <ReplaceOfficersForm drawId={draw.id} onClose={() => setOpen(false)} />}
      {draw.substitutions.length > 0 && <Substitutions draw={draw} onReplace={onReplace} />}
      {draw.changes.length === 0 ? (
        <p className="quiet">还没有替补或人员更换。</p>
      ) : (
        <ChangeList changes={draw.changes} isVoid={draw.state === 'void'} />
      )}
      {draw.earlierStages.length > 0 && (
        <Collapse
          size="small"
          items={draw.earlierStages.map(({ stage, resultHash, teams }) => ({
            key: stage,
            label: `第${stage}次排定的检查组（已由后一次代替，留存）`,
            children: (
              <>
                <p className="quiet">结果哈希 {resultHash}</p>
                {teams.map(({ order, name, officers }) => (
                  <p key={order}>
                    {order}　{name}：{officers.join('、')}
                  </p>
                ))}
              </>
            ),
          }))}
        />
      )}
    </section>
  );
}

function Substitutions({ draw, onReplace }: AfterDrawProps) {
  const out = new Set(draw.substitutions.map(({ outId }) => outId));
  const groups = new Map(draw.strata.map(({ stratum, group }) => [stratum, group]));
  return (
    <Table
      size="small"
      bordered
      pagination={false}
      rowKey="changeId"
      className="form-refusal"
      dataSource={draw.substitutions as Draw['substitutions'][number][]}
      columns={[
        { title: '原对象', dataIndex: 'outName' },
        { title: '情形', render: (_, { reason }) => replaceReasons[reason] },
        { title: '组别', width: 90, render: (_, { stratum }) => groups.get(stratum) },
        {
          title: '替补',
          render: (_, line) => (line.inName === null ? '无' : `${line.inName}（递补第${line.place}位）`),
        },
        {
          title: '检查人员（首位为组长）',
          render: (_, { team }) =>
            `${team.map(({ name }) => name).join('、')}${team.length > 0 && team[0]?.candidates === null ? '（原检查组）' : ''}`,
        },
        { title: '批准人', width: 90, dataIndex: 'approvedBy' },
        {
          title: '再替补',
          width: 84,
          hidden: draw.state === 'void',
          render: (_, { inId }) =>
            inId !== null &&
            (out.has(inId) ? (
              '已替补'
            ) : (
              <ActionButton size="small" may={['operator']} onClick={() => onReplace(inId)}>
                替补
              </ActionButton>
            )),
        },
      ]}
    />
  );
}
