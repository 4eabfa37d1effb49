import { z } from 'zod';
import {
  commitmentState,
  commitmentTerms,
  yearlyNumber,
} from '../../../shared/features/supervision/commitment-rules.ts';
import {
  CheckCommitment,
  CommitmentList,
  type CommitmentSelection,
  CommitmentTargets,
  EndCommitment,
  IssueCommitments,
  PublishCommitments,
  SignCommitment,
} from '../../../shared/features/supervision/commitment-schemas.ts';
import { yearOf } from '../../../shared/kernel/local-date.ts';
import { refuse } from '../../../shared/kernel/result.ts';
import { checkCommitment } from '../../app/check-commitment.ts';
import type { Context } from '../../app/context.ts';
import { creditFactsOf } from '../../app/credit-facts.ts';
import { officePack } from '../../app/office-pack.ts';
import { command, longCommand, notFound, query, router } from '../../app/procedures.ts';
import { noted, runLongCommand } from '../../app/run-command.ts';
import { brokenSuggestions } from './broken-commitment.ts';
import type { CommitmentLine } from './commitments.repo.ts';
import { articleOf } from './follow-measures.ts';
import { toldRefusal } from './taken.ts';

const may = ['operator'] as const;

/** 信用承诺: 承诺事项清单, letters issued, signed, published, and 践诺 checked. 陈巴尔虎旗方案 第2、4项；鸡西方案 第1至3项. */
export const commitmentsRouter = router({
  /** 承诺事项清单: the pack's version in force. */
  items: query().query(({ ctx }) => {
    const pack = officePack(ctx);
    return {
      pack: { title: pack.title, version: pack.version },
      items: pack.commitments.map((item) => ({
        id: item.id,
        name: item.name,
        kind: item.kind,
        terms: commitmentTerms(item.text),
        isPublicised: item.publicised,
        /** 廉洁与保密 is promised by the office's own people. */
        isForEnterprises: item.kind !== 'integrity',
        article: articleOf(item),
      })),
    };
  }),

  list: query()
    .input(CommitmentList)
    .query(({ ctx, input }) => {
      const { lines, total } = ctx.supervision.commitments.list(input, ctx.today);
      return { lines: lines.map((line) => ({ ...line, state: commitmentState(line, ctx.today) })), total };
    }),
  counts: query().query(({ ctx }) => ({
    ...ctx.supervision.commitments.counts(ctx.today),
    years: ctx.supervision.commitments.years(),
  })),
  one: query()
    .input(z.object({ id: z.int() }))
    .query(({ ctx, input: { id } }) => {
      const line = ctx.supervision.commitments.byId(id) ?? notFound('信用承诺书');
      const suggestions =
        line.outcome === 'broken'
          ? brokenSuggestions(officePack(ctx), creditFactsOf(ctx, line.objectId), ctx.today)
          : [];
      const checks = ctx.supervision.commitments.checks(id);
      /** 事后审 of what was granted on it, which is a check of it too. */
      const afterChecks = ctx.credit.afterChecksOn(id);
      return { ...line, state: commitmentState(line, ctx.today), checks, suggestions, afterChecks };
    }),
  ofObject: query()
    .input(z.object({ objectId: z.int() }))
    .query(({ ctx, input }) =>
      ctx.supervision.commitments
        .ofObject(input.objectId)
        .map((line) => ({ ...line, state: commitmentState(line, ctx.today) })),
    ),

  /** How many letters would be issued: enterprises that exist and have none of the item which still holds. */
  previewIssue: query()
    .input(z.object({ targets: CommitmentTargets, itemId: z.string() }))
    .query(({ ctx, input: { targets, itemId } }) => {
      const ids = ctx.supervision.commitments.wanting(targets, itemId, ctx.today);
      const names = ids.slice(0, 10).map((id) => ctx.supervision.commitments.letterSubject(id).name);
      return { letters: ids.length, names };
    }),

  issue: longCommand('supervision.issue-commitments', { may, title: '出具信用承诺书' })
    .input(IssueCommitments)
    .mutation(({ ctx, input, signal, progress }) =>
      runLongCommand(ctx, 'supervision.issue-commitments', () => issueSteps(ctx, input), { signal, progress }),
    ),

  sign: command('supervision.sign-commitments', { may })
    .input(SignCommitment)
    .mutation(({ ctx, input: { selection, signedOn, signedBy } }) => {
      if (signedOn > ctx.today) return refuse('DAY_NOT_YET', { what: '签署日期', on: signedOn });
      const lines = chosen(ctx, selection, 'issued');
      if (lines.length === 0) return refuse('NO_COMMITMENTS_TO', { step: '登记签署', needs: '待签署' });
      const early = lines.find(({ issuedOn }) => signedOn < issuedOn);
      if (early !== undefined) {
        return refuse('DAY_BEFORE', { what: '签署日期', on: signedOn, after: '出具日期', afterOn: early.issuedOn });
      }
      for (const { id, objectId } of lines) {
        const { personInCharge } = ctx.supervision.commitments.letterSubject(objectId);
        ctx.supervision.commitments.sign(id, signedOn, signedBy || personInCharge || '法定代表人（负责人）');
      }
      return noted({ signed: lines.length }, subjectOf(lines), {
        signedOn,
        numbers: lines.map(({ number }) => number),
      });
    }),

  publish: command('supervision.publish-commitments', { may })
    .input(PublishCommitments)
    .mutation(({ ctx, input: { selection, publishedOn, publishedAt } }) => {
      if (publishedOn > ctx.today) return refuse('DAY_NOT_YET', { what: '公示日期', on: publishedOn });
      const lines = chosen(ctx, selection, 'signed');
      if (lines.length === 0) return refuse('NO_COMMITMENTS_TO', { step: '登记公示', needs: '已签署、应当公示' });
      const early = lines.find(({ signedOn }) => publishedOn < (signedOn ?? ''));
      if (early !== undefined) {
        const afterOn = early.signedOn ?? '';
        return refuse('DAY_BEFORE', { what: '公示日期', on: publishedOn, after: '签署日期', afterOn });
      }
      for (const { id } of lines) ctx.supervision.commitments.publish(id, publishedOn, publishedAt);
      return noted({ published: lines.length }, subjectOf(lines), { publishedOn, publishedAt });
    }),

  /** 践诺核查: kept or broken becomes a credit record and grades the enterprise anew. */
  check: command('supervision.check-commitment', { may })
    .input(CheckCommitment)
    .mutation(({ ctx, input: { id, nextOn = null, ...check } }) => {
      const line = ctx.supervision.commitments.byId(id);
      if (line === null) return refuse('NOT_FOUND', { what: '信用承诺书' });
      if (nextOn !== null && nextOn <= ctx.today) {
        return refuse('DAY_BEFORE', { what: '下次核查日期', on: nextOn, after: '今天', afterOn: ctx.today });
      }
      const checked = checkCommitment(ctx, line, { ...check, nextOn }, 'supervision.check-commitment');
      if (!checked.ok) return checked;
      const { recordId } = checked.value;
      return noted({ id, recordId }, `${line.number} ${line.objectName}`, { outcome: check.outcome, recordId });
    }),

  /** 终止: taken back, replaced or void; the letter stays in the 台账. */
  end: command('supervision.end-commitment', { may })
    .input(EndCommitment)
    .mutation(({ ctx, input: { id, reason } }) => {
      const line = ctx.supervision.commitments.byId(id);
      if (line === null) return refuse('NOT_FOUND', { what: '信用承诺书' });
      if (line.endedOn !== null) return refuse('COMMITMENT_ENDED', { number: line.number, on: line.endedOn });
      ctx.supervision.commitments.end(id, ctx.today, reason);
      return noted(null, `${line.number} ${line.objectName}`, { reason });
    }),
});

function* issueSteps(ctx: Context, { targets, itemId, matter, expected, ...days }: IssueCommitments) {
  const { untilOn = null, checkOn = null } = days;
  const pack = officePack(ctx);
  const item = pack.commitments.find(({ id }) => id === itemId);
  if (item === undefined) return refuse('NOT_IN_PACK', { what: '这一承诺事项' });
  const told = toldRefusal(ctx, matter);
  if (told !== null) return told;
  for (const [what, on] of [['有效期', untilOn] as const, ['首次核查日期', checkOn] as const]) {
    if (on !== null && on < ctx.today) return refuse('DAY_BEFORE', { what, on, after: '今天', afterOn: ctx.today });
  }
  const ids = ctx.supervision.commitments.wanting(targets, itemId, ctx.today);
  if (ids.length !== expected) return refuse('LETTERS_OUTDATED', { expected, found: ids.length });
  const year = yearOf(ctx.today);
  const serial = ctx.supervision.commitments.nextSerial(year);
  const common = {
    year,
    itemId,
    matter,
    name: item.name,
    kind: item.kind,
    terms: commitmentTerms(item.text),
    isPublicised: item.publicised,
    article: articleOf(item),
    packId: pack.id,
    packVersion: pack.version,
    issuedOn: ctx.today,
    untilOn,
    checkOn,
    issuedBy: ctx.account?.id ?? 0,
    issuedAt: ctx.now,
  };
  const prefix = `${ctx.office.bureau()?.shortName ?? ''}承诺`;
  const made: number[] = [];
  for (const [index, objectId] of ids.entries()) {
    const number = yearlyNumber(prefix, year, serial + index);
    made.push(ctx.supervision.commitments.insert({ ...common, objectId, number, serial: serial + index }));
    yield { done: index + 1, total: ids.length };
  }
  return noted({ issued: made.length, firstId: made[0] ?? 0 }, `${item.name}${made.length}份`, { itemId, matter });
}

/** The chosen ones that stand where the step needs them. */
function chosen(ctx: Context, selection: CommitmentSelection, state: 'issued' | 'signed'): readonly CommitmentLine[] {
  return ctx.supervision.commitments
    .chosen(selection, ctx.today)
    .filter((line) => commitmentState(line, ctx.today) === state);
}

function subjectOf(lines: readonly CommitmentLine[]): string {
  const [first] = lines;
  if (first === undefined) return '';
  const one = `${first.number} ${first.objectName}`;
  return lines.length === 1 ? one : `${one}等${lines.length}份`;
}
