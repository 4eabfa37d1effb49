import { Alert, Drawer, Form, Input, Select } from 'antd';
import type { z } from 'zod';
import type { ProposeListing } from '../../../shared/features/supervision/list-schemas.ts';
import { personCapacities } from '../../../shared/features/supervision/lists.ts';
import { CommandForm } from '../../ui/command-form.tsx';
import { EnterpriseSelect } from './enterprise-select.tsx';
import { useGrounds, useListOptions, useProposeListing } from './lists.queries.ts';
import { optionsOf } from './step-form.tsx';

type Values = Omit<z.input<typeof ProposeListing>, 'person'> & {
  readonly who: 'enterprise' | keyof typeof personCapacities;
  readonly personName?: string;
  readonly personNumber?: string;
};

interface ProposeListingFormProps {
  readonly objectId: number | null;
  readonly onDone: (entryId: number) => void;
  readonly onClose: () => void;
}

/** 提出列入: which list, on which ground, resting on which records. */
export function ProposeListingForm({ objectId, onDone, onClose }: ProposeListingFormProps) {
  const propose = useProposeListing(onDone);
  const [form] = Form.useForm<Values>();
  const options = useListOptions().data;
  const chosen = Form.useWatch('objectId', form) ?? objectId ?? undefined;
  const listId = Form.useWatch('listId', form);
  const list = options?.lists.find(({ id }) => id === listId);
  return (
    <Drawer open size={760} onClose={onClose} title="提出列入名单">
      <CommandForm<Values>
        form={form}
        submit="提出列入"
        initial={{ objectId: objectId ?? undefined, factIds: [], who: 'enterprise' }}
        onCancel={onClose}
        onSubmit={({ who, personName = '', personNumber = '', ...values }) =>
          propose.run({
            ...values,
            person: who === 'enterprise' ? null : { name: personName, capacity: who, number: personNumber },
          })
        }
      >
        <EnterpriseSelect />
        <Form.Item name="listId" label="名单" rules={[{ required: true, message: '请选择名单' }]}>
          <Select
            options={(options?.lists ?? []).map(({ id, name, article }) => ({
              value: id,
              label: `${name}（${article}）`,
            }))}
            onChange={() => form.setFieldsValue({ groundId: undefined, levelId: null, who: 'enterprise' })}
          />
        </Form.Item>
        {list !== undefined && (
          <Alert
            className="form-refusal"
            type="info"
            showIcon
            title={
              list.polarity === 'bad'
                ? `送达告知书后，当事人有${list.defenceWorkingDays}个工作日陈述申辩（${list.article}）。没有告知的，不能列入。`
                : `守信名单由局领导决定后公示，不需要事先告知（${list.article}）。`
            }
          />
        )}
        <Basis form={form} objectId={chosen} />
        <Form.Item
          name="facts"
          label="认定的事实（写入告知书和决定书，不写信用等级）"
          rules={[{ required: true, whitespace: true, message: '请填写认定的事实' }]}
        >
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} />
        </Form.Item>
      </CommandForm>
    </Drawer>
  );
}

/** Ground, level, person and records; each as far as the list has them. */
function Basis({
  form,
  objectId,
}: {
  readonly form: ReturnType<typeof Form.useForm<Values>>[0];
  readonly objectId: number | undefined;
}) {
  const listId = Form.useWatch('listId', form);
  const groundId = Form.useWatch('groundId', form);
  const who = Form.useWatch('who', form);
  const list = useListOptions().data?.lists.find(({ id }) => id === listId);
  const grounds = useGrounds(objectId).data;
  if (list === undefined) return null;
  const metOf = (id: string) => grounds?.met.find((one) => one.listId === list.id && one.groundId === id);
  const ground = list.grounds.find(({ id }) => id === groundId);
  const level = list.levels.find(({ id }) => id === ground?.level);
  return (
    <>
      <Form.Item name="groundId" label="列入情形" rules={[{ required: true, message: '请选择列入情形' }]}>
        <Select
          options={list.grounds.map(({ id, text, test }) => {
            const holds = metOf(id)?.holds;
            const known =
              test === undefined || objectId === undefined ? '' : holds === true ? '（记录符合）' : '（记录不符合）';
            return { value: id, label: `${text}${known}` };
          })}
          onChange={(id: string) => form.setFieldsValue({ factIds: [...(metOf(id)?.factIds ?? [])] })}
        />
      </Form.Item>
      {level !== undefined && <p>级别：{level.name}（由列入情形确定）</p>}
      {list.levels.length > 0 && ground !== undefined && level === undefined && (
        <Form.Item name="levelId" label="级别" rules={[{ required: true, message: '请选择级别' }]}>
          <Select options={list.levels.map(({ id, name }) => ({ value: id, label: name }))} />
        </Form.Item>
      )}
      <Form.Item
        name="factIds"
        label={list.polarity === 'bad' ? '依据的信用记录（至少一条）' : '依据的信用记录'}
        rules={list.polarity === 'bad' ? [{ required: true, message: '请选择依据的信用记录' }] : []}
        extra={
          grounds?.facts.length === 0
            ? '这户企业还没有信用记录。请先在“信用”的“信用记录”中登记，或由检查结果形成。'
            : undefined
        }
      >
        <Select
          mode="multiple"
          options={(grounds?.facts ?? []).map(({ id, title, happenedOn }) => ({
            value: id,
            label: `${happenedOn} ${title}`,
          }))}
        />
      </Form.Item>
      {list.takesPersons && (
        <Form.Item name="who" label="列入的对象">
          <Select options={[{ value: 'enterprise', label: '企业本身' }, ...optionsOf(personCapacities)]} />
        </Form.Item>
      )}
      {list.takesPersons && who !== undefined && who !== 'enterprise' && (
        <div className="field-grid">
          <Form.Item name="personName" label="姓名" rules={[{ required: true, message: '请填写姓名' }]}>
            <Input />
          </Form.Item>
          <Form.Item name="personNumber" label="身份证号（只用于辨认，不打印、不公示）">
            <Input />
          </Form.Item>
        </div>
      )}
    </>
  );
}
