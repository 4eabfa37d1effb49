import { z } from 'zod';
import { pathFor } from '../../../shared/features/credit/approval-path.ts';
import {
  CheckAfter,
  licenceApplicationNumber,
  RegisterLicence,
  TakePath,
} from '../../../shared/features/credit/licences.ts';
import { yearOf } from '../../../shared/kernel/local-date.ts';
import { citeArticle, STANDING_WORDS } from '../../../shared/kernel/pack-basis.ts';
import { refuse } from '../../../shared/kernel/result.ts';
import { applicantOf } from '../../app/applicant.ts';
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
      return { ...application, promises: ctx.credit.usablePromises(application.objectId) };
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
      const promise = commitmentId === null ? null : ctx.credit.promiseById(commitmentId);
      if (commitmentId !== null && (promise?.objectId !== objectId || promise.signedOn === null)) {
        return refuse('PROMISE_NOT_USABLE', { number: promise?.number ?? '', why: '不是这户企业签订的' });
      }
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

  /** 事后审; a broken promise becomes a credit record, 失信惩. */
  checkAfter: command('credit.check-after', { may: office })
    .input(CheckAfter)
    .mutation(({ ctx, input }) => {
      const application = ctx.credit.licenceApplicationById(input.id);
      if (application === null) return refuse('NOT_FOUND', { what: '许可申请' });
      const { number, objectId, objectName, licence, taken, checked } = application;
      if (taken?.checkDueOn == null || checked !== null) return refuse('NOTHING_TO_CHECK_AFTER', { number });
      if (input.checkedOn > ctx.today) return refuse('CREDIT_IN_FUTURE', { on: input.checkedOn });
      const { decidedOn } = taken;
      if (input.checkedOn < decidedOn) {
        return refuse('CREDIT_DAY_BEFORE', { on: input.checkedOn, after: '许可决定', afterOn: decidedOn });
      }
      const by = { accountId: ctx.account?.id ?? 0, at: ctx.now };
      const recordId =
        input.result === 'kept'
          ? null
          : ctx.credit.insertRecord(
              {
                objectId,
                origin: 'program',
                publicity: 'none',
                kind: 'commitment',
                happenedOn: input.checkedOn,
                endedOn: null,
                source: ctx.office.bureau()?.name ?? '',
                documentNumber: taken.commitmentNumber ?? '',
                summary: `“${licence}”凭承诺书先批，事后审发现违背承诺：${input.findings}`,
                severity: null,
                accidentClass: null,
                amountFen: null,
                outcome: 'bad',
                persons: [],
              },
              by,
            );
      ctx.credit.insertAfterCheck({ ...input, recordId }, by.accountId, by.at);
      if (recordId !== null) regradeObjects(ctx, [objectId], 'credit.check-after');
      return noted(null, `${number} ${objectName}`, { result: input.result });
    }),
});
