import { Drawer, Modal, Popconfirm, Space } from 'antd';
import { useState } from 'react';
import type { CheckItemField } from '../../../shared/features/plans/check-items.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { CommandForm } from '../../ui/command-form.tsx';
import { ChangeReasonFields, type ReasonValues, reasonIn } from './change-reason-fields.tsx';
import { CheckItemFacts } from './check-item-facts.tsx';
import { CheckItemForm } from './check-item-form.tsx';
import { type CheckItemLine, type ListVersion, useRemoveItem } from './check-items.queries.ts';

const operator = ['operator'] as const;

/** What is open beside the draft: an item to be read or written, or a new one. */
export interface OpenItem {
  readonly code: string | null;
  readonly isWriting: boolean;
  readonly field: CheckItemField | null;
}

interface CheckItemDrawerProps {
  readonly version: ListVersion;
  readonly open: OpenItem | null;
  readonly onChange: (open: OpenItem | null) => void;
}

/** One item of a version; in a draft it can be changed and taken out. */
export function CheckItemDrawer({ version, open, onChange }: CheckItemDrawerProps) {
  const item = version.items.find(({ code }) => code === open?.code) ?? null;
  const isDraft = version.list.state === 'draft';
  // A field cannot take the focus before the drawer stands.
  const [isInPlace, setInPlace] = useState(false);
  const close = () => onChange(null);
  const isShown = open !== null && (item !== null || open.code === null);
  return (
    <Drawer
      open={isShown}
      onClose={close}
      afterOpenChange={setInPlace}
      size={760}
      destroyOnHidden
      title={item === null ? '新增事项' : `${item.code} ${item.name}`}
      extra={
        isDraft &&
        item !== null &&
        open?.isWriting === false && (
          <Space>
            <RemoveButton version={version} item={item} onDone={close} />
            <ActionButton
              type="primary"
              may={operator}
              onClick={() => onChange({ code: item.code, isWriting: true, field: null })}
            >
              修改事项
            </ActionButton>
          </Space>
        )
      }
    >
      {open?.isWriting === true && (
        <CheckItemForm
          version={version}
          item={item}
          field={isInPlace ? open.field : null}
          onDone={close}
          onCancel={close}
        />
      )}
      {open?.isWriting === false && item !== null && <CheckItemFacts item={item} />}
    </Drawer>
  );
}

/** An item in force is taken out with its reason, one that is new in the draft without. */
function RemoveButton({
  version,
  item,
  onDone,
}: {
  readonly version: ListVersion;
  readonly item: CheckItemLine;
  readonly onDone: () => void;
}) {
  const { list, base, difference } = version;
  const [isAsking, setAsking] = useState(false);
  const remove = useRemoveItem({ quiet: base !== null, done: '已从草稿中取消。', onDone });
  const isNew =
    base === null || difference?.items.some(({ code, kind }) => code === item.code && kind === 'added') === true;
  if (isNew) {
    return (
      <Popconfirm
        title="删除这个事项？"
        description="它还没有公布过，删除后不再保留。"
        okText="删除"
        cancelText="不删除"
        onConfirm={() => void remove.run({ listId: list.id, code: item.code, because: null })}
      >
        <ActionButton danger may={operator}>
          删除事项
        </ActionButton>
      </Popconfirm>
    );
  }
  return (
    <>
      <ActionButton danger may={operator} onClick={() => setAsking(true)}>
        取消事项
      </ActionButton>
      <Modal
        open={isAsking}
        title={`取消 ${item.code} ${item.name}`}
        footer={null}
        onCancel={() => setAsking(false)}
        destroyOnHidden
      >
        <p>现行清单不受影响；新版批准后，这个事项不再列入。批准之前可以在草稿中恢复。</p>
        <CommandForm<ReasonValues>
          submit="取消事项"
          cancelText="不取消"
          isDangerous
          onCancel={() => setAsking(false)}
          onSubmit={(values) => remove.run({ listId: list.id, code: item.code, because: reasonIn(values) })}
        >
          <ChangeReasonFields />
        </CommandForm>
      </Modal>
    </>
  );
}
