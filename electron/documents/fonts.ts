import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readTrueType, type TrueType } from './truetype.ts';

/** 宋体, its bold (titles in the manner of 小标宋), 黑体, 楷体, 仿宋. */
export type Face = 'song' | 'bold' | 'hei' | 'kai' | 'fang';

export interface Font {
  /** PostScript name: what tells fonts apart in a file. */
  readonly name: string;
  readonly outlines: TrueType;
}

export interface Glyph {
  readonly font: Font;
  readonly id: number;
  readonly codePoint: number;
  /** Thousandths of an em. */
  readonly width: number;
}

export interface Fonts {
  /** The glyph of a code point: from the face itself, else from the first font that has it, else undefined. */
  glyph(face: Face, codePoint: number): Glyph | undefined;
}

export interface FontFolders {
  /** The bundled fonts, as laid out by electron/build/fonts.ts. */
  readonly bundled?: string;
  /** Where this computer keeps its own fonts (仿宋, rare characters); an empty list uses the bundled ones only. */
  readonly installed?: readonly string[];
}

type Source = () => Font | undefined;

/** Opens fonts when a character first asks for one. A bundled font that is missing is a broken installation and throws. */
export function loadFonts({ bundled = bundledFolder, installed = installedFolders() }: FontFolders = {}): Fonts {
  const own = (file: string): Source => once(() => fontAt(join(bundled, file)));
  const song = own('NotoSerifSC_400Regular.ttf');
  const bold = own('NotoSerifSC_700Bold.ttf');
  const hei = own('NotoSansSC_500Medium.ttf');
  const kai = own('LXGWWenKai_500.ttf');
  const fang = once(() => firstInstalled(installed, ['simfang.ttf', '仿宋_GB2312.ttf', 'FZFSK.TTF', 'FZFSJW.TTF']));
  // Rare personal names: CJK extension B of Windows.
  const rare = once(() => firstInstalled(installed, ['simsunb.ttf']));
  const order: Record<Face, readonly Source[]> = {
    song: [song, hei, kai, rare],
    bold: [bold, song, hei, kai, rare],
    hei: [hei, song, kai, rare],
    kai: [kai, song, hei, rare],
    fang: [fang, song, hei, kai, rare],
  };
  const known: Record<Face, Map<number, Glyph | undefined>> = {
    song: new Map(),
    bold: new Map(),
    hei: new Map(),
    kai: new Map(),
    fang: new Map(),
  };
  return {
    glyph(face, codePoint) {
      const glyphs = known[face];
      if (!glyphs.has(codePoint)) glyphs.set(codePoint, firstGlyph(order[face], codePoint));
      return glyphs.get(codePoint);
    },
  };
}

const bundledFolder = fileURLToPath(new URL('../../resources/fonts', import.meta.url));

function firstGlyph(sources: readonly Source[], codePoint: number): Glyph | undefined {
  for (const source of sources) {
    const font = source();
    const id = font?.outlines.glyphOf(codePoint) ?? 0;
    if (font && id !== 0) return { font, id, codePoint, width: font.outlines.widthOf(id) };
  }
  return undefined;
}

function firstInstalled(folders: readonly string[], files: readonly string[]): Font | undefined {
  for (const file of files) {
    for (const folder of folders) {
      const path = join(folder, file);
      if (!existsSync(path)) continue;
      const font = fontAt(path);
      if (mayBeEmbedded(font.outlines.embedding)) return font;
    }
  }
  return undefined;
}

/** OS/2 fsType: 0x0002 forbids embedding, 0x0100 subsetting, 0x0200 outlines. */
function mayBeEmbedded(embedding: number): boolean {
  return (embedding & 0x0302) === 0;
}

function fontAt(path: string): Font {
  const outlines = readTrueType(readFileSync(path));
  return { name: outlines.postscriptName, outlines };
}

/** The font folders of Windows (all users, this user) and of Linux with the folders directly in them. */
function installedFolders(): string[] {
  const { WINDIR, LOCALAPPDATA } = process.env;
  if (process.platform === 'win32') {
    return [
      ...(WINDIR ? [join(WINDIR, 'Fonts')] : []),
      ...(LOCALAPPDATA ? [join(LOCALAPPDATA, 'Microsoft/Windows/Fonts')] : []),
    ];
  }
  return ['/usr/share/fonts', '/usr/local/share/fonts', join(homedir(), '.local/share/fonts')].flatMap(withFolders);
}

function withFolders(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const below = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isDirectory());
  return [folder, ...below.map((entry) => join(entry.parentPath, entry.name))];
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
