import { Empty, Radio, Tabs } from 'antd';
import { countStandings, ofStanding, type ReadPart, readPack } from '../../../shared/features/policies/reading.ts';
import { STANDING_WORDS, Standing } from '../../../shared/kernel/pack-basis.ts';
import { useListParams } from '../../ui/use-list-params.ts';
import { ChapterTable } from './chapter-table.tsx';
import type { VersionDetail } from './policies.queries.ts';
import './policies.css';

/** A version as it is read, part by part, with its marks; a draft that may be written has the buttons for it. */
export function PackReader({ found, mayWrite }: { readonly found: VersionDetail; readonly mayWrite: boolean }) {
  const { filters, change } = useListParams();
  const mark = Standing.safeParse(filters.mark).data ?? null;
  const whole = readPack(found.pack);
  const counts = countStandings(whole);
  const read = mark === null ? whole : ofStanding(whole, mark);
  const open = filters.part ?? (mark === null ? 'grades' : 'all');
  const marks = (['rule', 'example', 'unverified'] as const).map((value) => ({
    value,
    label: `${STANDING_WORDS[value]} ${counts[value]}`,
  }));
  const chaptersIn = (parts: readonly ReadPart[]) =>
    parts.flatMap(({ chapters }) =>
      chapters.map((one) => (
        <ChapterTable key={one.chapter.key} read={one} found={found} mayWrite={mayWrite} isFiltered={mark !== null} />
      )),
    );
  return (
    <>
      <div className="list-tools">
        <Radio.Group
          value={mark ?? ''}
          onChange={(event) => change({ filters: { mark: event.target.value, part: '' } })}
          options={[{ value: '', label: '全部条目' }, ...marks]}
          optionType="button"
        />
        <span className="quiet">原文：文件中的规定；示例：借自别处；待核：使用前须核对。</span>
      </div>
      {read.length === 0 ? (
        <Empty
          image={Empty.PRESENTED_IMAGE_SIMPLE}
          description={`没有标为“${mark === null ? '' : STANDING_WORDS[mark]}”的条目。`}
        />
      ) : (
        <Tabs
          size="small"
          activeKey={open}
          onChange={(part) => change({ filters: { part } })}
          items={[
            { key: 'all', label: '全部', children: open === 'all' && chaptersIn(read) },
            ...read.map((part) => ({
              key: part.key,
              label: part.title,
              children: open === part.key && chaptersIn([part]),
            })),
          ]}
        />
      )}
    </>
  );
}
