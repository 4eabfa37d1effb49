import { Button, Space } from 'antd';
import { useState } from 'react';
import {
  isMeasureOverdue,
  type MeasureKind,
  type MeasureState,
  measureKindTitles,
  measureOriginTitles,
  measureStateTitles,
} from '../../../shared/features/supervision/measure-rules.ts';
import { measureSorts } from '../../../shared/features/supervision/measure-schemas.ts';
import { useSession } from '../../api/session.ts';
import { useFiles } from '../../api/use-files.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Deadline } from '../../ui/deadline.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { enterpriseColumn } from '../../ui/enterprise-link.tsx';
import { GradeTag } from '../../ui/grade-tag.tsx';
import type { ListColumn, ListFilter } from '../../ui/list-model.ts';
import { ReasonForm } from '../../ui/reason-form.tsx';
import { countChosen, noneChosen } from '../../ui/selection-bar.tsx';
import { useChosen } from '../../ui/use-chosen.ts';
import { useListParams } from '../../ui/use-list-params.ts';
import { listPrefix, useOpened } from '../../ui/use-opened.ts';
import { AddMeasureForm } from './add-measure-form.tsx';
import { MeasureDrawer } from './measure-drawer.tsx';
import { AssignForm, FinishForm } from './measure-forms.tsx';
import {
  type MeasureChoices,
  type MeasureFilter,
  type MeasureLine,
  useMeasureChoices,
  useMeasureCommands,
  useMeasures,
} from './measures.queries.ts';
import { RoundForm } from './round-form.tsx';

const operator = ['operator'] as const;

/** The tasks: filtered, chosen, handed to somebody, done together. */
export function MeasuresTab() {
  const { today } = useSession();
  const params = useListParams({ prefix: listPrefix });
  const [opened, open] = useOpened();
  const choices = useMeasureChoices().data;
  const filter = filterOf(params.q, params.filters);
  const page = useMeasures({
    ...filter,
    ...orderOf(params.sort),
    offset: (params.page - 1) * params.size,
    limit: params.size,
  });
  const total = page.data?.total ?? 0;
  const [chosen, setChosen] = useChosen(JSON.stringify(filter));
  const [doing, setDoing] = useState<'finish' | 'assign' | 'cancel' | 'round' | 'add' | null>(null);
  const commands = useMeasureCommands();
  const keys = chosen.keys.map(Number);
  const selection = chosen.isAll ? { filter, except: keys } : { ids: keys };
  const close = () => setDoing(null);
  const end = () => {
    close();
    setChosen(noneChosen);
  };
  const round = (
    <ActionButton type="primary" may={operator} onClick={() => setDoing('round')}>
      生成本年措施任务
    </ActionButton>
  );
  return (
    <>
      <DataTable<MeasureLine>
        name="supervision.measures"
        title="措施任务"
        rows={page.data?.lines}
        total={total}
        isLoading={page.isPending}
        sortsInProgram
        rowKey={({ id }) => id}
        columns={columnsFor(today)}
        filters={filtersOf(choices)}
        params={params}
        searchHint="企业名称、代码、措施"
        onRow={({ id }) => open(id)}
        pagedSelection={{
          chosen,
          onChange: setChosen,
          actions: (
            <>
              <ActionButton type="primary" size="small" may={operator} onClick={() => setDoing('finish')}>
                办结
              </ActionButton>
              <ActionButton size="small" may={operator} onClick={() => setDoing('assign')}>
                分派
              </ActionButton>
              <ActionButton size="small" danger may={operator} onClick={() => setDoing('cancel')}>
                取消任务
              </ActionButton>
            </>
          ),
        }}
        extra={
          <Space size={8}>
            <ActionButton may={operator} onClick={() => setDoing('add')}>
              新增措施
            </ActionButton>
            {round}
          </Space>
        }
        exporting={() => <ExportMeasures filter={filter} count={total} />}
        empty={
          <EmptyState
            text="还没有措施任务。等级评定后自动开出；等级早已评定的企业，可以生成本年的一轮。"
            action={round}
          />
        }
      />
      {opened !== null && <MeasureDrawer key={opened} id={opened} onClose={() => open(null)} />}
      {doing === 'finish' && (
        <FinishForm selection={selection} count={countChosen(chosen, total)} onDone={end} onClose={close} />
      )}
      {doing === 'assign' && (
        <AssignForm selection={selection} count={countChosen(chosen, total)} onDone={end} onClose={close} />
      )}
      {doing === 'cancel' && (
        <ReasonForm
          title={`取消所选的${countChosen(chosen, total)}项措施任务`}
          note="只取消待办的；取消的任务和理由留在历史中，可以撤回。"
          label="取消理由"
          submit="取消任务"
          isDangerous
          onSubmit={async (reason) => {
            const outcome = await commands.cancel.run({ selection, reason });
            if (outcome.ok) setChosen(noneChosen);
            return outcome;
          }}
          onClose={close}
        />
      )}
      {doing === 'round' && <RoundForm onClose={close} />}
      {doing === 'add' && <AddMeasureForm onClose={close} />}
    </>
  );
}

function ExportMeasures({ filter, count }: { readonly filter: MeasureFilter; readonly count: number }) {
  const files = useFiles();
  const [isBusy, setBusy] = useState(false);
  return (
    <Button
      disabled={count === 0}
      loading={isBusy}
      onClick={async () => {
        setBusy(true);
        await files.download('supervision/measures.xlsx', { body: filter });
        setBusy(false);
      }}
    >
      导出
    </Button>
  );
}

const marks = { overdue: '已逾期', undocumented: '缺文书', unassigned: '未分派' } as const;

function columnsFor(today: string): readonly ListColumn<MeasureLine>[] {
  return [
    enterpriseColumn({ key: 'name', title: '企业名称', width: 210 }),
    {
      key: 'grade',
      title: '等级',
      width: 104,
      value: ({ grade }) => grade ?? '',
      render: ({ grade }) => (grade === null ? '—' : <GradeTag grade={grade} />),
    },
    { key: 'text', title: '措施', width: 200, value: ({ text }) => text },
    {
      key: 'due',
      title: '期限',
      width: 150,
      ellipsis: false,
      value: ({ dueOn }) => dueOn,
      render: ({ dueOn, state }) =>
        dueOn === null ? '未定' : state === 'open' ? <Deadline on={dueOn} today={today} /> : dueOn,
    },
    { key: 'who', title: '承办', width: 120, value: ({ section, officerName }) => whoOf(section, officerName) },
    {
      key: 'state',
      title: '状态',
      width: 82,
      value: ({ state }) => measureStateTitles[state],
      render: (line) =>
        isMeasureOverdue(line, today) ? <span className="overdue">待办</span> : measureStateTitles[line.state],
    },
    { key: 'done', title: '办理', width: 170, value: doneText },
    { key: 'article', title: '依据', width: 130, value: ({ article }) => article },
    { key: 'ground', title: '事由', width: 160, isOptional: true, value: ({ ground }) => ground },
    { key: 'origin', title: '来源', width: 90, isOptional: true, value: ({ origin }) => measureOriginTitles[origin] },
    { key: 'code', title: '统一社会信用代码', width: 180, isOptional: true, value: ({ objectCode }) => objectCode },
    { key: 'opened', title: '开出日期', width: 110, isOptional: true, value: ({ openedOn }) => openedOn },
    { key: 'kind', title: '类别', width: 90, isOptional: true, value: ({ kind }) => measureKindTitles[kind] },
  ];
}

export function whoOf(section: string, officerName: string | null): string {
  const parts = [section, officerName ?? ''].filter((part) => part !== '');
  return parts.length === 0 ? '未分派' : parts.join(' ');
}

function doneText({ state, doneOn, what, papers, cancelReason }: MeasureLine): string {
  if (state === 'cancelled') return cancelReason ?? '';
  if (state !== 'done') return '';
  return `${doneOn} ${what}${papers === 0 ? '（缺文书）' : ''}`;
}

function filtersOf(choices: MeasureChoices | undefined): readonly ListFilter<MeasureLine>[] {
  const options = (titles: Readonly<Record<string, string>>) =>
    Object.entries(titles).map(([value, label]) => ({ value, label }));
  return [
    { key: 'state', label: '状态', width: 96, options: options(measureStateTitles) },
    { key: 'mark', label: '提示', width: 96, options: options(marks) },
    { key: 'kind', label: '类别', width: 110, options: options(measureKindTitles) },
    {
      key: 'grade',
      label: '等级',
      width: 90,
      options: (choices?.grades ?? []).map(({ grade, title }) => ({ value: grade, label: title })),
    },
    {
      key: 'section',
      label: '承办股室',
      width: 120,
      options: (choices?.sections ?? []).map((value) => ({ value, label: value })),
    },
    {
      key: 'year',
      label: '年度',
      width: 90,
      options: (choices?.years ?? []).map((year) => ({ value: String(year), label: `${year}年` })),
    },
    {
      key: 'priority',
      label: '重点',
      width: 80,
      options: [
        { value: '是', label: '重点' },
        { value: '否', label: '一般' },
      ],
    },
  ];
}

function filterOf(text: string, filters: Readonly<Record<string, string>>): MeasureFilter {
  const one = <T extends string>(titles: Readonly<Record<T, unknown>>, value: string | undefined) =>
    (Object.keys(titles) as T[]).find((key) => key === value) ?? null;
  const year = Number(filters.year);
  return {
    text,
    state: one<MeasureState>(measureStateTitles, filters.state),
    kind: one<MeasureKind>(measureKindTitles, filters.kind),
    grade: one<'A' | 'B' | 'C' | 'D'>({ A: 0, B: 0, C: 0, D: 0 }, filters.grade),
    year: Number.isInteger(year) && year >= 2000 ? year : null,
    section: filters.section ?? '',
    officerId: null,
    priority: filters.priority === '是' ? true : filters.priority === '否' ? false : null,
    mark: one(marks, filters.mark),
  };
}

/** `due` or `-due` of the address; the earliest day first unless told otherwise. */
function orderOf(sort: string) {
  const key = measureSorts.find((known) => known === sort.replace(/^-/, ''));
  return { sort: key ?? 'due', descending: key !== undefined && sort.startsWith('-') } as const;
}
