import { gradeBasisTitles } from '../../../shared/features/grading/grade.ts';
import { sayPoints } from '../../../shared/features/grading/grade-reasons.ts';
import { FrozenFilter, ListGrades, ListMoves } from '../../../shared/features/grading/schemas.ts';
import { localTimeOf } from '../../../shared/kernel/local-date.ts';
import { gradeTitle, type PolicyPack } from '../../../shared/kernel/policy-pack.ts';
import { refuse } from '../../../shared/kernel/result.ts';
import type { Context } from '../../app/context.ts';
import { type RowsToExport, startExport } from '../../app/export-job.ts';
import { officePack } from '../../app/office-pack.ts';
import { command, notFound, router } from '../../app/procedures.ts';
import { noted } from '../../app/run-command.ts';
import type { ColumnSpec } from '../../workbooks/write.ts';
import { frozenGrades } from './frozen-grades.ts';
import type { GradeLine } from './grade-list.repo.ts';
import { moveLine } from './moves.router.ts';

const may = { may: ['operator', 'reviewer', 'leader'] } as const;
/** The risk class is for internal use and never published. */
const notes = ['信用等级仅供内部监管使用，不公开。'];

/** What the lists of grades keep, as workbooks; a job each, so that a whole roster can be had. */
export const gradeExportsRouter = router({
  /** 等级一览 as it is filtered and sorted. */
  grades: command('grading.export', may)
    .input(ListGrades)
    .mutation(({ ctx, input }) => {
      const pack = officePack(ctx);
      const rows: RowsToExport = {
        ...{ sheet: '信用等级一览', columns: gradeColumns, notes },
        total: ctx.grading.countGradeLines(input),
        part: (offset, limit) =>
          ctx.grading.gradeLines({ ...input, offset, limit }).map((line) => gradeRow(line, line.current, pack)),
      };
      const { offset: _, limit: __, ...filter } = input;
      return exported(ctx, rows, '信用等级一览', filter);
    }),

  /** 等级变动 as it is filtered. */
  moves: command('grading.export', may)
    .input(ListMoves)
    .mutation(({ ctx, input }) => {
      const rows: RowsToExport = {
        ...{ sheet: '等级变动', columns: moveColumns, notes },
        total: ctx.grading.countMoves(input),
        part: (offset, limit) =>
          ctx.grading.moves({ ...input, offset, limit }).map((move) => moveRow(moveLine(ctx, move))),
      };
      const { offset: _, limit: __, ...filter } = input;
      return exported(ctx, rows, '等级变动', filter);
    }),

  /** The grades as they stood when a draw was frozen. */
  frozen: command('grading.export', may)
    .input(FrozenFilter)
    .mutation(({ ctx, input }) => {
      const { draw, pack, lines } = frozenGrades(ctx, input) ?? notFound('冻结时的等级');
      const rows: RowsToExport = {
        ...{ sheet: '冻结时的等级', columns: gradeColumns, notes },
        total: lines.length,
        part: (offset, limit) => lines.slice(offset, offset + limit).map((line) => gradeRow(line, line, pack)),
      };
      return exported(ctx, rows, `${draw.number}冻结时的等级`, input);
    }),
});

function exported(ctx: Context, rows: RowsToExport, name: string, filter: object) {
  if (rows.total === 0) return refuse('NOTHING_TO_EXPORT');
  const jobId = startExport(ctx, ctx.grading.exports, `${name}-${ctx.today}.xlsx`, rows);
  return noted({ jobId }, name, { entries: rows.total, filter });
}

const gradeColumns: readonly ColumnSpec[] = [
  { heading: '企业名称', kind: 'text', width: 36 },
  { heading: '统一社会信用代码', kind: 'text', width: 22 },
  { heading: '信用等级', kind: 'text', width: 10 },
  { heading: '得分', kind: 'text', width: 10 },
  { heading: '国家信用等级', kind: 'text', width: 14 },
  { heading: '评定方式', kind: 'text', width: 16 },
  { heading: '评定理由', kind: 'text', width: 60 },
  { heading: '依据', kind: 'text', width: 20 },
];

type Given = Pick<NonNullable<GradeLine['current']>, 'grade' | 'basis' | 'points' | 'nationalGrade' | 'reasons'>;

function gradeRow(
  { name, code }: Pick<GradeLine, 'name' | 'code'>,
  given: Given | null,
  pack: PolicyPack,
): readonly string[] {
  if (given === null) return [name, code, '未评定', '', '', '', '', ''];
  const { grade, nationalGrade, basis, points, reasons } = given;
  return [
    name,
    code,
    gradeTitle(pack, grade),
    points === null ? '' : sayPoints(points),
    nationalGrade ?? '无',
    gradeBasisTitles[basis],
    reasons.map(({ text }) => text).join(''),
    [...new Set(reasons.map(({ article }) => article))].join('、'),
  ];
}

const moveColumns: readonly ColumnSpec[] = [
  { heading: '时间', kind: 'text', width: 18 },
  { heading: '企业名称', kind: 'text', width: 36 },
  { heading: '统一社会信用代码', kind: 'text', width: 22 },
  { heading: '原等级', kind: 'text', width: 10 },
  { heading: '现等级', kind: 'text', width: 10 },
  { heading: '原得分', kind: 'text', width: 10 },
  { heading: '现得分', kind: 'text', width: 10 },
  { heading: '为什么', kind: 'text', width: 60 },
  { heading: '因何变动', kind: 'text', width: 20 },
  { heading: '办理人', kind: 'text', width: 12 },
  { heading: '知悉', kind: 'text', width: 12 },
];

function moveRow(move: ReturnType<typeof moveLine>): readonly string[] {
  const { changedAt, name, code, fromTitle, toTitle, fromPoints, toPoints, why, changedBy, notedBy } = move;
  return [
    localTimeOf(changedAt).slice(0, 16),
    name ?? '（已不在名录）',
    code,
    fromTitle ?? '',
    toTitle,
    fromPoints === null ? '' : sayPoints(fromPoints),
    toPoints === null ? '' : sayPoints(toPoints),
    why.map(({ text }) => text).join(''),
    move.causeTitle,
    changedBy ?? '到日自动',
    notedBy ?? '未知悉',
  ];
}
