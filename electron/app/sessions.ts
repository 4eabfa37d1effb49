import type { Ports } from './ports.ts';

const idleMinutes = 10;

interface Session {
  readonly accountId: number;
  activeAt: number;
  locked: boolean;
  /** The window stands open to the public as the 查询区; only a new sign-in ends that. */
  atCounter: boolean;
}

/** Who is signed in; kept in memory only, so a restart asks everybody again. */
export interface Sessions {
  /** Starts a session and gives its secret. */
  open(accountId: number): string;
  /** The session behind a secret; `touch` counts as activity. After ten idle minutes it is locked until a new sign-in. */
  find(secret: string | null, touch: boolean): Readonly<Omit<Session, 'activeAt'>> | null;
  lock(secret: string): void;
  /** Locks it and leaves the window to the 查询区. */
  openCounter(secret: string): void;
  close(secret: string): void;
  /** Ends every session of an account, when it is disabled or its password changes; `but` is the secret of one that stays. */
  closeAllOf(accountId: number, but?: string | null): void;
}

export function createSessions(ports: Pick<Ports, 'now' | 'randomBytes'>): Sessions {
  const sessions = new Map<string, Session>();
  const instant = () => Date.parse(ports.now());
  return {
    open(accountId) {
      const secret = Buffer.from(ports.randomBytes(32)).toString('base64url');
      sessions.set(secret, { accountId, activeAt: instant(), locked: false, atCounter: false });
      return secret;
    },
    find(secret, touch) {
      const session = secret === null ? undefined : sessions.get(secret);
      if (session === undefined) return null;
      if (instant() - session.activeAt > idleMinutes * 60_000) session.locked = true;
      if (touch && !session.locked) session.activeAt = instant();
      return { accountId: session.accountId, locked: session.locked, atCounter: session.atCounter };
    },
    lock(secret) {
      const session = sessions.get(secret);
      if (session !== undefined) session.locked = true;
    },
    openCounter(secret) {
      const session = sessions.get(secret);
      if (session === undefined) return;
      session.locked = true;
      session.atCounter = true;
    },
    close(secret) {
      sessions.delete(secret);
    },
    closeAllOf(accountId, but = null) {
      for (const [secret, session] of sessions) {
        if (session.accountId === accountId && secret !== but) sessions.delete(secret);
      }
    },
  };
}
