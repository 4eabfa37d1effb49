import type { Client } from '../api/client.ts';
import type { SearchHit } from './search-sources.ts';

const mostHits = 6;

/** Draws by their number, inspections by the numbers of their papers: 通知书 and 归档号. */
export async function searchDocuments(text: string, client: Client): Promise<readonly SearchHit[]> {
  const [draws, inspections] = await Promise.all([
    client.draws.list.query(),
    client.inspections.list.query({ year: null, taskId: null }),
  ]);
  const drawHits = draws
    .filter((draw) => draw.number.includes(text))
    .map((draw) => ({ title: draw.number, kind: '抽取', note: draw.taskTitle, path: `/draws/${draw.id}` }));
  const inspectionHits = inspections.flatMap(({ id, objectName, noticeNumber, archiveNumber }) => {
    const number = [noticeNumber, archiveNumber].find((candidate) => candidate?.includes(text));
    if (number == null) return [];
    return [{ title: number, kind: '检查', note: objectName, path: `/inspections?open=${id}` }];
  });
  return [...drawHits, ...inspectionHits].slice(0, mostHits);
}
