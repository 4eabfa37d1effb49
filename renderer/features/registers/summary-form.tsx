import { Form, Input } from 'antd';
import type { Section } from '../../../shared/features/registers/summary.ts';
import { CommandForm } from '../../ui/command-form.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { FigureTable } from './figure-table.tsx';
import { type SummaryView, useSummaryCommands } from './registers.queries.ts';

/** The text of a summary, section by section, beside its figures. */
export function SummaryForm({ summary, onClose }: { readonly summary: SummaryView; readonly onClose: () => void }) {
  const { id, newest } = summary;
  const { edit } = useSummaryCommands({ onDone: onClose });
  return (
    <>
      <PageHead title={`修改：${newest.title}`} note="保存后成为新的一版，原来的版本仍然保留。每行一段。" />
      <div className="summary-sides">
        <CommandForm<{ title: string; sections: readonly Section[] }>
          submit="保存"
          initial={{ title: newest.title, sections: newest.sections }}
          onCancel={onClose}
          onSubmit={({ title, sections }) =>
            edit.run({
              id,
              title,
              sections: sections.map(({ heading, text }) => ({ heading: heading ?? '', text: text ?? '' })),
            })
          }
        >
          <Form.Item name="title" label="标题" rules={[{ required: true, whitespace: true, message: '请填写标题' }]}>
            <Input maxLength={120} />
          </Form.Item>
          <Form.List name="sections">
            {(fields) =>
              fields.map(({ key, name }) => (
                <fieldset key={key} className="task-pool">
                  <Form.Item name={[name, 'heading']} label={name === 0 ? '开头（小标题不填）' : `第${name}部分小标题`}>
                    <Input maxLength={60} />
                  </Form.Item>
                  <Form.Item name={[name, 'text']} label="正文">
                    <Input.TextArea autoSize={{ minRows: 3, maxRows: 16 }} maxLength={20_000} />
                  </Form.Item>
                </fieldset>
              ))
            }
          </Form.List>
        </CommandForm>
        <aside>
          <h3>数据</h3>
          <FigureTable of={newest} />
        </aside>
      </div>
    </>
  );
}
