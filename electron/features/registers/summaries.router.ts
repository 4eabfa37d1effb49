import { ById, EditSummary, NewSummary, ReviewSummary } from '../../../shared/features/registers/schemas.ts';
import {
  gradeWordIn,
  type Section,
  type Summary,
  type SummaryState,
  summaryPeriod,
  summaryStateTitles,
  summaryTitle,
  unwritten,
} from '../../../shared/features/registers/summary.ts';
import { draftSummary } from '../../../shared/features/registers/summary-draft.ts';
import { tidyPoolFilter } from '../../../shared/kernel/pool-filter.ts';
import { done, refuse } from '../../../shared/kernel/result.ts';
import type { Context } from '../../app/context.ts';
import { officePack } from '../../app/office-pack.ts';
import { command, notFound, query } from '../../app/procedures.ts';
import { noted } from '../../app/run-command.ts';
import { summaryInputs } from '../../app/year-figures.ts';
import { bureauName, byOf } from './register-context.ts';

const may = { may: ['operator'] } as const;
type Asked = Pick<Summary, 'kind' | 'year' | 'field' | 'fromOn' | 'toOn' | 'filter' | 'isInternal'>;

/** 总结: drafted from the figures, edited, approved by another; every version is kept. */
export const summaryCalls = {
  summaries: query().query(({ ctx }) =>
    ctx.registers.summaries().map(({ newest: { sections: _sections, figures, ...newest }, ...summary }) => ({
      ...summary,
      newest: { ...newest, asOf: figures.asOf },
    })),
  ),

  summary: query()
    .input(ById)
    .query(({ ctx, input }) => ({
      ...(ctx.registers.summaryById(input.id) ?? notFound('总结')),
      versions: ctx.registers.summaryVersions(input.id),
      steps: ctx.registers.summarySteps(input.id),
      isOwn: ctx.registers.summaryWriters(input.id).includes(ctx.account?.id ?? 0),
    })),

  /** The fields a summary can be about (吴忠 22). */
  summaryFields: query().query(({ ctx }) => officePack(ctx).fields.map(({ name }) => name)),

  draftSummary: command('registers.draft-summary', may)
    .input(NewSummary)
    .mutation(({ ctx, input }) => {
      const { kind, year, isInternal } = input;
      const field = kind === 'field' ? input.field : null;
      const asked: Asked = {
        kind,
        year,
        field,
        isInternal,
        ...summaryPeriod(kind, year),
        filter: tidyPoolFilter(input.filter),
      };
      if (asked.fromOn > ctx.today) return refuse('PERIOD_NOT_BEGUN', { fromOn: asked.fromOn });
      const id = ctx.registers.insertSummary(asked, ctx.now);
      const text = draftOf(ctx, asked);
      ctx.registers.insertSummaryVersion(id, text, byOf(ctx));
      return noted({ id }, text.title, { isInternal });
    }),

  /** 按最新数据重新起草: a new version of figures and text; what was edited stays in the version before. */
  redraftSummary: command('registers.edit-summary', may)
    .input(ById)
    .mutation(({ ctx, input }) => {
      const found = summaryIn(ctx, input.id, ['draft', 'returned', 'approved']);
      if (!found.ok) return found;
      const text = draftOf(ctx, found.value);
      ctx.registers.insertSummaryVersion(input.id, { ...text, title: found.value.newest.title }, byOf(ctx));
      return noted(null, found.value.newest.title, { redrafted: true });
    }),

  editSummary: command('registers.edit-summary', may)
    .input(EditSummary)
    .mutation(({ ctx, input: { id, title, sections } }) => {
      const found = summaryIn(ctx, id, ['draft', 'returned', 'approved']);
      if (!found.ok) return found;
      const { newest, isInternal } = found.value;
      if (newest.title === title && JSON.stringify(newest.sections) === JSON.stringify(sections)) {
        return refuse('SUMMARY_UNCHANGED', { title });
      }
      const told = isInternal ? null : tellsGrade(ctx, title, sections);
      if (told !== null) return refuse('SUMMARY_TELLS_GRADE', told);
      ctx.registers.insertSummaryVersion(id, { title, sections, figures: newest.figures }, byOf(ctx));
      return noted(null, title, { version: newest.version + 1 });
    }),

  submitSummary: command('registers.submit-summary', may)
    .input(ById)
    .mutation(({ ctx, input }) => step(ctx, input.id, ['draft', 'returned'], { step: 'submit', opinion: '' })),

  returnSummary: command('registers.return-summary', { may: ['reviewer', 'leader'] })
    .input(ReviewSummary)
    .mutation(({ ctx, input: { id, opinion } }) => step(ctx, id, ['submitted'], { step: 'return', opinion })),

  /** By somebody who wrote none of its versions. */
  approveSummary: command('registers.approve-summary', { may: ['reviewer', 'leader'] })
    .input(ReviewSummary)
    .mutation(({ ctx, input: { id, opinion } }) => step(ctx, id, ['submitted'], { step: 'approve', opinion })),
};

function draftOf(ctx: Context, asked: Asked) {
  const inputs = summaryInputs(ctx, asked);
  const { kind, year, field } = asked;
  const bureau = bureauName(ctx);
  return {
    title: summaryTitle({ bureau, kind, year, field }),
    figures: inputs.figures,
    sections: draftSummary({ bureau, kind, year, field, ...inputs }),
  };
}

function summaryIn(ctx: Context, id: number, states: readonly SummaryState[]) {
  const summary = ctx.registers.summaryById(id);
  if (summary === null) return refuse('NOT_FOUND', { what: '总结' });
  const { state, newest } = summary;
  if (states.includes(state)) return done(summary);
  return refuse('SUMMARY_STATE', { title: newest.title, state: summaryStateTitles[state] });
}

function step(
  ctx: Context,
  id: number,
  states: readonly SummaryState[],
  taken: { readonly step: 'submit' | 'return' | 'approve'; readonly opinion: string },
) {
  const found = summaryIn(ctx, id, states);
  if (!found.ok) return found;
  const { newest } = found.value;
  const open = taken.step === 'submit' ? unwritten(newest.sections) : [];
  if (open.length > 0) return refuse('SUMMARY_UNFINISHED', { title: newest.title, sections: open });
  const isOwn = ctx.registers.summaryWriters(id).includes(ctx.account?.id ?? 0);
  if (taken.step !== 'submit' && isOwn) return refuse('OWN_SUMMARY', { title: newest.title });
  ctx.registers.insertSummaryStep(id, { ...taken, version: newest.version }, byOf(ctx));
  return noted(null, newest.title, { version: newest.version, opinion: taken.opinion });
}

/** Where a text for outside tells the risk class; null where it does not. */
function tellsGrade(ctx: Context, title: string, sections: readonly Section[]) {
  const titles = officePack(ctx).grades.map((grade) => grade.title);
  const all = [{ heading: title, text: title }, ...sections];
  for (const { heading, text } of all) {
    const found = gradeWordIn(`${heading}\n${text}`, titles);
    if (found !== null) return { section: heading === '' ? '开头' : heading, found };
  }
  return null;
}
