import { z } from 'zod';
import { recordKindTitles } from '../../../shared/features/grading/credit-records.ts';
import { measuresOf, visitsPerYear } from '../../../shared/features/grading/grade.ts';
import { EndRecord, NewRecord } from '../../../shared/features/grading/schemas.ts';
import { citeArticle, STANDING_WORDS } from '../../../shared/kernel/pack-basis.ts';
import { refuse } from '../../../shared/kernel/result.ts';
import { officePack } from '../../app/office-pack.ts';
import { command, notFound, query, router } from '../../app/procedures.ts';
import { regradeAll, regradeObjects } from '../../app/regrade.ts';
import { noted } from '../../app/run-command.ts';

const ById = z.object({ id: z.int() });

export const gradingRouter = router({
  /** 等级一览: every object of the roster with its grade and reasons. */
  list: query().query(({ ctx }) => ctx.grading.gradeLines()),

  /** One object: grade, measures of 制度第八至十一条, records, history. */
  object: query()
    .input(ById)
    .query(({ ctx, input }) => {
      const line = ctx.grading.gradeLines().find(({ objectId }) => objectId === input.id) ?? notFound('检查对象');
      const pack = officePack(ctx);
      const measures = line.current === null ? [] : measuresOf(pack, line.current.grade);
      return {
        ...line,
        visits: line.current === null ? null : visitsPerYear(pack, pack.defaultPreset, line.current),
        measures: measures.map(({ text, source }) => ({ text, article: citeArticle(source) })),
        records: ctx.grading.creditRecords(input.id),
        history: ctx.grading.gradeHistory(input.id),
      };
    }),

  /** The grades of the office's pack: meaning, national grades, ratio and visits of the preset in use. */
  rules: query().query(({ ctx }) => {
    const pack = officePack(ctx);
    const preset = pack.ratioPresets.find(({ id }) => id === pack.defaultPreset);
    return {
      pack: { id: pack.id, title: pack.title, version: pack.version },
      ungraded: { ...pack.ungraded, standing: STANDING_WORDS[pack.ungraded.standing] },
      grades: pack.grades.map(({ grade, meaning, national, source }) => ({
        grade,
        meaning,
        national,
        article: citeArticle(source),
        ratio: preset?.ratios[grade] ?? null,
      })),
      measures: pack.measures.map(({ text, grades, source }) => ({ text, grades, article: citeArticle(source) })),
      factors: pack.factors.map(({ name, source, standing }) => ({
        name,
        article: citeArticle(source),
        standing: STANDING_WORDS[standing],
      })),
      preset: preset === undefined ? null : { name: preset.name, standing: STANDING_WORDS[preset.standing] },
    };
  }),

  imports: query().query(({ ctx }) => ctx.grading.gradeImports()),

  /** What a file that was read would import; null when the preview is gone. */
  stage: query()
    .input(z.object({ stageId: z.int() }))
    .query(({ ctx, input }) => {
      const stage = ctx.grading.stages.find(ctx.account?.id ?? 0, input.stageId);
      return stage === null ? null : { stageId: input.stageId, fileName: stage.fileName, ...stage.staged };
    }),

  /** Imports the good rows and grades the whole roster anew, in one transaction. */
  confirmImport: command('grading.import', { may: ['operator'], backup: 'import' })
    .input(z.object({ stageId: z.int() }))
    .mutation(({ ctx, input }) => {
      const accountId = ctx.account?.id ?? 0;
      const stage = ctx.grading.stages.find(accountId, input.stageId);
      if (stage === null) return refuse('GRADE_STAGE_GONE');
      const { fileName, fileSha256, staged } = stage;
      if (staged.rows.length === 0) return refuse('NO_GRADES_TO_IMPORT');
      const earlier = ctx.grading.appliedImportOf(fileSha256);
      if (earlier !== null) return refuse('GRADES_ALREADY_IMPORTED', { importedAt: earlier.importedAt });
      const leftOut = staged.rowsRead - staged.rows.length;
      ctx.grading.insertGradeImport({ fileName, fileSha256, leftOut }, staged.rows, accountId, ctx.now);
      const regraded = regradeAll(ctx, 'grading.import');
      ctx.grading.stages.drop(accountId);
      const counts = { imported: staged.rows.length, leftOut, ...regraded };
      return noted(counts, fileName, { fileSha256, ...counts });
    }),

  undoImport: command('grading.undo-import', { may: ['operator'] })
    .input(ById)
    .mutation(({ ctx, input }) => {
      const batch = ctx.grading.gradeImportById(input.id);
      if (batch === null) return refuse('NOT_FOUND', { what: '导入记录' });
      if (batch.state === 'undone') return refuse('GRADE_IMPORT_UNDONE', { fileName: batch.fileName });
      ctx.grading.undoGradeImport(batch.id, ctx.account?.id ?? 0, ctx.now);
      const regraded = regradeAll(ctx, 'grading.undo-import');
      return noted(regraded, batch.fileName, { ...regraded });
    }),

  /** For objects that came in since, counts that aged out of their months, or a new version of the pack. */
  regrade: command('grading.regrade', { may: ['operator'] }).mutation(({ ctx }) => {
    const regraded = regradeAll(ctx, 'grading.regrade');
    return noted(regraded, '全部检查对象', { ...regraded });
  }),

  addRecord: command('grading.add-record', { may: ['operator'] })
    .input(NewRecord)
    .mutation(({ ctx, input }) => {
      const line = ctx.grading.gradeLines().find(({ objectId }) => objectId === input.objectId);
      if (line === undefined) return refuse('NOT_FOUND', { what: '检查对象' });
      if (input.happenedOn > ctx.today) return refuse('RECORD_IN_FUTURE', { on: input.happenedOn });
      ctx.grading.insertCreditRecord(input, ctx.account?.id ?? 0, ctx.now);
      regradeObjects(ctx, [input.objectId], 'grading.add-record');
      return noted(null, `${line.name}：${recordKindTitles[input.kind]}`, { ...input });
    }),

  /** 移出异常名录. */
  endRecord: command('grading.end-record', { may: ['operator'] })
    .input(EndRecord)
    .mutation(({ ctx, input }) => {
      const record = ctx.grading.creditRecordById(input.recordId);
      if (record === null || record.kind !== 'abnormal-list') return refuse('NOT_FOUND', { what: '异常名录记录' });
      if (input.endedOn > ctx.today) return refuse('RECORD_IN_FUTURE', { on: input.endedOn });
      if (input.endedOn < record.happenedOn) {
        return refuse('RECORD_ENDED_BEFORE', { happenedOn: record.happenedOn });
      }
      ctx.grading.endCreditRecord(record.id, input.endedOn);
      regradeObjects(ctx, [record.objectId], 'grading.end-record');
      return noted(null, `信用记录${record.id}`, { ...input });
    }),
});
