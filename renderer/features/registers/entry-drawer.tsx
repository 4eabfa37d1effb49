import { Alert, Drawer, Form, Input, Modal, Space, Spin, Tabs } from 'antd';
import { useState } from 'react';
import { caseRegisterId } from '../../../shared/features/registers/own-registers.ts';
import { type Cells, cellText } from '../../../shared/features/registers/register.ts';
import { publicationText } from '../../../shared/features/registers/views.ts';
import { useSession } from '../../api/session.ts';
import { useFiles } from '../../api/use-files.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Attachments } from '../../ui/attachments.tsx';
import { CommandForm } from '../../ui/command-form.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import { EnterpriseLink } from '../../ui/enterprise-link.tsx';
import { type Fact, Facts } from '../../ui/facts.tsx';
import { RemoveForm } from '../../ui/remove-form.tsx';
import { minuteText } from '../../ui/when.ts';
import { EntryForm } from './entry-form.tsx';
import { type RegisterOf, useEntry, useEntryCommands } from './registers.queries.ts';

const operator = ['operator'] as const;

/** One entry: what it says, its documents, its publication, and every version before. */
export function EntryDrawer({ id, onClose }: { readonly id: number; readonly onClose: () => void }) {
  const found = useEntry(id);
  const [doing, setDoing] = useState<'correct' | 'withdraw' | 'publish' | null>(null);
  const { withdraw } = useEntryCommands();
  const { openPdf } = useFiles();
  const close = () => setDoing(null);
  const { data } = found;
  const entry = data?.entry;
  const isCase = data?.register.id === caseRegisterId;
  return (
    <Drawer
      open
      size={720}
      onClose={onClose}
      title={entry?.title ?? (found.isError ? '没有找到这条记录' : '台账记录')}
      extra={
        data !== undefined &&
        entry?.withdrawn === null && (
          <Space wrap>
            {isCase && (
              <ActionButton
                barred={entry.lacks.length > 0 ? `还缺${entry.lacks.join('、')}` : null}
                onClick={() => void openPdf(`registers/cases/${id}/case.pdf`)}
              >
                打印案例
              </ActionButton>
            )}
            {data.register.isPublic && (
              <ActionButton
                may={operator}
                barred={entry.published?.version === entry.version ? '这一版已标记公示' : null}
                onClick={() => setDoing('publish')}
              >
                标记公示
              </ActionButton>
            )}
            <ActionButton may={operator} onClick={() => setDoing('correct')}>
              更正
            </ActionButton>
            <ActionButton may={operator} danger onClick={() => setDoing('withdraw')}>
              撤回
            </ActionButton>
          </Space>
        )
      }
    >
      {found.isPending && <Spin />}
      {data !== undefined && entry !== undefined && (
        <>
          {entry.withdrawn !== null && (
            <Alert
              className="form-refusal"
              type="warning"
              showIcon
              title={`${entry.withdrawn.byName}于${minuteText(entry.withdrawn.at)}撤回：${entry.withdrawn.reason}`}
            />
          )}
          {entry.dues.map(({ title, on }) => (
            <Alert key={title} className="form-refusal" type="warning" showIcon title={`${title}：${on}`} />
          ))}
          {entry.lacks.length > 0 && (
            <Alert
              className="form-refusal"
              type="info"
              showIcon
              title={`要素还缺${entry.lacks.join('、')}，补齐后写入总结。`}
            />
          )}
          <Tabs
            items={[
              {
                key: 'facts',
                label: '内容',
                children: (
                  <>
                    <Facts
                      columns={1}
                      facts={[
                        ...factsOf(data.register, entry.cells),
                        ...(data.register.isPublic
                          ? ([
                              [
                                '公示',
                                `${publicationText(entry)}${entry.published === null ? '' : `　${entry.published.place}`}`,
                              ],
                            ] as const)
                          : []),
                        ['登记', `${entry.byName}　${minuteText(entry.at)}`],
                      ]}
                    />
                    <h3 className="drawer-part">附件</h3>
                    <Attachments
                      subject="register-entry"
                      id={id}
                      isClosed={entry.withdrawn !== null}
                      {...(data.register.needsAttachment ? { wanted: '佐证文件' } : {})}
                    />
                  </>
                ),
              },
              {
                key: 'versions',
                label: `各版（${data.versions.length}）`,
                children: data.versions.map(({ version, at, byName, reason, cells }) => (
                  <div key={version} className="drawer-part">
                    <h3>
                      第{version}版　{byName}　{minuteText(at)}
                    </h3>
                    {reason !== '' && <p>更正事由：{reason}</p>}
                    <Facts columns={1} facts={factsOf(data.register, cells)} />
                  </div>
                )),
              },
            ]}
          />
          {doing === 'correct' && <EntryForm register={data.register} entry={entry} onClose={close} />}
          {doing === 'publish' && <PublishForm id={id} title={entry.title} onClose={close} />}
          {doing === 'withdraw' && (
            <RemoveForm
              title={`撤回“${entry.title}”`}
              note="撤回后不再计入台账、打印和总结，记录仍然保留在“已撤回”中。"
              submit="撤回"
              onSubmit={(reason) => withdraw.run({ id, reason })}
              onClose={close}
            />
          )}
        </>
      )}
    </Drawer>
  );
}

function factsOf(register: RegisterOf, cells: Cells): readonly Fact[] {
  return register.columns.map((column) => {
    const cell = cells[column.id];
    const id = column.kind === 'enterprise' && typeof cell === 'object' ? cell.id : null;
    return [
      column.title,
      <span key={column.id} className="lines">
        <EnterpriseLink id={id}>{cellText(column, cell)}</EnterpriseLink>
      </span>,
    ];
  });
}

interface PublishFormProps {
  readonly id: number;
  readonly title: string;
  readonly onClose: () => void;
}

/** 公示 of the version that stands: when, and where the public finds it. */
function PublishForm({ id, title, onClose }: PublishFormProps) {
  const { today } = useSession();
  const { publish } = useEntryCommands(onClose);
  return (
    <Modal open title={`标记公示：${title}`} footer={null} onCancel={onClose} destroyOnHidden>
      <CommandForm<{ publishedOn: string; place: string }>
        submit="标记公示"
        initial={{ publishedOn: today }}
        onCancel={onClose}
        onSubmit={(values) => publish.run({ id, ...values })}
      >
        <Form.Item name="publishedOn" label="公示日期" rules={[{ required: true, message: '请选择公示日期' }]}>
          <DayInput max={today} />
        </Form.Item>
        <Form.Item
          name="place"
          label="公示位置"
          rules={[{ required: true, whitespace: true, message: '请填写公示位置' }]}
        >
          <Input maxLength={200} placeholder="例如：市人民政府门户网站、政务服务大厅公示栏" />
        </Form.Item>
      </CommandForm>
    </Modal>
  );
}
