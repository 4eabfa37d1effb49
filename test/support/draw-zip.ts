import { zipSync } from 'fflate';
import type { Package } from './draw-package.ts';

/** A 验证包 as the program writes it: deflated, or stored if asked. */
export function zipped(files: Package, level: 0 | 6 = 6): Buffer {
  const encoder = new TextEncoder();
  const entries = Object.entries(files).map(
    ([name, text]) => [name, typeof text === 'string' ? encoder.encode(text) : text] as const,
  );
  return Buffer.from(zipSync(Object.fromEntries(entries), { level }));
}
