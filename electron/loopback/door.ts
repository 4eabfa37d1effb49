import { timingSafeEqual } from 'node:crypto';

const cookieName = 'mq_host';

/**
 * The loopback host's door: Host and Origin must be ours, and the run's token must come as a cookie or as
 * `Authorization: Bearer`. Returns the reply that ends the request, or null to let it through.
 */
export function doorReply(request: Request, authority: string, token: string): Response | null {
  const url = new URL(request.url);
  if (request.headers.get('host') !== authority) return plain(403, 'Host not allowed');
  const origin = request.headers.get('origin');
  if (origin !== null && origin !== `http://${authority}`) return plain(403, 'Origin not allowed');
  const site = request.headers.get('sec-fetch-site');
  if (site === 'cross-site' || site === 'same-site') return plain(403, 'Site not allowed');
  const offered = url.searchParams.get('token');
  if (offered !== null && request.method === 'GET') {
    if (!isSame(offered, token)) return plain(403, '访问口令不对，请从程序窗口重新打开。');
    url.searchParams.delete('token');
    return new Response(null, {
      status: 303,
      headers: {
        location: `/${url.pathname.replace(/^\/+/, '')}${url.search}`,
        'set-cookie': `${cookieName}=${token}; Path=/; HttpOnly; SameSite=Strict`,
        'referrer-policy': 'no-referrer',
      },
    });
  }
  const bearer = request.headers.get('authorization')?.replace(/^Bearer /, '') ?? '';
  const cookie = (request.headers.get('cookie') ?? '').split(/;\s*/).find((part) => part.startsWith(`${cookieName}=`));
  const held = cookie?.slice(cookieName.length + 1) ?? '';
  return isSame(bearer, token) || isSame(held, token) ? null : plain(401, '请从程序给出的地址打开（含访问口令）。');
}

function isSame(offered: string, token: string): boolean {
  const [a, b] = [Buffer.from(offered), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function plain(status: number, text: string): Response {
  return new Response(text, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } });
}
