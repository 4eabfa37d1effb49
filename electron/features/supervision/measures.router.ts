import { z } from 'zod';
import { measuresOfRound } from '../../../shared/features/supervision/measure-rules.ts';
import {
  AddMeasure,
  AssignMeasures,
  CancelMeasures,
  FinishMeasures,
  LinkTalk,
  MeasureList,
  type MeasureSelection,
  OpenRound,
  ReopenMeasure,
  RoundFilter,
} from '../../../shared/features/supervision/measure-schemas.ts';
import { yearOf } from '../../../shared/kernel/local-date.ts';
import type { Measure } from '../../../shared/kernel/policy-entries.ts';
import { gradeTitle, type PolicyPack } from '../../../shared/kernel/policy-pack.ts';
import { refuse } from '../../../shared/kernel/result.ts';
import type { Context } from '../../app/context.ts';
import { officePack } from '../../app/office-pack.ts';
import { command, longCommand, notFound, query, router } from '../../app/procedures.ts';
import { noted, runLongCommand } from '../../app/run-command.ts';
import { articleOf, measureMaker } from './follow-measures.ts';
import { keyCoverage } from './key-coverage.ts';
import type { MeasureLine, RoundObject, StepBy } from './measures.repo.ts';

const may = ['operator'] as const;

/** 措施任务: what a grade brings, opened, handed to somebody, done with a record, or taken back. */
export const measuresRouter = router({
  list: query()
    .input(MeasureList)
    .query(({ ctx, input }) => ctx.supervision.measures.list(input, ctx.today)),
  counts: query().query(({ ctx }) => ctx.supervision.measures.counts(ctx.today)),
  one: query()
    .input(z.object({ id: z.int() }))
    .query(({ ctx, input: { id } }) => {
      const task = ctx.supervision.measures.byId(id) ?? notFound('措施任务');
      const together = task.recordId === null ? 0 : ctx.supervision.measures.tasksOfRecord(task.recordId);
      return { ...task, steps: ctx.supervision.measures.steps(id), together };
    }),

  /** What forms and filters choose from. */
  choices: query().query(({ ctx }) => {
    const pack = officePack(ctx);
    return {
      measures: pack.measures.map((measure) => ({
        id: measure.id,
        text: measure.text,
        kind: measure.kind,
        grades: measure.grades.map((grade) => ({ grade, title: gradeTitle(pack, grade) })),
        opensTask: measure.opensTask,
        dueWorkingDays: measure.dueWorkingDays,
        article: articleOf(measure),
      })),
      grades: pack.grades.map(({ grade, title }) => ({ grade, title })),
      sections: ctx.office.sections(),
      officers: officersAtWork(ctx),
      years: ctx.supervision.measures.years(),
    };
  }),

  /** What a round would open, measure by measure, before it is made. */
  previewRound: query()
    .input(z.object({ year: z.int().min(2000).max(2099), filter: RoundFilter }))
    .query(({ ctx, input: { year, filter } }) => {
      const pack = officePack(ctx);
      const counts = new Map<string, number>();
      let enterprises = 0;
      const graded = ctx.supervision.measures.roundObjects(filter);
      for (const { opens } of roundOf(ctx, pack, graded, filter, year)) {
        if (opens.length > 0) enterprises += 1;
        for (const { id } of opens) counts.set(id, (counts.get(id) ?? 0) + 1);
      }
      const lines = wantedMeasures(pack, filter).map((measure) => ({
        id: measure.id,
        text: measure.text,
        dueWorkingDays: measure.dueWorkingDays,
        article: articleOf(measure),
        opens: counts.get(measure.id) ?? 0,
      }));
      return { graded: graded.length, enterprises, tasks: lines.reduce((sum, { opens }) => sum + opens, 0), lines };
    }),

  openRound: longCommand('supervision.open-round', { may, title: '生成本年措施任务' })
    .input(OpenRound)
    .mutation(({ ctx, input, signal, progress }) =>
      runLongCommand(ctx, 'supervision.open-round', () => roundSteps(ctx, input), { signal, progress }),
    ),

  add: command('supervision.add-measure', { may })
    .input(AddMeasure)
    .mutation(({ ctx, input }) => {
      const pack = officePack(ctx);
      const measure = pack.measures.find(({ id }) => id === input.measureId);
      if (measure === undefined) return refuse('NOT_IN_PACK', { what: '这项措施' });
      if (input.dueOn !== undefined && input.dueOn < ctx.today) return dueInThePast(ctx, input.dueOn);
      if (input.officerId !== null && ctx.rosters.officerById(input.officerId) === null) {
        return refuse('NOT_FOUND', { what: '承办人' });
      }
      const make = measureMaker(ctx, pack);
      const { objectIds, ground, section, officerId, warningId = null, dueOn = null } = input;
      const names: string[] = [];
      for (const objectId of new Set(objectIds)) {
        const enterprise = ctx.supervision.followed.enterprise(objectId);
        if (enterprise === null) return refuse('NOT_FOUND', { what: '检查对象' });
        const own = ctx.supervision.measures.ofObject(objectId);
        if (own.some(({ measureId, state }) => measureId === measure.id && state === 'open')) {
          return refuse('MEASURE_ALREADY_OPEN', { name: enterprise.name, measure: measure.text });
        }
        const given = { objectId, year: yearOf(ctx.today), grade: enterprise.grade, origin: 'hand', ground } as const;
        const task = make(measure, { ...given, section, officerId, warningId });
        ctx.supervision.measures.insert({ ...task, dueOn: dueOn ?? task.dueOn });
        names.push(enterprise.name);
      }
      const [first = ''] = names;
      const subject = names.length === 1 ? first : `${first}等${names.length}户`;
      return noted({ tasks: names.length }, `${subject}：${measure.text}`, { ground });
    }),

  assign: longCommand('supervision.assign-measures', { may, title: '分派措施任务' })
    .input(AssignMeasures)
    .mutation(({ ctx, input: { selection, section, officerId, dueOn = null }, signal, progress }) =>
      runLongCommand(
        ctx,
        'supervision.assign-measures',
        function* () {
          const officer = officerId === null ? null : ctx.rosters.officerById(officerId);
          if (officerId !== null && officer === null) return refuse('NOT_FOUND', { what: '承办人' });
          if (dueOn !== null && dueOn < ctx.today) return dueInThePast(ctx, dueOn);
          const who = [section, officer?.name ?? ''].filter((part) => part !== '').join(' ');
          const note = `${who === '' ? '不指定承办人' : `交${who}承办`}${dueOn === null ? '' : `，期限${dueOn}`}`;
          const put = (id: number, by: StepBy) =>
            ctx.supervision.measures.assign(id, { section, officerId, dueOn }, note, by);
          return yield* openSteps(ctx, selection, put, { note });
        },
        { signal, progress },
      ),
    ),

  finish: longCommand('supervision.finish-measures', { may, title: '办结措施任务' })
    .input(FinishMeasures)
    .mutation(({ ctx, input: { selection, ...record }, signal, progress }) =>
      runLongCommand(ctx, 'supervision.finish-measures', () => finishSteps(ctx, selection, record), {
        signal,
        progress,
      }),
    ),

  cancel: longCommand('supervision.cancel-measures', { may, title: '取消措施任务' })
    .input(CancelMeasures)
    .mutation(({ ctx, input: { selection, reason }, signal, progress }) =>
      runLongCommand(
        ctx,
        'supervision.cancel-measures',
        () => openSteps(ctx, selection, (id, by) => ctx.supervision.measures.cancel(id, reason, by), { reason }),
        { signal, progress },
      ),
    ),

  /** 撤回办结 or 撤回取消: it waits again. */
  reopen: command('supervision.reopen-measure', { may })
    .input(ReopenMeasure)
    .mutation(({ ctx, input: { id, reason } }) => {
      const task = ctx.supervision.measures.byId(id);
      if (task === null) return refuse('NOT_FOUND', { what: '措施任务' });
      if (task.state === 'open') return refuse('MEASURE_STILL_OPEN', { name: task.objectName, measure: task.text });
      const own = ctx.supervision.measures.ofObject(task.objectId);
      if (own.some(({ measureId, state }) => measureId === task.measureId && state === 'open')) {
        return refuse('MEASURE_ALREADY_OPEN', { name: task.objectName, measure: task.text });
      }
      ctx.supervision.measures.reopen(id, task.recordId, reason, byNow(ctx));
      return noted({ id }, subjectOf(task), { reason });
    }),

  /** The 约谈 of the same enterprise that carries out a measure of that kind. */
  linkTalk: command('supervision.link-talk', { may })
    .input(LinkTalk)
    .mutation(({ ctx, input: { id, talkId } }) => {
      const task = ctx.supervision.measures.byId(id);
      if (task === null || task.kind !== 'talk') return refuse('NOT_FOUND', { what: '约谈措施' });
      const talk = ctx.supervision.measures.talksOf(task.objectId).find((one) => one.id === talkId);
      if (talk === undefined) return refuse('NOT_FOUND', { what: '该企业的约谈' });
      ctx.supervision.measures.linkTalk(id, talkId, `由约谈${talk.number}落实`, byNow(ctx));
      return noted({ id }, subjectOf(task), { talk: talk.number });
    }),

  talksOf: query()
    .input(z.object({ objectId: z.int() }))
    .query(({ ctx, input }) => ctx.supervision.measures.talksOf(input.objectId)),

  /** 重点企业一年、一般企业三年全覆盖, and 增益性服务. 陈巴尔虎旗方案 第5项. */
  keyCoverage: query().query(({ ctx }) => keyCoverage(ctx)),
});

function dueInThePast(ctx: Context, on: string) {
  return refuse('DAY_BEFORE', { what: '办理期限', on, after: '今天', afterOn: ctx.today });
}

/** Who can be given a task. */
function officersAtWork(ctx: Context) {
  return ctx.rosters
    .officers()
    .filter(({ status }) => status === '在岗')
    .map(({ id, name, unit, section }) => ({ id, name, unit, section }));
}

function wantedMeasures(pack: PolicyPack, { measureIds }: Pick<RoundFilter, 'measureIds'>): readonly Measure[] {
  return pack.measures.filter(({ id, opensTask }) => opensTask && (measureIds.length === 0 || measureIds.includes(id)));
}

function* roundOf(
  ctx: Context,
  pack: PolicyPack,
  graded: readonly RoundObject[],
  filter: RoundFilter,
  year: number,
): Generator<{ readonly object: RoundObject; readonly opens: readonly Measure[] }> {
  const wanted = wantedMeasures(pack, filter);
  const standing = ctx.supervision.measures.standing(year);
  for (const object of graded) {
    yield { object, opens: measuresOfRound(wanted, object.grade, standing.get(object.id) ?? [], year) };
  }
}

function* roundSteps(ctx: Context, { year, filter, section, officerId, dueOn, expected }: OpenRound) {
  const pack = officePack(ctx);
  const make = measureMaker(ctx, pack);
  const graded = ctx.supervision.measures.roundObjects(filter);
  const ground = `${year}年度措施`;
  if (dueOn !== undefined && dueOn < ctx.today) return dueInThePast(ctx, dueOn);
  if (officerId !== null && ctx.rosters.officerById(officerId) === null) return refuse('NOT_FOUND', { what: '承办人' });
  let [tasks, looked] = [0, 0];
  for (const { object, opens } of roundOf(ctx, pack, graded, filter, year)) {
    for (const measure of opens) {
      const given = { objectId: object.id, year, grade: object.grade, origin: 'round', ground } as const;
      ctx.supervision.measures.insert(make(measure, { ...given, section, officerId, dueOn: dueOn ?? null }));
      tasks += 1;
    }
    looked += 1;
    yield { done: looked, total: graded.length };
  }
  if (tasks !== expected) return refuse('ROUND_OUTDATED', { expected, found: tasks });
  return noted({ tasks }, ground, { tasks, enterprises: looked });
}

type Record = Omit<FinishMeasures, 'selection'>;

function* finishSteps(ctx: Context, selection: MeasureSelection, record: Record) {
  if (record.doneOn > ctx.today) return refuse('DAY_NOT_YET', { what: '办理日期', on: record.doneOn });
  const ids = ctx.supervision.measures.ids(selection, ctx.today);
  const { open } = ctx.supervision.measures.glance(ids);
  if (open === 0) return refuse('NO_OPEN_MEASURES');
  const recordId = ctx.supervision.measures.insertRecord(record, ctx.account?.id ?? 0, ctx.now);
  const note = `${record.doneOn}由${record.doneBy}办理：${record.what}；结果：${record.result}`;
  const put = (id: number, by: StepBy) => ctx.supervision.measures.finish(id, recordId, note, by);
  const outcome = yield* openSteps(ctx, { ids }, put, { recordId, doneOn: record.doneOn, what: record.what });
  return outcome.ok ? { ...outcome, value: { ...outcome.value, recordId } } : outcome;
}

/** Does something to each chosen task that is open, in steps; the others are left as they are. */
function* openSteps(
  ctx: Context,
  selection: MeasureSelection | { readonly ids: readonly number[] },
  put: (id: number, by: StepBy) => void,
  details: { readonly [name: string]: unknown },
) {
  const { measures } = ctx.supervision;
  const ids = measures.ids(selection as MeasureSelection, ctx.today);
  const { names, open } = measures.glance(ids);
  if (open === 0) return refuse('NO_OPEN_MEASURES');
  const by = byNow(ctx);
  for (const [index, id] of ids.entries()) {
    put(id, by);
    yield { done: index + 1, total: ids.length };
  }
  const [first = ''] = names;
  return noted({ tasks: open }, open === 1 ? first : `${first}等${open}项`, { ...details, tasks: open });
}

function subjectOf({ objectName, text }: Pick<MeasureLine, 'objectName' | 'text'>): string {
  return `${objectName}：${text}`;
}

function byNow(ctx: Context): StepBy {
  return { at: ctx.now, byName: ctx.account?.name ?? '' };
}
