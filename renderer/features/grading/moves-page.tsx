import { useNavigate } from '@tanstack/react-router';
import { Button, Space } from 'antd';
import { useState } from 'react';
import { sayPoints } from '../../../shared/features/grading/grade-reasons.ts';
import { ListMoves } from '../../../shared/features/grading/schemas.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import { EnterpriseLink } from '../../ui/enterprise-link.tsx';
import { ExportJobButton } from '../../ui/export-job-button.tsx';
import { GradeTag } from '../../ui/grade-tag.tsx';
import { useGrades } from '../../ui/grade-titles.ts';
import type { ListColumn } from '../../ui/list-model.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { type Chosen, noneChosen } from '../../ui/selection-bar.tsx';
import { type ListParams, useListParams } from '../../ui/use-list-params.ts';
import { minuteText } from '../../ui/when.ts';
import { GradeDrawer } from './grade-drawer.tsx';
import { type GradeMove, useGradeExports, useMoveChoices, useMoves, useNoteMoves } from './grading.queries.ts';
import { ManualReview } from './manual-review.tsx';

/** 信用 → 等级变动: which grades moved, from what to what, why, and by which command or day. */
export function MovesPage() {
  const params = useListParams();
  const { object: openId = '', ...filters } = params.filters;
  const list = listOf(params);
  const page = useMoves(list);
  const exports = useGradeExports();
  const choices = useMoveChoices().data;
  const grades = useGrades();
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<Chosen>(noneChosen);
  const show = (id: number | null) => params.change({ filters: { object: id === null ? null : String(id) } });
  return (
    <>
      <PageHead
        title="等级变动"
        note={`${choices === undefined || choices.open === 0 ? '没有未知悉的变动。' : `有${choices.open}项变动尚未知悉。`}首次评定不在此列。`}
        actions={<Button onClick={() => void navigate({ to: '/credit' })}>等级一览</Button>}
      />
      <ManualReview onShow={show} />
      <DataTable<GradeMove>
        name="grading.moves"
        title="信用等级变动"
        rows={page.data?.lines}
        total={page.data?.total ?? 0}
        exporting={() => (
          <ExportJobButton feature="grading" count={page.data?.total ?? 0} start={() => exports.moves.run(list)} />
        )}
        isLoading={page.isPending}
        rowKey={({ id }) => id}
        params={{ ...params, filters }}
        searchHint="企业名称、代码"
        onRow={({ objectId }) => show(objectId)}
        pagedSelection={{
          chosen,
          onChange: setChosen,
          actions: <Note chosen={chosen} list={list} onDone={() => setChosen(noneChosen)} />,
        }}
        empty={<p className="quiet">还没有等级变动。记录、国家等级、规则或日期使等级改变时，这里逐项列出。</p>}
        extra={<Span params={params} />}
        filters={[
          {
            key: 'direction',
            label: '升降',
            width: 100,
            options: [
              { value: 'down', label: '下降' },
              { value: 'up', label: '上升' },
            ],
          },
          {
            key: 'to',
            label: '变为',
            width: 110,
            options: grades.map(({ grade, title }) => ({ value: grade, label: title })),
          },
          {
            key: 'cause',
            label: '因何变动',
            width: 180,
            options: (choices?.causes ?? []).map(({ cause, title }) => ({ value: cause, label: title })),
          },
          {
            key: 'noted',
            label: '知悉',
            width: 100,
            options: [
              { value: 'no', label: '未知悉' },
              { value: 'yes', label: '已知悉' },
            ],
          },
        ]}
        columns={columns}
      />
      <GradeDrawer objectId={openId === '' ? null : Number(openId)} onClose={() => show(null)} />
    </>
  );
}

interface NoteProps {
  readonly chosen: Chosen;
  readonly list: ListMoves;
  readonly onDone: () => void;
}

/** 知悉 of what is chosen. */
function Note({ chosen, list, onDone }: NoteProps) {
  const note = useNoteMoves({ done: ({ count }) => `已知悉${count}项。`, onDone });
  const keys = chosen.keys.map(Number);
  return (
    <ActionButton
      size="small"
      may={['operator', 'reviewer', 'leader']}
      loading={note.isRunning}
      onClick={() => void note.run(chosen.isAll ? { all: list, except: keys } : { ids: keys })}
    >
      知悉
    </ActionButton>
  );
}

/** From which day to which. */
function Span({ params }: { readonly params: ListParams }) {
  const { from = '', until = '' } = params.filters;
  return (
    <Space size={4}>
      <DayInput placeholder="自" value={from} onChange={(day) => params.change({ filters: { from: day ?? null } })} />
      <DayInput placeholder="至" value={until} onChange={(day) => params.change({ filters: { until: day ?? null } })} />
    </Space>
  );
}

const columns: readonly ListColumn<GradeMove>[] = [
  { key: 'at', title: '时间', width: 140, value: ({ changedAt }) => minuteText(changedAt) },
  {
    key: 'name',
    title: '企业名称',
    width: 190,
    value: ({ name, code }) => name ?? `${code}（已不在名录）`,
    render: ({ objectId, name, code }) =>
      name === null ? `${code}（已不在名录）` : <EnterpriseLink id={objectId}>{name}</EnterpriseLink>,
  },
  { key: 'code', title: '统一社会信用代码', width: 172, isOptional: true, value: ({ code }) => code },
  {
    key: 'from',
    title: '原等级',
    width: 112,
    value: ({ fromTitle }) => fromTitle,
    render: ({ fromGrade }) => <GradeTag grade={fromGrade} />,
  },
  {
    key: 'to',
    title: '现等级',
    width: 112,
    value: ({ toTitle }) => toTitle,
    render: ({ toGrade }) => <GradeTag grade={toGrade} />,
  },
  {
    key: 'points',
    title: '得分',
    width: 110,
    isOptional: true,
    value: ({ fromPoints, toPoints }) =>
      toPoints === null ? '—' : `${fromPoints === null ? '—' : sayPoints(fromPoints)}→${sayPoints(toPoints)}`,
  },
  { key: 'why', title: '为什么', width: 280, value: ({ why }) => why.map(({ text }) => text).join('') },
  { key: 'cause', title: '因何变动', width: 150, value: ({ causeTitle }) => causeTitle },
  { key: 'by', title: '办理人', width: 90, value: ({ changedBy }) => changedBy ?? '到日自动' },
  {
    key: 'noted',
    title: '知悉',
    width: 150,
    value: ({ notedAt, notedBy }) => (notedAt === null ? '未知悉' : `${notedBy} ${minuteText(notedAt)}`),
  },
];

function listOf(params: ListParams): ListMoves {
  const { direction = '', to = '', cause = '', noted = '', from = '', until = '' } = params.filters;
  const asked = {
    text: params.q,
    direction,
    toGrade: to,
    cause,
    isNoted: noted,
    from,
    to: until,
    offset: (params.page - 1) * params.size,
    limit: params.size,
  };
  const parsed = ListMoves.safeParse(asked);
  return parsed.success ? parsed.data : ListMoves.parse({});
}
