import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { objectKinds, objectStatuses } from '../../../shared/features/rosters/object-columns.ts';
import { type ObjectSort, objectSorts } from '../../../shared/features/rosters/object-list.ts';
import type { ObjectFilter } from '../../../shared/features/rosters/schemas.ts';
import { isLocalDate } from '../../../shared/kernel/local-date.ts';
import { useSession } from '../../api/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { ListColumn, ListFilter } from '../../ui/list-model.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { countChosen, noneChosen } from '../../ui/selection-bar.tsx';
import { useChosen } from '../../ui/use-chosen.ts';
import { useListParams } from '../../ui/use-list-params.ts';
import { listPrefix, useOpened } from '../../ui/use-opened.ts';
import { BatchChangeForm } from './batch-change-form.tsx';
import { ObjectDayList } from './object-day-list.tsx';
import { ObjectDrawer } from './object-drawer.tsx';
import { ObjectExport } from './object-export.tsx';
import { ObjectForm } from './object-form.tsx';
import { type ObjectLine, useObjectChoices, useObjects } from './rosters.queries.ts';
import { SavedFilters } from './saved-filters.tsx';

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
  { key: 'statusOn', title: '状态变更日期', width: 120, isOptional: true, value: ({ statusOn }) => statusOn },
  { key: 'foundedOn', title: '成立日期', width: 110, isOptional: true, value: ({ foundedOn }) => foundedOn },
];

/** 名录 → 检查对象: as it is, or as it stood on a day (`on` in the address). */
export function ObjectsPage() {
  const { on } = useSearch({ strict: false }) as { on?: string };
  const { today } = useSession();
  const navigate = useNavigate();
  const [opened, open] = useOpened();
  const [isAdding, setAdding] = useState(false);
  const showDay = (day: string | null) => void navigate({ to: '/rosters', search: day === null ? {} : { on: day } });
  const isPast = on !== undefined && isLocalDate(on);

  return (
    <>
      <PageHead
        title="检查对象名录"
        note="细则第六条：抽查对象名录库须涵盖全部检查对象，实行动态维护。"
        actions={!isPast && <Actions onDay={() => showDay(today)} onAdd={() => setAdding(true)} />}
      />
      {isPast ? <ObjectDayList on={on} today={today} onDay={showDay} onOpen={open} /> : <ObjectList onOpen={open} />}
      {opened !== null && <ObjectDrawer key={opened} id={opened} onClose={() => open(null)} />}
      {isAdding && <ObjectForm object={null} onClose={() => setAdding(false)} />}
    </>
  );
}

function ObjectList({ onOpen }: { readonly onOpen: (id: number) => void }) {
  const params = useListParams({ prefix: listPrefix });
  const filter = filterOf(params.q, params.filters);
  const order = orderOf(params.sort);
  const page = useObjects({ ...filter, ...order, offset: (params.page - 1) * params.size, limit: params.size });
  const filters = useObjectFilters();
  const [isChanging, setChanging] = useState(false);
  const [chosen, setChosen] = useChosen(JSON.stringify(filter));
  const total = page.data?.total ?? 0;
  const keys = chosen.keys.map(Number);
  const selection = chosen.isAll ? { filter, except: keys } : { ids: keys };

  return (
    <>
      <DataTable<ObjectLine>
        name="rosters.objects"
        title="检查对象名录"
        rows={page.data?.lines}
        total={total}
        sortsInProgram
        isLoading={page.isPending}
        rowKey={({ id }) => id}
        columns={columns}
        filters={filters}
        params={params}
        searchHint="名称、代码、拼音"
        onRow={({ id }) => onOpen(id)}
        pagedSelection={{
          chosen,
          onChange: setChosen,
          actions: (
            <ActionButton may={operator} type="primary" size="small" onClick={() => setChanging(true)}>
              批量变更
            </ActionButton>
          ),
        }}
        extra={<SavedFilters list="rosters.objects" params={params} keys={filters.map(({ key }) => key)} />}
        exporting={(shown) => (
          <ObjectExport filter={filter} {...order} count={total} shown={shown.map(({ key }) => key)} />
        )}
        empty={<NoObjects />}
      />
      {isChanging && (
        <BatchChangeForm
          selection={selection}
          count={countChosen(chosen, total)}
          onDone={() => {
            setChanging(false);
            setChosen(noneChosen);
          }}
          onClose={() => setChanging(false)}
        />
      )}
    </>
  );
}

function Actions({ onDay, onAdd }: { readonly onDay: () => void; readonly onAdd: () => void }) {
  const navigate = useNavigate();
  return (
    <>
      <Button onClick={onDay}>某日名录</Button>
      <ActionButton may={operator} onClick={onAdd}>
        新增检查对象
      </ActionButton>
      <ActionButton may={operator} type="primary" onClick={() => void navigate({ to: '/rosters/imports' })}>
        导入名录
      </ActionButton>
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
    { key: 'licence', label: '许可证', width: 110, options: options(choices?.licences) },
  ];
}

function filterOf(text: string, filters: Readonly<Record<string, string>>): ObjectFilter {
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
    licence: filters.licence ?? '',
  };
}

/** `key` or `-key` of the address, as the program sorts. */
function orderOf(sort: string): { sort: ObjectSort; descending: boolean } {
  const key = objectSorts.find((known) => known === sort.replace(/^-/, ''));
  return { sort: key ?? 'id', descending: key !== undefined && sort.startsWith('-') };
}
