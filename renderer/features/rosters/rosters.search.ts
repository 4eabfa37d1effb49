import type { Client } from '../../api/client.ts';

interface Hit {
  readonly title: string;
  readonly kind: string;
  readonly note: string;
  readonly path: string;
}

/** Objects by name, code or pinyin initials, and officers by name, for the search box. */
export async function searchRosters(text: string, client: Client): Promise<readonly Hit[]> {
  const [objects, officers] = await Promise.all([
    client.rosters.objects.query({ text, limit: 6 }),
    client.rosters.officers.query(),
  ]);
  const found = officers.filter(({ name, certificateNumber }) => name.includes(text) || certificateNumber === text);
  return [
    ...objects.lines.map(({ id, name, code }) => ({
      title: name,
      kind: '企业',
      note: code,
      path: `/enterprises/${id}`,
    })),
    ...found.slice(0, 4).map(({ id, name, unit }) => ({
      title: name,
      kind: '执法人员',
      note: unit,
      path: `/rosters/officers?id=${id}`,
    })),
  ];
}
