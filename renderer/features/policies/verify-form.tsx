import { Modal } from 'antd';
import type { Chapter } from '../../../shared/features/policies/fields.ts';
import type { ReadEntry } from '../../../shared/features/policies/reading.ts';
import { CommandForm } from '../../ui/command-form.tsx';
import { useSaveEntry, type VersionDetail } from './policies.queries.ts';
import { SourceFields } from './source-fields.tsx';

interface VerifyFormProps {
  readonly chapter: Chapter;
  readonly found: VersionDetail;
  readonly open: ReadEntry | null;
  readonly onClose: () => void;
}

/** 标为已核: somebody held the entry against the document; the article it was found in is typed. */
export function VerifyForm({ chapter, found, open, onClose }: VerifyFormProps) {
  const save = useSaveEntry({ quiet: true, done: '已标为原文。', onDone: onClose });
  return (
    <Modal
      open={open !== null}
      title={`标为已核：${open?.name ?? ''}`}
      footer={null}
      onCancel={onClose}
      destroyOnHidden
    >
      {open !== null && (
        <>
          <p>对照正式文件核对无误后，写明条款。标记改为“原文”。内容与文件不一致的，请先“修改”。</p>
          <CommandForm<{ source: { document: string; article: string; quote?: string } }>
            submit="标为已核"
            onCancel={onClose}
            initial={{ source: open.entry.source as { document: string; article: string } }}
            onSubmit={({ source }) =>
              save.run({
                id: found.version.id,
                chapter: chapter.key,
                key: open.key,
                entry: { ...open.entry, source, standing: 'rule' },
              })
            }
          >
            <SourceFields pack={found.pack} />
          </CommandForm>
        </>
      )}
    </Modal>
  );
}
