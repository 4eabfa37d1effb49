import { hash } from 'node:crypto';
import { pastTemplate } from '../../../shared/features/inspections/past-columns.ts';
import { done, refuse } from '../../../shared/kernel/result.ts';
import type { FileRoutes } from '../../app/files.ts';
import { templateFile, workbook } from '../../app/workbook-files.ts';
import { problemSheet } from '../../workbooks/problem-sheet.ts';
import { readWorkbook } from '../../workbooks/read.ts';
import { stagePast } from './past-inspections.import.ts';

/** 以往检查: the template out, a workbook in to be checked, its problems out. */
export function pastInspectionFiles({ download, upload }: FileRoutes): void {
  download('inspections/past-template.xlsx', 'inspection.past-template', 'anyone', ({ ctx }) =>
    templateFile(ctx, pastTemplate),
  );

  /** Reads the workbook as a job; its outcome is the stage to confirm. */
  upload('inspections/past', 'inspection.stage-past', ['operator'], ({ ctx, bytes, fileName }) => {
    const accountId = ctx.account?.id ?? 0;
    const jobId = ctx.jobs.start(accountId, `检查${fileName}`, ctx.now, async (signal) => {
      const book = await readWorkbook(ctx.ports.pool, bytes, { signal });
      if (!book.ok) return book;
      const staged = stagePast(ctx, book.value);
      if (!staged.ok) return staged;
      const file = { fileName, fileSha256: hash('sha256', bytes, 'hex'), sheets: book.value };
      return done({ stageId: ctx.inspections.past.stages.keep(accountId, { ...file, staged: staged.value }) });
    });
    return done({ jobId });
  });

  download('inspections/past-stages/:id/problems.xlsx', 'inspection.stage-past', ['operator'], ({ ctx, param }) => {
    const stage = ctx.inspections.past.stages.find(ctx.account?.id ?? 0, Number(param('id')));
    if (stage === null) return refuse('PAST_STAGE_GONE');
    const name = stage.fileName.replace(/\.[^.]*$/, '');
    return workbook(ctx, `${name}-问题清单.xlsx`, [problemSheet(stage.staged.problems)]);
  });
}
