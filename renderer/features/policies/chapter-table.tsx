import { Link } from '@tanstack/react-router';
import { Popconfirm, Space, Table, Tag } from 'antd';
import { useState } from 'react';
import { entriesOf, keyOf, missingKeys } from '../../../shared/features/policies/entries.ts';
import type { Chapter } from '../../../shared/features/policies/fields.ts';
import type { ReadChapter, ReadEntry } from '../../../shared/features/policies/reading.ts';
import { STANDING_WORDS, type Standing } from '../../../shared/kernel/pack-basis.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { PathLink } from '../../ui/path-link.tsx';
import { EntryDrawer } from './entry-drawer.tsx';
import {
  type ArticleNote,
  useArticleNotes,
  useMoveEntry,
  useRemoveEntry,
  type VersionDetail,
} from './policies.queries.ts';
import { VerifyForm } from './verify-form.tsx';

const operator = ['operator'] as const;

interface ChapterTableProps {
  readonly read: ReadChapter;
  readonly found: VersionDetail;
  readonly mayWrite: boolean;
  /** Only the entries of one mark are shown. */
  readonly isFiltered: boolean;
}

/** The entries of a chapter: what each rules, the article with its words, and its mark. */
export function ChapterTable({ read: { chapter, entries }, found, mayWrite, isFiltered }: ChapterTableProps) {
  const [open, setOpen] = useState<ReadEntry | 'new' | null>(null);
  const notes = useArticleNotes().data ?? [];
  const [verified, setVerified] = useState<ReadEntry | null>(null);
  const isWritten = mayWrite && chapter.editedAt === undefined;
  return (
    <section className="pack-chapter">
      <header>
        <h2>{chapter.title}</h2>
        <span className="quiet">{chapter.about}</span>
        {isWritten && !isFiltered && mayAdd(chapter, found) && (
          <ActionButton size="small" may={operator} onClick={() => setOpen('new')}>
            新增{chapter.title.length > 6 ? '条目' : chapter.title}
          </ActionButton>
        )}
        {chapter.editedAt !== undefined && <Link to={chapter.editedAt.path as '/'}>到“{chapter.editedAt.title}”</Link>}
      </header>
      <Table<ReadEntry>
        size="small"
        bordered
        pagination={false}
        rowKey={({ key }) => key}
        dataSource={[...entries]}
        locale={{ emptyText: '文件没有规定。' }}
        columns={[
          { title: '条目', width: 150, render: (_, { name }) => name },
          {
            title: '规定',
            render: (_, { lines }) => lines.map((line) => <LinesOf key={line} text={line} />),
          },
          ...(chapter.hasBasis
            ? [
                {
                  title: '依据',
                  width: 220,
                  render: (_: unknown, { article, quote }: ReadEntry) => (
                    <>
                      {article}
                      {quote !== null && <div className="quiet">“{quote}”</div>}
                      {notes
                        .filter((note) => note.article === article)
                        .map((note) => (
                          <NoteOf key={note.entryId} note={note} />
                        ))}
                    </>
                  ),
                },
                {
                  title: '标记',
                  width: 64,
                  render: (_: unknown, { standing }: ReadEntry) => standing !== null && <Mark standing={standing} />,
                },
              ]
            : []),
          ...(isWritten
            ? [
                {
                  title: '办理',
                  width: 132,
                  render: (_: unknown, entry: ReadEntry) => (
                    <EntryActions
                      chapter={chapter}
                      entry={entry}
                      found={found}
                      onChange={() => setOpen(entry)}
                      onVerify={() => setVerified(entry)}
                    />
                  ),
                },
              ]
            : []),
        ]}
      />
      {isWritten && (
        <>
          <EntryDrawer chapter={chapter} found={found} open={open} onClose={() => setOpen(null)} />
          <VerifyForm chapter={chapter} found={found} open={verified} onClose={() => setVerified(null)} />
        </>
      )}
    </section>
  );
}

function mayAdd(chapter: Chapter, { pack }: VersionDetail): boolean {
  if (chapter.form === 'keyed') return missingKeys(pack, chapter).length > 0;
  return chapter.form === 'many' || (chapter.form === 'maybe' && entriesOf(pack, chapter).length === 0);
}

/** 书面说明: what is followed in the article's place, with the way to the note. */
function NoteOf({ note: { registerId, entryId, on, title, statement } }: { readonly note: ArticleNote }) {
  return (
    <div className="pack-note">
      执行上级制度：
      <PathLink path={`/registers/${registerId}?id=${entryId}`}>{title}</PathLink>（{on}）<div>{statement}</div>
    </div>
  );
}

/** Text with line breaks. */
function LinesOf({ text }: { readonly text: string }) {
  return <div className="pack-lines">{text}</div>;
}

const colours: Readonly<Record<Standing, string | undefined>> = {
  rule: undefined,
  example: 'blue',
  unverified: '#a86200',
};

function Mark({ standing }: { readonly standing: Standing }) {
  return <Tag color={colours[standing]}>{STANDING_WORDS[standing]}</Tag>;
}

interface EntryActionsProps {
  readonly chapter: Chapter;
  readonly entry: ReadEntry;
  readonly found: VersionDetail;
  readonly onChange: () => void;
  readonly onVerify: () => void;
}

function EntryActions({ chapter, entry, found, onChange, onVerify }: EntryActionsProps) {
  const remove = useRemoveEntry({ done: '已从草稿中删除。' });
  const move = useMoveEntry();
  const keys = entriesOf(found.pack, chapter).map((one) => keyOf(chapter, one));
  const [first, last] = [keys[0], keys.at(-1)];
  const place = { id: found.version.id, chapter: chapter.key, key: entry.key };
  const link = { type: 'link', size: 'small', may: operator } as const;
  return (
    <Space size={0} wrap className="pack-actions">
      <ActionButton {...link} onClick={onChange}>
        修改
      </ActionButton>
      {entry.standing !== null && entry.standing !== 'rule' && (
        <ActionButton {...link} onClick={onVerify}>
          标为已核
        </ActionButton>
      )}
      {chapter.form === 'many' && (
        <>
          <ActionButton
            {...link}
            loading={move.isRunning}
            disabled={entry.key === first}
            onClick={() => void move.run({ ...place, by: -1 })}
          >
            上移
          </ActionButton>
          <ActionButton
            {...link}
            loading={move.isRunning}
            disabled={entry.key === last}
            onClick={() => void move.run({ ...place, by: 1 })}
          >
            下移
          </ActionButton>
        </>
      )}
      {chapter.form !== 'one' && chapter.form !== 'fixed' && (
        <Popconfirm
          title={`从草稿中删除“${entry.name}”？现行版本不受影响。`}
          okText="删除"
          cancelText="不删除"
          onConfirm={() => remove.run(place)}
        >
          <ActionButton {...link} danger>
            删除
          </ActionButton>
        </Popconfirm>
      )}
    </Space>
  );
}
