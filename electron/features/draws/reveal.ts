import {
  actOn,
  type Frame,
  framesOf,
  moveOn,
  type Pace,
  type RevealAct,
  type RevealPosition,
} from '../../../shared/features/draws/reveal.ts';
import type { Context } from '../../app/context.ts';
import type { HallMark } from './hall.repo.ts';

export interface RevealView {
  readonly frame: number;
  readonly frames: number;
  readonly pace: Pace;
  readonly isPaused: boolean;
}

/** How far the large screen is. Where it has moved on, that is kept, so that it goes on there whatever happens. */
export function revealNow(ctx: Context, drawId: number, { state }: HallMark): RevealView | null {
  const script = ctx.draws.revealScript(drawId, state);
  if (script === null) return null;
  const frames = framesOf(script);
  const before = positionOf(ctx, drawId, frames);
  const now = moveOn(before, frames, Date.parse(ctx.now));
  if (now !== before) ctx.draws.setReveal(drawId, now);
  return viewOf(now, frames);
}

/** What a key or a button does to it; null where nothing is shown bit by bit. */
export function actOnReveal(ctx: Context, drawId: number, { state }: HallMark, act: RevealAct): RevealView | null {
  const script = ctx.draws.revealScript(drawId, state);
  if (script === null) return null;
  const frames = framesOf(script);
  const now = Date.parse(ctx.now);
  const after = actOn(moveOn(positionOf(ctx, drawId, frames), frames, now), frames, act, now);
  ctx.draws.setReveal(drawId, after);
  return viewOf(after, frames);
}

/** Without a row all is shown: draws made before this was kept. */
function positionOf(ctx: Context, drawId: number, frames: readonly Frame[]): RevealPosition {
  const last = Math.max(0, frames.length - 1);
  const kept = ctx.draws.reveal(drawId);
  if (kept === null) return { frame: last, pace: 'normal', isPaused: true, movedAt: 0 };
  return { ...kept, frame: Math.min(kept.frame, last) };
}

function viewOf({ frame, pace, isPaused }: RevealPosition, frames: readonly Frame[]): RevealView {
  return { frame, frames: frames.length, pace, isPaused };
}
