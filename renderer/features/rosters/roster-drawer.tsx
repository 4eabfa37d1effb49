import { Drawer, Space, Spin } from 'antd';
import { type ReactNode, useState } from 'react';
import type { CommandOutcome } from '../../api/use-command.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { RemoveForm } from '../../ui/remove-form.tsx';

const operator = ['operator'] as const;

interface RosterDrawerProps<Detail> {
  /** 检查对象 or 执法人员. */
  readonly what: string;
  readonly entry: { readonly data: Detail | undefined; readonly isPending: boolean; readonly isError: boolean };
  readonly title: (detail: Detail) => string;
  readonly children: (detail: Detail) => ReactNode;
  /** More buttons between 变更 and 移出. */
  readonly actions?: (detail: Detail) => ReactNode;
  /** The form that changes it. */
  readonly form: (detail: Detail, close: () => void) => ReactNode;
  /** When to take it out of the roster, and what stays. */
  readonly removeNote: string;
  readonly onRemove: (reason: string) => Promise<CommandOutcome<unknown>>;
  readonly onClose: () => void;
}

/** An entry of a roster beside its list: what is known of it, 变更 and 移出. */
export function RosterDrawer<Detail extends { readonly name: string }>(props: RosterDrawerProps<Detail>) {
  const { what, onClose } = props;
  const { data, isPending, isError } = props.entry;
  const [doing, setDoing] = useState<'change' | 'remove' | null>(null);
  const close = () => setDoing(null);
  if (data === undefined) {
    return (
      <Drawer open size={760} onClose={onClose} title={isError ? `名录里没有这名（户）${what}` : what}>
        {isPending && <Spin />}
      </Drawer>
    );
  }
  return (
    <Drawer
      open
      size={760}
      onClose={onClose}
      title={props.title(data)}
      extra={
        <Space>
          <ActionButton may={operator} onClick={() => setDoing('change')}>
            变更
          </ActionButton>
          {props.actions?.(data)}
          <ActionButton may={operator} danger onClick={() => setDoing('remove')}>
            移出
          </ActionButton>
        </Space>
      }
    >
      {props.children(data)}
      {doing === 'change' && props.form(data, close)}
      {doing === 'remove' && (
        <RemoveForm
          title={`移出“${data.name}”`}
          note={props.removeNote}
          submit="移出"
          onSubmit={props.onRemove}
          onClose={close}
        />
      )}
    </Drawer>
  );
}
