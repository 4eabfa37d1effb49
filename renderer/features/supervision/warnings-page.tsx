import { Alert, Button } from 'antd';
import { useState } from 'react';
import {
  groundsText,
  type WarningLevel,
  type WarningState,
  warningLevelTitles,
  warningStateTitles,
} from '../../../shared/features/supervision/warning-rules.ts';
import { type WarningFilter, warningSorts } from '../../../shared/features/supervision/warning-schemas.ts';
import { useFiles } from '../../api/use-files.ts';
import { useJobTitled } from '../../api/use-job.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { enterpriseColumn } from '../../ui/enterprise-link.tsx';
import { GradeTag } from '../../ui/grade-tag.tsx';
import { JobBar } from '../../ui/job-bar.tsx';
import type { ListColumn, ListFilter } from '../../ui/list-model.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { countChosen, noneChosen } from '../../ui/selection-bar.tsx';
import { useChosen } from '../../ui/use-chosen.ts';
import { useListParams } from '../../ui/use-list-params.ts';
import { listPrefix, useOpened } from '../../ui/use-opened.ts';
import { WarningDrawer } from './warning-drawer.tsx';
import { AcknowledgeForm, HandleForm } from './warning-forms.tsx';
import { WarningRules } from './warning-rules-drawer.tsx';
import {
  useWarningCommands,
  useWarningOverview,
  useWarnings,
  type WarningLine,
  type WarningOverview,
} from './warnings.queries.ts';

const operator = ['operator'] as const;
const everyone = ['operator', 'reviewer', 'leader'] as const;

/** 信用监管 → 预警: what the pack's rules found, what to do, and what was done. */
export function WarningsPage() {
  const overview = useWarningOverview().data;
  const params = useListParams({ prefix: listPrefix });
  const [opened, open] = useOpened();
  const filter = filterOf(params.q, params.filters);
  const page = useWarnings({
    ...filter,
    ...orderOf(params.sort),
    offset: (params.page - 1) * params.size,
    limit: params.size,
  });
  const total = page.data?.total ?? 0;
  const [chosen, setChosen] = useChosen(JSON.stringify(filter));
  const [doing, setDoing] = useState<'handle' | 'acknowledge' | 'rules' | null>(null);
  const keys = chosen.keys.map(Number);
  const selection = chosen.isAll ? { filter, except: keys } : { ids: keys };
  const close = () => setDoing(null);
  const end = () => {
    close();
    setChosen(noneChosen);
  };
  const form = { selection, count: countChosen(chosen, total), onDone: end, onClose: close };
  return (
    <>
      <PageHead
        title="预警"
        note={overview === undefined ? '' : noteOf(overview)}
        actions={
          <>
            <Button onClick={() => setDoing('rules')}>预警规则</Button>
            <ScanButton />
          </>
        }
      />
      {overview?.isStale === true && (
        <Alert
          className="form-refusal"
          type="info"
          showIcon
          title={
            overview.lastScannedOn === null
              ? '许可证到期等预警还没有核对过，请点“更新预警”。'
              : `预警核对到${overview.lastScannedOn}，请点“更新预警”核对到今天。`
          }
        />
      )}
      <DataTable<WarningLine>
        name="supervision.warnings"
        title="预警"
        rows={page.data?.lines}
        total={total}
        isLoading={page.isPending}
        sortsInProgram
        rowKey={({ id }) => id}
        columns={columns}
        filters={filtersOf(overview)}
        params={params}
        searchHint="企业名称、代码、依据"
        onRow={({ id }) => open(id)}
        pagedSelection={{
          chosen,
          onChange: setChosen,
          actions: (
            <>
              <ActionButton type="primary" size="small" may={operator} onClick={() => setDoing('handle')}>
                登记处置
              </ActionButton>
              <ActionButton size="small" may={operator} onClick={() => setDoing('acknowledge')}>
                暂不处置
              </ActionButton>
            </>
          ),
        }}
        exporting={() => <ExportWarnings filter={filter} count={total} />}
        empty={<EmptyState text="没有预警。信用记录、等级变动时随时核对，许可证到期等每天核对一次。" />}
      />
      {opened !== null && <WarningDrawer key={opened} id={opened} onClose={() => open(null)} />}
      {doing === 'handle' && <HandleForm {...form} />}
      {doing === 'acknowledge' && <AcknowledgeForm {...form} />}
      {doing === 'rules' && overview !== undefined && <WarningRules rules={overview.packRules} onClose={close} />}
    </>
  );
}

function noteOf({ urgent, notice, suggestions }: WarningOverview): string {
  return `待处置：紧急${urgent}条，提示${notice}条，名单建议${suggestions}条。依据消除后自动解除，留作历史。`;
}

/** Asks every enterprise anew; a bar while it runs. */
function ScanButton() {
  const { scan } = useWarningCommands();
  const job = useJobTitled('更新预警', scan.isRunning);
  if (job !== null) return <JobBar label="更新预警" job={job} />;
  return (
    <ActionButton may={everyone} loading={scan.isRunning} onClick={() => void scan.run({ whole: true })}>
      更新预警
    </ActionButton>
  );
}

function ExportWarnings({ filter, count }: { readonly filter: WarningFilter; readonly count: number }) {
  const files = useFiles();
  const [isBusy, setBusy] = useState(false);
  return (
    <Button
      disabled={count === 0}
      loading={isBusy}
      onClick={async () => {
        setBusy(true);
        await files.download('supervision/warnings.xlsx', { body: filter });
        setBusy(false);
      }}
    >
      导出
    </Button>
  );
}

const columns: readonly ListColumn<WarningLine>[] = [
  {
    key: 'level',
    title: '级别',
    width: 72,
    value: ({ level }) => warningLevelTitles[level],
    render: ({ level, opens }) =>
      level === 'urgent' ? <b className="overdue">紧急</b> : opens === 'list' ? '建议' : '提示',
  },
  enterpriseColumn({ key: 'name', title: '企业名称', width: 210 }),
  {
    key: 'grade',
    title: '现等级',
    width: 104,
    value: ({ grade }) => grade ?? '未评定',
    render: ({ grade }) => <GradeTag grade={grade} />,
  },
  { key: 'rule', title: '预警', width: 170, value: ({ name }) => name },
  { key: 'grounds', title: '依据的记录', width: 250, value: ({ grounds }) => groundsText(grounds) },
  { key: 'opened', title: '预警日期', width: 104, value: ({ openedOn }) => openedOn },
  { key: 'state', title: '状态', width: 150, value: stateText },
  { key: 'advice', title: '处置建议', width: 240, isOptional: true, value: ({ advice }) => advice },
  { key: 'article', title: '条款依据', width: 150, isOptional: true, value: ({ article }) => article },
  { key: 'code', title: '统一社会信用代码', width: 180, isOptional: true, value: ({ objectCode }) => objectCode },
];

function stateText({ state, note, untilOn, closedOn }: WarningLine): string {
  if (state === 'acknowledged') return `暂不处置至${untilOn}：${note}`;
  if (state === 'handled') return `已处置：${note}`;
  return state === 'closed' ? `已解除（${closedOn}）` : warningStateTitles[state];
}

function filtersOf(overview: WarningOverview | undefined): readonly ListFilter<WarningLine>[] {
  const options = (titles: Readonly<Record<string, string>>) =>
    Object.entries(titles).map(([value, label]) => ({ value, label }));
  return [
    { key: 'state', label: '状态', width: 110, options: options(warningStateTitles) },
    { key: 'level', label: '级别', width: 90, options: options(warningLevelTitles) },
    {
      key: 'rule',
      label: '预警',
      width: 200,
      options: (overview?.known ?? []).map(({ ruleId, name }) => ({ value: ruleId, label: name })),
    },
  ];
}

function filterOf(text: string, filters: Readonly<Record<string, string>>): WarningFilter {
  const one = <T extends string>(titles: Readonly<Record<T, string>>, value: string | undefined) =>
    (Object.keys(titles) as T[]).find((key) => key === value) ?? null;
  return {
    text,
    state: one<WarningState>(warningStateTitles, filters.state),
    level: one<WarningLevel>(warningLevelTitles, filters.level),
    ruleId: filters.rule ?? '',
    objectId: null,
  };
}

/** What waits first, then the urgent ones, unless told otherwise. */
function orderOf(sort: string) {
  const key = warningSorts.find((known) => known === sort.replace(/^-/, ''));
  return { sort: key ?? 'standing', descending: key !== undefined && sort.startsWith('-') } as const;
}
