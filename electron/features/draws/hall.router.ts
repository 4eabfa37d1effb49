import { readAnnounced } from '../../../shared/features/draws/digits.ts';
import { writeDigits } from '../../../shared/features/draws/roster-files.ts';
import { seedOf } from '../../../shared/features/draws/run-draw.ts';
import {
  ConfirmDigits,
  ConfirmSeed,
  DrawId,
  EchoDigits,
  RevealActInput,
  Tick,
} from '../../../shared/features/draws/schemas.ts';
import type { DrawView, DrawWitness } from '../../../shared/features/draws/views.ts';
import { nameKey } from '../../../shared/kernel/normalise.ts';
import { done, refuse } from '../../../shared/kernel/result.ts';
import { command, keeping, notFound, query } from '../../app/procedures.ts';
import { noted } from '../../app/run-command.ts';
import { drawForHall } from '../../app/targets.ts';
import { atState } from './draw-steps.ts';
import { projection } from './projection.ts';
import { actOnReveal, revealNow } from './reveal.ts';

/** 见证取数 and 确认封存, and what the hall sees. */
export const hallCalls = {
  /** 见证取数, first half: on the screen for the witness to read; full-width digits are turned into ASCII and said so. */
  echoDigits: command('draws.echo-digits', { may: ['operator'] })
    .input(EchoDigits)
    .mutation(({ ctx, input }) => {
      const draw = atState(ctx, input.drawId, ['frozen', 'seeding']);
      if (!draw.ok) return draw;
      const next = witnessInTurn(draw.value);
      if (next?.position !== input.position) return refuse('NOT_THE_NEXT_WITNESS', { next: next?.name ?? '' });
      const announced = readAnnounced(input.typed, next.digitCount);
      if (!announced.ok) return announced;
      const rolledBy = next.isDice ? input.rolledBy || next.name : null;
      const operators = [draw.value.operatorName, ctx.account?.name ?? ''].map(nameKey);
      if (rolledBy !== null && operators.includes(nameKey(rolledBy))) {
        return refuse('ROLLER_IS_OPERATOR', { name: rolledBy });
      }
      const { digits, normalised } = announced.value;
      const { id, number } = draw.value;
      ctx.draws.setEcho(id, { position: next.position, digits, way: input.way, rolledBy }, ctx.now);
      return noted({ digits, normalised }, number, { witness: next.name, digits, way: input.way });
    }),

  /** 见证取数, second half: the witness confirms what the screen shows; from here on it stands. */
  confirmDigits: command('draws.confirm-digits', { may: ['operator'] })
    .input(ConfirmDigits)
    .mutation(({ ctx, input }) => {
      const draw = atState(ctx, input.drawId, ['frozen', 'seeding']);
      if (!draw.ok) return draw;
      const { id, number, echo } = draw.value;
      const next = witnessInTurn(draw.value);
      if (next?.position !== input.position) return refuse('NOT_THE_NEXT_WITNESS', { next: next?.name ?? '' });
      if (echo?.position !== next.position || echo.digits !== input.digits) {
        return refuse('ECHO_CHANGED', { name: next.name, shown: echo?.position === next.position ? echo.digits : '' });
      }
      const { digits, way, rolledBy } = echo;
      ctx.draws.setDigits(id, next.position, digits, ctx.now);
      ctx.draws.keepTaking(id, next.position, way, rolledBy);
      return noted({ digits }, number, { witness: next.name, digits, way, ...(rolledBy !== null && { rolledBy }) });
    }),

  /** 确认封存: one witness has read all digits on the screen and confirms. */
  confirmSeed: command('draws.confirm-seed', { may: ['operator'] })
    .input(ConfirmSeed)
    .mutation(({ ctx, input }) => {
      const draw = atState(ctx, input.drawId, ['seeding']);
      if (!draw.ok) return draw;
      const missing = witnessInTurn(draw.value);
      if (missing !== undefined) return refuse('NOT_THE_NEXT_WITNESS', { next: missing.name });
      const witness = draw.value.witnesses.find(({ position }) => position === input.position);
      if (witness === undefined) return refuse('NOT_FOUND', { what: '见证人' });
      if (witness.confirmedAt !== null) return refuse('ALREADY_CONFIRMED', { name: witness.name });
      ctx.draws.confirm(draw.value.id, witness.position, ctx.now);
      return noted({ name: witness.name }, draw.value.number, { witness: witness.name });
    }),

  /** 确认封存: all have confirmed; the seed is fixed. */
  seal: command('draws.seal', { may: ['operator'] })
    .input(DrawId)
    .mutation(({ ctx, input }) => {
      const draw = atState(ctx, input.drawId, ['seeding']);
      if (!draw.ok) return draw;
      const { id, number, commitment, witnesses } = draw.value;
      const missing = witnessInTurn(draw.value);
      if (missing !== undefined) return refuse('NOT_THE_NEXT_WITNESS', { next: missing.name });
      const silent = witnesses.find(({ confirmedAt }) => confirmedAt === null);
      if (silent !== undefined) return refuse('WITNESS_NOT_CONFIRMED', { name: silent.name });
      const digits = witnesses.map((witness) => witness.digits ?? '');
      const seed = seedOf(commitment, digits);
      ctx.draws.seal(id, seed, writeDigits(digits), ctx.now);
      return noted(null, number, { seed });
    }),

  /** What the hall sees: no grades, no recusals, no reserve; names on the day of the ceremony. Open while the operator's screen is locked. */
  projector: query({ evenLocked: true })
    .input(Tick)
    .query(({ ctx, input }) => {
      const version = ctx.draws.hallMark(input.drawId)?.version ?? notFound('抽取');
      const draw = ctx.draws.drawById(input.drawId) ?? notFound('抽取');
      const script = ctx.draws.revealScript(draw.id, draw.state);
      return { version, ...projection(drawForHall(ctx, draw), ctx.office.bureau()?.name ?? '', script) };
    }),

  /** Asked twice a second by every window: whether the screen shows something else, and how far the reveal is. */
  tick: query({ evenLocked: true })
    .input(DrawId)
    .query(({ ctx, input }) => {
      const mark = ctx.draws.hallMark(input.drawId) ?? notFound('抽取');
      return { version: mark.version, reveal: revealNow(ctx, input.drawId, mark) };
    }),

  /** Pause, step, pace of the reveal. It decides nothing, so the ledger is not told. */
  reveal: keeping('draws.reveal', { may: ['operator'] })
    .input(RevealActInput)
    .mutation(({ ctx, input }) => {
      const mark = ctx.draws.hallMark(input.drawId);
      if (mark === null) return refuse('NOT_FOUND', { what: '抽取' });
      return done({ version: mark.version, reveal: actOnReveal(ctx, input.drawId, mark, input.act) });
    }),
};

function witnessInTurn({ witnesses }: DrawView): DrawWitness | undefined {
  return witnesses.find(({ digits }) => digits === null);
}
