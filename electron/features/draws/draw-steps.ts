import type { DrawState } from '../../../shared/features/draws/ceremony.ts';
import { type HandingOver, handingOverOf } from '../../../shared/features/draws/handing-over.ts';
import { readDraw } from '../../../shared/features/draws/read-draw.ts';
import type { CeremonyRefusal, DrawRefusal } from '../../../shared/features/draws/refusals.ts';
import { drawObjects } from '../../../shared/features/draws/run-draw.ts';
import type { Selection } from '../../../shared/features/draws/select.ts';
import type { DrawView } from '../../../shared/features/draws/views.ts';
import { done, type Refusal, type Result, refuse } from '../../../shared/kernel/result.ts';
import type { Context } from '../../app/context.ts';
import { sha256 } from '../../app/draw-inputs.ts';

type StateRefusal = Extract<CeremonyRefusal, { code: 'DRAW_STATE' }> | Refusal<'NOT_FOUND', { what: string }>;

/** The draw, if it stands where the step begins. */
export function atState(ctx: Context, drawId: number, states: readonly DrawState[]): Result<DrawView, StateRefusal> {
  const draw = ctx.draws.drawById(drawId);
  if (draw === null) return refuse('NOT_FOUND', { what: '抽取' });
  return states.includes(draw.state) ? done(draw) : refuse('DRAW_STATE', { number: draw.number, state: draw.state });
}

/** The object stage from the frozen files, which are checked against the commitment once more. */
export function runObjects(ctx: Context, draw: DrawView): Result<Selection, DrawRefusal> {
  const frozen = readDraw(ctx.draws.engineFiles(draw.id), sha256);
  return frozen.ok ? done(drawObjects(frozen.value, draw.seed ?? '', sha256)) : frozen;
}

const MOST_HANDED_OVER = 1_000;

/** To whom the 验证包 of a draw went, newest first, as the ledger has it. */
export function handingsOver(ctx: Context, number: string): HandingOver[] {
  return ctx.ledger
    .lines({ action: 'draws.hand-over', text: number, offset: 0, limit: MOST_HANDED_OVER })
    .filter(({ subject }) => subject === number)
    .map(handingOverOf);
}
