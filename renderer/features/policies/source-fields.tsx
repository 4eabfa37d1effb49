import { Form, Input, Select } from 'antd';
import type { VersionDetail } from './policies.queries.ts';

/** What an entry rests on: the document, its article, and the article's words. */
export function SourceFields({ pack }: { readonly pack: VersionDetail['pack'] }) {
  return (
    <>
      <div className="field-grid">
        <Form.Item
          name={['source', 'document']}
          label="依据文件"
          rules={[{ required: true, message: '请选择依据文件' }]}
          extra="没有列出的文件，先在“总则”中新增。"
        >
          <Select options={pack.documents.map(({ id, title }) => ({ value: id, label: id, title }))} />
        </Form.Item>
        <Form.Item
          name={['source', 'article']}
          label="条款"
          rules={[{ required: true, whitespace: true, message: '请填写条款，例如“第五条”' }]}
        >
          <Input maxLength={60} placeholder="例如：第五条" />
        </Form.Item>
      </div>
      <Form.Item name={['source', 'quote']} label="原文（可不填，照抄条款中的话）">
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 5 }} maxLength={500} />
      </Form.Item>
    </>
  );
}
