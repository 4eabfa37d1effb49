import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

const keyLength = 32;

/** `scrypt$N$r$p$salt$key`, salt and key in base64url. Takes about half a second at N = 2^17, on purpose. */
export async function hashPassword(password: string, cost: number): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, cost);
  return ['scrypt', cost, 8, 1, salt.toString('base64url'), key.toString('base64url')].join('$');
}

export async function isPassword(password: string, stored: string): Promise<boolean> {
  const [kind, cost, , , salt, key] = stored.split('$');
  if (kind !== 'scrypt' || salt === undefined || key === undefined) return false;
  const expected = Buffer.from(key, 'base64url');
  const found = await derive(password, Buffer.from(salt, 'base64url'), Number(cost));
  return timingSafeEqual(expected, found);
}

/** scrypt with r = 8, p = 1; `maxmem` is raised because N = 2^17 needs 128 MiB and Node stops at 32. */
export function derive(password: string, salt: Uint8Array, cost: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(
      password.normalize('NFC'),
      salt,
      keyLength,
      { N: cost, r: 8, p: 1, maxmem: 256 * 1024 * 1024 },
      (error, key) => (error === null ? resolve(key) : reject(error)),
    );
  });
}
