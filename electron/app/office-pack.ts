import type { PolicyPack } from '../../shared/kernel/policy-pack.ts';
import type { Context } from './context.ts';
import { loadPack } from './resources.ts';

/** The office's policy pack. A signed-in account means a bureau, and its pack was checked at set-up. */
export function officePack(ctx: Pick<Context, 'office' | 'ports'>): PolicyPack {
  const pack = loadPack(ctx.ports.places.resources, ctx.office.bureau()?.packId ?? '');
  if (pack === null) throw new Error('the office has no policy pack');
  return pack;
}
