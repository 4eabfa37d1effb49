import { versionName } from '../../../shared/features/policies/versions.ts';
import type { PackShape } from '../../../shared/kernel/policy-shape.ts';
import type { Context } from '../../app/context.ts';
import { shippedPack } from './drafts.ts';

interface NamedPack {
  readonly name: string;
  readonly pack: PackShape;
}

/** The two packs an address names: a version by its number in the database, `shipped:<pack>` as the program came with it. */
export function comparedPair(
  ctx: Context,
  { from, to }: { readonly from: string; readonly to: string },
): { readonly before: NamedPack; readonly after: NamedPack } | null {
  const [before, after] = [namedPack(ctx, from), namedPack(ctx, to)];
  return before === null || after === null ? null : { before, after };
}

function namedPack(ctx: Context, name: string): NamedPack | null {
  if (name.startsWith('shipped:')) {
    const pack = shippedPack(ctx, name.slice('shipped:'.length));
    return pack === null ? null : { name: `${pack.title}（随程序提供）`, pack };
  }
  const pack = /^[1-9]\d{0,8}$/.test(name) ? ctx.policies.content(Number(name)) : null;
  return pack === null ? null : { name: versionName(pack), pack };
}
