import { existsSync, readFileSync, statSync } from 'node:fs';
import { extname, join, normalize, sep } from 'node:path';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.ttf': 'font/ttf',
  '.bcmap': 'application/octet-stream',
};

/** No inline script; antd sets style elements, which is why styles may be inline. pdf.js runs its worker from a blob or from us. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self' blob:",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** A file of the built page; any address that is no file gets index.html, because routes live in the page. */
export function pageResponse(pages: string, path: string): Response {
  if (/^\/(files|uploads)\//.test(path) || !isEncoded(path)) return new Response('', { status: 404 });
  const wanted = normalize(join(pages, decodeURIComponent(path)));
  const inside = wanted.startsWith(pages + sep) && existsSync(wanted) && statSync(wanted).isFile();
  if (!inside && extname(path) !== '') return new Response('', { status: 404 });
  const file = inside ? wanted : join(pages, 'index.html');
  if (!existsSync(file)) return new Response('The page is not built: npm run build', { status: 503 });
  const hashed = path.startsWith('/assets/');
  return new Response(readFileSync(file) as Uint8Array<ArrayBuffer>, {
    headers: {
      'content-type': types[extname(file)] ?? 'application/octet-stream',
      'cache-control': hashed ? 'public, max-age=31536000, immutable' : 'no-store',
      'content-security-policy': contentSecurityPolicy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    },
  });
}

function isEncoded(path: string): boolean {
  try {
    return decodeURIComponent(path) !== '';
  } catch {
    return false;
  }
}
