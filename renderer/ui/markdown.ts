/** The parts of a help text; what our own help files use of Markdown, and no more. */
export type Part =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly isOrdered: boolean; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };

/** Reads a text into parts, in order. */
export function readMarkdown(text: string): readonly Part[] {
  return text
    .split(/\n{2,}/)
    .map((block) => block.trim())
    .filter((block) => block !== '')
    .map(partOf);
}

function partOf(block: string): Part {
  const heading = /^(##?) (.+)$/.exec(block);
  if (heading !== null) return { kind: 'heading', level: heading[1] === '#' ? 1 : 2, text: heading[2] ?? '' };
  const lines = block.split('\n');
  if (lines.every((line) => /^- /.test(line))) {
    return { kind: 'list', isOrdered: false, items: lines.map((line) => line.slice(2)) };
  }
  if (lines.every((line) => /^\d+\. /.test(line))) {
    return { kind: 'list', isOrdered: true, items: lines.map((line) => line.replace(/^\d+\. /, '')) };
  }
  if (lines.every((line) => line.startsWith('|'))) {
    const [head = [], , ...rows] = lines.map(cellsOf);
    return { kind: 'table', head, rows };
  }
  return { kind: 'paragraph', text: lines.join('') };
}

function cellsOf(line: string): readonly string[] {
  return line
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim());
}

export type Run =
  | { readonly kind: 'text' | 'bold' | 'key'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly path: string };

/** The runs of a line: **bold**, `keys`, [links](/path). */
export function readRuns(text: string): readonly Run[] {
  const runs: Run[] = [];
  let rest = 0;
  for (const match of text.matchAll(/\*\*(.+?)\*\*|`(.+?)`|\[(.+?)\]\((.+?)\)/g)) {
    if (match.index > rest) runs.push({ kind: 'text', text: text.slice(rest, match.index) });
    const [whole, bold, key, link, path] = match;
    if (bold !== undefined) runs.push({ kind: 'bold', text: bold });
    else if (key !== undefined) runs.push({ kind: 'key', text: key });
    else runs.push({ kind: 'link', text: link ?? '', path: path ?? '/' });
    rest = match.index + whole.length;
  }
  if (rest < text.length) runs.push({ kind: 'text', text: text.slice(rest) });
  return runs;
}
