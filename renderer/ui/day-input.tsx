import { Input, type InputProps } from 'antd';

interface DayInputProps extends Omit<InputProps, 'value' | 'onChange' | 'type'> {
  /** `YYYY-MM-DD` or ''. */
  readonly value?: string | null;
  readonly onChange?: (on: string) => void;
}

/** A day, as `YYYY-MM-DD`; works as the child of a Form.Item. */
export function DayInput({ value, onChange, ...rest }: DayInputProps) {
  return <Input {...rest} type="date" value={value ?? ''} onChange={(event) => onChange?.(event.target.value)} />;
}
