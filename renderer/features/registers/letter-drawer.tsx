import { Button, Drawer, Form, Input, Modal, Space, Spin } from 'antd';
import { useState } from 'react';
import { letterKindTitles, letterStateTitles } from '../../../shared/features/registers/letter.ts';
import { useSession } from '../../api/session.ts';
import { useFiles } from '../../api/use-files.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Attachments } from '../../ui/attachments.tsx';
import { CommandForm } from '../../ui/command-form.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import { Facts } from '../../ui/facts.tsx';
import { ReasonForm } from '../../ui/reason-form.tsx';
import { minuteText } from '../../ui/when.ts';
import { type LetterView, useLetter, useLetterCommands } from './registers.queries.ts';

const operator = ['operator'] as const;
const signers = ['leader', 'reviewer'] as const;
const stepTitles = { approve: '签发', return: '退回', dispatch: '发出', answer: '答复', withdraw: '撤回' } as const;
type Doing = 'edit' | 'return' | 'dispatch' | 'answer' | 'withdraw';

/** One letter: text, state, what was done with it. */
export function LetterDrawer({ id, onClose }: { readonly id: number; readonly onClose: () => void }) {
  const found = useLetter(id);
  const { data } = found;
  return (
    <Drawer
      open
      size={720}
      onClose={onClose}
      title={data?.number ?? (found.isError ? '没有找到这件通报函' : '通报函')}
      extra={data !== undefined && <Actions letter={data} />}
    >
      {found.isPending && <Spin />}
      {data !== undefined && (
        <>
          <Facts
            facts={[
              ['种类', letterKindTitles[data.kind]],
              ['状态', letterStateTitles[data.state]],
              ['主送单位', data.addressee],
              ['通报对象', data.subjectName],
              ['起草', `${data.newest.byName}　${minuteText(data.newest.at)}`],
              ['版本', `第${data.newest.version}版`],
            ]}
          />
          <h3 className="drawer-part">{data.newest.title}</h3>
          <div className="lines">{data.newest.body}</div>
          <h3 className="drawer-part">办理经过</h3>
          {data.steps.length === 0 ? (
            <p className="quiet">待签发。由未起草这件函的审核人或局领导签发。</p>
          ) : (
            <ul className="history">
              {data.steps.map(({ at, step, onDay, text, byName }) => (
                <li key={`${at} ${step}`}>
                  {onDay}　<b>{stepTitles[step]}</b>　{byName}
                  {text !== '' && <div className="lines">{text}</div>}
                </li>
              ))}
            </ul>
          )}
          <h3 className="drawer-part">附件</h3>
          <Attachments subject="letter" id={id} wanted="签发的函件、送达回证和对方的复函" />
          {data.versions.length > 1 && (
            <>
              <h3 className="drawer-part">以前的版本</h3>
              {data.versions.slice(1).map(({ version, at, byName, title, body }) => (
                <details key={version}>
                  <summary>
                    第{version}版　{byName}　{minuteText(at)}
                  </summary>
                  <b>{title}</b>
                  <div className="lines">{body}</div>
                </details>
              ))}
            </>
          )}
        </>
      )}
    </Drawer>
  );
}

function Actions({ letter }: { readonly letter: LetterView }) {
  const { id, state, isOwn, number } = letter;
  const { openPdf } = useFiles();
  const [doing, setDoing] = useState<Doing | null>(null);
  const close = () => setDoing(null);
  const { approve, sendBack, withdraw } = useLetterCommands(close);
  const own = isOwn ? '本人起草或修改的，须由另一人签发' : null;
  const isOpen = state === 'draft' || state === 'returned';
  return (
    <Space wrap>
      <Button onClick={() => void openPdf(`registers/letters/${id}/letter.pdf`)}>打印函件</Button>
      {isOpen && (
        <ActionButton may={operator} onClick={() => setDoing('edit')}>
          修改
        </ActionButton>
      )}
      {state === 'draft' && (
        <>
          <ActionButton may={signers} barred={own} onClick={() => setDoing('return')}>
            退回
          </ActionButton>
          <ActionButton may={signers} barred={own} type="primary" onClick={() => void approve.run({ id })}>
            签发
          </ActionButton>
        </>
      )}
      {state === 'approved' && (
        <ActionButton may={operator} type="primary" onClick={() => setDoing('dispatch')}>
          登记发出
        </ActionButton>
      )}
      {(state === 'dispatched' || state === 'answered') && (
        <ActionButton
          may={operator}
          type={state === 'dispatched' ? 'primary' : 'default'}
          onClick={() => setDoing('answer')}
        >
          登记答复
        </ActionButton>
      )}
      {(isOpen || state === 'approved') && (
        <ActionButton may={operator} danger onClick={() => setDoing('withdraw')}>
          撤回
        </ActionButton>
      )}
      {doing === 'edit' && <EditForm letter={letter} onClose={close} />}
      {doing === 'return' && (
        <ReasonForm
          title={`退回${number}`}
          note="退回后由经办人修改，再签发。"
          submit="退回"
          label="意见"
          onSubmit={(opinion) => sendBack.run({ id, opinion })}
          onClose={close}
        />
      )}
      {doing === 'withdraw' && (
        <ReasonForm
          title={`撤回${number}`}
          note="撤回后不再发出，编号不再使用，记录仍然保留。"
          submit="撤回"
          isDangerous
          onSubmit={(reason) => withdraw.run({ id, reason })}
          onClose={close}
        />
      )}
      {(doing === 'dispatch' || doing === 'answer') && <DayForm letter={letter} step={doing} onClose={close} />}
    </Space>
  );
}

interface LetterFormProps {
  readonly letter: LetterView;
  readonly onClose: () => void;
}

function EditForm({ letter, onClose }: LetterFormProps) {
  const { edit } = useLetterCommands(onClose);
  const { id, number, newest } = letter;
  return (
    <Modal open title={`修改${number}`} footer={null} width={760} onCancel={onClose} destroyOnHidden>
      <CommandForm<{ title: string; body: string }>
        submit="保存"
        initial={{ title: newest.title, body: newest.body }}
        onCancel={onClose}
        onSubmit={(values) => edit.run({ id, ...values })}
      >
        <Form.Item name="title" label="标题" rules={[{ required: true, whitespace: true, message: '请填写标题' }]}>
          <Input maxLength={120} />
        </Form.Item>
        <Form.Item
          name="body"
          label="正文（每行一段）"
          rules={[{ required: true, whitespace: true, message: '请填写正文' }]}
        >
          <Input.TextArea autoSize={{ minRows: 8, maxRows: 18 }} maxLength={10_000} />
        </Form.Item>
      </CommandForm>
    </Modal>
  );
}

const dayWords = {
  dispatch: { day: '发出日期', text: '发出方式', hint: '例如：机要交换、专人送达、公文系统' },
  answer: { day: '答复日期', text: '答复内容（文号、采取的措施）', hint: '' },
} as const;

function DayForm({ letter, step, onClose }: LetterFormProps & { readonly step: 'dispatch' | 'answer' }) {
  const { today } = useSession();
  const commands = useLetterCommands(onClose);
  const { id, number } = letter;
  const words = dayWords[step];
  const title = step === 'dispatch' ? `登记${number}发出` : `登记${number}的答复`;
  return (
    <Modal open title={title} footer={null} onCancel={onClose} destroyOnHidden>
      <CommandForm<{ onDay: string; text: string }>
        submit="登记"
        initial={{ onDay: today }}
        onCancel={onClose}
        onSubmit={(values) => commands[step].run({ id, ...values })}
      >
        <Form.Item name="onDay" label={words.day} rules={[{ required: true, message: `请选择${words.day}` }]}>
          <DayInput max={today} />
        </Form.Item>
        <Form.Item
          name="text"
          label={words.text}
          rules={[{ required: true, whitespace: true, message: `请填写${words.text}` }]}
        >
          <Input.TextArea rows={3} maxLength={2_000} placeholder={words.hint} />
        </Form.Item>
      </CommandForm>
    </Modal>
  );
}
