import type { PaperKind } from '../../../shared/features/supervision/paper-numbers.ts';
import { dueStep, type Step } from '../../../shared/features/supervision/steps.ts';
import { type LocalDate, yearOf } from '../../../shared/kernel/local-date.ts';
import type { PolicyPack } from '../../../shared/kernel/policy-pack.ts';
import { type Refusal, refuse } from '../../../shared/kernel/result.ts';
import type { Context } from '../../app/context.ts';
import { gradeTold } from '../../app/grade-told.ts';
import { officePack, packById } from '../../app/office-pack.ts';

/** Who took a step and when; every step's row keeps it. */
export interface By {
  readonly accountId: number;
  readonly at: string;
}

export function byOf(ctx: Context): By {
  return { accountId: ctx.account?.id ?? 0, at: ctx.now };
}

/** The next number of a paper of this office. */
export function takeNumber(ctx: Context, kind: PaperKind): string {
  return ctx.supervision.numbers.takeNumber(kind, ctx.office.bureau()?.shortName ?? '', yearOf(ctx.today));
}

/** A step's day: not in the future, not before the step it follows. Null where it may stand. */
export function dayRefusal(
  ctx: Context,
  what: string,
  on: LocalDate,
  after: { readonly what: string; readonly on: LocalDate } | null = null,
): Refusal<'DAY_NOT_YET', { what: string; on: string }> | DayBefore | null {
  if (on > ctx.today) return refuse('DAY_NOT_YET', { what, on });
  return after !== null && on < after.on
    ? refuse('DAY_BEFORE', { what, on, after: after.what, afterOn: after.on })
    : null;
}

type DayBefore = Refusal<'DAY_BEFORE', { what: string; on: string; after: string; afterOn: string }>;

/** Whether a step is the one due; the refusal names the one that is. */
export function dueRefusal<Id extends string>(steps: readonly Step<Id>[], id: Id, title: string) {
  const due = dueStep(steps);
  return due?.id === id ? null : refuse('STEP_NOT_DUE', { step: title, due: due?.title ?? null });
}

/** Nobody decides on his own proposal. */
export function ownRefusal(ctx: Context, what: string, proposedByIds: readonly number[]) {
  const me = ctx.account;
  return me !== null && proposedByIds.includes(me.id) ? refuse('OWN_PROPOSAL', { what, name: me.name }) : null;
}

/** Nothing that goes onto a paper of the office tells the internal grade. */
export function toldRefusal(ctx: Context, ...texts: readonly string[]) {
  const found = gradeTold(ctx, ...texts);
  return found === null ? null : refuse('GRADE_ON_PAPER', { found });
}

/** The pack a matter was opened under, which its papers go by however often they are printed. */
export function packOf(
  ctx: Context,
  { packId, packVersion }: { readonly packId: string; readonly packVersion: number },
): PolicyPack {
  return packById(ctx, packId, packVersion) ?? officePack(ctx);
}

/** `《呼伦贝尔市……制度（试行）》第五条` of `制度第五条`, as papers cite it. */
export function citedInFull(pack: PolicyPack, article: string): string {
  const document = pack.documents.find(({ id }) => article.startsWith(id));
  if (document === undefined) return article;
  const place = article.slice(document.id.length);
  // Not every place is an article: `发改委令第36号公示期限`.
  return `《${document.title}》${place === '' || place.startsWith('第') ? place : `（${place}）`}`;
}
