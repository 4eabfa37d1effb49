import { Button, Drawer, Form, Input, Space } from 'antd';
import type { z } from 'zod';
import type { RecordTalk } from '../../../shared/features/supervision/talk-schemas.ts';
import { useSession } from '../../api/session.ts';
import { CommandForm } from '../../ui/command-form.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import './supervision.css';
import { type TalkLine, useTalkSteps } from './talks.queries.ts';

type Values = Omit<z.input<typeof RecordTalk>, 'talkId'>;

/** 约谈记录: who came, what was asked and answered, what is to be put right and by when. */
export function RecordTalkForm({ talk, onClose }: { readonly talk: TalkLine; readonly onClose: () => void }) {
  const { record } = useTalkSteps();
  const { today } = useSession();
  const required = (what: string) => [{ required: true, whitespace: true, message: `请填写${what}` }];
  return (
    <Drawer open size={760} onClose={onClose} title={`约谈记录：${talk.objectName}`}>
      <CommandForm<Values>
        submit="登记约谈记录"
        initial={{
          heldOn: mayBeHeldOn(talk, today),
          fromAt: talk.meetAt,
          place: talk.place,
          attended: talk.attendees,
          questions: [{ asked: '', answered: '' }],
          demands: '',
        }}
        onCancel={onClose}
        onSubmit={async (values) => {
          const rectifyBy = values.rectifyBy == null || values.rectifyBy === '' ? null : values.rectifyBy;
          const outcome = await record.run({ ...values, rectifyBy, talkId: talk.id });
          if (outcome.ok) onClose();
          return outcome;
        }}
      >
        <div className="field-grid">
          <Form.Item name="heldOn" label="约谈日期" rules={required('约谈日期')}>
            <DayInput />
          </Form.Item>
          <Form.Item name="place" label="地点" rules={required('约谈地点')}>
            <Input />
          </Form.Item>
          <Form.Item name="fromAt" label="开始时间" rules={required('开始时间')}>
            <Input type="time" />
          </Form.Item>
          <Form.Item name="toAt" label="结束时间" rules={required('结束时间')}>
            <Input type="time" />
          </Form.Item>
          <Form.Item name="attended" label="到场人员（姓名、职务）" rules={required('到场人员')}>
            <Input />
          </Form.Item>
          <Form.Item name="interviewers" label="约谈人" rules={required('约谈人')}>
            <Input />
          </Form.Item>
        </div>
        <Form.List name="questions">
          {(lines, { add, remove }) => (
            <>
              {lines.map(({ key, name }, index) => (
                <fieldset key={key} className="asked">
                  <legend>
                    第{index + 1}问{' '}
                    {lines.length > 1 && (
                      <Button type="link" size="small" onClick={() => remove(name)}>
                        去掉
                      </Button>
                    )}
                  </legend>
                  <Form.Item name={[name, 'asked']} label="约谈人问（告知）" rules={required('约谈内容')}>
                    <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} />
                  </Form.Item>
                  <Form.Item name={[name, 'answered']} label="被约谈人答" rules={required('被约谈人陈述')}>
                    <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} />
                  </Form.Item>
                </fieldset>
              ))}
              <Space className="form-refusal">
                <Button onClick={() => add({ asked: '', answered: '' })}>增加一问</Button>
              </Space>
            </>
          )}
        </Form.List>
        <Form.Item name="demands" label="整改要求（没有的不填）">
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} />
        </Form.Item>
        <Form.Item name="rectifyBy" label="整改期限">
          <DayInput style={{ width: 180 }} />
        </Form.Item>
      </CommandForm>
    </Drawer>
  );
}

/** The day agreed on, where it has come and the notice was served by then; else today. */
function mayBeHeldOn({ meetOn, service }: TalkLine, today: string): string {
  return meetOn > today || meetOn < (service?.servedOn ?? '') ? today : meetOn;
}
