import { Link } from '@tanstack/react-router';
import { Drawer, Space, Spin, Table, Tabs } from 'antd';
import { useState } from 'react';
import { ActionButton } from '../../ui/action-button.tsx';
import { Facts } from '../../ui/facts.tsx';
import { GradeTag } from '../../ui/grade-tag.tsx';
import { RemoveForm } from '../../ui/remove-form.tsx';
import { HistoryList } from './history-list.tsx';
import { ObjectForm } from './object-form.tsx';
import { RecusalTable } from './recusal-table.tsx';
import { type ObjectDetail, useGrade, useObject, useObjectCommands } from './rosters.queries.ts';
import { VisitList } from './visit-list.tsx';

const operator = ['operator'] as const;

/** One object: what the roster holds, its grade with the reasons, licences, recusals and every change. */
export function ObjectDrawer({ id, onClose }: { readonly id: number; readonly onClose: () => void }) {
  const object = useObject(id);
  const commands = useObjectCommands(onClose);
  const [doing, setDoing] = useState<'change' | 'remove' | null>(null);
  const { data } = object;
  const close = () => setDoing(null);

  return (
    <Drawer
      open
      size={760}
      onClose={onClose}
      title={data?.name ?? (object.isError ? '没有找到这个检查对象' : '检查对象')}
      extra={
        data !== undefined && (
          <Space>
            <ActionButton may={operator} onClick={() => setDoing('change')}>
              变更
            </ActionButton>
            <ActionButton may={operator} danger onClick={() => setDoing('remove')}>
              移出
            </ActionButton>
          </Space>
        )
      }
    >
      {object.isPending && <Spin />}
      {data !== undefined && <ObjectTabs object={data} />}
      {data !== undefined && doing === 'change' && <ObjectForm object={data} onClose={close} />}
      {data !== undefined && doing === 'remove' && (
        <RemoveForm
          title={`移出“${data.name}”`}
          note="只用于误登记的对象。已注销、吊销、迁出的，请改变其状态。移出后，变更记录仍然保留。"
          submit="移出"
          onSubmit={(reason) => commands.remove.run({ id, reason })}
          onClose={close}
        />
      )}
    </Drawer>
  );
}

function ObjectTabs({ object }: { readonly object: ObjectDetail }) {
  return (
    <Tabs
      items={[
        { key: 'facts', label: '基本信息', children: <ObjectFacts object={object} /> },
        { key: 'visits', label: '检查', children: <VisitList objectId={object.id} /> },
        { key: 'licences', label: `许可证（${object.licences.length}）`, children: <Licences object={object} /> },
        {
          key: 'recusals',
          label: `回避（${object.recusals.length}）`,
          children: <RecusalTable recusals={object.recusals} shows="officer" />,
        },
        {
          key: 'history',
          label: `变更记录（${object.history.length}）`,
          children: <HistoryList changes={object.history} />,
        },
      ]}
    />
  );
}

function ObjectFacts({ object }: { readonly object: ObjectDetail }) {
  const grade = useGrade(object.id).data?.current ?? null;
  return (
    <>
      <Facts
        facts={[
          [object.uscc === null ? '名录编号' : '统一社会信用代码', object.code],
          ['状态', object.status],
          ['信用等级', <GradeTag key="grade" grade={grade?.grade} />],
          ['类型', object.kind],
          ['身份证号码', object.maskedIdCard],
          ['行业（业务领域）', object.industry],
          ['负责人姓名', object.personInCharge],
          ['联系方式', object.phone],
          ['地址（住所）', object.address],
          ['所属乡镇苏木', object.township],
          ['登记机关', object.registeredBy],
          ['成立日期', object.foundedOn],
          ['规模以上', object.isAboveScale ? '是' : '否'],
          ['重点企业', object.isKey ? '是' : '否'],
          ['监管标签', object.tags.join('、')],
        ]}
      />
      {grade !== null && (
        <section className="drawer-part">
          <h2>为什么是{grade.grade}级</h2>
          {grade.reasons.map(({ text, article }) => (
            <p key={text}>
              {text}
              <span className="quiet">（{article}）</span>
            </p>
          ))}
          <Link to="/credit">到“信用”查看</Link>
        </section>
      )}
    </>
  );
}

function Licences({ object }: { readonly object: ObjectDetail }) {
  return (
    <Table
      size="small"
      bordered
      pagination={false}
      rowKey={({ name, number }) => `${name} ${number}`}
      dataSource={[...object.licences]}
      locale={{ emptyText: '没有登记许可证。' }}
      columns={[
        { title: '名称', dataIndex: 'name' },
        { title: '编号', dataIndex: 'number' },
        { title: '有效期至', dataIndex: 'expiresOn', width: 120 },
      ]}
    />
  );
}
