import { versionName } from '../../shared/features/policies/versions.ts';
import { entryName } from '../../shared/features/supervision/lists.ts';
import { type AttachmentSubject, attachmentSubjectTitles } from '../../shared/kernel/attachments.ts';
import type { Context } from './context.ts';
import { registerEntryName } from './office-registers.ts';

type NameOf = (ctx: Context, id: number) => string | null;

/**
 * What a matter is called in the ledger; null where there is no such matter, so that nothing is attached to it. A feature
 * that has files names its matters here; the others go by their number.
 */
const names: Partial<Readonly<Record<AttachmentSubject, NameOf>>> = {
  measure: (ctx, id) => ctx.supervision.measures.recordName(id),
  commitment: (ctx, id) => commitmentName(ctx, id),
  'grade-change': (ctx, id) => {
    const change = ctx.grading.manualChangeById(id);
    return change === null ? null : (change.name ?? change.code);
  },
  'credit-record': (ctx, id) => ctx.credit.recordName(id),
  'policy-version': (ctx, id) => policyVersionName(ctx, id),
  // By its number alone: the enterprise may be a target that is not notified yet.
  lookup: (ctx, id) => ctx.credit.lookupById(id)?.number ?? null,
  'register-entry': (ctx, id) => registerEntryName(ctx, id),
  authorisation: (ctx, id) => ctx.credit.authorisationById(id)?.objectName ?? null,
  'list-entry': (ctx, id) => {
    const entry = ctx.supervision.lists.entryById(id);
    return entry === null ? null : `${entryName(entry)} ${entry.listName}`;
  },
  talk: (ctx, id) => numbered(ctx.supervision.talks.talkById(id)),
  repair: (ctx, id) => numbered(ctx.supervision.repairs.repairById(id)),
  objection: (ctx, id) => numbered(ctx.supervision.objections.objectionById(id)),
};

function policyVersionName(ctx: Context, id: number): string | null {
  const version = ctx.policies.versionById(id);
  return version === null ? null : versionName(version);
}

function commitmentName(ctx: Context, id: number): string | null {
  const line = ctx.supervision.commitments.byId(id);
  return line === null ? null : `${line.objectName} ${line.number}`;
}

function numbered(matter: { readonly objectName: string; readonly number: string } | null): string | null {
  return matter === null ? null : `${matter.objectName} ${matter.number}`;
}

/** `信用记录：示例企业有限公司 行政处罚 示罚〔2026〕3号`; null where there is no such matter. */
export function attachmentSubjectName(ctx: Context, subject: AttachmentSubject, id: number): string | null {
  const title = attachmentSubjectTitles[subject];
  const named = names[subject];
  if (named === undefined) return `${title}${id}`;
  const name = named(ctx, id);
  return name === null ? null : `${title}：${name}`;
}
