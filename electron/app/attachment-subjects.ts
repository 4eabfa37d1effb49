import { versionName } from '../../shared/features/policies/versions.ts';
import { entryName } from '../../shared/features/supervision/lists.ts';
import { type AttachmentSubject, attachmentSubjectTitles } from '../../shared/kernel/attachments.ts';
import { lookupsFor } from '../features/credit/lookups-for.ts';
import type { Context } from './context.ts';
import { registerEntryName } from './office-registers.ts';

/** A matter files hang on, as the ledger names it. */
export interface AttachmentMatter {
  /** `信用记录：示例企业有限公司 行政处罚 示罚〔2026〕3号`. */
  readonly name: string;
  /** Why nothing is added or taken off any more; null while it is open. */
  readonly closed: string | null;
}

/** Every subject is looked for here; null where there is no such matter, so that nothing is attached to it. */
const matters: Readonly<Record<AttachmentSubject, (ctx: Context, id: number) => AttachmentMatter | null>> = {
  measure: (ctx, id) => open(ctx.supervision.measures.recordName(id)),
  commitment: (ctx, id) => numbered(ctx.supervision.commitments.byId(id)),
  'grade-change': (ctx, id) => {
    const change = ctx.grading.manualChangeById(id);
    if (change === null) return null;
    return { name: change.name ?? change.code, closed: change.state === 'proposed' ? null : '已经审核或撤回' };
  },
  'credit-record': (ctx, id) => {
    const name = ctx.credit.recordName(id);
    const isWithdrawn = ctx.credit.recordById(id)?.withdrawn != null;
    return name === null ? null : { name, closed: isWithdrawn ? '已经撤销' : null };
  },
  'policy-version': (ctx, id) => {
    const version = ctx.policies.versionById(id);
    return version === null ? null : open(versionName(version));
  },
  // By its number alone: the enterprise may be a target that is not notified yet.
  lookup: (ctx, id) => open(ctx.credit.lookupById(id)?.number ?? null),
  'register-entry': (ctx, id) => open(registerEntryName(ctx, id)),
  authorisation: (ctx, id) => {
    const given = ctx.credit.authorisationById(id);
    return given === null ? null : { name: given.objectName, closed: given.withdrawnOn === null ? null : '已经撤回' };
  },
  'list-entry': (ctx, id) => {
    const entry = ctx.supervision.lists.entryById(id);
    return entry === null ? null : open(`${entryName(entry)} ${entry.listName}`);
  },
  talk: (ctx, id) => numbered(ctx.supervision.talks.talkById(id)),
  repair: (ctx, id) => {
    const repair = ctx.supervision.repairs.repairById(id);
    const isOpen = repair !== null && repair.acceptance === null && repair.decision === null;
    return numbered(repair, isOpen ? null : '已经受理或决定');
  },
  objection: (ctx, id) => numbered(ctx.supervision.objections.objectionById(id)),
  letter: (ctx, id) => {
    const letter = ctx.registers.letterById(id);
    return letter === null ? null : open(`${letter.number} ${letter.addressee}`);
  },
};

function open(name: string | null): AttachmentMatter | null {
  return name === null ? null : { name, closed: null };
}

function numbered(
  matter: { readonly objectName: string; readonly number: string } | null,
  closed: string | null = null,
): AttachmentMatter | null {
  return matter === null ? null : { name: `${matter.objectName} ${matter.number}`, closed };
}

/** Whether the asker may not know of the matter: a lookup for an inspection whose object is hidden from him. */
export function isHiddenMatter(ctx: Context, subject: AttachmentSubject, id: number): boolean {
  const lookup = subject === 'lookup' ? ctx.credit.lookupById(id) : null;
  return lookup !== null && lookupsFor(ctx, [lookup]).length === 0;
}

/** The matter of this number; null where there is none, or none the asker may know of. */
export function attachmentMatter(ctx: Context, subject: AttachmentSubject, id: number): AttachmentMatter | null {
  if (isHiddenMatter(ctx, subject, id)) return null;
  const matter = matters[subject](ctx, id);
  return matter === null ? null : { ...matter, name: `${attachmentSubjectTitles[subject]}：${matter.name}` };
}
