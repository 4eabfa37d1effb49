import { Button } from 'antd';
import { useState } from 'react';
import { ActionButton } from '../../ui/action-button.tsx';
import { type Lack, type ListVersion, useRestoreItem } from './check-items.queries.ts';

interface DraftNotesProps {
  readonly version: ListVersion;
  /** Opens the item: at the field in a draft, to be read while it waits for approval. */
  readonly onLack: (lack: Lack) => void;
}

/** What is still to be done in a draft, each line leading to its field, and what was taken out of it. Who approves sees it too. */
export function DraftNotes({ version, onLack }: DraftNotesProps) {
  const { list, lacks, items, difference } = version;
  const restore = useRestoreItem({ done: '已恢复。' });
  const removed = difference?.items.filter(({ kind }) => kind === 'removed') ?? [];
  const [isOpen, setOpen] = useState(true);
  const isDraft = list.state === 'draft';
  const missing = lacks.filter(({ weight }) => weight === 'missing');
  const look = lacks.filter(({ weight }) => weight === 'look');
  if (lacks.length + removed.length === 0) return null;
  const counts = [
    ...(missing.length > 0 ? [`${missing.length}处没有填写`] : []),
    ...(look.length > 0 ? [`${look.length}处请核对`] : []),
    ...(removed.length > 0 ? [`取消了${removed.length}项`] : []),
  ];
  return (
    <section className="draft-notes" aria-label="请核对">
      <div>
        <b>{counts.join('，')}</b>
        <Button type="link" size="small" onClick={() => setOpen(!isOpen)}>
          {isOpen ? '收起' : '展开'}
        </Button>
      </div>
      {isOpen && (
        <ul>
          {bySentence([...missing, ...look]).map((lacks) => (
            <li key={lacks[0].sentence}>
              <span className={lacks[0].weight === 'missing' ? 'overdue' : 'quiet'}>{lacks[0].sentence}</span>
              {lacks.map((lack) => (
                <Button key={lack.code} type="link" size="small" onClick={() => onLack(lack)}>
                  {lack.code}
                  {lacks.length === 1 && ` ${items.find(({ code }) => code === lack.code)?.name}`}
                </Button>
              ))}
            </li>
          ))}
          {removed.map(({ code, name }) => (
            <li key={code}>
              已取消 {code} {name}
              {isDraft && (
                <ActionButton
                  type="link"
                  size="small"
                  may={['operator']}
                  loading={restore.isRunning}
                  onClick={() => void restore.run({ listId: list.id, code })}
                >
                  恢复
                </ActionButton>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** What is said of several items is said once, with each of them behind it. */
function bySentence(lacks: readonly Lack[]): readonly [Lack, ...Lack[]][] {
  const groups = new Map<string, [Lack, ...Lack[]]>();
  for (const lack of lacks) {
    const group = groups.get(lack.sentence);
    if (group === undefined) groups.set(lack.sentence, [lack]);
    else group.push(lack);
  }
  return [...groups.values()];
}
