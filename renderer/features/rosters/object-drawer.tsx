import { Button, Table, Tabs } from 'antd';
import { Facts } from '../../ui/facts.tsx';
import { GradeTag } from '../../ui/grade-tag.tsx';
import { useGradeTitle } from '../../ui/grade-titles.ts';
import { PathLink } from '../../ui/path-link.tsx';
import { VisitList } from '../../ui/visit-list.tsx';
import { HistoryList } from './history-list.tsx';
import { ObjectForm } from './object-form.tsx';
import { PersonalDatum } from './personal-datum.tsx';
import { RecusalTable } from './recusal-table.tsx';
import { RosterDrawer } from './roster-drawer.tsx';
import { type ObjectDetail, useGrade, useObject, useObjectCommands } from './rosters.queries.ts';

/** One object: what the roster holds, its grade with the reasons, licences, recusals and every change. */
export function ObjectDrawer({ id, onClose }: { readonly id: number; readonly onClose: () => void }) {
  const commands = useObjectCommands(onClose);
  return (
    <RosterDrawer<ObjectDetail>
      what="检查对象"
      entry={useObject(id)}
      title={({ name }) => name}
      actions={(object) => (
        <PathLink path={`/enterprises/${object.id}`}>
          <Button>企业全貌</Button>
        </PathLink>
      )}
      form={(object, close) => <ObjectForm object={object} onClose={close} />}
      removeNote="只用于误登记的对象。已注销、吊销、迁出的，请改变其状态。移出后，变更记录仍然保留。"
      onRemove={(reason) => commands.remove.run({ id, reason })}
      onClose={onClose}
    >
      {(object) => <ObjectTabs object={object} />}
    </RosterDrawer>
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
  const title = useGradeTitle();
  return (
    <>
      <Facts
        facts={[
          [object.uscc === null ? '名录编号' : '统一社会信用代码', object.code],
          ['状态', object.status],
          ['信用等级', <GradeTag key="grade" grade={grade?.grade} />],
          ['类型', object.kind],
          ['状态变更', [object.statusOn, object.statusDocument].filter(Boolean).join('，')],
          [
            '身份证号码',
            <PersonalDatum key="idCard" of="object" id={object.id} field="idCard" masked={object.maskedIdCard ?? ''} />,
          ],
          ['行业（业务领域）', object.industry],
          ['负责人姓名', object.personInCharge],
          [
            '联系方式',
            <PersonalDatum key="phone" of="object" id={object.id} field="phone" masked={object.maskedPhone} />,
          ],
          ['地址（住所）', object.address],
          ['所属乡镇苏木', object.township],
          ['登记机关', object.registeredBy],
          ['成立日期', object.foundedOn],
          ['规模以上', object.isAboveScale ? '是' : '否'],
          ['重点/一般', object.isKey ? '重点企业' : '一般企业'],
          ['监管标签', object.tags.join('、')],
        ]}
      />
      {grade !== null && (
        <section className="drawer-part">
          <h2>为什么是{title(grade.grade)}</h2>
          {grade.reasons.map(({ text, article }) => (
            <p key={text}>
              {text}
              <span className="quiet">（{article}）</span>
            </p>
          ))}
          <PathLink path={`/enterprises/${object.id}?tab=grade`}>看全部说明</PathLink>
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
        { title: '有效期起', dataIndex: 'validFrom', width: 110 },
        { title: '有效期至', dataIndex: 'expiresOn', width: 110 },
      ]}
    />
  );
}
