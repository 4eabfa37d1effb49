import { InputNumber, Space } from 'antd';

interface MonthDayInputProps {
  readonly id?: string;
  /** `03-31`. */
  readonly value?: string;
  readonly onChange?: (monthDay: string) => void;
}

/** A day of every year. */
export function MonthDayInput({ id, value = '', onChange }: MonthDayInputProps) {
  const [month = '', day = ''] = value.split('-');
  const tell = (part: { month?: number | null; day?: number | null }) => {
    const both = [part.month ?? Number(month), part.day ?? Number(day)];
    onChange?.(both.map((number) => String(number).padStart(2, '0')).join('-'));
  };
  return (
    <Space>
      <InputNumber
        {...(id === undefined ? {} : { id })}
        min={1}
        max={12}
        precision={0}
        suffix="月"
        aria-label="月"
        value={Number(month) || null}
        onChange={(typed) => tell({ month: typed })}
      />
      <InputNumber
        min={1}
        max={31}
        precision={0}
        suffix="日"
        aria-label="日"
        value={Number(day) || null}
        onChange={(typed) => tell({ day: typed })}
      />
    </Space>
  );
}
