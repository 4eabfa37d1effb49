import { comparePacks, sayDifferences } from '../../../shared/features/policies/compare.ts';
import { entryAt, withMoved, withoutEntry } from '../../../shared/features/policies/entries.ts';
import {
  Approve,
  Compared,
  DraftFrom,
  MoveEntry,
  RemoveEntry,
  Return,
  SaveEntry,
  Submit,
  VersionId,
} from '../../../shared/features/policies/schemas.ts';
import { versionName } from '../../../shared/features/policies/versions.ts';
import { done, refuse } from '../../../shared/kernel/result.ts';
import { articleNotes } from '../../app/article-notes.ts';
import { gradeUnderRulesInForce } from '../../app/coming-into-force.ts';
import { officePack } from '../../app/office-pack.ts';
import { command, keeping, notFound, query, router } from '../../app/procedures.ts';
import { listPacks } from '../../app/resources.ts';
import { noted } from '../../app/run-command.ts';
import { comparedPair } from './compared.ts';
import { editableChapter, startOf, unmappedGrades, versionIn, wholeProblems, withTyped } from './drafts.ts';

const mayWrite = { may: ['operator'] } as const;
const mayApprove = { may: ['leader'] } as const;

export const policiesRouter = router({
  /** The grades of the pack in force, the best first, as every screen names them. */
  grades: query().query(({ ctx }) => officePack(ctx).grades.map(({ grade, title }) => ({ grade, title }))),

  /** Where an upper-level rule is followed in place of an article. */
  articleNotes: query().query(({ ctx }) => articleNotes(ctx)),

  /** Every version and draft, newest first, and which of them is in force today. */
  versions: query().query(({ ctx }) => ({
    versions: ctx.policies.versions(),
    inForceId: ctx.policies.versionOn(ctx.today),
    open: ctx.policies.openVersion(),
    today: ctx.today,
  })),

  /** One version: what it says, what does not go together in it, and who wrote, sent and approved it. */
  version: query()
    .input(VersionId)
    .query(({ ctx, input: { id } }) => {
      const version = ctx.policies.versionById(id) ?? notFound('规则包版本');
      const pack = ctx.policies.content(id) ?? notFound('规则包版本');
      const basis = version.basedOn === null ? null : ctx.policies.versionById(version.basedOn);
      return {
        version,
        pack,
        basedOn: basis === null ? null : versionName(basis),
        problems: wholeProblems(pack),
        reviews: ctx.policies.reviewsOf(id),
        edits: ctx.policies.editsOf(id),
        isWriter: ctx.policies.writersOf(id).includes(ctx.account?.id ?? 0),
      };
    }),

  /** The packs the program came with, to begin a version from. */
  shipped: query().query(({ ctx }) => listPacks(ctx.ports.places.resources)),

  /** How two versions differ, entry by entry. */
  difference: query()
    .input(Compared)
    .query(({ ctx, input }) => {
      const { before, after } = comparedPair(ctx, input) ?? notFound('规则包版本');
      const differences = comparePacks(before.pack, after.pack);
      return { before: before.name, after: after.name, differences, summary: sayDifferences(differences) };
    }),

  draft: command('policies.draft', mayWrite)
    .input(DraftFrom)
    .mutation(({ ctx, input }) => {
      const open = ctx.policies.openVersion();
      if (open !== null) return refuse('POLICY_DRAFT_OPEN', { name: versionName(open) });
      const start = startOf(ctx, input);
      if (!start.ok) return start;
      const { pack, basedOn } = start.value;
      const id = ctx.policies.insertDraft(pack, basedOn, ctx.account?.id ?? 0, ctx.now);
      return noted({ id }, versionName(pack), { ...input });
    }),

  saveEntry: keeping('policies.edit', mayWrite)
    .input(SaveEntry)
    .mutation(({ ctx, input }) => {
      const draft = versionIn(ctx, input.id, 'open');
      if (!draft.ok) return draft;
      const written = withTyped(draft.value.pack, input);
      if (!written.ok) return written;
      const { pack, chapter, name } = written.value;
      const edit = { chapter: chapter.key, entry: name };
      ctx.policies.writeDraft(input.id, pack, edit, ctx.account?.id ?? 0, ctx.now);
      return done({ problems: wholeProblems(pack) });
    }),

  removeEntry: keeping('policies.edit', mayWrite)
    .input(RemoveEntry)
    .mutation(({ ctx, input }) => {
      const draft = versionIn(ctx, input.id, 'open');
      if (!draft.ok) return draft;
      const chapter = editableChapter(input.chapter);
      const entry = entryAt(draft.value.pack, chapter, input.key);
      if (entry === null) return refuse('POLICY_ENTRY_GONE', { chapter: chapter.title });
      if (chapter.form === 'one' || chapter.form === 'fixed') {
        return refuse('POLICY_ENTRY_KEPT', { chapter: chapter.title });
      }
      const pack = withoutEntry(draft.value.pack, chapter, input.key);
      const edit = { chapter: chapter.key, entry: chapter.nameOf(entry) };
      ctx.policies.writeDraft(input.id, pack, edit, ctx.account?.id ?? 0, ctx.now);
      return done({ problems: wholeProblems(pack) });
    }),

  moveEntry: keeping('policies.edit', mayWrite)
    .input(MoveEntry)
    .mutation(({ ctx, input }) => {
      const draft = versionIn(ctx, input.id, 'open');
      if (!draft.ok) return draft;
      const chapter = editableChapter(input.chapter);
      const pack = withMoved(draft.value.pack, chapter, input.key, input.by);
      const edit = { chapter: chapter.key, entry: '排列顺序' };
      ctx.policies.writeDraft(input.id, pack, edit, ctx.account?.id ?? 0, ctx.now);
      return done({ problems: wholeProblems(pack) });
    }),

  submit: command('policies.submit', mayWrite)
    .input(Submit)
    .mutation(({ ctx, input }) => {
      const draft = versionIn(ctx, input.id, 'open');
      if (!draft.ok) return draft;
      const { pack } = draft.value;
      const problems = wholeProblems(pack);
      if (problems.length > 0) return refuse('POLICY_NOT_WHOLE', { problems });
      const unmapped = unmappedGrades(ctx, pack);
      if (unmapped.length > 0) return refuse('POLICY_UNMAPPED_GRADES', { grades: unmapped });
      const differences = comparePacks(officePack(ctx), pack);
      if (differences.length === 0) return refuse('POLICY_UNCHANGED');
      if (input.inForceOn < ctx.today) return refuse('POLICY_IN_THE_PAST', { today: ctx.today });
      const later = ctx.policies.lastInForceOn();
      if (later !== null && input.inForceOn < later) return refuse('POLICY_BEFORE_LATER', { on: later });
      ctx.policies.submit(input.id, input, ctx.account?.id ?? 0, ctx.now);
      return noted(null, versionName(pack), {
        inForceOn: input.inForceOn,
        because: input.because,
        changed: sayDifferences(differences),
      });
    }),

  /** By a leader who wrote nothing in it. In force today, it is graded under at once; else on its first day. */
  approve: command('policies.approve', mayApprove)
    .input(Approve)
    .mutation(({ ctx, input: { id, opinion } }) => {
      const sent = versionIn(ctx, id, 'submitted');
      if (!sent.ok) return sent;
      const { version, pack } = sent.value;
      const accountId = ctx.account?.id ?? 0;
      if (ctx.policies.writersOf(id).includes(accountId)) {
        return refuse('POLICY_OWN_DRAFT', { name: ctx.account?.name ?? '' });
      }
      const unmapped = unmappedGrades(ctx, pack);
      if (unmapped.length > 0) return refuse('POLICY_UNMAPPED_GRADES', { grades: unmapped });
      // Nothing comes into force before it was approved.
      const asked = version.inForceOn ?? ctx.today;
      const inForceOn = asked < ctx.today ? ctx.today : asked;
      ctx.policies.approve(id, inForceOn, accountId, ctx.now);
      ctx.policies.insertReview(id, 'approve', opinion, accountId, ctx.now);
      const graded = gradeUnderRulesInForce(ctx)?.regraded ?? null;
      return noted({ inForceOn, graded }, versionName(pack), { inForceOn, opinion, ...graded });
    }),

  returnBack: command('policies.return', mayApprove)
    .input(Return)
    .mutation(({ ctx, input: { id, opinion } }) => {
      const sent = versionIn(ctx, id, 'submitted');
      if (!sent.ok) return sent;
      ctx.policies.setState(id, 'returned');
      ctx.policies.insertReview(id, 'return', opinion, ctx.account?.id ?? 0, ctx.now);
      return noted(null, versionName(sent.value.pack), { opinion });
    }),

  /** The draft stays as history; its number is free again. */
  drop: command('policies.drop', mayWrite)
    .input(VersionId)
    .mutation(({ ctx, input: { id } }) => {
      const draft = versionIn(ctx, id, 'open');
      if (!draft.ok) return draft;
      ctx.policies.setState(id, 'dropped');
      return noted(null, versionName(draft.value.pack));
    }),
});
