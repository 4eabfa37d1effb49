const name = 'mq_session';

/** The session's secret out of a Cookie header, or null. */
export function sessionSecretIn(cookies: string | null): string | null {
  const found = cookies?.split(/;\s*/).find((cookie) => cookie.startsWith(`${name}=`));
  return found === undefined ? null : found.slice(name.length + 1);
}

export function setSessionCookie(reply: Headers, secret: string): void {
  reply.append('set-cookie', `${name}=${secret}; Path=/; HttpOnly; SameSite=Strict`);
}

export function clearSessionCookie(reply: Headers): void {
  reply.append('set-cookie', `${name}=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0`);
}
