import type { z } from 'zod';
import {
  cadreLetterBody,
  dayOfStep,
  type LetterState,
  type LetterStep,
  letterNumber,
  letterStateTitles,
} from '../../../shared/features/registers/letter.ts';
import {
  ById,
  DayAndText,
  EditLetter,
  NewLetters,
  ReviewLetter,
  WithdrawLetter,
} from '../../../shared/features/registers/schemas.ts';
import { gradeWordIn } from '../../../shared/features/registers/summary.ts';
import { yearOf } from '../../../shared/kernel/local-date.ts';
import { done, refuse } from '../../../shared/kernel/result.ts';
import type { Context } from '../../app/context.ts';
import { officePack } from '../../app/office-pack.ts';
import { command, notFound, query } from '../../app/procedures.ts';
import { letterSources } from '../../app/register-links.ts';
import { noted } from '../../app/run-command.ts';
import { byOf } from './register-context.ts';

const may = { may: ['operator'] } as const;

/** 通报函 to departments and 干部失信通报: drafted, signed by another, dispatched, answered. 陈巴尔虎旗方案 第三部分第6、9项. */
export const letterCalls = {
  letters: query().query(({ ctx }) => ctx.registers.letters()),

  letter: query()
    .input(ById)
    .query(({ ctx, input }) => ({
      ...(ctx.registers.letterById(input.id) ?? notFound('通报函')),
      versions: ctx.registers.letterVersions(input.id),
      isOwn: ctx.registers.letterWriters(input.id).includes(ctx.account?.id ?? 0),
    })),

  /** Whom the pack has notified, and what letters can be about, with the text they start with. */
  letterChoices: query().query(({ ctx }) => ({
    departments: officePack(ctx).notifiedDepartments.map(({ name }) => name),
    sources: letterSources(ctx),
    cadreBody: cadreLetterBody({ name: '', conduct: '' }),
  })),

  /** One letter a department, numbered one after another. */
  draftLetters: command('registers.draft-letters', may)
    .input(NewLetters)
    .mutation(({ ctx, input: { addressees, title, body, ...about } }) => {
      const told = tellsGrade(ctx, `${title}\n${body}`);
      if (told !== null) return told;
      if (!isKnown(ctx, about)) return refuse('NOT_FOUND', { what: '通报所依据的名单、台账记录或企业' });
      const year = yearOf(ctx.today);
      const shortName = ctx.office.bureau()?.shortName ?? '';
      const made = [...new Set(addressees)].map((addressee) => {
        const serial = ctx.registers.nextLetterSerial(year);
        const number = letterNumber(shortName, year, serial);
        const letter = { ...about, sourceId: about.source === 'none' ? null : about.sourceId };
        const id = ctx.registers.insertLetter(
          { ...letter, addressee, year, serial, number },
          { title, body },
          byOf(ctx),
        );
        return { id, number };
      });
      return noted({ letters: made }, about.subjectName, { numbers: made.map(({ number }) => number), addressees });
    }),

  editLetter: command('registers.edit-letter', may)
    .input(EditLetter)
    .mutation(({ ctx, input: { id, ...text } }) => {
      const found = letterIn(ctx, id, ['draft', 'returned']);
      if (!found.ok) return found;
      const told = tellsGrade(ctx, `${text.title}\n${text.body}`);
      if (told !== null) return told;
      ctx.registers.insertLetterVersion(id, text, byOf(ctx));
      return noted(null, found.value.number, { version: found.value.newest.version + 1 });
    }),

  approveLetter: command('registers.approve-letter', { may: ['leader', 'reviewer'] })
    .input(ById)
    .mutation(({ ctx, input }) => review(ctx, input.id, 'approve', '')),

  returnLetter: command('registers.return-letter', { may: ['leader', 'reviewer'] })
    .input(ReviewLetter)
    .mutation(({ ctx, input: { id, opinion } }) => review(ctx, id, 'return', opinion)),

  dispatchLetter: command('registers.dispatch-letter', may)
    .input(DayAndText)
    .mutation(({ ctx, input }) => dated(ctx, input, 'dispatch')),

  answerLetter: command('registers.answer-letter', may)
    .input(DayAndText)
    .mutation(({ ctx, input }) => dated(ctx, input, 'answer')),

  /** 撤回: before it is dispatched; the number stays used. */
  withdrawLetter: command('registers.withdraw-letter', may)
    .input(WithdrawLetter)
    .mutation(({ ctx, input: { id, reason } }) => {
      const found = letterIn(ctx, id, ['draft', 'returned', 'approved']);
      if (!found.ok) return found;
      const { newest, number } = found.value;
      const step = { version: newest.version, step: 'withdraw', onDay: ctx.today, text: reason } as const;
      ctx.registers.insertLetterStep(id, step, byOf(ctx));
      return noted(null, number, { reason });
    }),
};

/** Whether what a letter says it is about is there. */
function isKnown(
  ctx: Context,
  { source, sourceId, objectId }: Pick<z.infer<typeof NewLetters>, 'source' | 'sourceId' | 'objectId'>,
): boolean {
  const isObject = objectId === null || ctx.rosters.objectById(objectId) !== null;
  return (
    isObject && (source === 'none' || letterSources(ctx).some((one) => one.source === source && one.id === sourceId))
  );
}

function letterIn(ctx: Context, id: number, states: readonly LetterState[]) {
  const letter = ctx.registers.letterById(id);
  if (letter === null) return refuse('NOT_FOUND', { what: '通报函' });
  const { number, state } = letter;
  return states.includes(state) ? done(letter) : refuse('LETTER_STATE', { number, state: letterStateTitles[state] });
}

function review(ctx: Context, id: number, step: 'approve' | 'return', text: string) {
  const found = letterIn(ctx, id, ['draft']);
  if (!found.ok) return found;
  const { number, newest } = found.value;
  if (ctx.registers.letterWriters(id).includes(ctx.account?.id ?? 0)) return refuse('OWN_LETTER', { number });
  ctx.registers.insertLetterStep(id, { version: newest.version, step, onDay: ctx.today, text }, byOf(ctx));
  return noted(null, number, { opinion: text });
}

/** 发出 after signing, 答复 after that. */
function dated(
  ctx: Context,
  { id, onDay, text }: { id: number; onDay: string; text: string },
  step: 'dispatch' | 'answer',
) {
  const states: readonly LetterState[] = step === 'dispatch' ? ['approved'] : ['dispatched', 'answered'];
  const found = letterIn(ctx, id, states);
  if (!found.ok) return found;
  const { number, newest, steps } = found.value;
  const what = step === 'dispatch' ? '发出日期' : '答复日期';
  if (onDay > ctx.today) return refuse('DAY_NOT_COME', { on: onDay, what });
  const before: LetterStep['step'] = step === 'dispatch' ? 'approve' : 'dispatch';
  const earliest = dayOfStep(steps, before) ?? onDay;
  if (onDay < earliest) return refuse('LETTER_BEFORE', { earliest, what });
  ctx.registers.insertLetterStep(id, { version: newest.version, step, onDay, text }, byOf(ctx));
  return noted(null, number, { onDay, text });
}

/** No letter tells the risk class. */
function tellsGrade(ctx: Context, text: string) {
  const found = gradeWordIn(
    text,
    officePack(ctx).grades.map(({ title }) => title),
  );
  return found === null ? null : refuse('LETTER_TELLS_GRADE', { found });
}
