import { InputNumber, Spin, Table } from 'antd';
import { useState } from 'react';
import { useSession } from '../../api/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PathLink } from '../../ui/path-link.tsx';
import { useOpened } from '../../ui/use-opened.ts';
import { EntryDrawer } from './entry-drawer.tsx';
import { EntryForm } from './entry-form.tsx';
import { type ReportLine, useReportDates } from './registers.queries.ts';

/** 报送日程: the report dates of the rules in a year, checked off with what was sent. */
export function ReportDatesTab() {
  const { today } = useSession();
  const [year, setYear] = useState(Number(today.slice(0, 4)));
  const found = useReportDates(year).data;
  const [sending, setSending] = useState<ReportLine | null>(null);
  const [opened, open] = useOpened();
  if (found === undefined) return <Spin />;
  return (
    <>
      <div className="list-tools">
        <InputNumber
          aria-label="年度"
          min={2000}
          max={2099}
          value={year}
          suffix="年"
          style={{ width: 120 }}
          onChange={(next) => setYear(next ?? year)}
        />
      </div>
      <Table<ReportLine>
        size="small"
        bordered
        rowKey={({ id }) => id}
        pagination={false}
        dataSource={[...found.lines]}
        locale={{
          emptyText: (
            <EmptyState
              text="规则包没有规定报送日期。由局领导在规则包中增加后，到期前30天列入首页。"
              action={<PathLink path="/settings/policies">到规则包</PathLink>}
            />
          ),
        }}
        columns={[
          {
            title: '期限',
            width: 175,
            render: (_, { on, isOverdue }) => (isOverdue ? <span className="overdue">{on}（已逾期）</span> : on),
          },
          {
            title: '报送事项',
            render: (_, { name, what, article }) => (
              <>
                <b>{name}</b>
                <div>{what}</div>
                <span className="quiet">{article}</span>
              </>
            ),
          },
          {
            title: '报出情况',
            width: 220,
            render: (_, { sent }) =>
              sent === null ? (
                <span className="quiet">未报送</span>
              ) : (
                <>
                  {sent.on} 报{sent.receiver}：{sent.document}
                  {sent.files === 0 && <span className="overdue">（缺附件）</span>}
                </>
              ),
          },
          {
            title: '操作',
            width: 130,
            render: (_, line) =>
              line.sent === null ? (
                <ActionButton size="small" type="primary" may={['operator']} onClick={() => setSending(line)}>
                  登记报送
                </ActionButton>
              ) : (
                <ActionButton size="small" onClick={() => open(line.sent?.entryId ?? null)}>
                  查看与附件
                </ActionButton>
              ),
          },
        ]}
      />
      {sending !== null && (
        <EntryForm
          register={found.register}
          entry={null}
          start={{ report: sending.name, year }}
          onClose={(id) => {
            setSending(null);
            if (id !== null) open(id);
          }}
        />
      )}
      {opened !== null && <EntryDrawer key={opened} id={opened} onClose={() => open(null)} />}
    </>
  );
}
