import type { Links } from '../../../shared/features/registers/register.ts';
import { citeArticle, sourcesOf } from '../../../shared/kernel/pack-basis.ts';
import type { Context } from '../../app/context.ts';
import { officePack } from '../../app/office-pack.ts';
import { registerById } from '../../app/office-registers.ts';
import { notFound } from '../../app/procedures.ts';
import { listLinkById } from '../../app/register-links.ts';
import type { By } from './entries.repo.ts';

/** Who writes, when. */
export function byOf({ account, now }: Context): By {
  return { id: account?.id ?? 0, name: account?.name ?? '', at: now };
}

export function bureauName(ctx: Context): string {
  return ctx.office.bureau()?.name ?? '';
}

/** The register asked for, in a query. */
export function registerIn(ctx: Context, id: string) {
  return registerById(ctx, id) ?? notFound('台账');
}

/** The articles the pack in force cites, each once, in the order of the pack: `方案第二部分（三）`. */
export function citedArticles(ctx: Context): readonly string[] {
  return [...new Set(sourcesOf(officePack(ctx)).map(({ source }) => citeArticle(source)))];
}

/** What the cells of a form can link to. */
export function linksOf(ctx: Context): Links {
  return {
    enterprise: (id) => {
      const [object] = ctx.rosters.poolOfIds([id]);
      if (object === undefined) return null;
      const uscc = ctx.rosters.objectById(id)?.uscc ?? null;
      return { id, name: object.name, ...(uscc === null ? {} : { code: uscc }) };
    },
    officer: (name) => {
      const same = ctx.rosters.drawOfficers().filter((officer) => officer.name === name);
      return same.length === 1 ? (same[0]?.id ?? null) : null;
    },
    inspection: (id) => {
      const inspection = ctx.inspections.inspectionById(id);
      if (inspection?.publishedOn == null) return null;
      return { id, name: `${inspection.taskNumber} ${inspection.objectName}` };
    },
    listEntry: (id) => listLinkById(ctx, id),
    article: (cited) => citedArticles(ctx).includes(cited),
  };
}
