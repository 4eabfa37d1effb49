import { z } from 'zod';
import { modelProblems } from '../../../shared/features/grading/model-problems.ts';
import {
  isShown,
  type TrialShow,
  trialCounts,
  trialMoves,
  trialShows,
} from '../../../shared/features/grading/trial.ts';
import { isOpen, type PolicyVersion, versionName } from '../../../shared/features/policies/versions.ts';
import { IndicatorModel, nodesOf } from '../../../shared/kernel/indicator-model.ts';
import { nameKey } from '../../../shared/kernel/normalise.ts';
import { PolicyPack } from '../../../shared/kernel/policy-pack.ts';
import type { PackShape } from '../../../shared/kernel/policy-shape.ts';
import { done, refuse } from '../../../shared/kernel/result.ts';
import type { Context } from '../../app/context.ts';
import { tryGrades } from '../../app/grade-trial.ts';
import { officePack } from '../../app/office-pack.ts';
import { keeping, notFound, query, router } from '../../app/procedures.ts';

const ofModel = z.object({ versionId: z.int(), modelId: z.string() });
/** What is typed may not hold together yet; what keeps it from being used is told in words. */
const TypedModel = z.custom<IndicatorModel>(
  (typed) => typeof typed === 'object' && typed !== null && 'indicators' in typed,
);

/** 评价模型: the models of the rule pack's versions; they are changed in its draft and come into force with it. */
export const modelsRouter = router({
  list: query().query(({ ctx }) => {
    const inForce = ctx.policies.versionOn(ctx.today);
    return ctx.policies.versions().flatMap((version) => {
      const pack = ctx.policies.content(version.id);
      if (pack === null) return [];
      return {
        versionId: version.id,
        name: versionName(pack),
        state: version.state,
        inForceOn: version.inForceOn,
        isInForce: version.id === inForce,
        isOpen: isOpen(version),
        national: pack.evaluation.national,
        models: pack.models.map((model) => ({
          id: model.id,
          title: model.title,
          version: model.version,
          scale: model.scale,
          indicators: nodesOf(model).filter(({ node }) => node !== 'group').length,
          standing: model.standing,
          isUsed: pack.evaluation.model === model.id,
        })),
      };
    });
  }),

  get: query()
    .input(ofModel)
    .query(({ ctx, input }) => {
      const version = ctx.policies.versionById(input.versionId) ?? notFound('规则包版本');
      const pack = ctx.policies.content(version.id) ?? notFound('规则包版本');
      const model = pack.models.find(({ id }) => id === input.modelId) ?? notFound('评价模型');
      return {
        versionId: version.id,
        name: versionName(pack),
        isOpen: isOpen(version),
        isUsed: pack.evaluation.model === model.id,
        nationalGrades: pack.grades.flatMap(({ national }) => national),
        today: ctx.today,
        model,
      };
    }),

  /** Keeps a model in the draft of the pack: in place of the one of its id, or as a new one. */
  save: keeping('policies.edit', { may: ['operator'] })
    .input(z.object({ versionId: z.int(), model: TypedModel }))
    .mutation(({ ctx, input }) => {
      const version = openVersion(ctx, input.versionId);
      if (version === null) return refuse('MODEL_VERSION_CLOSED');
      const problems = modelProblems(input.model);
      if (problems.length > 0) return refuse('MODEL_UNSOUND', { problems: problems.map(({ sentence }) => sentence) });
      const model = IndicatorModel.parse(input.model);
      const inForce = officePack(ctx).models.find(({ id }) => id === model.id);
      const next = { ...model, version: (inForce?.version ?? 0) + 1 };
      const pack = ctx.policies.content(version.id) ?? notFound('规则包版本');
      const others = pack.models.filter(({ id }) => id !== model.id);
      const isNew = others.length === pack.models.length;
      const models = isNew ? [...others, next] : pack.models.map((one) => (one.id === model.id ? next : one));
      writeModels(ctx, version, { ...pack, models }, next.title);
      return done({ modelId: next.id });
    }),

  /** A new model in the draft: blank, or as a copy of another. */
  copy: keeping('policies.edit', { may: ['operator'] })
    .input(z.object({ versionId: z.int(), title: z.string().trim().min(1).max(100), from: ofModel.nullable() }))
    .mutation(({ ctx, input }) => {
      const version = openVersion(ctx, input.versionId);
      const pack = version && ctx.policies.content(version.id);
      if (version === null || pack === null) return refuse('MODEL_VERSION_CLOSED');
      const { from, title } = input;
      const models = from === null ? [] : (ctx.policies.content(from.versionId)?.models ?? []);
      const source = from === null ? blankModel(pack) : models.find(({ id }) => id === from.modelId);
      if (source === undefined) return refuse('NOT_FOUND', { what: '评价模型' });
      const taken = new Set(
        ctx.policies
          .versions()
          .flatMap(({ id }) => ctx.policies.content(id)?.models ?? [])
          .map(({ id }) => id),
      );
      const id = freeName(taken);
      writeModels(
        ctx,
        version,
        { ...pack, models: [...pack.models, inGradesOf(pack, { ...source, id, title, version: 1 })] },
        title,
      );
      return done({ modelId: id });
    }),

  /** Out of the draft; versions in force keep it. */
  remove: keeping('policies.edit', { may: ['operator'] })
    .input(ofModel)
    .mutation(({ ctx, input }) => {
      const version = openVersion(ctx, input.versionId);
      if (version === null) return refuse('MODEL_VERSION_CLOSED');
      const pack = ctx.policies.content(version.id) ?? notFound('规则包版本');
      const model = pack.models.find(({ id }) => id === input.modelId);
      if (model === undefined) return refuse('NOT_FOUND', { what: '评价模型' });
      if (pack.evaluation.model === model.id) return refuse('MODEL_IN_USE', { title: model.title });
      const models = pack.models.filter(({ id }) => id !== model.id);
      writeModels(ctx, version, { ...pack, models }, model.title);
      return done(null);
    }),

  /**
   * Starts 全部企业试算 of a model as it stands on the screen, used in the pack in force, against the pack in force; or of two versions
   * of the pack. Gives the job's number; the job ends with the number of the trial.
   */
  try: query({ may: ['operator', 'reviewer', 'leader'] })
    .input(z.union([z.object({ model: TypedModel }), z.object({ beforeId: z.int(), afterId: z.int() })]))
    .mutation(({ ctx, input }) => {
      const packs = 'model' in input ? withModel(ctx, input.model) : ofVersions(ctx, input.beforeId, input.afterId);
      if (!packs.ok) return packs;
      const accountId = ctx.account?.id ?? 0;
      const { before, after, title } = packs.value;
      const jobId = ctx.jobs.start(accountId, title, ctx.now, async (signal, progress) => {
        const lines = await tryGrades(ctx, { before, after }, signal, progress);
        const trialId = ctx.grading.trials.keep(accountId, { title, lines, before, after });
        return done({ trialId });
      });
      return done({ jobId });
    }),

  /** What a trial came to, and a page of its enterprises; null when it is gone. */
  trial: query()
    .input(
      z.object({
        trialId: z.int(),
        show: z.enum(Object.keys(trialShows) as [TrialShow, ...TrialShow[]]),
        from: z.string().nullable(),
        to: z.string().nullable(),
        text: z.string(),
        offset: z.int().min(0),
        limit: z.int().min(1).max(2000),
      }),
    )
    .query(({ ctx, input }) => {
      const trial = ctx.grading.trials.find(ctx.account?.id ?? 0, input.trialId);
      if (trial === null) return null;
      const { before, after, title, lines } = trial;
      const text = nameKey(input.text);
      const kept = lines.filter(
        (line) =>
          isShown(line, input.show) &&
          (input.from === null || line.before.grade === input.from) &&
          (input.to === null || line.after.grade === input.to) &&
          (text === '' || nameKey(line.name).includes(text) || line.code.includes(text.toUpperCase())),
      );
      const letters = [...new Set([...before.grades, ...after.grades].map(({ grade }) => grade))].toSorted();
      return {
        title,
        total: lines.length,
        counts: trialCounts(lines, letters),
        moves: trialMoves(lines),
        titles: { before: titlesOf(before), after: titlesOf(after) },
        matching: kept.length,
        lines: kept.slice(input.offset, input.offset + input.limit),
      };
    }),
});

/** The least that is a model: one indicator. */
function blankModel(pack: PackShape): IndicatorModel {
  const source = { document: pack.documents[0]?.id ?? '', article: '本局自定' };
  const basis = { source, standing: 'unverified' as const };
  const reads = { kinds: ['penalty' as const], withinMonths: 12 };
  const rule = { kind: 'cumulative' as const, each: 500 };
  const indicator = {
    id: 'indicator-1',
    name: '行政处罚',
    weight: 1000,
    direction: '-' as const,
    reads,
    decay: null,
    rule,
  };
  return {
    id: 'model',
    version: 1,
    title: '新模型',
    scale: 100,
    indicators: [{ node: 'facts', ...indicator, ...basis }],
    vetoes: [],
    bonuses: [],
    bands: [],
    cases: [],
    ...basis,
  };
}

/** With a band for each grade of the pack: the model's own line where it has one, else the scale shared out evenly. */
function inGradesOf({ grades }: PackShape, model: IndicatorModel): IndicatorModel {
  const { bands, scale, source } = model;
  const isSame = bands.length === grades.length;
  return {
    ...model,
    bands: grades.map(({ grade }, index) => {
      const even = Math.floor((scale * (grades.length - 1 - index)) / grades.length);
      const own = isSame ? bands[index] : undefined;
      return { source, standing: 'unverified' as const, ...own, grade, from: own?.from ?? even };
    }),
  };
}

function freeName(taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) if (!taken.has(`model-${number}`)) return `model-${number}`;
}

function titlesOf({ grades }: PolicyPack): Readonly<Record<string, string>> {
  return Object.fromEntries(grades.map(({ grade, title }) => [grade, title]));
}

function openVersion(ctx: Context, id: number): PolicyVersion | null {
  const version = ctx.policies.versionById(id);
  return version !== null && isOpen(version) ? version : null;
}

function writeModels(ctx: Context, { id }: PolicyVersion, pack: PackShape, entry: string): void {
  ctx.policies.writeDraft(id, pack, { chapter: 'models', entry }, ctx.account?.id ?? 0, ctx.now);
}

/** The pack in force, and the same with the model in use: alone where the pack takes national grades directly, as it says otherwise. */
function withModel(ctx: Context, typed: IndicatorModel) {
  const problems = modelProblems(typed);
  if (problems.length > 0) return refuse('MODEL_UNSOUND', { problems: problems.map(({ sentence }) => sentence) });
  const before = officePack(ctx);
  const { national } = before.evaluation;
  const evaluation = {
    ...before.evaluation,
    national: national === 'direct' ? ('none' as const) : national,
    model: typed.id,
  };
  const models = [...before.models.filter(({ id }) => id !== typed.id), typed];
  const title = `试算“${typed.title}”`;
  return done({ title, before, after: { ...before, evaluation, models } });
}

function ofVersions(ctx: Context, beforeId: number, afterId: number) {
  const [before, after] = [soundPack(ctx, beforeId), soundPack(ctx, afterId)];
  if (before === null || after === null) return refuse('PACK_UNSOUND_FOR_TRIAL');
  return done({ title: `${versionName(before)}与${versionName(after)}对照`, before, after });
}

/** A draft may not hold together yet. */
function soundPack(ctx: Context, versionId: number): PolicyPack | null {
  const parsed = PolicyPack.safeParse(ctx.policies.content(versionId));
  return parsed.success ? parsed.data : null;
}
