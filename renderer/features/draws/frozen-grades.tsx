import { Drawer } from 'antd';
import { gradeBasisTitles } from '../../../shared/features/grading/grade.ts';
import { sayPoints } from '../../../shared/features/grading/grade-reasons.ts';
import { FrozenFilter } from '../../../shared/features/grading/schemas.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { EnterpriseLink } from '../../ui/enterprise-link.tsx';
import { ExportJobButton } from '../../ui/export-job-button.tsx';
import { GradeTag } from '../../ui/grade-tag.tsx';
import type { ListColumn } from '../../ui/list-model.ts';
import { useLocalListParams } from '../../ui/use-list-params.ts';
import { minuteText } from '../../ui/when.ts';
import { type FrozenGrades, useFrozenExport, useFrozenGrades } from './draws.queries.ts';

type Line = FrozenGrades['lines'][number];

interface FrozenGradesDrawerProps {
  readonly drawId: number;
  readonly number: string;
  readonly onClose: () => void;
}

/** The grades as they stood when the draw was frozen: how many had each, and which; later changes do not reach them. */
export function FrozenGradesDrawer({ drawId, number, onClose }: FrozenGradesDrawerProps) {
  const params = useLocalListParams();
  const filter = FrozenFilter.parse({
    drawId,
    text: params.q,
    grade: params.filters.grade,
    scope: params.filters.scope,
  });
  const page = useFrozenGrades({ ...filter, offset: (params.page - 1) * params.size, limit: params.size });
  const exporting = useFrozenExport();
  const found = page.data;
  const total = found?.total ?? 0;
  return (
    <Drawer open title={`${number}号抽取冻结时的等级`} size={940} onClose={onClose}>
      {found === null ? (
        <EmptyState text="这次抽取冻结时还没有保存等级。" />
      ) : (
        <>
          <p>
            {filter.scope === 'pool' ? '本次名单' : '全部名录'}：
            {found?.grades.map(({ title, count }) => `${title}${count}户`).join('，')}
            {(found?.ungraded ?? 0) > 0 && `，未评定${found?.ungraded}户`}。
            <span className="quiet">
              {' '}
              {found !== undefined &&
                `${minuteText(found.takenAt)}冻结时，按${found.pack.title}第${found.pack.version}版。等级仅供内部监管使用，不公开。`}
            </span>
          </p>
          <DataTable<Line>
            name="draws.frozen-grades"
            title={`${number}冻结时的等级`}
            rows={found?.lines}
            total={total}
            isLoading={page.isPending}
            rowKey={({ objectId }) => objectId}
            params={params}
            searchHint="企业名称、代码"
            columns={columns}
            empty={<EmptyState text="冻结时，所列企业都还没有评定等级。" />}
            filters={[
              {
                key: 'grade',
                label: '等级',
                width: 120,
                options: (found?.grades ?? []).map(({ grade, title }) => ({ value: grade, label: title })),
              },
              { key: 'scope', label: '本次名单', width: 130, options: [{ value: 'roster', label: '全部名录' }] },
            ]}
            exporting={() => <ExportJobButton feature="grading" count={total} start={() => exporting.run(filter)} />}
          />
        </>
      )}
    </Drawer>
  );
}

const columns: readonly ListColumn<Line>[] = [
  {
    key: 'name',
    title: '企业名称',
    width: 200,
    value: ({ name }) => name,
    render: ({ objectId, name }) => <EnterpriseLink id={objectId}>{name}</EnterpriseLink>,
  },
  { key: 'code', title: '统一社会信用代码', width: 172, value: ({ code }) => code },
  {
    key: 'grade',
    title: '等级',
    width: 100,
    value: ({ title }) => title,
    render: ({ grade }) => <GradeTag grade={grade} />,
  },
  {
    key: 'points',
    title: '得分',
    width: 80,
    align: 'right',
    value: ({ points }) => (points === null ? '—' : sayPoints(points)),
  },
  { key: 'basis', title: '评定方式', width: 130, isOptional: true, value: ({ basis }) => gradeBasisTitles[basis] },
  { key: 'why', title: '为什么', width: 300, value: ({ reasons }) => reasons.map(({ text }) => text).join('') },
];
