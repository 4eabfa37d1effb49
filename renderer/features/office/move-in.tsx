import { Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { failureSentence } from '../../api/failures.ts';
import { uploadFile } from '../../api/files.ts';
import { CommandForm } from '../../ui/command-form.tsx';
import { UploadBox } from '../../ui/upload-box.tsx';
import { Door } from './door.tsx';

interface MoveInProps {
  readonly onBack: () => void;
  readonly onFinish: () => void;
}

/** 从另一台电脑迁入: the sealed file and its password; checked in full before it takes the place of what is here. */
export function MoveIn({ onBack, onFinish }: MoveInProps) {
  const [file, setFile] = useState<File | null>(null);
  const [modal, modalPlace] = Modal.useModal();

  async function submit({ password }: { password: string }) {
    if (file === null) {
      return {
        ok: false,
        code: 'BAD_INPUT',
        details: { problems: [{ field: '', sentence: '请先选择迁移文件' }] },
      } as const;
    }
    try {
      const outcome = await uploadFile<{ bureau: string; entries: number }>('office/move-in', file, {
        'x-password': password.normalize('NFC'),
      });
      if (!outcome.ok) return outcome;
      await modal.success({
        title: '已迁入',
        content: `${outcome.value.bureau}，台账${outcome.value.entries}条。请用原来的账号登录。`,
      });
      onFinish();
      return outcome;
    } catch (error) {
      return { ok: false, code: 'FAILED', details: { sentence: failureSentence(error) } } as const;
    }
  }

  return (
    <Door
      title="从另一台电脑迁入"
      note="在原电脑“设置 → 迁移与备份”导出迁移文件，拷到本机后在此选择。检查通过才会写入；不通过，本机不作任何改动。"
    >
      {modalPlace}
      <CommandForm<{ password: string }> submit="检查并迁入" onCancel={onBack} cancelText="返回" onSubmit={submit}>
        <Form.Item label="迁移文件">
          <UploadBox label={file?.name ?? '迁移文件（.mqmove）'} accept=".mqmove" onFile={setFile} />
        </Form.Item>
        <Form.Item name="password" label="导出时设置的密码" rules={[{ required: true, message: '请填写密码' }]}>
          <Input.Password autoComplete="off" />
        </Form.Item>
      </CommandForm>
    </Door>
  );
}
