import { done } from '../../shared/kernel/result.ts';
import type { Template } from '../../shared/kernel/template.ts';
import { type SheetSpec, writeWorkbook } from '../workbooks/write.ts';
import type { Context } from './context.ts';
import { type FileReply, xlsx } from './files.ts';

/** A workbook of these sheets as a download. */
export async function workbook(ctx: Context, name: string, sheets: readonly SheetSpec[]) {
  const bytes = await writeWorkbook(ctx.ports.pool, { sheets, createdAt: ctx.now });
  return done<FileReply>({ name, type: xlsx, bytes });
}

/** An empty workbook to fill. */
export async function templateFile(ctx: Context, { fileName, sheets, notes }: Template) {
  const bytes = await writeWorkbook(ctx.ports.pool, { sheets, notes, createdAt: ctx.now });
  return done<FileReply>({ name: fileName, type: xlsx, bytes });
}
