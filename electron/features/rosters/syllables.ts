/**
 * The ways to read letters as whole syllables, the last of which may be only begun: `xian` is xian and xi-an. At most
 * `most` ways, longer first syllables first.
 */
export function segmentsOf(letters: string, syllables: ReadonlySet<string>, most: number): string[][] {
  const begun = new Set([...syllables].flatMap((syllable) => beginnings(syllable)));
  const ways: string[][] = [];
  const longest = Math.max(0, ...[...syllables].map(({ length }) => length));

  function read(from: number, before: readonly string[]): void {
    if (ways.length >= most) return;
    const rest = letters.slice(from);
    if (begun.has(rest)) ways.push([...before, rest]);
    for (let length = Math.min(longest, rest.length - 1); length > 0; length -= 1) {
      const syllable = rest.slice(0, length);
      if (syllables.has(syllable)) read(from + length, [...before, syllable]);
    }
  }

  read(0, []);
  return ways;
}

function beginnings(syllable: string): string[] {
  return Array.from(syllable, (_, index) => syllable.slice(0, index + 1));
}
