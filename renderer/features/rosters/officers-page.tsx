import { useNavigate } from '@tanstack/react-router';
import { Button, Dropdown } from 'antd';
import { type Key, useState } from 'react';
import { officerStatuses } from '../../../shared/features/rosters/officer-columns.ts';
import { officerBarNames } from '../../../shared/kernel/eligibility.ts';
import { useSession } from '../../api/session.ts';
import { useFiles } from '../../api/use-files.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { ListColumn, ListFilter } from '../../ui/list-model.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { useListParams } from '../../ui/use-list-params.ts';
import { listPrefix, useOpened } from '../../ui/use-opened.ts';
import { CertificateUntil } from './certificate-until.tsx';
import { FullExport } from './full-export.tsx';
import { OfficerBatch } from './officer-batch.tsx';
import { OfficerDrawer } from './officer-drawer.tsx';
import { OfficerForm } from './officer-form.tsx';
import { OfficersOnDay } from './officers-on-day.tsx';
import { type OfficerLine, useOfficers } from './rosters.queries.ts';

const operator = ['operator'] as const;
const yesNo = (is: boolean) => (is ? '是' : '否');
const barText = ({ bars, leaveToday }: OfficerLine) => {
  const leave = leaveToday === null ? '请假' : `请假至${leaveToday.toOn}`;
  const names = bars.map((bar) => (bar === 'ON_LEAVE' ? leave : officerBarNames[bar]));
  return names.length === 0 ? '参加' : `不参加：${names.join('、')}`;
};
const sideOf = ({ isOwn }: OfficerLine) => (isOwn ? '本局' : '参与部门');

const columns: readonly ListColumn<OfficerLine>[] = [
  { key: 'code', title: '编号', width: 80, value: ({ code }) => code },
  { key: 'name', title: '姓名', width: 90, value: ({ name }) => name },
  { key: 'unit', title: '单位', width: 200, value: ({ unit }) => unit },
  {
    key: 'draw',
    title: '参加抽取',
    width: 180,
    value: barText,
    render: (officer) => <span className={officer.bars.length === 0 ? undefined : 'overdue'}>{barText(officer)}</span>,
  },
  { key: 'side', title: '归属', width: 90, isOptional: true, value: sideOf },
  { key: 'section', title: '股室', width: 100, value: ({ section }) => section },
  { key: 'post', title: '职务', width: 80, isOptional: true, value: ({ post }) => post },
  { key: 'certificate', title: '行政执法证号', width: 140, value: ({ certificateNumber }) => certificateNumber },
  {
    key: 'until',
    title: '有效期至',
    width: 168,
    value: ({ certificateExpiresOn }) => certificateExpiresOn,
    render: (officer) => <CertificateUntil officer={officer} />,
  },
  {
    key: 'work',
    title: '未办结',
    width: 80,
    isOptional: true,
    value: ({ openSeats }) => openSeats,
    render: ({ openSeats, status }) => (
      <span className={openSeats > 0 && status !== '在岗' ? 'overdue' : undefined}>{openSeats}</span>
    ),
  },
  { key: 'leader', title: '组长资格', width: 100, value: ({ isLeaderQualified }) => yesNo(isLeaderQualified) },
  {
    key: 'scopes',
    title: '业务领域',
    width: 150,
    value: ({ scopes }) => (scopes.length === 0 ? '全部事项' : scopes.join('、')),
  },
  { key: 'status', title: '状态', width: 70, isOptional: true, value: ({ status }) => status },
  {
    key: 'established',
    title: '行政编制',
    width: 90,
    isOptional: true,
    value: ({ hasEstablishment }) => yesNo(hasEstablishment),
  },
  { key: 'phone', title: '联系方式', width: 130, isOptional: true, value: ({ maskedPhone }) => maskedPhone },
];

/** 名录 → 执法检查人员. */
export function OfficersPage() {
  const navigate = useNavigate();
  const params = useListParams({ prefix: listPrefix });
  const officers = useOfficers();
  const [opened, open] = useOpened();
  const [isAdding, setAdding] = useState(false);
  const [chosen, choose] = useState<readonly Key[]>([]);
  const [day, showDay] = useState<string | null>(null);
  const { today } = useSession();
  const toImport = () => void navigate({ to: '/rosters/imports' });

  return (
    <>
      <PageHead
        title="执法检查人员名录"
        note="细则第七条：持有效执法证件的行政编制人员方可参加抽取。"
        actions={
          <>
            <ExportMenu />
            <Button onClick={() => showDay(day === null ? today : null)}>按日查看</Button>
            <Button onClick={() => void navigate({ to: '/rosters/officers/exchange' })}>交换表</Button>
            <ActionButton may={operator} onClick={() => setAdding(true)}>
              新增执法人员
            </ActionButton>
            <ActionButton may={operator} type="primary" onClick={toImport}>
              导入名录
            </ActionButton>
          </>
        }
      />
      {day !== null && <OfficersOnDay on={day} today={today} onChange={showDay} />}
      {day === null && (
        <DataTable<OfficerLine>
          name="rosters.officers"
          title="执法检查人员名录"
          rows={officers.data}
          rowKey={({ id }) => id}
          columns={columns}
          filters={filtersOf(officers.data ?? [])}
          params={params}
          searchHint="姓名、单位、证号"
          onRow={({ id }) => open(id)}
          selection={{
            keys: chosen,
            onChange: choose,
            actions: <OfficerBatch ids={chosen.map(Number)} onDone={() => choose([])} />,
          }}
          empty={
            <EmptyState
              text="名录还是空的。下载模板填写后导入，或逐人新增。"
              action={
                <ActionButton may={operator} type="primary" onClick={toImport}>
                  导入名录
                </ActionButton>
              }
            />
          }
        />
      )}
      {opened !== null && <OfficerDrawer key={opened} id={opened} onClose={() => open(null)} />}
      {isAdding && <OfficerForm officer={null} onClose={() => setAdding(false)} />}
    </>
  );
}

function ExportMenu() {
  const files = useFiles();
  const { roles } = useSession();
  const [isAsking, setAsking] = useState(false);
  const items = [
    { key: 'masked', label: '名录工作簿（电话隐去，含回避）' },
    ...(roles.includes('operator') ? [{ key: 'full', label: '完整名录（含联系方式，须写事由）' }] : []),
  ];
  const run = (key: string) => (key === 'full' ? setAsking(true) : void files.download('rosters/officers.xlsx'));
  return (
    <>
      <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => run(key) }}>
        <Button>导出名录</Button>
      </Dropdown>
      {isAsking && (
        <FullExport
          title="导出完整的执法检查人员名录"
          path="rosters/officers-full.xlsx"
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}

function filtersOf(officers: readonly OfficerLine[]): readonly ListFilter<OfficerLine>[] {
  const options = (values: readonly string[]) => [...new Set(values)].map((value) => ({ value, label: value }));
  return [
    {
      key: 'department',
      label: '部门',
      width: 110,
      options: options([
        '本局',
        '参与部门',
        ...officers.filter(({ isOwn }) => !isOwn).map(({ department }) => department),
      ]),
      of: (officer) => [sideOf(officer), officer.department],
    },
    {
      key: 'draw',
      label: '参加抽取',
      width: 110,
      options: options(['参加', '不参加']),
      of: ({ bars }) => (bars.length === 0 ? '参加' : '不参加'),
    },
    {
      key: 'leader',
      label: '组长资格',
      width: 110,
      options: options(['是', '否']),
      of: ({ isLeaderQualified }) => yesNo(isLeaderQualified),
    },
    {
      key: 'certificate',
      label: '执法证',
      width: 120,
      options: options(['即将到期', '已过期', '未填有效期', '无执法证', '有效']),
      of: ({ certificate }) => certificate,
    },
    {
      key: 'status',
      label: '状态',
      width: 120,
      options: options([...officerStatuses, '离岗未移交']),
      of: ({ status, openSeats }) => (openSeats > 0 && status !== '在岗' ? [status, '离岗未移交'] : [status]),
    },
  ];
}
