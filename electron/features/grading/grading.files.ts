import { hash } from 'node:crypto';
import {
  nationalGradeColumns,
  nationalGradeSheetName,
} from '../../../shared/features/grading/national-grade-columns.ts';
import { readNationalGrades } from '../../../shared/features/grading/national-grades.ts';
import { citeArticle } from '../../../shared/kernel/pack-basis.ts';
import { done } from '../../../shared/kernel/result.ts';
import { madeExport } from '../../app/export-job.ts';
import { type FileRoutes, xlsx } from '../../app/files.ts';
import { officePack } from '../../app/office-pack.ts';
import { readWorkbook } from '../../workbooks/read.ts';
import { writeWorkbook } from '../../workbooks/write.ts';

/** 国家信用等级: in as a workbook; the template and what exports made out. */
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

  /** What an export has made. */
  download('grading/exports/:id', 'grading.export', ['operator', 'reviewer', 'leader'], ({ ctx, param }) =>
    madeExport(ctx, ctx.grading.exports, Number(param('id'))),
  );
}
