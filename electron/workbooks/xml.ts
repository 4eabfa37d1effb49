export type Attributes = ReadonlyMap<string, string>;

/** The attributes of every element with this local name, in order. Linear in the text; comments are not looked into. */
export function tagsOf(xml: string, name: string): Attributes[] {
  const tags: Attributes[] = [];
  for (const [, inside = ''] of xml.matchAll(new RegExp(`<${name}(?=[\\s/>])([^<>]*)>`, 'g')))
    tags.push(attributesOf(inside));
  return tags;
}

/** Attributes of one tag's inside, references resolved. */
export function attributesOf(inside: string): Attributes {
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single] of inside.matchAll(
    /([\w:.-]{1,100})\s{0,10}=\s{0,10}(?:"([^"]*)"|'([^']*)')/g,
  )) {
    attributes.set(name, unescapeXml(double ?? single ?? ''));
  }
  return attributes;
}

/** The part between the first `<name …>` and the last `</name>`; empty when there is none. */
export function insideOf(xml: string, name: string): string {
  const open = new RegExp(`<${name}(?=[\\s/>])[^<>]*>`).exec(xml);
  if (open === null || open[0].endsWith('/>')) return '';
  const from = open.index + open[0].length;
  const to = xml.lastIndexOf(`</${name}`);
  return to < from ? '' : xml.slice(from, to);
}

/** Comments and CDATA resolved, and `<x:row>` made `<row>` when the root binds a prefix to its own vocabulary. */
export function withoutPrefix(xml: string): string {
  const plain = xml.includes('<!') ? withoutMarkedSections(xml) : xml;
  return dropPrefix(plain, prefixOf(plain));
}

/** The prefix of the root element; empty when it has none. */
function prefixOf(xml: string): string {
  const root = /<(?![?!])([\w.-]{1,50}):[\w.-]{1,50}(?=[\s/>])/.exec(xml);
  if (root === null) return '';
  const before = xml.slice(0, root.index).replace(/<\?[^<>]*\?>/g, '');
  return before.includes('<') ? '' : (root[1] ?? '');
}

/** The same with the prefix known from an earlier piece. */
function dropPrefix(xml: string, prefix: string): string {
  return prefix === '' ? xml : xml.replaceAll(`<${prefix}:`, '<').replaceAll(`</${prefix}:`, '</');
}

/**
 * Reads a part piece by piece. `take` is given what is not yet read, without prefix, comments and CDATA, and gives back what
 * it wants to see again with the next piece; the last time it sees the end of the part.
 */
export async function readPieces(
  pieces: AsyncIterable<string>,
  take: (text: string, isLast: boolean) => string,
): Promise<void> {
  let prefix: string | undefined;
  let rest = '';
  let isMarked = false;
  for await (const piece of pieces) {
    prefix ??= prefixOf(withoutMarkedSections(piece));
    rest += piece;
    // A comment or CDATA may hide tags and reach into the next piece: from here on the part is read whole.
    isMarked ||= rest.includes('<!');
    if (!isMarked) rest = take(dropPrefix(rest, prefix), false);
  }
  take(isMarked ? dropPrefix(withoutMarkedSections(rest), prefix ?? '') : rest, true);
}

/** What comes up to the last of these tags, and what is behind it. */
export function cutBehind(text: string, tag: string): readonly [string, string] {
  const cut = text.lastIndexOf(tag) + tag.length;
  return cut < tag.length ? ['', text] : [text.slice(0, cut), text.slice(cut)];
}

/** Comments gone, CDATA as plain text. */
function withoutMarkedSections(xml: string): string {
  const pieces: string[] = [];
  let at = 0;
  while (at < xml.length) {
    const comment = nextAt(xml, '<!--', at);
    const data = nextAt(xml, '<![CDATA[', at);
    const start = Math.min(comment, data);
    pieces.push(xml.slice(at, start));
    if (start === xml.length) break;
    const [open, close] = comment < data ? ['<!--', '-->'] : ['<![CDATA[', ']]>'];
    const end = nextAt(xml, close, start);
    if (open !== '<!--') pieces.push(escapeXml(xml.slice(start + open.length, end)));
    at = end + close.length;
  }
  return pieces.join('');
}

function nextAt(xml: string, mark: string, from: number): number {
  const found = xml.indexOf(mark, from);
  return found < 0 ? xml.length : found;
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Character references and the five named ones; an impossible reference stays as it is. */
export function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(lt|gt|amp|quot|apos));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
    const code = hex === undefined ? Number.parseInt(decimal, 10) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
