import { Button, Checkbox, Form, Input, Modal, Popover } from 'antd';
import { useState } from 'react';
import { useSession } from '../../api/session.ts';
import { CommandForm } from '../../ui/command-form.tsx';
import type { ListParams } from '../../ui/use-list-params.ts';
import { useSavedFilterCommands, useSavedFilters } from './rosters.queries.ts';

interface SavedFiltersProps {
  readonly list: string;
  readonly params: ListParams;
  /** The keys of the list's filters. */
  readonly keys: readonly string[];
}

/** 常用条件: search text, filters and order under a name, for oneself or for the office. */
export function SavedFilters({ list, params, keys }: SavedFiltersProps) {
  const filters = useSavedFilters(list).data ?? [];
  const { remove } = useSavedFilterCommands();
  const { account } = useSession();
  const [isSaving, setSaving] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const now = conditionsOf(params, keys);

  function apply({ q = '', sort = '', ...kept }: Readonly<Record<string, string>>): void {
    params.change({ q, sort, filters: Object.fromEntries(keys.map((key) => [key, kept[key] ?? null])) });
    setOpen(false);
  }

  return (
    <>
      <Popover
        trigger="click"
        placement="bottomRight"
        title="常用条件"
        open={isOpen}
        onOpenChange={setOpen}
        content={
          <div className="saved-filters">
            {filters.length === 0 && <p className="quiet">还没有保存过。选好条件后，点“保存当前条件”。</p>}
            <ul>
              {filters.map(({ id, name, filter, isShared, owner, ownerId }) => (
                <li key={id}>
                  <Button type="link" onClick={() => apply(filter)}>
                    {name}
                  </Button>
                  <span className="quiet">{isShared ? `全局共用（${owner}）` : '仅自己'}</span>
                  {ownerId === account?.id && (
                    <Button size="small" aria-label={`删去${name}`} onClick={() => void remove.run({ id })}>
                      删去
                    </Button>
                  )}
                </li>
              ))}
            </ul>
            <Button
              disabled={Object.keys(now).length === 0}
              onClick={() => {
                setOpen(false);
                setSaving(true);
              }}
            >
              保存当前条件
            </Button>
          </div>
        }
      >
        <Button>常用条件</Button>
      </Popover>
      {isSaving && <SaveFilter list={list} filter={now} onClose={() => setSaving(false)} />}
    </>
  );
}

interface SaveFilterProps {
  readonly list: string;
  readonly filter: Readonly<Record<string, string>>;
  readonly onClose: () => void;
}

function SaveFilter({ list, filter, onClose }: SaveFilterProps) {
  const { save } = useSavedFilterCommands();
  return (
    <Modal open title="保存常用条件" footer={null} onCancel={onClose} width={420} destroyOnHidden>
      <CommandForm<{ name: string; isShared?: boolean }>
        submit="保存"
        onCancel={onClose}
        onSubmit={async ({ name, isShared = false }) => {
          const outcome = await save.run({ list, name, isShared, filter: { ...filter } });
          if (outcome.ok) onClose();
          return outcome;
        }}
      >
        <Form.Item name="name" label="名称" rules={[{ required: true, whitespace: true, message: '请填写名称' }]}>
          <Input autoFocus placeholder="例如：存续的规上企业" />
        </Form.Item>
        <Form.Item name="isShared" valuePropName="checked">
          <Checkbox>全局共用，其他人也能选用</Checkbox>
        </Form.Item>
      </CommandForm>
    </Modal>
  );
}

function conditionsOf({ q, sort, filters }: ListParams, keys: readonly string[]): Record<string, string> {
  const all = { q, sort, ...Object.fromEntries(keys.map((key) => [key, filters[key] ?? ''])) };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
}
