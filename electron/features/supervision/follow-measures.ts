import { type GradeMove, measuresMoved, moveText } from '../../../shared/features/supervision/measure-rules.ts';
import { yearOf } from '../../../shared/kernel/local-date.ts';
import { citeArticle, type Grade, STANDING_WORDS } from '../../../shared/kernel/pack-basis.ts';
import type { Measure } from '../../../shared/kernel/policy-entries.ts';
import { gradeTitle, type PolicyPack } from '../../../shared/kernel/policy-pack.ts';
import { addWorkingDays, type WorkingCalendar } from '../../../shared/kernel/working-days.ts';
import type { Context } from '../../app/context.ts';
import { loadCalendar } from '../../app/resources.ts';
import type { Followed } from './followed.repo.ts';
import type { NewMeasure } from './measures.repo.ts';

/** Turns the pack's measures into tasks of today: their words, article and last day. */
export function measureMaker(ctx: Context, pack: PolicyPack) {
  let calendar: WorkingCalendar | null = null;
  const days = new Map<number, string>();
  const dueOn = (workingDays: number | null) => {
    if (workingDays === null) return null;
    calendar ??= loadCalendar(ctx.ports.places.resources);
    const known = days.get(workingDays) ?? addWorkingDays(ctx.today, workingDays, calendar);
    days.set(workingDays, known);
    return known;
  };
  return (measure: Measure, given: Given): NewMeasure => ({
    section: '',
    officerId: null,
    warningId: null,
    ...given,
    measureId: measure.id,
    kind: measure.kind,
    text: measure.text,
    article: articleOf(measure),
    packId: pack.id,
    packVersion: pack.version,
    openedOn: ctx.today,
    dueOn: dueOn(measure.dueWorkingDays) ?? given.dueOn ?? null,
  });
}

type Given = Pick<NewMeasure, 'objectId' | 'year' | 'grade' | 'origin' | 'ground'> &
  Partial<Pick<NewMeasure, 'section' | 'officerId' | 'warningId' | 'dueOn'>>;

/** `制度第九条（原文）`. */
export function articleOf({ source, standing }: Pick<Measure, 'source' | 'standing'>): string {
  return `${citeArticle(source)}（${STANDING_WORDS[standing]}）`;
}

/**
 * What a change of letter does, within the caller's transaction: measures of the new grade open, those of the old one that
 * it does not bring are taken back, and the 绿色通道 ends where the grade is no longer the best. 制度 第八至十一条.
 */
export function measureFollower(ctx: Context, pack: PolicyPack) {
  const make = measureMaker(ctx, pack);
  const titles = (grade: Grade) => gradeTitle(pack, grade);
  const by = { at: ctx.now, byName: ctx.account?.name ?? '程序' };
  const year = yearOf(ctx.today);
  const { measures, certificates } = ctx.supervision;

  return (objectId: number, enterprise: Followed, move: GradeMove): void => {
    const { opens, cancels } = measuresMoved(pack.measures, move, measures.ofObject(objectId), year);
    const ground = moveText(move.from, move.to, titles);
    for (const { id } of cancels) measures.cancel(id, `${ground}，不再采取该措施`, by);
    for (const measure of enterprise.isThere ? opens : []) {
      measures.insert(make(measure, { objectId, year, grade: move.to, origin: 'grade', ground }));
    }
    const certificate = move.to === pack.grades[0]?.grade ? null : certificates.standing(objectId, ctx.today);
    if (certificate !== null) certificates.revoke(certificate.id, ctx.today, `${ground}，不再给予绿色通道`);
  };
}
