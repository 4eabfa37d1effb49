import { type Role, type RoleFlags, rolesOf, roleTitles } from '../../../shared/features/office/roles.ts';
import type { NewAccount } from '../../../shared/features/office/schemas.ts';
import type { Db } from '../../database/open.ts';

export interface Account extends RoleFlags {
  readonly id: number;
  readonly name: string;
  readonly login: string;
  readonly section: string;
  readonly isActive: boolean;
}

export interface Bureau {
  readonly name: string;
  readonly shortName: string;
  readonly department: string;
  readonly packId: string;
}

interface AccountRow {
  id: number;
  name: string;
  login: string;
  section: string | null;
  is_admin: number;
  is_operator: number;
  is_reviewer: number;
  is_leader: number;
  is_principal: number;
  is_active: number;
}

export type OfficeRepo = ReturnType<typeof createOfficeRepo>;

/** Tables bureau, sections, accounts. */
export function createOfficeRepo(db: Db) {
  const selectAccounts = `
    select a.id, a.name, a.login, s.name as section, a.is_admin, a.is_operator, a.is_reviewer, a.is_leader, a.is_principal, a.is_active
      from accounts a left join sections s on s.id = a.section_id`;
  return {
    bureau(): Bureau | null {
      const row = db.prepare('select name, short_name, department, pack_id from bureau').get() as
        | { name: string; short_name: string; department: string; pack_id: string }
        | undefined;
      return row === undefined
        ? null
        : { name: row.name, shortName: row.short_name, department: row.department, packId: row.pack_id };
    },

    insertBureau(bureau: Bureau, recoveryHash: string, setUpAt: string): void {
      db.prepare(
        `insert into bureau (id, name, short_name, department, pack_id, recovery_hash, set_up_at)
         values (1, :name, :shortName, :department, :packId, :recoveryHash, :setUpAt)`,
      ).run({ ...bureau, recoveryHash, setUpAt });
    },

    updateBureau(bureau: Pick<Bureau, 'name' | 'shortName' | 'department'>): void {
      db.prepare('update bureau set name = :name, short_name = :shortName, department = :department').run(bureau);
    },

    setUpAt: (): string | null =>
      (db.prepare('select set_up_at from bureau').pluck().get() as string | undefined) ?? null,

    recoveryHash(): string | null {
      return (db.prepare('select recovery_hash from bureau').pluck().get() as string | null | undefined) ?? null;
    },

    /** The old code is void as soon as a new one stands in its place; null leaves none. */
    setRecoveryHash(hash: string | null): void {
      db.prepare('update bureau set recovery_hash = ?').run(hash);
    },

    sections(): readonly string[] {
      return db.prepare('select name from sections order by id').pluck().all() as string[];
    },

    /** The section's id, made when it is new; null for no section. */
    sectionId(name: string): number | null {
      if (name === '') return null;
      db.prepare('insert into sections (name) values (?) on conflict do nothing').run(name);
      return db.prepare('select id from sections where name = ?').pluck().get(name) as number;
    },

    accounts(): readonly Account[] {
      return (db.prepare(`${selectAccounts} order by a.id`).all() as AccountRow[]).map(accountOf);
    },

    accountById(id: number): Account | null {
      const row = db.prepare(`${selectAccounts} where a.id = ?`).get(id) as AccountRow | undefined;
      return row === undefined ? null : accountOf(row);
    },

    accountByLogin(login: string): Account | null {
      const row = db.prepare(`${selectAccounts} where a.login = ?`).get(login.toLowerCase()) as AccountRow | undefined;
      return row === undefined ? null : accountOf(row);
    },

    /** Names of the active accounts that hold one of the roles, for a refusal that says who may. */
    namesOfRoles(wanted: readonly Role[]): readonly string[] {
      return this.accounts()
        .filter((account) => account.isActive && rolesOf(account).some((role) => wanted.includes(role)))
        .map(
          (account) =>
            `${account.name}（${roleTitles[rolesOf(account).find((role) => wanted.includes(role)) ?? 'operator']}）`,
        );
    },

    insertAccount(account: NewAccount, passwordHash: string, createdAt: string): number {
      const row = {
        ...flagsOf(account),
        name: account.name,
        login: account.login.toLowerCase(),
        passwordHash,
        createdAt,
      };
      const { lastInsertRowid } = db
        .prepare(
          `insert into accounts (name, login, section_id, is_admin, is_operator, is_reviewer, is_leader, is_principal, password_hash, created_at)
           values (:name, :login, :sectionId, :isAdmin, :isOperator, :isReviewer, :isLeader, :isPrincipal, :passwordHash, :createdAt)`,
        )
        .run({ ...row, sectionId: this.sectionId(account.section) });
      return Number(lastInsertRowid);
    },

    updateAccount(id: number, account: RoleFlags & { name: string; section: string; isActive: boolean }): void {
      db.prepare(
        `update accounts set name = :name, section_id = :sectionId, is_admin = :isAdmin, is_operator = :isOperator,
           is_reviewer = :isReviewer, is_leader = :isLeader, is_principal = :isPrincipal, is_active = :isActive where id = :id`,
      ).run({
        ...flagsOf(account),
        id,
        name: account.name,
        sectionId: this.sectionId(account.section),
        isActive: Number(account.isActive),
      });
    },

    passwordState(id: number): { hash: string; failures: number; lockedUntil: string | null } {
      return db
        .prepare('select password_hash as hash, failures, locked_until as lockedUntil from accounts where id = ?')
        .get(id) as { hash: string; failures: number; lockedUntil: string | null };
    },

    setPassword(id: number, hash: string): void {
      db.prepare('update accounts set password_hash = ?, failures = 0, locked_until = null where id = ?').run(hash, id);
    },

    setFailures(id: number, failures: number, lockedUntil: string | null): void {
      db.prepare('update accounts set failures = ?, locked_until = ? where id = ?').run(failures, lockedUntil, id);
    },
  };
}

function flagsOf(account: RoleFlags) {
  return {
    isAdmin: Number(account.isAdmin),
    isOperator: Number(account.isOperator),
    isReviewer: Number(account.isReviewer),
    isLeader: Number(account.isLeader),
    isPrincipal: Number(account.isPrincipal),
  };
}

function accountOf(row: AccountRow): Account {
  return {
    id: row.id,
    name: row.name,
    login: row.login,
    section: row.section ?? '',
    isAdmin: row.is_admin === 1,
    isOperator: row.is_operator === 1,
    isReviewer: row.is_reviewer === 1,
    isLeader: row.is_leader === 1,
    isPrincipal: row.is_principal === 1,
    isActive: row.is_active === 1,
  };
}
