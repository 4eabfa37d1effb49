import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Listening, listen } from '../../electron/loopback/listen.ts';

const token = 'token-of-this-run';
const app = { fetch: async () => new Response('inside') };
let host: Listening;
let port = 0;

beforeAll(async () => {
  host = await listen(() => app, { port: 0, token });
  port = Number(new URL(host.address).port);
});
afterAll(() => host.close());

/** Node's own client, because fetch does not let a test choose Host and Origin. */
function get(
  path: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; headers: NodeJS.Dict<string | string[]> }> {
  return new Promise((resolve, reject) => {
    const call = request({ host: '127.0.0.1', port, path, headers }, (response) => {
      response.resume();
      resolve({ status: response.statusCode ?? 0, headers: response.headers });
    });
    call.on('error', reject);
    call.end();
  });
}

const bearer = { authorization: `Bearer ${token}` };

test('没有口令的请求进不来', async () => {
  expect((await get('/')).status).toBe(401);
  expect((await get('/', { authorization: 'Bearer wrong' })).status).toBe(401);
  expect((await get('/?token=wrong')).status).toBe(403);
  expect((await get('/', bearer)).status).toBe(200);
});

test('带口令的地址换成只此一家的 cookie，口令不留在地址里', async () => {
  const first = await get(`/plans?token=${token}&year=2026`);
  expect(first.status).toBe(303);
  expect(first.headers.location).toBe('/plans?year=2026');
  expect(first.headers['set-cookie']).toEqual([`mq_host=${token}; Path=/; HttpOnly; SameSite=Strict`]);
  expect((await get(`//evil.test/?token=${token}`)).headers.location).toBe('/evil.test/');
  expect((await get('/', { cookie: `other=1; mq_host=${token}` })).status).toBe(200);
});

test('别处来的请求一律拒绝，即使口令正确', async () => {
  expect((await get('/', { ...bearer, host: `localhost:${port}` })).status).toBe(403);
  expect((await get('/', { ...bearer, host: 'evil.test' })).status).toBe(403);
  expect((await get('/', { ...bearer, origin: 'http://evil.test' })).status).toBe(403);
  expect((await get('/', { ...bearer, 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  expect((await get('/', { ...bearer, origin: host.address })).status).toBe(200);
});

test('只在本机回环地址上听', () => {
  expect(host.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
});
