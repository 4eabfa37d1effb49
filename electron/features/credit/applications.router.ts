import { z } from 'zod';
import {
  applicationKindTitles,
  applicationNumber,
  applicationStateTitles,
  type CreditApplication,
  DecideApplication,
  PromiseApplication,
  RecheckApplication,
  RegisterApplication,
  refusalNoticeNumber,
  stateOf,
} from '../../../shared/features/credit/applications.ts';
import { applicationFindings } from '../../../shared/features/credit/approval-path.ts';
import { yearOf } from '../../../shared/kernel/local-date.ts';
import { refuse } from '../../../shared/kernel/result.ts';
import { applicantOf } from '../../app/applicant.ts';
import type { Context } from '../../app/context.ts';
import type { RosterObject } from '../../app/credit-report.ts';
import { gradeTold } from '../../app/grade-told.ts';
import { officePack } from '../../app/office-pack.ts';
import { command, query, router } from '../../app/procedures.ts';
import { noted } from '../../app/run-command.ts';
import { keepLookup } from './keep-lookup.ts';

const ById = z.object({ id: z.int() });

/** 项目申报、资金审核、奖补 checked against credit (工作方案: 坚决不予上报), decided by 局领导, checked again after 修复. */
export const applicationsRouter = router({
  list: query().query(({ ctx }) => ctx.credit.applications()),

  /** One with the 承诺书 it could rest on; null where there is none. */
  byId: query()
    .input(ById)
    .query(({ ctx, input }) => {
      const application = ctx.credit.applicationById(input.id);
      if (application === null) return null;
      return { ...application, promises: ctx.credit.usablePromises(application.objectId).filter(isForApplications) };
    }),

  register: command('credit.register-application', { may: ['operator'] })
    .input(RegisterApplication)
    .mutation(({ ctx, input }) => {
      const object = ctx.rosters.objectById(input.objectId);
      if (object === null) return refuse('NOT_FOUND', { what: '检查对象' });
      if (input.receivedOn > ctx.today) return refuse('CREDIT_IN_FUTURE', { on: input.receivedOn });
      const year = yearOf(ctx.today);
      const serial = ctx.credit.nextApplicationSerial(year);
      const number = applicationNumber(year, serial);
      const id = ctx.credit.insertApplication(
        { ...input, year, serial, number, objectName: object.name, objectCode: object.code },
        ctx.account?.id ?? 0,
        ctx.now,
      );
      const findings = check(ctx, { id, object, remedy: '', ...input });
      return noted({ id, number, findings: findings.length }, `${number} ${object.name}：${input.title}`, {
        findings: findings.map(({ text }) => text),
      });
    }),

  /** 督促企业签订承诺书: the signed one this application rests on. */
  promise: command('credit.promise-application', { may: ['operator'] })
    .input(PromiseApplication)
    .mutation(({ ctx, input }) => {
      const application = ctx.credit.applicationById(input.id);
      if (application === null) return refuse('NOT_FOUND', { what: '申报' });
      const { number, promise } = application;
      if (promise !== null) return refuse('APPLICATION_STATE', { number, state: `已有承诺书${promise.number}` });
      const found = ctx.credit.promiseById(input.commitmentId);
      const why = whyUnusable(found, application);
      if (found === null || why !== null) {
        return refuse('PROMISE_NOT_USABLE', { number: found?.number ?? '', why: why ?? '没有这份承诺书' });
      }
      ctx.credit.insertApplicationPromise(application.id, found.id, ctx.account?.id ?? 0, ctx.now);
      return noted(null, `${number} ${application.objectName}`, { promise: found.number });
    }),

  /** After a refusal, once what was found is put right. */
  recheck: command('credit.recheck-application', { may: ['operator'] })
    .input(RecheckApplication)
    .mutation(({ ctx, input }) => {
      const application = ctx.credit.applicationById(input.id);
      const object = application && ctx.rosters.objectById(application.objectId);
      if (application === null || object === null) return refuse('NOT_FOUND', { what: '申报' });
      const { number, kind, title } = application;
      const state = stateOf(application);
      if (state !== 'refuse') return refuse('APPLICATION_STATE', { number, state: applicationStateTitles[state] });
      const askedBy = [ctx.account?.section, ctx.account?.name].filter(Boolean).join(' ');
      const findings = check(ctx, { id: application.id, object, kind, title, askedBy, remedy: input.remedy });
      return noted({ findings: findings.length }, `${number} ${object.name}`, {
        remedy: input.remedy,
        findings: findings.map(({ text }) => text),
      });
    }),

  /** What was found bars 同意上报; without a 承诺书 nothing goes up. Whoever entered or checked it does not decide. */
  decide: command('credit.decide-application', { may: ['leader'] })
    .input(DecideApplication)
    .mutation(({ ctx, input }) => {
      const application = ctx.credit.applicationById(input.id);
      const last = application?.checks.at(-1);
      if (application === null || last === undefined) return refuse('NOT_FOUND', { what: '申报' });
      const { number, objectName, enteredById, enteredBy, promise, checks } = application;
      const state = stateOf(application);
      if (last.decision !== null)
        return refuse('APPLICATION_STATE', { number, state: `已经${applicationStateTitles[state]}` });
      const accountId = ctx.account?.id ?? 0;
      if (accountId === enteredById || accountId === last.checkedById) {
        return refuse('OWN_APPLICATION', { number, name: enteredBy });
      }
      if (input.outcome === 'support' && last.findings.length > 0) {
        return refuse('APPLICATION_BARRED', { number, findings: last.findings.map(({ text }) => text) });
      }
      if (input.outcome === 'support' && promise === null) return refuse('PROMISE_MISSING', { number });
      const told = gradeTold(ctx, input.reason);
      // The reason stands on the 告知书.
      if (told !== null) return refuse('GRADE_ON_PAPER', { found: told });
      const shortName = ctx.office.bureau()?.shortName ?? '';
      const noticeNumber = input.outcome === 'refuse' ? refusalNoticeNumber(shortName, number, checks.length) : null;
      const { outcome, reason } = input;
      ctx.credit.insertApplicationDecision(
        { checkId: last.id, outcome, reason, noticeNumber, on: ctx.today },
        accountId,
        ctx.now,
      );
      return noted({ noticeNumber }, `${number} ${objectName}：${applicationStateTitles[outcome]}`, { reason });
    }),
});

interface Checked {
  readonly id: number;
  readonly object: RosterObject;
  readonly kind: CreditApplication['kind'];
  readonly title: string;
  readonly askedBy: string;
  readonly remedy: string;
}

/** 逢办必查: looks up, and keeps what the pack's rules find against it. */
function check(ctx: Context, { id, object, kind, title, askedBy, remedy }: Checked) {
  const pack = officePack(ctx);
  const purpose = `${applicationKindTitles[kind]}${remedy === '' ? '信用审核' : '重新审核'}`;
  const lookup = keepLookup(ctx, object, { matter: kind, subject: title.slice(0, 100), purpose, askedBy });
  const findings = applicationFindings(pack.approvalPaths, applicantOf(ctx, object));
  const packed = { packId: pack.id, packVersion: pack.version };
  ctx.credit.insertApplicationCheck(
    { applicationId: id, lookupId: lookup.id, findings, remedy, ...packed },
    ctx.account?.id ?? 0,
    ctx.now,
  );
  return findings;
}

function isForApplications({ kind }: { readonly kind: string }): boolean {
  return kind === 'project' || kind === 'other';
}

function whyUnusable(
  promise: ReturnType<Context['credit']['promiseById']>,
  { objectId }: Pick<CreditApplication, 'objectId'>,
): string | null {
  if (promise === null) return '没有这份承诺书';
  if (promise.objectId !== objectId) return '不是这户企业的';
  if (promise.signedOn === null) return '企业还没有签订';
  if (promise.endedOn !== null) return `已于${promise.endedOn}终止`;
  return isForApplications(promise) ? null : '不是申报用的承诺书';
}
