import { App, Form, Input } from 'antd';
import { useState } from 'react';
import { failureSentence } from '../../api/failures.ts';
import { uploadFile } from '../../api/files.ts';
import type { CommandOutcome } from '../../api/use-command.ts';
import { CommandForm } from '../../ui/command-form.tsx';
import { UploadBox } from '../../ui/upload-box.tsx';
import { Door } from './door.tsx';
import { passwordOf } from './new-password.tsx';

interface MoveInFormProps {
  readonly onBack?: () => void;
  readonly onFinish: () => void;
}

/** 从另一台电脑迁入, on the first screen of a new PC. */
export function MoveIn({ onBack, onFinish }: { readonly onBack: () => void; readonly onFinish: () => void }) {
  return (
    <Door
      title="从另一台电脑迁入"
      note="在原电脑“设置 → 迁移与备份”导出迁移文件，拷到本机后在此选择。检查通过才会写入；不通过，本机不作任何改动。"
    >
      <MoveInForm onBack={onBack} onFinish={onFinish} />
    </Door>
  );
}

/** The sealed file and its password; checked in full before it takes the place of what is here. */
export function MoveInForm({ onBack, onFinish }: MoveInFormProps) {
  const [file, setFile] = useState<File | null>(null);
  const { modal } = App.useApp();

  async function submit({ password }: { password: string }): Promise<CommandOutcome<unknown>> {
    if (file === null) return badInput('请先选择迁移文件');
    try {
      const outcome = await uploadFile<{ bureau: string; entries: number }>('office/move-in', file, {
        'x-password': passwordOf(password),
      });
      if (!outcome.ok) return outcome;
      const { bureau, entries } = outcome.value;
      await modal.success({ title: '已迁入', content: `${bureau}，操作台账${entries}条。请用原来的账号登录。` });
      onFinish();
      return outcome;
    } catch (error) {
      return { ok: false, code: 'FAILED', details: { sentence: failureSentence(error) } };
    }
  }

  return (
    <CommandForm<{ password: string }> submit="检查并迁入" onCancel={onBack} cancelText="返回" onSubmit={submit}>
      <Form.Item label="迁移文件">
        <UploadBox label={file?.name ?? '迁移文件（.mqmove）'} accept=".mqmove" onFile={setFile} />
      </Form.Item>
      <Form.Item name="password" label="导出时设置的密码" rules={[{ required: true, message: '请填写密码' }]}>
        <Input.Password autoComplete="off" />
      </Form.Item>
    </CommandForm>
  );
}

function badInput(sentence: string): CommandOutcome<never> {
  return { ok: false, code: 'BAD_INPUT', details: { problems: [{ field: '', sentence }] } };
}
