import { FILE_NAMES } from './read-draw.ts';

/** The first line and column in which a kept result.tsv differs from the computed one, as a sentence; null where none does. */
export function resultDifference(kept: string, computed: string): string | null {
  if (kept === computed) return null;
  const lines = kept.split('\n');
  const expected = computed.split('\n');
  const at = Array.from({ length: Math.max(lines.length, expected.length) }).findIndex(
    (_, n) => lines[n] !== expected[n],
  );
  const found = lines[at] ?? '';
  const right = expected[at] ?? '';
  return `${FILE_NAMES.result} 第${at + 1}行与复算不一致：文件中为“${shown(found)}”，复算为“${shown(right)}”。`;
}

function shown(line: string): string {
  return line.replaceAll('\t', ' ');
}
