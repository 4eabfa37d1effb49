import { z } from 'zod';
import type { EntryField } from '../../../shared/features/rosters/check-objects.ts';
import { labelOf } from '../../../shared/features/rosters/entries.ts';
import { chooseSide, chooseTwins, decisionOn } from '../../../shared/features/rosters/object-choices.ts';
import { ChangeReason } from '../../../shared/features/rosters/schemas.ts';
import { faultOf, toRemember } from '../../../shared/kernel/column-mapping.ts';
import { redactText } from '../../../shared/kernel/redact.ts';
import { done, refuse } from '../../../shared/kernel/result.ts';
import type { SheetColumn } from '../../../shared/kernel/sheet-columns.ts';
import type { Context } from '../../app/context.ts';
import { change, command, query } from '../../app/procedures.ts';
import { noted } from '../../app/run-command.ts';
import { checkFile, wantedColumns } from './check-import.ts';
import type { ObjectStage, Stage } from './import-stages.ts';
import { changingLines, twinLine, updateLine } from './rosters.import.ts';

const Id = z.object({ id: z.int() });
const Page = Id.extend({ offset: z.int().min(0).default(0), limit: z.int().min(1).max(200).default(50) });
const may = { may: ['operator'] } as const;
const nothing = { total: 0, lines: [] } as const;

/** What a person decides about a file before it is written: its columns, whose values stand, what is the same enterprise. */
export const importChoiceCalls = {
  /** The sheets of a file with their headings and first values, to choose its columns; null when it no longer waits. */
  importColumns: query()
    .input(Id)
    .query(({ ctx, input }) => {
      const stage = stageOf(ctx, input.id);
      if (stage === null) return null;
      const wanted: readonly SheetColumn[] = wantedColumns[stage.kind];
      return {
        fileName: stage.fileName,
        outlines: stage.outlines.map((outline) => ({
          ...outline,
          columns: outline.columns.map((column) => ({
            ...column,
            samples: column.samples.map((text) => redactText(text)),
          })),
        })),
        sheet: stage.chosen?.sheet ?? (stage.state === 'checked' ? stage.sheet : null),
        chosen: stage.chosen?.fields ?? null,
        fields: wanted.map(({ key, heading, required = false }) => ({ key, heading, isRequired: required })),
      };
    }),

  /** 对应各列: the file is checked anew with these columns; `remember` applies them by themselves to the same headings. */
  mapColumns: command('rosters.map-columns', may)
    .input(
      Id.extend({
        sheet: z.string(),
        fields: z.array(z.string().max(40).nullable()).max(200),
        remember: z.boolean(),
      }),
    )
    .mutation(({ ctx, input: { id, sheet, fields, remember } }) => {
      const stage = stageOf(ctx, id);
      const outline = stage?.outlines.find((one) => one.sheet === sheet);
      if (stage === null || outline === undefined) return refuse('STAGE_GONE');
      const wanted: readonly SheetColumn[] = wantedColumns[stage.kind];
      const known = new Set(wanted.map(({ key }) => key));
      const chosen = fields.map((field) => (field !== null && known.has(field) ? field : null));
      const fault = faultOf(chosen, wanted);
      if (fault !== null) return refuse('COLUMNS_UNFIT', fault);
      if (remember && ctx.account !== null) {
        const by = { at: ctx.now, byId: ctx.account.id };
        ctx.rosters.rememberMapping(stage.kind, toRemember(outline, chosen), by);
      }
      const jobId = checkAnew(ctx, id, { ...stage, chosen: { sheet, fields: chosen } });
      return noted({ jobId }, stage.fileName, { sheet, remember });
    }),

  /** 不再记住: the file is read again without the columns remembered for its headings. */
  forgetColumns: command('rosters.forget-columns', may)
    .input(Id)
    .mutation(({ ctx, input }) => {
      const stage = stageOf(ctx, input.id);
      if (stage?.state !== 'checked' || stage.rememberedId === null) return refuse('STAGE_GONE');
      ctx.rosters.forgetMapping(stage.rememberedId);
      return noted({ jobId: checkAnew(ctx, input.id, { ...stage, chosen: null }) }, stage.fileName);
    }),

  /** Rows that would change an entry, field by field; and each field with the number of rows it differs in. */
  importUpdates: query()
    .input(Page)
    .query(({ ctx, input }) => {
      const stage = objectStageOf(ctx, input.id);
      if (stage === null) return { ...nothing, fields: [], blankErases: false };
      const lines = changingLines(stage);
      return {
        total: lines.length,
        lines: lines.slice(input.offset, input.offset + input.limit).map((line) => updateLine(stage, line)),
        fields: stage.checked.filled.map((key) => ({ key, label: labelOf(key) })),
        blankErases: stage.choices.blankErases,
      };
    }),

  /** 用文件 or 保留名录: for everything, a field, a row, or a field of a row. The newest choice holds. */
  chooseSide: change('rosters.stage-import', may)
    .input(
      Id.extend({
        row: z.int().nullable().default(null),
        field: z.string().nullable().default(null),
        side: z.enum(['file', 'roster']),
      }),
    )
    .mutation(({ ctx, input: { id, row, field, side } }) => {
      const stage = objectStageOf(ctx, id);
      if (stage === null) return refuse('STAGE_GONE');
      const choices = chooseSide(stage.choices, { row, side, field: field as EntryField | null });
      ctx.rosters.stages.replace(id, { ...stage, choices });
      return done(null);
    }),

  /** 空白也覆盖. */
  chooseBlanks: change('rosters.stage-import', may)
    .input(Id.extend({ blankErases: z.boolean() }))
    .mutation(({ ctx, input: { id, blankErases } }) => {
      const stage = objectStageOf(ctx, id);
      if (stage === null) return refuse('STAGE_GONE');
      ctx.rosters.stages.replace(id, { ...stage, choices: { ...stage.choices, blankErases } });
      return done(null);
    }),

  /** Rows that may be an enterprise of the roster under another code. */
  importTwins: query()
    .input(Page)
    .query(({ ctx, input }) => {
      const stage = objectStageOf(ctx, input.id);
      if (stage === null) return nothing;
      const { twins } = stage.checked;
      const shown = twins.slice(input.offset, input.offset + input.limit);
      return { total: twins.length, lines: shown.map((line) => twinLine(stage, line)) };
    }),

  /** 合并, 另立一户 or 不导入, with the reason the history keeps; no rows: all of them. */
  chooseTwins: change('rosters.stage-import', may)
    .input(
      Id.extend({
        rows: z.array(z.int()).max(2_000),
        decision: z.enum(['merge', 'own', 'leave']),
        reason: ChangeReason,
      }),
    )
    .mutation(({ ctx, input: { id, rows, decision, reason } }) => {
      const stage = objectStageOf(ctx, id);
      if (stage === null) return refuse('STAGE_GONE');
      const meant = new Set(rows);
      const all = stage.checked.twins.map((line) => stage.rows.at(line));
      const chosen = all.filter(({ row }) => meant.size === 0 || meant.has(row));
      const choices = chooseTwins(
        stage.choices,
        chosen.map(({ row }) => row),
        { decision, reason },
      );
      const mergedInto = new Map<number, number>();
      for (const { row, twin } of all) {
        if (twin === null || decisionOn(choices, row) !== 'merge') continue;
        const first = mergedInto.get(twin.id);
        if (first !== undefined) return refuse('MERGED_TWICE', { name: twin.entry.name, rows: [first, row] });
        mergedInto.set(twin.id, row);
      }
      ctx.rosters.stages.replace(id, { ...stage, choices });
      return done(null);
    }),
};

function stageOf(ctx: Context, id: number): Stage | null {
  return ctx.rosters.stages.find(ctx.account?.id ?? 0, id);
}

function objectStageOf(ctx: Context, id: number): ObjectStage | null {
  const stage = stageOf(ctx, id);
  return stage?.state === 'checked' && stage.kind === 'objects' ? stage : null;
}

function checkAnew(ctx: Context, id: number, stage: Stage): number {
  const { kind, accountId, fileName, fileSha256, bytes, chosen } = stage;
  const file = { kind, accountId, fileName, fileSha256, bytes, chosen };
  return ctx.jobs.start(accountId, `检查${fileName}`, ctx.now, async (signal, progress) => {
    const checked = await checkFile(ctx, file, { signal, progress });
    if (!checked.ok) return checked;
    ctx.rosters.stages.replace(id, checked.value);
    return done({ stageId: id });
  });
}
