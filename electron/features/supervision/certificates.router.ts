import { z } from 'zod';
import { yearlyNumber } from '../../../shared/features/supervision/commitment-rules.ts';
import { measuresOfChannel } from '../../../shared/features/supervision/measure-rules.ts';
import { IssueCertificates, RevokeCertificate } from '../../../shared/features/supervision/measure-schemas.ts';
import { yearOf } from '../../../shared/kernel/local-date.ts';
import { gradeTitle, type PolicyPack } from '../../../shared/kernel/policy-pack.ts';
import { refuse } from '../../../shared/kernel/result.ts';
import type { Context } from '../../app/context.ts';
import { officePack } from '../../app/office-pack.ts';
import { command, longCommand, query, router } from '../../app/procedures.ts';
import { noted, runLongCommand } from '../../app/run-command.ts';
import { articleOf } from './follow-measures.ts';

const may = ['operator'] as const;

/** 绿色通道 certificates: whom they can be given to, the register, issuing and revoking. 制度 第八条. */
export const certificatesRouter = router({
  list: query().query(({ ctx }) => ctx.supervision.certificates.all()),

  /** What the pack gives its best grade, and how many enterprises have no certificate yet. */
  outlook: query().query(({ ctx }) => {
    const pack = officePack(ctx);
    const best = pack.grades[0];
    const given = givenBy(pack);
    return {
      grade: best === undefined ? '' : gradeTitle(pack, best.grade),
      gives: given.map(({ text }) => text),
      article: given[0] === undefined ? null : articleOf(given[0]),
      waiting: wanting(ctx, pack).length,
    };
  }),

  issue: longCommand('supervision.issue-certificates', { may, title: '发放绿色通道证' })
    .input(IssueCertificates)
    .mutation(({ ctx, input, signal, progress }) =>
      runLongCommand(ctx, 'supervision.issue-certificates', () => issueSteps(ctx, input), { signal, progress }),
    ),

  revoke: command('supervision.revoke-certificate', { may })
    .input(RevokeCertificate)
    .mutation(({ ctx, input: { id, reason } }) => {
      const certificate = ctx.supervision.certificates.byId(id);
      if (certificate === null) return refuse('NOT_FOUND', { what: '绿色通道证' });
      if (certificate.revokedOn !== null) {
        return refuse('CERTIFICATE_REVOKED', { number: certificate.number, on: certificate.revokedOn });
      }
      ctx.supervision.certificates.revoke(id, ctx.today, reason);
      return noted(null, `${certificate.number} ${certificate.objectName}`, { reason });
    }),

  ofObject: query()
    .input(z.object({ objectId: z.int() }))
    .query(({ ctx, input }) => ctx.supervision.certificates.ofObject(input.objectId)),
});

function givenBy(pack: PolicyPack) {
  const grades = pack.grades.map(({ grade }) => grade);
  return measuresOfChannel(pack.measures, grades);
}

function wanting(ctx: Context, pack: PolicyPack): readonly number[] {
  const best = pack.grades[0]?.grade;
  if (best === undefined || givenBy(pack).length === 0) return [];
  return ctx.supervision.certificates.wanting(best, ctx.today);
}

function* issueSteps(ctx: Context, { objectId, fromOn, untilOn }: IssueCertificates) {
  const pack = officePack(ctx);
  const given = givenBy(pack);
  const [first] = given;
  if (first === undefined) return refuse('NOT_IN_PACK', { what: '绿色通道' });
  const waiting = wanting(ctx, pack);
  const ids = objectId === null ? waiting : waiting.filter((id) => id === objectId);
  if (ids.length === 0) return refuse(objectId === null ? 'NOBODY_FOR_CERTIFICATE' : 'NO_CERTIFICATE_FOR');
  const year = yearOf(ctx.today);
  const serial = ctx.supervision.certificates.nextSerial(year);
  const title = pack.documents.find(({ id }) => id === first.source.document)?.title ?? first.source.document;
  const article = `《${title}》${first.source.article}`;
  const common = { packId: pack.id, packVersion: pack.version, issuedBy: ctx.account?.id ?? 0, issuedAt: ctx.now };
  for (const [index, id] of ids.entries()) {
    const object = ctx.supervision.certificates.holder(id);
    ctx.supervision.certificates.insert({
      ...common,
      ...object,
      year,
      serial: serial + index,
      number: yearlyNumber(`${ctx.office.bureau()?.shortName ?? ''}绿通`, year, serial + index),
      gives: given.map(({ text }) => text),
      article,
      fromOn,
      untilOn,
    });
    yield { done: index + 1, total: ids.length };
  }
  return noted({ issued: ids.length }, `绿色通道证${ids.length}份`, { fromOn, untilOn });
}
