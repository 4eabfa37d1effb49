import { Drawer, Form, Radio, Select } from 'antd';
import { missingKeys } from '../../../shared/features/policies/entries.ts';
import type { Chapter, Entry } from '../../../shared/features/policies/fields.ts';
import type { ReadEntry } from '../../../shared/features/policies/reading.ts';
import { STANDING_WORDS } from '../../../shared/kernel/pack-basis.ts';
import { CommandForm } from '../../ui/command-form.tsx';
import { EntryField } from './entry-field.tsx';
import { useSaveEntry, type VersionDetail } from './policies.queries.ts';
import { SourceFields } from './source-fields.tsx';

interface EntryDrawerProps {
  readonly chapter: Chapter;
  readonly found: VersionDetail;
  readonly open: ReadEntry | 'new' | null;
  readonly onClose: () => void;
}

/** An entry of a draft in a form made of its chapter's fields. */
export function EntryDrawer({ chapter, found, open, onClose }: EntryDrawerProps) {
  const title = open === 'new' ? `新增：${chapter.title}` : `${chapter.title} · ${open?.name ?? ''}`;
  return (
    <Drawer open={open !== null} onClose={onClose} width={720} destroyOnHidden title={title}>
      {open !== null && <EntryForm chapter={chapter} found={found} open={open} onClose={onClose} />}
    </Drawer>
  );
}

function EntryForm({ chapter, found, open, onClose }: EntryDrawerProps & { readonly open: ReadEntry | 'new' }) {
  const save = useSaveEntry({ quiet: true, done: '已保存在草稿中。', onDone: onClose });
  const { pack, version } = found;
  const free = open === 'new' && chapter.form === 'keyed' ? missingKeys(pack, chapter) : [];
  return (
    <CommandForm<Entry>
      submit="保存到草稿"
      onCancel={onClose}
      initial={open === 'new' ? blank(chapter, free[0]) : open.entry}
      onSubmit={(typed) =>
        save.run({
          id: version.id,
          chapter: chapter.key,
          key: open === 'new' ? null : open.key,
          entry: { ...(open === 'new' ? {} : open.entry), ...typed },
        })
      }
    >
      <p className="quiet">{chapter.about}</p>
      {free.length > 0 && (
        <Form.Item name={String(chapter.idKey)} label="适用于">
          <Select
            options={
              chapter.idKey === 'grade'
                ? [{ value: free[0], label: chapter.keys?.[free[0] ?? ''] }]
                : free.map((key) => ({ value: key, label: chapter.keys?.[key] }))
            }
          />
        </Form.Item>
      )}
      {chapter.fields.map((field) => (
        <EntryField key={field.key} field={field} path={[field.key]} pack={pack} />
      ))}
      {chapter.hasBasis && (
        <>
          <h2 className="drawer-part">依据</h2>
          <SourceFields pack={pack} />
          <Form.Item
            name="standing"
            label="标记"
            rules={[{ required: true, message: '请选择标记' }]}
            extra="原文：文件中就是这样规定的。示例：借自别处。待核：还没有对照文件核对。"
          >
            <Radio.Group options={Object.entries(STANDING_WORDS).map(([value, label]) => ({ value, label }))} />
          </Form.Item>
        </>
      )}
    </CommandForm>
  );
}

/** What a new entry starts with: every yes-or-no answered, the rest empty. */
function blank(chapter: Chapter, key: string | undefined): Entry {
  const answered = chapter.fields.flatMap(({ key: name, form }): [string, unknown][] =>
    form.kind === 'yes' ? [[name, name === 'isUsed']] : [],
  );
  return {
    ...Object.fromEntries(answered),
    ...(key === undefined ? {} : { [String(chapter.idKey)]: key }),
    standing: 'unverified',
  };
}
