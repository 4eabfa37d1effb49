import { hash } from 'node:crypto';
import {
  checkItemColumns,
  checkItemSheetName,
  checkItemTemplate,
} from '../../../shared/features/plans/check-item-columns.ts';
import { checkListDiffDocument } from '../../../shared/features/plans/check-item-diff.document.ts';
import { readCheckItems } from '../../../shared/features/plans/check-item-rows.ts';
import { checkListDocument } from '../../../shared/features/plans/check-items.document.ts';
import { type CheckItem, checkItemText } from '../../../shared/features/plans/check-items.ts';
import { done, refuse } from '../../../shared/kernel/result.ts';
import type { Context } from '../../app/context.ts';
import type { FileRoutes } from '../../app/files.ts';
import { printedNoted } from '../../app/print.ts';
import { templateFile, workbook } from '../../app/workbook-files.ts';
import { problemSheet } from '../../workbooks/problem-sheet.ts';
import { readWorkbook } from '../../workbooks/read.ts';
import type { SheetSpec } from '../../workbooks/write.ts';
import { differenceOf } from './check-item-words.ts';
import { listIn } from './check-item-write.ts';
import { pairOf } from './check-items.router.ts';

/** 随机抽查事项清单: in as a workbook, out for publication as a workbook and on paper. */
export function checkItemFiles({ upload, download }: FileRoutes): void {
  download('check-items/template', 'plans.export-list', 'anyone', ({ ctx }) => templateFile(ctx, checkItemTemplate));

  /** Reads the workbook against the draft as a job; its outcome is the stage to confirm. */
  upload('check-items/:id/import', 'plans.upload-list', ['operator'], ({ ctx, bytes, fileName, param }) => {
    const list = listIn(ctx, Number(param('id')), 'draft');
    if (!list.ok) return list;
    const accountId = ctx.account?.id ?? 0;
    const jobId = ctx.jobs.start(accountId, `读取随机抽查事项表 ${fileName}`, ctx.now, async (signal) => {
      const book = await readWorkbook(ctx.ports.pool, bytes, { signal });
      if (!book.ok) return book;
      const setting = { items: ctx.plans.checkItems.items(list.value.id), bureau: bureauOf(ctx) };
      const staged = readCheckItems(book.value, setting);
      if (!staged.ok) return staged;
      const fileSha256 = hash('sha256', bytes, 'hex');
      const stage = { listId: list.value.id, fileName, fileSha256, staged: staged.value };
      return done({ stageId: ctx.plans.checkItems.stages.keep(accountId, stage) });
    });
    return done({ jobId });
  });

  download('check-items/stages/:id/problems.xlsx', 'plans.upload-list', ['operator'], ({ ctx, param }) => {
    const stage = ctx.plans.checkItems.stages.find(ctx.account?.id ?? 0, Number(param('id')));
    if (stage === null) return refuse('LIST_STAGE_GONE');
    const name = stage.fileName.replace(/\.(?:xlsx|csv)$/i, '');
    return workbook(ctx, `${name}-问题清单.xlsx`, [problemSheet(stage.staged.problems)]);
  });

  download('check-items/:id/list.xlsx', 'plans.export-list', 'anyone', ({ ctx, param }) => {
    const list = ctx.plans.checkItems.listById(Number(param('id')));
    if (list === null) return refuse('NOT_FOUND', { what: '清单' });
    return workbook(ctx, `${list.title}.xlsx`, [itemSheet(ctx.plans.checkItems.items(list.id))]);
  });

  download('check-items/:id/list.pdf', 'plans.print-list', 'anyone', ({ ctx, param }) => {
    const list = ctx.plans.checkItems.listById(Number(param('id')));
    if (list === null) return refuse('NOT_FOUND', { what: '清单' });
    const items = ctx.plans.checkItems.items(list.id);
    return printedNoted(ctx, 'plans.print-list', checkListDocument({ list, items, printedOn: ctx.today }));
  });

  download('check-items/:from/:to/difference.pdf', 'plans.print-list', 'anyone', ({ ctx, param }) => {
    const pair = pairOf(ctx, Number(param('from')), Number(param('to')));
    if (pair === null) return refuse('NOT_FOUND', { what: '清单' });
    const difference = differenceOf(ctx, pair.before, pair.after);
    return printedNoted(
      ctx,
      'plans.print-list',
      checkListDiffDocument({ bureau: bureauOf(ctx), ...pair, difference, printedOn: ctx.today }),
    );
  });
}

function bureauOf(ctx: Context): string {
  return ctx.office.bureau()?.name ?? '';
}

/** The list in the layout of its template, numbered. */
function itemSheet(items: readonly CheckItem[]): SheetSpec {
  const columns = [{ heading: '序号', kind: 'number' as const, width: 6 }, ...checkItemColumns];
  const rows = items.map((item, i) => [
    i + 1,
    ...checkItemColumns.map(({ key }) => {
      if (key === 'code') return item.code;
      return key === 'inBatches' ? (item.inBatches ? '是' : '否') : checkItemText(item, key);
    }),
  ]);
  return { name: checkItemSheetName, columns, rows };
}
