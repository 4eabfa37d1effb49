import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inflateSync } from 'node:zlib';
import { fontFileOf } from '../documents/truetype.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

interface BundledFont {
  readonly source: string;
  readonly target: string;
  readonly licence: string;
}

/** All under the SIL Open Font License; each licence text goes beside its font. */
const bundled: readonly BundledFont[] = [
  noto('noto-serif-sc', '400Regular', 'NotoSerifSC'),
  noto('noto-serif-sc', '700Bold', 'NotoSerifSC'),
  noto('noto-sans-sc', '500Medium', 'NotoSansSC'),
  {
    source: '@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-500-normal.woff',
    target: 'LXGWWenKai_500.ttf',
    licence: '@fontsource/lxgw-wenkai/LICENSE',
  },
];

/** Lays the bundled fonts with their licences into `folder` (default resources/fonts); what is there already stays. Returns the folder. */
export function ensureFonts(folder = join(root, 'resources/fonts')): string {
  mkdirSync(folder, { recursive: true });
  for (const { source, target, licence } of bundled) {
    if (existsSync(join(folder, target))) continue;
    copyFileSync(join(root, 'node_modules', licence), join(folder, `${target.replace(/_.*/, '')}.LICENSE.txt`));
    const file = readFileSync(join(root, 'node_modules', source));
    // Written under another name first: a half-written font must not look finished.
    const unfinished = join(folder, `${target}.${process.pid}`);
    writeFileSync(unfinished, source.endsWith('.woff') ? unpackedWoff(file) : file);
    renameSync(unfinished, join(folder, target));
  }
  return folder;
}

function noto(name: string, weight: string, family: string): BundledFont {
  const home = `@expo-google-fonts/${name}`;
  return {
    source: `${home}/${weight}/${family}_${weight}.ttf`,
    target: `${family}_${weight}.ttf`,
    licence: `${home}/LICENSE_FONT`,
  };
}

/** WOFF 1: a TrueType file whose tables are each packed with zlib. */
function unpackedWoff(woff: Buffer): Uint8Array {
  const tables = new Map<string, Uint8Array>();
  for (let i = 0; i < woff.readUInt16BE(12); i += 1) {
    const entry = 44 + 20 * i;
    const [offset, packed, size] = [4, 8, 12].map((at) => woff.readUInt32BE(entry + at)) as [number, number, number];
    const data = woff.subarray(offset, offset + packed);
    tables.set(woff.toString('latin1', entry, entry + 4), packed < size ? inflateSync(data) : data);
  }
  return fontFileOf(tables);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) ensureFonts();
