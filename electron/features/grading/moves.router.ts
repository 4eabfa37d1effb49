import { actionTitles } from '../../../shared/features/actions.ts';
import { ListMoves, NoteMoves } from '../../../shared/features/grading/schemas.ts';
import { gradeTitle } from '../../../shared/kernel/policy-pack.ts';
import type { Context } from '../../app/context.ts';
import { command, query } from '../../app/procedures.ts';
import { gradingOffice } from '../../app/regrade.ts';
import { noted } from '../../app/run-command.ts';
import type { GradeMove } from './grade-changes.repo.ts';

/** 等级变动: which grades moved, why, by which command or day; 知悉 takes a line off the open ones. */
export const moveRoutes = {
  moves: query()
    .input(ListMoves)
    .query(({ ctx, input }) => ({
      lines: ctx.grading.moves(input).map((move) => moveLine(ctx, move)),
      total: ctx.grading.countMoves(input),
    })),

  /** What a filter can choose, and how many are not noted. */
  moveChoices: query().query(({ ctx }) => ({
    causes: ctx.grading.moveCauses().map((cause) => ({ cause, title: causeTitle(cause) })),
    open: ctx.grading.countMoves({ ...ListMoves.parse({}), isNoted: 'no' }),
  })),

  noteMoves: command('grading.note-moves', { may: ['operator', 'reviewer', 'leader'] })
    .input(NoteMoves)
    .mutation(({ ctx, input }) => {
      const out = new Set(input.except);
      const ids = input.all === null ? input.ids : ctx.grading.moveIds(input.all).filter((id) => !out.has(id));
      const count = ctx.grading.noteMoves(ids, ctx.account?.id ?? 0, ctx.now);
      return noted({ count }, `${count}项等级变动`, { count });
    }),
};

export function causeTitle(cause: string): string {
  return Object.hasOwn(actionTitles, cause) ? actionTitles[cause as keyof typeof actionTitles] : cause;
}

/** A move in the titles of the pack and of the command behind it. */
export function moveLine(ctx: Context, move: GradeMove) {
  const { pack } = gradingOffice(ctx);
  return {
    ...move,
    fromTitle: move.fromGrade === null ? null : gradeTitle(pack, move.fromGrade),
    toTitle: gradeTitle(pack, move.toGrade),
    causeTitle: causeTitle(move.cause),
  };
}
