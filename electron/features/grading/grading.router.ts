import { z } from 'zod';
import { measuresOf, visitsPerYear } from '../../../shared/features/grading/grade.ts';
import { usesNationalGrades } from '../../../shared/features/grading/national-grades.ts';
import { ListFrozen, ListGrades } from '../../../shared/features/grading/schemas.ts';
import { businessRoles } from '../../../shared/features/office/roles.ts';
import { isLocalDate, yearOf } from '../../../shared/kernel/local-date.ts';
import { citeArticle, STANDING_WORDS } from '../../../shared/kernel/pack-basis.ts';
import { gradeTitle, type PolicyPack, presetInUse } from '../../../shared/kernel/policy-pack.ts';
import { refuse } from '../../../shared/kernel/result.ts';
import type { Context } from '../../app/context.ts';
import { officePack } from '../../app/office-pack.ts';
import { longCommand, notFound, query, router } from '../../app/procedures.ts';
import { gradingOffice, regradingAll } from '../../app/regrade.ts';
import { noted, runLongCommand } from '../../app/run-command.ts';
import { effectReport } from './effect.ts';
import { explanationOf, whatIfOf } from './explained.ts';
import { frozenGrades } from './frozen-grades.ts';
import { gradeExportsRouter } from './grade-exports.router.ts';
import type { GradeLine } from './grade-list.repo.ts';
import type { StagedGradeFile } from './grading.repo.ts';
import { manualRoutes } from './manual.router.ts';
import { modelsRouter } from './models.router.ts';
import { causeTitle, moveRoutes } from './moves.router.ts';

const ById = z.object({ id: z.int() });
const DayOrNone = z.string().refine((on) => on === '' || isLocalDate(on), '请选择日期');
const EffectSpan = z.object({ fromOn: DayOrNone, toOn: DayOrNone, versionId: z.int().nullable() });
const ByObject = z.object({ objectId: z.int() });

export const gradingRouter = router({
  models: modelsRouter,
  exports: gradeExportsRouter,

  /** 效果评估 of the days given, this year so far where none are. */
  effect: query()
    .input(EffectSpan)
    .query(({ ctx, input }) =>
      effectReport(ctx, {
        fromOn: input.fromOn === '' ? `${yearOf(ctx.today)}-01-01` : input.fromOn,
        toOn: input.toOn === '' ? ctx.today : input.toOn,
        versionId: input.versionId,
      }),
    ),

  /** 等级一览: a page of the roster with grades and reasons. */
  list: query()
    .input(ListGrades.prefault({}))
    .query(({ ctx, input }) => {
      const pack = officePack(ctx);
      return {
        lines: ctx.grading.gradeLines(input).map((line) => titled(pack, line)),
        total: ctx.grading.countGradeLines(input),
      };
    }),

  /** How many of the roster have each grade of the pack. */
  counts: query().query(({ ctx }) => {
    const { pack, model } = gradingOffice(ctx);
    const counts = ctx.grading.gradeCounts();
    return {
      grades: pack.grades.map(({ grade, title, meaning }) => ({
        grade,
        title,
        meaning,
        count: counts.get(grade) ?? 0,
      })),
      ungraded: counts.get(null) ?? 0,
      hasModel: model !== null,
      usesNational: usesNationalGrades(pack),
    };
  }),

  /** One object: grade, measures of 制度第八至十一条, history. */
  object: query()
    .input(ById)
    .query(({ ctx, input }) => {
      const line = ctx.grading.gradeLineOf(input.id) ?? notFound('检查对象');
      const pack = officePack(ctx);
      const measures = line.current === null ? [] : measuresOf(pack, line.current.grade);
      return {
        ...titled(pack, line),
        visits: line.current === null ? null : visitsPerYear(pack, pack.defaultPreset, line.current),
        measures: measures.map(({ text, source }) => ({ text, article: citeArticle(source) })),
        history: ctx.grading.gradeHistory(input.id).map((change) => ({
          ...change,
          fromTitle: change.fromGrade === null ? null : gradeTitle(pack, change.fromGrade),
          toTitle: gradeTitle(pack, change.toGrade),
          causeTitle: causeTitle(change.cause),
        })),
      };
    }),

  /** 为什么是这个等级: sentences, points, facts and articles; null for an object that was never graded. */
  explanation: query()
    .input(ByObject)
    .query(({ ctx, input }) => explanationOf(ctx, input.objectId)),

  /** Without each record, after each repair, on later days; null for an object that was never graded. */
  whatIf: query()
    .input(ByObject)
    .query(({ ctx, input }) => whatIfOf(ctx, input.objectId)),

  /** Every national grade an enterprise was given, by batch. */
  nationalHistory: query()
    .input(ByObject)
    .query(({ ctx, input }) => ctx.grading.nationalGradesOf(input.objectId)),

  /** 当时的等级及理由: of one object, or the heads of the snapshot; null where the draw has none. */
  snapshot: query()
    .input(z.object({ drawId: z.int(), objectId: z.int() }))
    .query(({ ctx, input }) => {
      const snapshot = ctx.grading.gradeSnapshot(input.drawId);
      if (snapshot === null) return null;
      const pack = officePack(ctx);
      const grade = ctx.grading.snapshotGrades(input.drawId).get(input.objectId) ?? null;
      return { ...snapshot, grade: grade === null ? null : { ...grade, title: gradeTitle(pack, grade.grade) } };
    }),

  /** A page of the grades as they stood when a draw was frozen, and how many had each; null where none were kept. */
  frozen: query({ may: businessRoles })
    .input(ListFrozen)
    .query(({ ctx, input }) => {
      const found = frozenGrades(ctx, input);
      if (found === null) return null;
      const { snapshot, pack, lines, counts, ungraded } = found;
      return {
        takenAt: snapshot.takenAt,
        pack: { title: pack.title, version: snapshot.packVersion },
        grades: pack.grades.map(({ grade, title }) => ({ grade, title, count: counts.get(grade) ?? 0 })),
        ungraded,
        total: lines.length,
        lines: lines
          .slice(input.offset, input.offset + input.limit)
          .map((line) => ({ ...line, title: gradeTitle(pack, line.grade) })),
      };
    }),

  /** The grades of the office's pack: meaning, national grades, ratio and visits of the preset in use. */
  rules: query().query(({ ctx }) => {
    const pack = officePack(ctx);
    const preset = presetInUse(pack);
    return {
      pack: { id: pack.id, title: pack.title, version: pack.version },
      evaluation: {
        national: usesNationalGrades(pack) ? pack.evaluation.national : ('none' as const),
        article: citeArticle(pack.evaluation.source),
      },
      ungraded: {
        ...pack.ungraded,
        title: gradeTitle(pack, pack.ungraded.grade),
        standing: STANDING_WORDS[pack.ungraded.standing],
      },
      grades: pack.grades.map(({ grade, title, meaning, national, source }) => ({
        grade,
        title,
        meaning,
        national,
        article: citeArticle(source),
        ratio: preset.ratios[grade] ?? null,
      })),
      measures: pack.measures.map(({ text, grades, source }) => ({
        text,
        grades: grades.map((grade) => gradeTitle(pack, grade)),
        article: citeArticle(source),
      })),
      factors: pack.factors.map(({ name, source, standing }) => ({
        name,
        article: citeArticle(source),
        standing: STANDING_WORDS[standing],
      })),
      preset: { name: preset.name, standing: STANDING_WORDS[preset.standing] },
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
  confirmImport: longCommand('grading.import', { may: ['operator'], title: '导入国家信用等级' })
    .input(z.object({ stageId: z.int() }))
    .mutation(async ({ ctx, input, signal, progress }) => {
      const stage = ctx.grading.stages.find(ctx.account?.id ?? 0, input.stageId);
      if (stage === null) return refuse('GRADE_STAGE_GONE');
      if (stage.staged.rows.length === 0) return refuse('NO_GRADES_TO_IMPORT');
      const earlier = ctx.grading.appliedImportOf(stage.fileSha256);
      if (earlier !== null) return refuse('GRADES_ALREADY_IMPORTED', { importedAt: earlier.importedAt });
      const steps = () => importing(ctx, stage);
      return runLongCommand(ctx, 'grading.import', steps, { backup: 'import', signal, progress });
    }),

  undoImport: longCommand('grading.undo-import', { may: ['operator'], title: '撤销国家信用等级的导入' })
    .input(ById)
    .mutation(async ({ ctx, input, signal, progress }) => {
      const batch = ctx.grading.gradeImportById(input.id);
      if (batch === null) return refuse('NOT_FOUND', { what: '导入记录' });
      if (batch.state === 'undone') return refuse('GRADE_IMPORT_UNDONE', { fileName: batch.fileName });
      const steps = function* () {
        ctx.grading.undoGradeImport(batch.id, ctx.account?.id ?? 0, ctx.now);
        const regraded = yield* regradingAll(ctx, 'grading.undo-import');
        return noted(regraded, batch.fileName, { ...regraded });
      };
      return runLongCommand(ctx, 'grading.undo-import', steps, { signal, progress });
    }),

  /** For objects that came in since; everything else is graded anew when it changes. */
  regrade: longCommand('grading.regrade', { may: ['operator'], title: '重新评定信用等级' }).mutation(
    ({ ctx, signal, progress }) => {
      const steps = function* () {
        const regraded = yield* regradingAll(ctx, 'grading.regrade');
        return noted(regraded, '全部检查对象', { ...regraded });
      };
      return runLongCommand(ctx, 'grading.regrade', steps, { signal, progress });
    },
  ),

  ...moveRoutes,
  ...manualRoutes,
});

function* importing(ctx: Context, { fileName, fileSha256, staged }: StagedGradeFile) {
  const accountId = ctx.account?.id ?? 0;
  const leftOut = staged.rowsRead - staged.rows.length;
  ctx.grading.insertGradeImport({ fileName, fileSha256, leftOut }, staged.rows, accountId, ctx.now);
  const regraded = yield* regradingAll(ctx, 'grading.import');
  ctx.grading.stages.drop(accountId);
  const counts = { imported: staged.rows.length, leftOut, ...regraded };
  return noted(counts, fileName, { fileSha256, ...counts });
}

function titled(pack: PolicyPack, line: GradeLine) {
  return { ...line, title: line.current === null ? null : gradeTitle(pack, line.current.grade) };
}
