import { Form, Input, Modal } from 'antd';
import { caseElements, caseRegisterId } from '../../../shared/features/registers/own-registers.ts';
import { type SentCells, sentOf } from '../../../shared/features/registers/register.ts';
import { useSession } from '../../api/session.ts';
import { CommandForm } from '../../ui/command-form.tsx';
import { CellField } from './cell-field.tsx';
import { type EntryLine, type RegisterOf, useEntryCommands } from './registers.queries.ts';

interface Values {
  readonly cells: SentCells;
  readonly reason?: string;
}

interface EntryFormProps {
  readonly register: RegisterOf;
  /** Null: a new one. */
  readonly entry: EntryLine | null;
  /** What a new one starts with. */
  readonly start?: SentCells;
  /** With the number of a new entry; null when nothing is to be opened. */
  readonly onClose: (id: number | null) => void;
}

/** 登记 or 更正 one entry, a field for each column of the register. */
export function EntryForm({ register, entry, start = {}, onClose }: EntryFormProps) {
  const { today } = useSession();
  const commands = useEntryCommands(onClose);
  // A case is of another day; what is entered otherwise is mostly of today.
  const isCase = register.id === caseRegisterId;
  const first = register.columns.find(({ kind, remindDays }) => kind === 'day' && remindDays === undefined);
  const cells: SentCells =
    entry === null
      ? { ...(first === undefined || isCase ? {} : { [first.id]: today }), ...start }
      : Object.fromEntries(register.columns.map((column) => [column.id, sentOf(column, entry.cells[column.id])]));
  const long = register.columns.filter(({ kind }) => kind === 'long');
  const short = register.columns.filter(({ kind }) => kind !== 'long');
  const hintOf = (id: string) =>
    isCase && (caseElements as readonly string[]).includes(id) ? '（五要素之一，可以后补）' : '（可不填）';
  const linked = (id: string) => {
    const cell = entry?.cells[id];
    return typeof cell === 'object' ? cell : null;
  };
  return (
    <Modal
      open
      title={entry === null ? `登记：${register.name}` : `更正：${entry.title}`}
      footer={null}
      width={760}
      onCancel={() => onClose(null)}
      destroyOnHidden
    >
      <CommandForm<Values>
        submit={entry === null ? '登记' : '保存更正'}
        initial={{ cells }}
        onCancel={() => onClose(null)}
        onSubmit={({ cells: sent, reason = '' }) =>
          entry === null
            ? commands.add.run({ registerId: register.id, cells: sent })
            : commands.correct.run({ id: entry.id, cells: sent, reason })
        }
      >
        <div className="field-grid">
          {short.map((column) => (
            <CellField key={column.id} column={column} linked={linked(column.id)} hint={hintOf(column.id)} />
          ))}
        </div>
        {long.map((column) => (
          <CellField key={column.id} column={column} linked={null} hint={hintOf(column.id)} />
        ))}
        {entry !== null && (
          <Form.Item
            name="reason"
            label="更正事由"
            rules={[{ required: true, whitespace: true, message: '请填写更正事由' }]}
          >
            <Input maxLength={500} placeholder="例如：日期填写有误" />
          </Form.Item>
        )}
      </CommandForm>
    </Modal>
  );
}
