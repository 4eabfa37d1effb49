const files = import.meta.glob<string>('../../../resources/help/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
});

export interface Topic {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/** The topics of resources/help, in the order of their file names; the first line is the title. */
export const topics: readonly Topic[] = Object.entries(files)
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([path, text]) => ({
    id: path.replace(/^.*\/\d+-|\.md$/g, ''),
    title: text.split('\n', 1)[0]?.replace(/^# /, '') ?? '',
    text,
  }));
