import { hash } from 'node:crypto';
import { gradeBasisTitles } from '../../../shared/features/grading/grade.ts';
import { sayPoints } from '../../../shared/features/grading/grade-reasons.ts';
import {
  nationalGradeColumns,
  nationalGradeSheetName,
} from '../../../shared/features/grading/national-grade-columns.ts';
import { readNationalGrades } from '../../../shared/features/grading/national-grades.ts';
import { ListGrades } from '../../../shared/features/grading/schemas.ts';
import { citeArticle } from '../../../shared/kernel/pack-basis.ts';
import { gradeTitle, type PolicyPack } from '../../../shared/kernel/policy-pack.ts';
import { done } from '../../../shared/kernel/result.ts';
import { type FileRoutes, xlsx } from '../../app/files.ts';
import { officePack } from '../../app/office-pack.ts';
import { readWorkbook } from '../../workbooks/read.ts';
import { type ColumnSpec, writeWorkbook } from '../../workbooks/write.ts';
import type { GradeLine } from './grade-list.repo.ts';

/** 国家信用等级: in as a workbook; the template and the list of grades out. */
export function gradingFiles({ upload, download }: FileRoutes): void {
  /** Reads the workbook as a job; its outcome is the stage to confirm. */
  upload('grading/import', 'grading.upload', ['operator'], ({ ctx, bytes, fileName }) => {
    const accountId = ctx.account?.id ?? 0;
    const pack = officePack(ctx);
    const jobId = ctx.jobs.start(accountId, `读取国家信用等级表 ${fileName}`, ctx.now, async (signal) => {
      const book = await readWorkbook(ctx.ports.pool, bytes, { signal });
      if (!book.ok) return book;
      const staged = readNationalGrades(book.value, ctx.grading.gradedRoster(), pack, ctx.today);
      if (!staged.ok) return staged;
      const fileSha256 = hash('sha256', bytes, 'hex');
      return done({ stageId: ctx.grading.stages.keep(accountId, { fileName, fileSha256, staged: staged.value }) });
    });
    return done({ jobId });
  });

  download('grading/template', 'grading.export', 'anyone', async ({ ctx }) => {
    const notes = [
      `国家信用等级填表说明（${citeArticle(officePack(ctx).evaluation.source)}）`,
      ...nationalGradeColumns.flatMap(({ heading, note }) => (note === undefined ? [] : [`${heading}：${note}`])),
    ];
    const sheets = [{ name: nationalGradeSheetName, columns: nationalGradeColumns, rows: [] }];
    const bytes = await writeWorkbook(ctx.ports.pool, { sheets, notes, createdAt: ctx.now });
    return done({ name: '国家信用等级导入模板.xlsx', type: xlsx, bytes });
  });

  download('grading/list', 'grading.export', 'anyone', async ({ ctx }) => {
    const pack = officePack(ctx);
    const lines = ctx.grading.gradeLines({
      ...ListGrades.parse({}),
      limit: ctx.grading.countGradeLines(ListGrades.parse({})),
    });
    const rows = lines.map((line) => rowOf(line, pack));
    const sheets = [{ name: '信用等级一览', columns: listColumns, rows }];
    const bytes = await writeWorkbook(ctx.ports.pool, { sheets, notes: [INTERNAL], createdAt: ctx.now });
    return done({ name: `信用等级一览-${ctx.today}.xlsx`, type: xlsx, bytes });
  });
}

/** The risk class is for internal use and never published. */
const INTERNAL = '信用等级仅供内部监管使用，不公开。';

const listColumns: readonly ColumnSpec[] = [
  { heading: '企业名称', kind: 'text', width: 36 },
  { heading: '统一社会信用代码', kind: 'text', width: 22 },
  { heading: '信用等级', kind: 'text', width: 10 },
  { heading: '得分', kind: 'text', width: 10 },
  { heading: '国家信用等级', kind: 'text', width: 14 },
  { heading: '评定方式', kind: 'text', width: 16 },
  { heading: '评定理由', kind: 'text', width: 60 },
  { heading: '依据', kind: 'text', width: 20 },
];

function rowOf({ name, code, current }: GradeLine, pack: PolicyPack): string[] {
  if (current === null) return [name, code, '未评定', '', '', '', '', ''];
  const reasons = current.reasons.map(({ text }) => text).join('');
  const articles = [...new Set(current.reasons.map(({ article }) => article))].join('、');
  const points = current.points === null ? '' : sayPoints(current.points);
  const { grade, nationalGrade, basis } = current;
  return [
    name,
    code,
    gradeTitle(pack, grade),
    points,
    nationalGrade ?? '无',
    gradeBasisTitles[basis],
    reasons,
    articles,
  ];
}
