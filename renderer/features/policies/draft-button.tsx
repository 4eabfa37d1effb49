import { useNavigate } from '@tanstack/react-router';
import { Button, Form, Modal, Radio } from 'antd';
import { useState } from 'react';
import { sayVersionState } from '../../../shared/features/policies/versions.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { CommandForm } from '../../ui/command-form.tsx';
import { useDraft, useShippedPacks, type Versions } from './policies.queries.ts';

/** 起草新版本, from the rules in force or from a pack the program came with; opens the draft there is. */
export function DraftButton({ found: { open, inForceId, today } }: { readonly found: Versions }) {
  const navigate = useNavigate();
  const [isAsking, setAsking] = useState(false);
  const show = (id: number) =>
    void navigate({ to: '/settings/policies/$versionId', params: { versionId: String(id) } });
  if (open !== null) {
    return (
      <Button type="primary" onClick={() => show(open.id)}>
        打开第{open.version}版（{sayVersionState(open, today)}）
      </Button>
    );
  }
  return (
    <>
      <ActionButton type="primary" may={['operator']} onClick={() => setAsking(true)}>
        起草新版本
      </ActionButton>
      <Modal open={isAsking} title="起草新版本" footer={null} onCancel={() => setAsking(false)} destroyOnHidden>
        <DraftForm inForceId={inForceId ?? 0} onDrafted={show} onClose={() => setAsking(false)} />
      </Modal>
    </>
  );
}

interface DraftFormProps {
  readonly inForceId: number;
  readonly onDrafted: (id: number) => void;
  readonly onClose: () => void;
}

function DraftForm({ inForceId, onDrafted, onClose }: DraftFormProps) {
  const shipped = useShippedPacks().data ?? [];
  const draft = useDraft({ quiet: true, done: '已建立草稿。', onDone: ({ id }) => onDrafted(id) });
  return (
    <CommandForm<{ from: string }>
      submit="起草"
      onCancel={onClose}
      initial={{ from: '' }}
      onSubmit={({ from }) =>
        draft.run(from === '' ? { kind: 'version', id: inForceId } : { kind: 'shipped', packId: from })
      }
    >
      <p>草稿逐条修改，送审后由没有参与起草的局领导批准，到施行日起用。现行版本不受影响，一直保留。</p>
      <Form.Item name="from" label="从哪里抄起">
        <Radio.Group className="pack-choice">
          <Radio value="">现行版本（修改本局的规则）</Radio>
          {shipped.map(({ id, title, datedOn }) => (
            <Radio key={id} value={id}>
              随程序提供：{title}（{datedOn}）
            </Radio>
          ))}
        </Radio.Group>
      </Form.Item>
    </CommandForm>
  );
}
