import { type CatalogueState, catalogueStateOf, lastSupplied } from '../../shared/features/credit/catalogue.ts';
import type { DueLine } from '../../shared/features/home/summary.ts';
import { addDays, localDayOf } from '../../shared/kernel/local-date.ts';
import { citeArticle, STANDING_WORDS } from '../../shared/kernel/pack-basis.ts';
import type { CatalogueEntry } from '../../shared/kernel/policy-work.ts';
import type { Context } from './context.ts';
import { officePack } from './office-pack.ts';

/** A line of the 采集目录 with what came in and what is late. */
export interface CatalogueLine extends CatalogueEntry, CatalogueState {
  readonly article: string;
  /** The supplier's last word that there was nothing. */
  readonly noneNote: string | null;
}

/** How many days before its end a period is put on the home page. */
const NOTICE_DAYS = 10;

/** The catalogue of the office's pack, as it stands today. */
export function catalogueLines(ctx: Context): readonly CatalogueLine[] {
  const pack = officePack(ctx);
  const supplies = ctx.credit.supplies(pack.catalogue.map(({ kind }) => kind));
  const receipts = ctx.credit.receipts();
  const bureau = ctx.office.bureau() ?? { name: '', shortName: '', department: '' };
  const since = localDayOf(ctx.office.setUpAt() ?? ctx.now);
  return pack.catalogue.map((entry) => {
    const receipt = receipts.find(({ entryId }) => entryId === entry.id) ?? null;
    const records = lastSupplied(entry, supplies, { bureau, departments: pack.departments });
    const state = catalogueStateOf(entry, { records, receipt: receipt?.receivedOn ?? null }, since, ctx.today);
    const article = `${citeArticle(entry.source)}${entry.standing === 'rule' ? '' : `（${STANDING_WORDS[entry.standing]}）`}`;
    return { ...entry, ...state, article, noneNote: state.lastWas === 'none' ? (receipt?.note ?? '') : null };
  });
}

/** What is late, or will be within ten days. */
export function catalogueDues(ctx: Context): readonly DueLine[] {
  const until = addDays(ctx.today, NOTICE_DAYS);
  return catalogueLines(ctx).flatMap(({ id, name, supplier, dueOn, isLate, article }) =>
    dueOn === null || dueOn > until
      ? []
      : [
          {
            what: '归集信用信息',
            subject: `${name}（${supplier}）`,
            on: dueOn,
            article,
            isOverdue: isLate,
            isEstimate: false,
            path: `/credit/catalogue?entry=${id}`,
          },
        ],
  );
}
