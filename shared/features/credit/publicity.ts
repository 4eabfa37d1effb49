import type { CreditKind } from '../../kernel/credit-facts.ts';
import type { CreditRecord } from '../../kernel/credit-records.ts';
import { addDays, type LocalDate } from '../../kernel/local-date.ts';
import { citeArticle, STANDING_WORDS } from '../../kernel/pack-basis.ts';
import { type PolicyPack, termOf } from '../../kernel/policy-pack.ts';
import { type Deadline, deadlineOf, type WorkingCalendar } from '../../kernel/working-days.ts';

/** 双公示: how long after the decision an act has to be published, and why. */
export interface PublicityTerm {
  readonly workingDays: number;
  readonly article: string;
}

/** Always published, whatever a pack's catalogue says (双公示). */
const twoActs: readonly CreditKind[] = ['licence', 'penalty'];

/** The term of a kind; null where the pack does not ask for its publication. */
export function publicityTermOf(pack: PolicyPack, kind: CreditKind): PublicityTerm | null {
  const entry = pack.catalogue.find((one) => one.kind === kind && one.dueWorkingDays !== null);
  if (entry !== undefined && entry.dueWorkingDays !== null) {
    return { workingDays: entry.dueWorkingDays, article: cited(entry) };
  }
  if (!twoActs.includes(kind)) return null;
  const term = termOf(pack, 'double-publicity');
  return { workingDays: term.workingDays, article: cited(term) };
}

function cited({ source, standing }: Pick<PolicyPack['deadlines'][number], 'source' | 'standing'>): string {
  const article = citeArticle(source);
  return standing === 'rule' ? article : `${article}（${STANDING_WORDS[standing]}）`;
}

/** The last day to publish it; null where it need not be. */
export function publicityDueOf(
  pack: PolicyPack,
  record: Pick<CreditRecord, 'kind' | 'happenedOn'>,
  calendar: WorkingCalendar,
): (Deadline & { readonly article: string }) | null {
  const term = publicityTermOf(pack, record.kind);
  if (term === null) return null;
  return { ...deadlineOf(record.happenedOn, term.workingDays, calendar), article: term.article };
}

/** The last day of decision whose term has run out before `today`: what was decided on it or earlier and is not published is overdue. */
export function overdueSince(term: PublicityTerm, today: LocalDate, calendar: WorkingCalendar): LocalDate {
  // A term of n working days is over after at least n days; holidays only make it longer.
  let on = addDays(today, -term.workingDays - 1);
  while (deadlineOf(on, term.workingDays, calendar).on >= today) on = addDays(on, -1);
  return on;
}
