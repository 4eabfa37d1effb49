import { statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { accountsRefusal } from '../../../shared/features/office/account-rules.ts';
import {
  ChangeAccount,
  ChangePassword,
  NewAccount,
  Password,
  Recover,
  SetUp,
  SignIn,
} from '../../../shared/features/office/schemas.ts';
import { refuse } from '../../../shared/kernel/result.ts';
import type { Context } from '../../app/context.ts';
import { adoptShippedPack } from '../../app/office-pack.ts';
import { command, openProcedure, preparedCommand, query, router } from '../../app/procedures.ts';
import { listPacks } from '../../app/resources.ts';
import { barredFrom, noted, runCommand } from '../../app/run-command.ts';
import { clearSessionCookie, setSessionCookie } from '../../app/session-cookie.ts';
import { listBackups } from '../../database/backup.ts';
import { accountHandoverCalls } from './account-handover.ts';
import type { Account } from './office.repo.ts';
import { hashPassword, isPassword } from './passwords.ts';
import { normaliseRecoveryCode, recoveryCode } from './recovery-code.ts';
import { countFailure, lockedRefusal, trySignIn } from './sign-in.ts';

export const officeRouter = router({
  /** What the page shows first: the wizard, the sign-in, the lock, or the program. */
  state: openProcedure.query(({ ctx }) => ({
    isSetUp: ctx.office.bureau() !== null,
    bureau: ctx.office.bureau(),
    account: ctx.account,
    lockedLogin: ctx.lockedAccount?.login ?? null,
    /** This window is the 查询区. */
    isAtCounter: ctx.counterAccount !== null,
    today: ctx.today,
  })),

  packs: openProcedure.query(({ ctx }) => listPacks(ctx.ports.places.resources)),

  /** First start. Open only while no bureau is set up; gives the recovery code, which is shown and printed once. */
  setUp: openProcedure.input(SetUp).mutation(async ({ ctx, input }) => {
    if (ctx.office.bureau() !== null) return refuse('ALREADY_SET_UP');
    const code = recoveryCode(ctx.ports.randomBytes);
    const hashes = await Promise.all(
      input.accounts.map((account) => hashPassword(account.password, ctx.ports.passwordCost)),
    );
    const codeHash = await hashPassword(normaliseRecoveryCode(code), ctx.ports.passwordCost);
    return runCommand(ctx, 'office.set-up', 'nobody-yet', () => {
      if (ctx.office.bureau() !== null) return refuse('ALREADY_SET_UP');
      if (!listPacks(ctx.ports.places.resources).some((pack) => pack.id === input.packId)) {
        return refuse('UNKNOWN_PACK', { packId: input.packId });
      }
      const refusal = accountsRefusal(input.accounts) ?? doubleLogin(input.accounts);
      if (refusal !== null) return refusal;
      ctx.office.insertBureau(input, codeHash, ctx.now);
      adoptShippedPack(ctx);
      for (const section of input.sections) ctx.office.sectionId(section);
      for (const [i, account] of input.accounts.entries()) ctx.office.insertAccount(account, hashes[i] ?? '', ctx.now);
      return noted({ recoveryCode: code }, input.name, { accounts: input.accounts.map((account) => account.name) });
    });
  }),

  signIn: openProcedure.input(SignIn).mutation(async ({ ctx, input }) => {
    const { account, right } = await trySignIn(ctx, input.login, input.password);
    return ctx.turns.next(() => {
      const locked = account === null ? null : lockedRefusal(ctx, account);
      if (locked !== null) return locked;
      if (!right || account === null) {
        return refuse('WRONG_PASSWORD', { left: failedAttempt(ctx, account, input.login) });
      }
      const asAccount = { ...ctx, account };
      return runCommand(asAccount, 'office.sign-in', 'nobody-yet', () => {
        ctx.office.setFailures(account.id, 0, null);
        if (ctx.secret !== null) ctx.sessions.close(ctx.secret);
        setSessionCookie(ctx.reply, ctx.sessions.open(account.id));
        return noted({ account }, account.name);
      });
    });
  }),

  signOut: command('office.sign-out', { may: 'anyone' }).mutation(({ ctx }) => {
    if (ctx.secret !== null) ctx.sessions.close(ctx.secret);
    clearSessionCookie(ctx.reply);
    return noted(null, ctx.account?.name ?? '');
  }),

  lock: command('office.lock', { may: 'anyone' }).mutation(({ ctx }) => {
    if (ctx.secret !== null) ctx.sessions.lock(ctx.secret);
    return noted(null, ctx.account?.name ?? '');
  }),

  accounts: query().query(({ ctx }) => ctx.office.accounts()),
  sections: query().query(({ ctx }) => ctx.office.sections()),

  changeBureau: command('office.change-bureau', { may: ['admin'] })
    .input(SetUp.pick({ name: true, shortName: true, department: true }))
    .mutation(({ ctx, input }) => {
      ctx.office.updateBureau(input);
      return noted(null, input.name, input);
    }),

  addAccount: preparedCommand('office.add-account', { may: ['admin'] })
    .input(NewAccount)
    .prepare(({ ctx, input }) => hashPassword(input.password, ctx.ports.passwordCost))
    .mutation(({ ctx, input, prepared }) => {
      if (ctx.office.accountByLogin(input.login) !== null) return refuse('LOGIN_TAKEN', { login: input.login });
      const refusal = accountsRefusal([...ctx.office.accounts(), input]);
      if (refusal !== null) return refusal;
      const id = ctx.office.insertAccount(input, prepared, ctx.now);
      return noted({ id }, input.name, { login: input.login });
    }),

  /** Roles, name, section, disabling; the office must keep every role. A disabled account's sessions end at once. */
  changeAccount: command('office.change-account', { may: ['admin'] })
    .input(ChangeAccount)
    .mutation(({ ctx, input }) => {
      const before = ctx.office.accountById(input.id);
      if (before === null) return refuse('NO_SUCH_ACCOUNT');
      const entries = input.isActive ? 0 : ctx.inspections.openEntriesOf(before.id).length;
      if (before.isActive && entries > 0) return refuse('ACCOUNT_HAS_ENTRIES', { name: before.name, entries });
      const after = ctx.office
        .accounts()
        .map((account) => (account.id === input.id ? { ...account, ...input } : account));
      const refusal = accountsRefusal(after);
      if (refusal !== null) return refusal;
      ctx.office.updateAccount(input.id, input);
      if (!input.isActive) ctx.sessions.closeAllOf(input.id);
      return noted(null, before.name, { before, after: input });
    }),

  ...accountHandoverCalls,

  resetPassword: preparedCommand('office.reset-password', { may: ['admin'] })
    .input(z.object({ id: z.int(), password: Password }))
    .prepare(({ ctx, input }) => hashPassword(input.password, ctx.ports.passwordCost))
    .mutation(({ ctx, input, prepared }) => {
      const account = ctx.office.accountById(input.id);
      if (account === null) return refuse('NO_SUCH_ACCOUNT');
      ctx.office.setPassword(account.id, prepared);
      ctx.sessions.closeAllOf(account.id);
      return noted(null, account.name);
    }),

  changePassword: preparedCommand('office.change-password', { may: 'anyone' })
    .input(ChangePassword)
    .prepare(async ({ ctx, input }) => {
      const { account } = ctx;
      if (account === null || lockedRefusal(ctx, account) !== null) return { right: false, left: 0, hash: '' };
      const right = await isPassword(input.current, ctx.office.passwordState(account.id).hash);
      // Guessing here counts like guessing at the door.
      const left = right ? 0 : failedAttempt(ctx, account, account.login);
      return { right, left, hash: await hashPassword(input.next, ctx.ports.passwordCost) };
    })
    .mutation(({ ctx, prepared }) => {
      if (ctx.account === null) return refuse('NOT_SIGNED_IN');
      if (!prepared.right) return refuse('WRONG_PASSWORD', { left: prepared.left });
      ctx.office.setPassword(ctx.account.id, prepared.hash);
      ctx.sessions.closeAllOf(ctx.account.id, ctx.secret);
      return noted(null, ctx.account.name);
    }),

  /** The sealed code sets one account's password anew and is then void; a new code is given in its place. */
  recover: openProcedure.input(Recover).mutation(async ({ ctx, input }) => {
    const stored = ctx.office.recoveryHash();
    if (stored === null) return refuse('RECOVERY_CODE_USED');
    const [right, hash] = await Promise.all([
      isPassword(normaliseRecoveryCode(input.code), stored),
      hashPassword(input.next, ctx.ports.passwordCost),
    ]);
    if (!right) return ctx.turns.next(() => failedRecovery(ctx, input.login));
    const code = recoveryCode(ctx.ports.randomBytes);
    const codeHash = await hashPassword(normaliseRecoveryCode(code), ctx.ports.passwordCost);
    const recover = () =>
      runCommand(ctx, 'office.recover', 'nobody-yet', () => {
        // Another attempt may have used the code while this one was being hashed.
        if (ctx.office.recoveryHash() !== stored) return refuse('RECOVERY_CODE_USED');
        const account = ctx.office.accountByLogin(input.login);
        if (account === null || !account.isActive) return refuse('NO_SUCH_ACCOUNT');
        ctx.office.setPassword(account.id, hash);
        ctx.office.setRecoveryHash(codeHash);
        ctx.sessions.closeAllOf(account.id);
        return noted({ recoveryCode: code }, account.name);
      });
    return ctx.turns.next(recover);
  }),

  /** The copies in the data folder, newest first; `name` fetches one to keep elsewhere. */
  backups: query().query(({ ctx }) =>
    listBackups(join(ctx.ports.places.data, 'backups')).map(({ file, takenAt, reason }) => ({
      name: basename(file),
      takenAt,
      reason,
      bytes: statSync(file).size,
    })),
  ),

  /** Taken before the transaction: a copy cannot be made inside one. */
  backUp: preparedCommand('office.backup', { may: ['admin'] })
    .input(z.object({}))
    .prepare(({ ctx }) => ctx.turns.next(() => ctx.ports.backup('asked')))
    .mutation(() => noted(null, '手动备份')),

  jobs: router({
    list: query().query(({ ctx }) => ctx.jobs.list(ctx.account?.id ?? 0)),
    cancel: openProcedure.input(z.object({ id: z.int() })).mutation(({ ctx, input }) => {
      const barred = barredFrom(ctx, 'office.sign-in', 'anyone');
      if (barred !== null) return barred;
      ctx.jobs.cancel(ctx.account?.id ?? 0, input.id);
      return { ok: true as const, value: null };
    }),
  }),
});

/** Counts and enters a wrong password; gives the tries left. A login nobody has is not written down: it may be a password typed in the wrong field. */
function failedAttempt(ctx: Context, account: Account | null, login: string): number {
  const entered = runCommand(ctx, 'office.sign-in-failed', 'nobody-yet', () =>
    noted(account === null ? 0 : countFailure(ctx, account), account === null ? '（没有的登录名）' : login),
  );
  return entered.ok ? entered.value : 0;
}

function failedRecovery(ctx: Context, login: string) {
  runCommand(ctx, 'office.sign-in-failed', 'nobody-yet', () =>
    noted(null, ctx.office.accountByLogin(login) === null ? '（没有的登录名）' : login, { recovery: true }),
  );
  return refuse('WRONG_RECOVERY_CODE');
}

function doubleLogin(accounts: readonly NewAccount[]) {
  const logins = accounts.map((account) => account.login.toLowerCase());
  const twice = logins.find((login, i) => logins.indexOf(login) !== i);
  return twice === undefined ? null : refuse('LOGIN_TAKEN', { login: twice });
}
