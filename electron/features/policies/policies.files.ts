import { comparePacks } from '../../../shared/features/policies/compare.ts';
import { differenceDocument } from '../../../shared/features/policies/difference.document.ts';
import { packDocument } from '../../../shared/features/policies/pack.document.ts';
import { refuse } from '../../../shared/kernel/result.ts';
import type { Context } from '../../app/context.ts';
import type { FileRoutes } from '../../app/files.ts';
import { printedNoted } from '../../app/print.ts';
import { comparedPair } from './compared.ts';

/** 规则包 on paper: the whole text of a version, and how two versions differ. */
export function policiesFiles({ download }: FileRoutes): void {
  download('policies/:id/pack.pdf', 'policies.print', 'anyone', ({ ctx, param }) => {
    const id = Number(param('id'));
    const version = ctx.policies.versionById(id);
    const pack = ctx.policies.content(id);
    if (version === null || pack === null) return refuse('NOT_FOUND', { what: '规则包版本' });
    return printedNoted(
      ctx,
      'policies.print',
      packDocument({ bureau: bureauOf(ctx), version, pack, printedOn: ctx.today }),
    );
  });

  download('policies/:from/:to/difference.pdf', 'policies.print', 'anyone', ({ ctx, param }) => {
    const pair = comparedPair(ctx, { from: param('from'), to: param('to') });
    if (pair === null) return refuse('NOT_FOUND', { what: '规则包版本' });
    const model = {
      bureau: bureauOf(ctx),
      before: pair.before.name,
      after: pair.after.name,
      differences: comparePacks(pair.before.pack, pair.after.pack),
      printedOn: ctx.today,
    };
    return printedNoted(ctx, 'policies.print', differenceDocument(model));
  });
}

function bureauOf(ctx: Context): string {
  return ctx.office.bureau()?.name ?? '';
}
