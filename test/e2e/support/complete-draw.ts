import type { Page } from '@playwright/test';
import type { DrawSetting } from '../../../shared/features/draws/schemas.ts';
import { digits, freezeOf } from '../../support/draw-office.ts';
import type { Program } from './program.ts';
import { call } from './stage.ts';

/** A whole ceremony by calls, as whoever is signed in on the page; gives the number of the draw's row. */
export async function completeDrawBy(
  page: Page,
  program: Program,
  taskId: number,
  part: Partial<DrawSetting> = {},
): Promise<number> {
  const { drawId } = await call<{ drawId: number }>(page, program, 'draws.freeze', freezeOf(taskId, part));
  for (const [index, typed] of digits.entries()) {
    const given = { drawId, position: index + 1 };
    await call(page, program, 'draws.echoDigits', { ...given, typed, way: 'read' });
    await call(page, program, 'draws.confirmDigits', { ...given, digits: typed });
  }
  for (const index of digits.keys()) await call(page, program, 'draws.confirmSeed', { drawId, position: index + 1 });
  for (const step of ['seal', 'drawObjects', 'drawOfficers', 'record'])
    await call(page, program, `draws.${step}`, { drawId });
  return drawId;
}
