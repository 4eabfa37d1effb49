import { Alert, Drawer, Space, Table } from 'antd';
import { useRef, useState } from 'react';
import { type RepairLack, repairMaterials } from '../../../shared/features/supervision/repairs.ts';
import { severityTitles } from '../../../shared/kernel/credit-facts.ts';
import { STANDING_WORDS } from '../../../shared/kernel/pack-basis.ts';
import { useFiles } from '../../api/use-files.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Attachments } from '../../ui/attachments.tsx';
import { Facts } from '../../ui/facts.tsx';
import { RepairForm, RepairWork, type RepairWorkKind } from './repair-work.tsx';
import { type RepairLine, useRepairRules } from './repairs.queries.ts';
import { StepTimeline } from './step-timeline.tsx';

/** One repair: what is to be repaired, what is still missing, the steps, what the decision did. */
export function RepairDrawer({ repair, onClose }: { readonly repair: RepairLine; readonly onClose: () => void }) {
  const { openPdf } = useFiles();
  const [work, setWork] = useState<RepairWorkKind | null>(null);
  const papers = useRef<HTMLElement>(null);
  const needed = useRepairRules().data?.waysNeededArticle ?? null;
  const isOpen = repair.acceptance === null && repair.decision === null;
  const reach = (field: RepairLack['field']) => {
    if (field === 'attachments') papers.current?.scrollIntoView({ behavior: 'smooth' });
    else setWork(field === 'materials' ? 'material' : 'way');
  };
  return (
    <Drawer open size={820} onClose={onClose} title={`信用修复：${repair.objectName}`}>
      <RepairWork repair={repair} onWork={setWork} />
      {repair.lacks.length > 0 && (
        <Alert
          className="form-refusal"
          type="warning"
          showIcon
          title="受理前还缺："
          description={repair.lacks.map(({ field, text }) => (
            <div key={`${field} ${text}`}>
              <ActionButton type="link" size="small" onClick={() => reach(field)}>
                {text}
              </ActionButton>
            </div>
          ))}
        />
      )}
      <Facts
        facts={[
          ['文号', repair.number],
          ['状态', repair.stateTitle],
          ['统一社会信用代码', repair.objectCode],
          ['失信信息', repair.subjects.map(({ title }) => title).join('、')],
          ['失信程度', `${severityTitles[repair.severity]}（${repair.tier.name}）`],
          ['条款', `${repair.tier.article}（${STANDING_WORDS[repair.tier.standing]}）`],
          ['文书日期', repair.documentOn],
          ['最早可申请', repair.earliestOn],
          ['申请人', repair.applicant],
          ['纠正情况', repair.remedy],
        ]}
      />
      <section className="drawer-part">
        <h2>材料</h2>
        <Table
          size="small"
          bordered
          pagination={false}
          rowKey="kind"
          dataSource={[...repair.materials]}
          locale={{ emptyText: '还没有登记材料。' }}
          columns={[
            {
              title: '种类',
              dataIndex: 'kind',
              width: 120,
              render: (kind: keyof typeof repairMaterials) => repairMaterials[kind],
            },
            { title: '名称', dataIndex: 'title' },
            { title: '日期', dataIndex: 'datedOn', width: 104 },
          ]}
        />
      </section>
      <section className="drawer-part">
        <h2>修复方式</h2>
        {repair.waysNeeded > 0 && (
          <p className="quiet">
            至少{repair.waysNeeded}种{needed === null ? '' : `（${needed}）`}。
          </p>
        )}
        <Table
          size="small"
          bordered
          pagination={false}
          rowKey="wayId"
          dataSource={[...repair.ways]}
          locale={{ emptyText: '还没有登记修复方式。' }}
          columns={[
            { title: '方式', dataIndex: 'name', width: 150 },
            { title: '完成日期', dataIndex: 'doneOn', width: 104 },
            { title: '证明', dataIndex: 'proof' },
            { title: '参加人员和学时', dataIndex: 'attendance', width: 170, render: (said: string) => said || '—' },
          ]}
        />
      </section>
      <section className="drawer-part">
        <h2>办理步骤</h2>
        <StepTimeline steps={repair.steps} />
        {repair.decision !== null && repair.decision.effects.length > 0 && (
          <ul>
            {repair.decision.effects.map((what) => (
              <li key={what}>{what}</li>
            ))}
          </ul>
        )}
        <ActionButton
          barred={repair.decision === null ? '还没有决定' : null}
          onClick={() => openPdf(`supervision/repairs/${repair.id}/decision.pdf`)}
        >
          打印决定书
        </ActionButton>
      </section>
      <section className="drawer-part" ref={papers}>
        <h2>附件</h2>
        <Attachments subject="repair" id={repair.id} wanted="履行证明、信用承诺书各一份" isClosed={!isOpen} />
      </section>
      <Space>{work !== null && <RepairForm repair={repair} work={work} onClose={() => setWork(null)} />}</Space>
    </Drawer>
  );
}
