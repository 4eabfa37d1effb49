import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whether poppler-utils and qpdf are on this machine; suites that read PDFs back skip without them. */
export const canReadPdfs = ['pdftotext', 'qpdf'].every(
  (tool) => spawnSync(tool, [tool === 'qpdf' ? '--version' : '-v']).status === 0,
);

/** The text of every page, as pdftotext finds it. */
export function pageTexts(pdf: Uint8Array): string[] {
  return read('pdftotext', ['-q', '-layout', '-enc', 'UTF-8', '-', '-'], pdf).split('\f').slice(0, -1);
}

/** All text without white space: what wraps over lines or cells can be looked for as one string. */
export function solidText(pdf: Uint8Array): string {
  return read('pdftotext', ['-q', '-raw', '-enc', 'UTF-8', '-', '-'], pdf).replace(/\s+/g, '');
}

export interface Word {
  /** From 1. */
  readonly page: number;
  readonly text: string;
  /** Points from the upper left corner. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
}

/** Every word with its place. */
export function words(pdf: Uint8Array): Word[] {
  const pages = read('pdftotext', ['-q', '-bbox', '-enc', 'UTF-8', '-', '-'], pdf).split('<page ').slice(1);
  return pages.flatMap((page, i) =>
    [...page.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="[\d.]+">([^<]*)</g)].map(
      ([, left, top, right, text = '']) => ({
        page: i + 1,
        text,
        left: Number(left),
        right: Number(right),
        top: Number(top),
      }),
    ),
  );
}

/** What qpdf has against the file; empty when it is clean. */
export function complaints(pdf: Uint8Array): string {
  return onDisk(pdf, (path) => {
    const { status, stdout, stderr } = spawnSync('qpdf', ['--check', path], { encoding: 'utf8' });
    return status === 0 ? '' : `${stdout}${stderr}`;
  });
}

/** The file with nothing packed, to look at its operators. */
export function unpacked(pdf: Uint8Array): string {
  return onDisk(pdf, (path) => {
    const { stdout } = spawnSync('qpdf', ['--qdf', '--object-streams=disable', path, '-'], { maxBuffer });
    return stdout.toString('latin1');
  });
}

/** A page (from 1) as grey values, 0 black to 255 white, one pixel to a point. */
export function greys(
  pdf: Uint8Array,
  page: number,
): { width: number; height: number; at(x: number, y: number): number } {
  const args = ['-q', '-gray', '-r', '72', '-f', `${page}`, '-l', `${page}`];
  const { stdout } = spawnSync('pdftoppm', args, { input: pdf, maxBuffer });
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(stdout.subarray(0, 40).toString('latin1'));
  if (head === null) throw new Error('pdftoppm failed');
  const [width, height] = [Number(head[1]), Number(head[2])];
  return { width, height, at: (x, y) => stdout[head[0].length + y * width + x] ?? 255 };
}

const maxBuffer = 256 * 1024 * 1024;

function read(tool: string, args: string[], pdf: Uint8Array): string {
  const { status, stdout, stderr } = spawnSync(tool, args, { input: pdf, maxBuffer });
  if (status !== 0) throw new Error(`${tool} failed: ${stderr}`);
  return stdout.toString('utf8');
}

/** qpdf does not read from a pipe. */
function onDisk<T>(pdf: Uint8Array, look: (path: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'mingqian-pdf-'));
  try {
    writeFileSync(join(folder, 'printed.pdf'), pdf);
    return look(join(folder, 'printed.pdf'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
