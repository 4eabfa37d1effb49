import { useQuery } from '@tanstack/react-query';
import { Space, Table, Upload } from 'antd';
import { useState } from 'react';
import {
  type AttachmentLine,
  type AttachmentSubject,
  attachmentWriters,
  isShown,
  LARGEST_ATTACHMENT_MB,
} from '../../shared/kernel/attachments.ts';
import { useTrpc } from '../api/client.ts';
import { useBarred } from '../api/session.ts';
import { useCommand } from '../api/use-command.ts';
import { useFiles } from '../api/use-files.ts';
import { ActionButton } from './action-button.tsx';
import { ReasonForm } from './reason-form.tsx';
import { useOpenFile } from './use-open-file.tsx';
import { minuteText } from './when.ts';

interface AttachmentsProps {
  readonly subject: AttachmentSubject;
  readonly id: number;
  /** What belongs here, e.g. 承诺书的签字件; said while nothing is attached. */
  readonly wanted?: string;
  /** Nothing is added or taken off any more. */
  readonly isClosed?: boolean;
}

/** 附件 of one matter: open them in the page, add, 撤下 with the reason. What is taken off stays listed. */
export function Attachments({ subject, id, wanted, isClosed = false }: AttachmentsProps) {
  const may = attachmentWriters[subject];
  const lines = useQuery(useTrpc().attachments.of.queryOptions({ subject, subjectId: id })).data;
  const [wrong, setWrong] = useState<AttachmentLine | null>(null);
  const open = useOpenFile();
  const columns = [
    { title: '文件', dataIndex: 'fileName' },
    {
      title: '页数',
      align: 'right' as const,
      width: 64,
      render: (_: unknown, { pages }: AttachmentLine) => pages ?? '—',
    },
    {
      title: '存入',
      width: 170,
      render: (_: unknown, { attachedAt, attachedBy }: AttachmentLine) => `${minuteText(attachedAt)} ${attachedBy}`,
    },
    {
      title: '操作',
      width: 150,
      render: (_: unknown, line: AttachmentLine) => (
        <Space size={4} wrap>
          <ActionButton size="small" onClick={() => void open.view(`attachments/${line.id}`, line.type)}>
            {isShown(line.type) ? '查看' : '下载'}
          </ActionButton>
          {line.withdrawn === null && !isClosed && (
            <ActionButton size="small" may={may} onClick={() => setWrong(line)}>
              撤下
            </ActionButton>
          )}
          {line.withdrawn !== null && (
            <span className="quiet">
              {line.withdrawn.by} {minuteText(line.withdrawn.at)}撤下：{line.withdrawn.reason}
            </span>
          )}
        </Space>
      ),
    },
  ];
  return (
    <div>
      {lines?.length === 0 && <p className="quiet">还没有附件{wanted === undefined ? '' : `，请存入${wanted}`}。</p>}
      {lines !== undefined && lines.length > 0 && (
        <Table<AttachmentLine>
          size="small"
          bordered
          pagination={false}
          rowKey="id"
          dataSource={[...lines]}
          columns={columns}
        />
      )}
      {!isClosed && <AttachButton subject={subject} id={id} />}
      {open.dialog}
      {wrong !== null && <Withdrawal line={wrong} onClose={() => setWrong(null)} />}
    </div>
  );
}

function AttachButton({ subject, id }: Pick<AttachmentsProps, 'subject' | 'id'>) {
  const may = attachmentWriters[subject];
  const { upload } = useFiles();
  const [isBusy, setBusy] = useState(false);
  const barred = useBarred(may);
  async function attach(file: File) {
    setBusy(true);
    await upload(`attachments/${subject}/${id}`, file);
    setBusy(false);
  }
  return (
    <div className="attach-line">
      <Upload
        accept=".pdf,.jpg,.jpeg,.png,.docx,.xlsx"
        showUploadList={false}
        disabled={isBusy || barred !== null}
        beforeUpload={(file) => {
          void attach(file);
          return false;
        }}
      >
        <ActionButton size="small" may={may} loading={isBusy}>
          存入附件
        </ActionButton>
      </Upload>{' '}
      <span className="quiet">
        PDF、JPG、PNG、Word或Excel，每个不超过{LARGEST_ATTACHMENT_MB} MB，存入后不能改、不能删。
      </span>
    </div>
  );
}

function Withdrawal({ line, onClose }: { readonly line: AttachmentLine; readonly onClose: () => void }) {
  const withdraw = useCommand(useTrpc().attachments.withdraw.mutationOptions(), { quiet: true, done: '已撤下。' });
  return (
    <ReasonForm
      title={`撤下“${line.fileName}”？`}
      note="原件仍保留、列出并注明撤下，不能恢复。之后请存入正确的文件。"
      label="撤下的原因"
      placeholder="如：附错了文件"
      submit="撤下"
      isDangerous
      onSubmit={(reason) => withdraw.run({ id: line.id, reason })}
      onClose={onClose}
    />
  );
}
