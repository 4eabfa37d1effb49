import { createHash } from 'node:crypto';
import { retentionTitles } from '../../../shared/features/dossiers/schemas.ts';
import { done, refuse } from '../../../shared/kernel/result.ts';
import { assembleDossier } from '../../app/assemble-dossier.ts';
import { type FileRoutes, xlsx } from '../../app/files.ts';
import { print } from '../../app/print.ts';
import { noted, runCommand } from '../../app/run-command.ts';
import { hidesTargets, subjectOf } from '../../app/targets.ts';
import { writeWorkbook } from '../../workbooks/write.ts';

/** 卷宗 of one inspection in one file, and the register of archives as a workbook. */
export function dossierFiles({ download }: FileRoutes): void {
  download('dossiers/register.xlsx', 'dossier.print', 'anyone', async ({ ctx }) => {
    const headings = [
      '归档号',
      '检查对象',
      '统一社会信用代码',
      '任务编号',
      '任务名称',
      '保管期限',
      '归档日期',
      '立卷人',
      '页数',
    ];
    const widths = [12, 36, 22, 26, 30, 10, 12, 12, 8];
    const rows = ctx.dossiers
      .register()
      .map((line) => [
        line.archiveNumber,
        line.objectName,
        line.objectCode,
        line.taskNumber,
        line.taskTitle,
        retentionTitles[line.retention],
        line.filedOn,
        line.filedBy,
        line.pages === null ? '' : `${line.pages}`,
      ]);
    const columns = headings.map((heading, i) => ({ heading, kind: 'text' as const, width: widths[i] ?? 12 }));
    const bytes = await writeWorkbook(ctx.ports.pool, {
      sheets: [{ name: '档案登记簿', columns, rows }],
      createdAt: ctx.now,
    });
    return done({ name: `档案登记簿-${ctx.today}.xlsx`, type: xlsx, bytes });
  });

  /** Also printed before filing, to look at: the cover then says （未归档）. */
  download('dossiers/:file', 'dossier.print', 'anyone', async ({ ctx, param }) => {
    const inspection = ctx.inspections.inspectionById(Number(/^(\d+)\.pdf$/.exec(param('file'))?.[1] ?? 0));
    if (inspection === null) return refuse('INSPECTION_NOT_FOUND');
    // The 抽取记录 in it shows every object of the draw.
    if (hidesTargets(ctx, inspection.drawId)) return refuse('TARGETS_NOT_PUBLIC', { number: inspection.drawNumber });
    const dossier = assembleDossier(ctx, inspection);
    const printed = await print(ctx.ports, { dossier });
    if (!printed.ok) return printed;
    const { bytes, pages } = printed.value;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const entered = runCommand(ctx, 'dossier.print', 'anyone', () => {
      const printedBy = ctx.account?.id ?? 0;
      ctx.dossiers.insertPrint({ inspectionId: inspection.id, sha256, pages, printedAt: ctx.now, printedBy });
      return noted(null, subjectOf(inspection), { sha256, pages });
    });
    if (!entered.ok) return entered;
    return done({ name: `${dossier.title}.pdf`, type: 'application/pdf' as const, bytes, inline: true });
  });
}
