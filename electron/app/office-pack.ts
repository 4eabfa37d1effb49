import { localDayOf } from '../../shared/kernel/local-date.ts';
import type { PolicyPack } from '../../shared/kernel/policy-pack.ts';
import type { Context } from './context.ts';
import { loadPack } from './resources.ts';

/** The office's policy pack in force on a day. A signed-in account means a bureau, and a bureau has a first version. */
export function officePack(ctx: Pick<Context, 'policies' | 'today'>, on = ctx.today): PolicyPack {
  const pack = ctx.policies.packOn(on);
  if (pack === null) throw new Error('the office has no policy pack');
  return pack;
}

/** The pack a stored decision rests on; null where the database does not hold that version. */
export function packById(ctx: Pick<Context, 'policies'>, id: string, version: number): PolicyPack | null {
  return ctx.policies.packByNumber(id, version);
}

/** Takes the pack an office picked at set-up over as its first version; does nothing where there is one. */
export function adoptShippedPack(ctx: Pick<Context, 'policies' | 'office' | 'ports'>): void {
  const bureau = ctx.office.bureau();
  if (bureau === null || ctx.policies.versions().length > 0) return;
  const pack = loadPack(ctx.ports.places.resources, bureau.packId);
  if (pack === null) throw new Error(`no policy pack ${bureau.packId}`);
  const at = ctx.office.setUpAt() ?? ctx.ports.now();
  ctx.policies.adoptShipped(pack, localDayOf(at), at);
}
