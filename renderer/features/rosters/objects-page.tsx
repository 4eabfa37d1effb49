import { useNavigate } from '@tanstack/react-router';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { objectKinds, objectStatuses } from '../../../shared/features/rosters/object-columns.ts';
import { useSession } from '../../api/session.ts';
import { useFiles } from '../../api/use-files.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { ListColumn, ListFilter } from '../../ui/list-model.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { useListParams } from '../../ui/use-list-params.ts';
import { DayExport } from './day-export.tsx';
import { ObjectDrawer } from './object-drawer.tsx';
import { ObjectForm } from './object-form.tsx';
import { type ObjectLine, type ObjectQuery, useAllObjects, useObjectChoices, useObjects } from './rosters.queries.ts';
import { listPrefix, useOpened } from './use-opened.ts';

const operator = ['operator'] as const;
const yesNo = (is: boolean) => (is ? '是' : '否');

const columns: readonly ListColumn<ObjectLine>[] = [
  { key: 'name', title: '名称（姓名）', width: 240, value: ({ name }) => name },
  { key: 'code', title: '统一社会信用代码', width: 180, value: ({ code }) => code },
  { key: 'status', title: '状态', width: 70, value: ({ status }) => status },
  { key: 'industry', title: '行业（业务领域）', width: 170, value: ({ industry }) => industry },
  { key: 'township', title: '所属乡镇苏木', width: 120, value: ({ township }) => township },
  { key: 'personInCharge', title: '负责人', width: 90, value: ({ personInCharge }) => personInCharge },
  { key: 'maskedPhone', title: '联系方式', width: 120, value: ({ maskedPhone }) => maskedPhone },
  { key: 'isAboveScale', title: '规上', width: 60, value: ({ isAboveScale }) => yesNo(isAboveScale) },
  { key: 'isKey', title: '重点', width: 60, value: ({ isKey }) => yesNo(isKey) },
  { key: 'tags', title: '监管标签', width: 140, isOptional: true, value: ({ tags }) => tags.join('、') },
  { key: 'kind', title: '类型', width: 110, isOptional: true, value: ({ kind }) => kind },
  { key: 'address', title: '地址（住所）', width: 240, isOptional: true, value: ({ address }) => address },
  { key: 'registeredBy', title: '登记机关', width: 200, isOptional: true, value: ({ registeredBy }) => registeredBy },
  { key: 'foundedOn', title: '成立日期', width: 110, isOptional: true, value: ({ foundedOn }) => foundedOn },
];

/** 名录 → 检查对象. */
export function ObjectsPage() {
  const params = useListParams({ prefix: listPrefix });
  const query = queryOf(params.q, params.filters);
  const page = useObjects({ ...query, offset: (params.page - 1) * params.size, limit: params.size });
  const loadAll = useAllObjects(query);
  const filters = useObjectFilters();
  const [opened, open] = useOpened();
  const [isAdding, setAdding] = useState(false);

  return (
    <>
      <PageHead
        title="检查对象名录"
        note="细则第六条：抽查对象名录库须涵盖全部检查对象，实行动态维护。"
        actions={<Actions filter={query} onAdd={() => setAdding(true)} />}
      />
      <DataTable<ObjectLine>
        name="rosters.objects"
        title="检查对象名录"
        rows={page.data?.lines}
        total={page.data?.total ?? 0}
        loadAll={loadAll}
        isLoading={page.isPending}
        rowKey={({ id }) => id}
        columns={columns}
        filters={filters}
        params={params}
        searchHint="名称、代码、拼音首字母"
        onRow={({ id }) => open(id)}
        empty={<NoObjects />}
      />
      {opened !== null && <ObjectDrawer key={opened} id={opened} onClose={() => open(null)} />}
      {isAdding && <ObjectForm object={null} onClose={() => setAdding(false)} />}
    </>
  );
}

function Actions({ filter, onAdd }: { readonly filter: ObjectQuery; readonly onAdd: () => void }) {
  const navigate = useNavigate();
  const files = useFiles();
  const { roles } = useSession();
  const [isChoosingDay, setChoosingDay] = useState(false);
  const search = `filter=${encodeURIComponent(JSON.stringify(filter))}`;
  const exports = [
    { key: 'objects', label: '名录工作簿（电话隐去）' },
    ...(roles.includes('operator') ? [{ key: 'objects-full', label: '完整名录（含联系方式，记入台账）' }] : []),
    { key: 'day', label: '某一天的名录……' },
  ];
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: exports,
          onClick: ({ key }) => {
            if (key === 'day') setChoosingDay(true);
            else void files.download(`rosters/${key}.xlsx?${search}`);
          },
        }}
      >
        <Button>导出名录</Button>
      </Dropdown>
      <ActionButton may={operator} onClick={onAdd}>
        新增检查对象
      </ActionButton>
      <ActionButton may={operator} type="primary" onClick={() => void navigate({ to: '/rosters/imports' })}>
        导入名录
      </ActionButton>
      {isChoosingDay && <DayExport onClose={() => setChoosingDay(false)} />}
    </>
  );
}

function NoObjects() {
  const navigate = useNavigate();
  return (
    <EmptyState
      text="名录还是空的。下载模板填写后导入，或逐户新增。"
      action={
        <ActionButton may={operator} type="primary" onClick={() => void navigate({ to: '/rosters/imports' })}>
          导入名录
        </ActionButton>
      }
    />
  );
}

function useObjectFilters(): readonly ListFilter<ObjectLine>[] {
  const choices = useObjectChoices().data;
  const options = (values: readonly string[] = []) => values.map((value) => ({ value, label: value }));
  const flags = options(['是', '否']);
  return [
    { key: 'status', label: '状态', width: 90, options: options(objectStatuses) },
    { key: 'aboveScale', label: '规上', width: 80, options: flags },
    { key: 'priority', label: '重点', width: 80, options: flags },
    { key: 'industry', label: '行业', width: 110, options: options(choices?.industries) },
    { key: 'township', label: '乡镇苏木', width: 110, options: options(choices?.townships) },
    { key: 'kind', label: '类型', width: 100, options: options(objectKinds) },
    { key: 'tag', label: '监管标签', width: 110, options: options(choices?.tags) },
  ];
}

function queryOf(text: string, filters: Readonly<Record<string, string>>): ObjectQuery {
  const only = <T extends string>(known: readonly T[], value: string | undefined) =>
    known.filter((one) => one === value);
  const some = (value: string | undefined) => (value === undefined || value === '' ? [] : [value]);
  const flag = (value: string | undefined) => (value === '是' ? true : value === '否' ? false : null);
  return {
    text,
    statuses: only(objectStatuses, filters.status),
    kinds: only(objectKinds, filters.kind),
    industries: some(filters.industry),
    townships: some(filters.township),
    aboveScale: flag(filters.aboveScale),
    priority: flag(filters.priority),
    tag: filters.tag ?? '',
  };
}
