import { z } from 'zod';
import { pathFor } from '../../../shared/features/credit/approval-path.ts';
import {
  CheckAfter,
  type LicenceApplication,
  licenceApplicationNumber,
  RegisterLicence,
  TakePath,
} from '../../../shared/features/credit/licences.ts';
import { yearOf } from '../../../shared/kernel/local-date.ts';
import { citeArticle, STANDING_WORDS } from '../../../shared/kernel/pack-basis.ts';
import { done, refuse } from '../../../shared/kernel/result.ts';
import { applicantOf } from '../../app/applicant.ts';
import { checkCommitment, enterFulfilment } from '../../app/check-commitment.ts';
import type { Context } from '../../app/context.ts';
import { officePack } from '../../app/office-pack.ts';
import { command, query, router } from '../../app/procedures.ts';
import { regradeObjects } from '../../app/regrade.ts';
import { noted } from '../../app/run-command.ts';
import { keepLookup } from './keep-lookup.ts';

const office = ['operator', 'leader'] as const;

/** 信易+审批 (陈巴尔虎旗方案 第2项): which path an application takes by credit, the promise it rests on, and 事后审. */
export const licencesRouter = router({
  list: query().query(({ ctx }) => ctx.credit.licenceApplications()),

  /** The pack's paths, in their order. */
  paths: query().query(({ ctx }) =>
    officePack(ctx)
      .approvalPaths.filter(({ effect }) => effect !== 'refuse')
      .map(({ id, name, text, effect, source, standing }) => ({
        id,
        name,
        text,
        isPromise: effect === 'promise-first',
        article: citeArticle(source),
        standing: STANDING_WORDS[standing],
      })),
  ),

  byId: query()
    .input(z.object({ id: z.int() }))
    .query(({ ctx, input }) => {
      const application = ctx.credit.licenceApplicationById(input.id);
      if (application === null) return null;
      const line = ctx.supervision.commitments.byId(application.taken?.commitmentId ?? 0);
      return {
        ...application,
        promises: ctx.credit.usablePromises(application.objectId),
        /** Of the 承诺书 it was granted on. */
        terms: line?.terms ?? [],
      };
    }),

  register: command('credit.register-licence', { may: ['operator'] })
    .input(RegisterLicence)
    .mutation(({ ctx, input }) => {
      const object = ctx.rosters.objectById(input.objectId);
      if (object === null) return refuse('NOT_FOUND', { what: '检查对象' });
      if (input.appliedOn > ctx.today) return refuse('CREDIT_IN_FUTURE', { on: input.appliedOn });
      const pack = officePack(ctx);
      const choice = pathFor(pack.approvalPaths, applicantOf(ctx, object));
      if (choice === null) return refuse('NO_APPROVAL_PATHS');
      const { licence, askedBy } = input;
      const lookup = keepLookup(ctx, object, {
        matter: 'licence',
        subject: licence,
        purpose: '确定许可办理路径',
        askedBy,
      });
      const year = yearOf(ctx.today);
      const serial = ctx.credit.nextLicenceSerial(year);
      const number = licenceApplicationNumber(year, serial);
      const id = ctx.credit.insertLicenceApplication(
        {
          ...input,
          year,
          serial,
          number,
          objectName: object.name,
          objectCode: object.code,
          lookupId: lookup.id,
          proposedPath: choice.path.id,
          proposedName: choice.path.name,
          reasons: choice.reasons,
          packId: pack.id,
          packVersion: pack.version,
        },
        ctx.account?.id ?? 0,
        ctx.now,
      );
      return noted({ id, number, path: choice.path.name }, `${number} ${object.name}：${licence}`, {
        path: choice.path.name,
      });
    }),

  /** Another path than the pack's is for 局领导 who did not enter the application, with the reason. */
  takePath: command('credit.take-path', { may: office })
    .input(TakePath)
    .mutation(({ ctx, input }) => {
      const application = ctx.credit.licenceApplicationById(input.id);
      if (application === null) return refuse('NOT_FOUND', { what: '许可申请' });
      const { number, objectName, objectId, proposedPath, proposedName, taken, appliedOn, enteredById } = application;
      if (taken !== null) return refuse('PATH_TAKEN', { number, name: taken.name });
      const path = officePack(ctx).approvalPaths.find(({ id, effect }) => id === input.path && effect !== 'refuse');
      if (path === undefined) return refuse('PATH_UNKNOWN', { path: input.path });
      const differs = path.id !== proposedPath;
      if (differs && (ctx.account?.isLeader !== true || ctx.account.id === enteredById)) {
        return refuse('PATH_NEEDS_LEADER', { proposed: proposedName });
      }
      if (differs && input.differsWhy === '') return refuse('PATH_REASON_MISSING', { proposed: proposedName });
      const { decidedOn, checkDueOn, commitmentId } = input;
      if (decidedOn > ctx.today) return refuse('CREDIT_IN_FUTURE', { on: decidedOn });
      if (decidedOn < appliedOn) {
        return refuse('CREDIT_DAY_BEFORE', { on: decidedOn, after: '申请日期', afterOn: appliedOn });
      }
      const isGranted = input.decision === 'granted';
      const isPromise = path.effect === 'promise-first';
      if (isGranted && isPromise && (checkDueOn === null || commitmentId === null)) {
        return refuse('CHECK_DAY_MISSING', { name: path.name });
      }
      if (checkDueOn !== null && checkDueOn <= decidedOn) return refuse('CHECK_DAY_TOO_EARLY', { decidedOn });
      const unusable = commitmentId === null ? null : promiseFault(ctx, commitmentId, { objectId, decidedOn });
      if (unusable !== null) return unusable;
      ctx.credit.insertPathTaken(
        {
          ...input,
          differsWhy: differs ? input.differsWhy : '',
          checkDueOn: isGranted ? checkDueOn : null,
          name: path.name,
          isPromise,
        },
        ctx.account?.id ?? 0,
        ctx.now,
      );
      return noted(null, `${number} ${objectName}：${path.name}`, { decision: input.decision, differs });
    }),

  /** 事后审: also the 践诺核查 of the 承诺书 it was granted on; kept or broken becomes a credit record, 失信惩. */
  checkAfter: command('credit.check-after', { may: office })
    .input(CheckAfter)
    .mutation(({ ctx, input }) => {
      const application = ctx.credit.licenceApplicationById(input.id);
      if (application === null) return refuse('NOT_FOUND', { what: '许可申请' });
      const { number, objectName, taken, checked } = application;
      if (taken?.checkDueOn == null || checked !== null) return refuse('NOTHING_TO_CHECK_AFTER', { number });
      if (input.checkedOn > ctx.today) return refuse('CREDIT_IN_FUTURE', { on: input.checkedOn });
      const { decidedOn } = taken;
      if (input.checkedOn < decidedOn) {
        return refuse('CREDIT_DAY_BEFORE', { on: input.checkedOn, after: '许可决定', afterOn: decidedOn });
      }
      const { terms, ...check } = input;
      const found =
        taken.commitmentId === null ? withoutPromise(ctx, application, check) : onPromise(ctx, application, input);
      if (!found.ok) return found;
      // The record of a kept promise belongs to the check of the 承诺书.
      const recordId = input.result === 'broken' ? found.value.recordId : null;
      ctx.credit.insertAfterCheck({ ...check, recordId }, ctx.account?.id ?? 0, ctx.now);
      return noted(null, `${number} ${objectName}`, { result: input.result });
    }),
});

/** Why a licence cannot be granted on this 承诺书: 你承诺 comes before 我先批. Null where it can. */
function promiseFault(ctx: Context, id: number, of: { readonly objectId: number; readonly decidedOn: string }) {
  const promise = ctx.credit.promiseById(id);
  const number = promise?.number ?? '';
  if (promise === null || promise.objectId !== of.objectId || promise.signedOn === null) {
    return refuse('PROMISE_NOT_USABLE', { number, why: '不是这户企业签订的' });
  }
  const { signedOn, endedOn } = promise;
  if (signedOn > of.decidedOn) return refuse('PROMISE_NOT_USABLE', { number, why: `${signedOn}才签订，晚于许可决定` });
  if (endedOn !== null && endedOn <= of.decidedOn)
    return refuse('PROMISE_NOT_USABLE', { number, why: `已于${endedOn}终止` });
  return null;
}

/** What was granted on a 承诺书: 事后审 is the 践诺核查 of it, one record for both. A check planned for later than it stays planned. */
function onPromise(ctx: Context, { licence, taken }: LicenceApplication, input: CheckAfter) {
  const line = ctx.supervision.commitments.byId(taken?.commitmentId ?? 0);
  if (line === null) return refuse('NOT_FOUND', { what: '信用承诺书' });
  const { checkedOn, result, terms } = input;
  const isSettled = line.checkOn !== null && line.checkOn <= (taken?.checkDueOn ?? ctx.today);
  const check = {
    checkedOn,
    outcome: result,
    terms,
    findings: `“${licence}”凭承诺书先批，事后审：${input.findings}`,
    evidence: '',
    checkedBy: ctx.account?.name ?? '',
    nextOn: isSettled ? null : line.checkOn,
  };
  return checkCommitment(ctx, line, check, 'credit.check-after');
}

/** Granted on no 承诺书, and to be looked at afterwards all the same. */
function withoutPromise(ctx: Context, { objectId, licence }: LicenceApplication, check: Omit<CheckAfter, 'terms'>) {
  if (check.result === 'kept') return done({ recordId: null });
  const { checkedOn: on, findings } = check;
  const summary = `“${licence}”事后审发现违背承诺：${findings}`;
  const recordId = enterFulfilment(ctx, { objectId, on, number: '', summary, isKept: false });
  regradeObjects(ctx, [objectId], 'credit.check-after');
  return done({ recordId });
}
