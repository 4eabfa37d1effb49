import { Form } from 'antd';
import { type PoolFilter, tidyPoolFilter } from '../../../shared/kernel/pool-filter.ts';
import { PoolFilterFields as Fields, type PoolFilterFieldsProps } from '../../ui/pool-filter-fields.tsx';
import { usePoolChoices, usePoolCount } from './plans.queries.ts';

interface CountedFieldsProps extends Omit<PoolFilterFieldsProps, 'choices' | 'children'> {
  /** Says below how many objects of the roster the filter takes. */
  readonly isCounted?: boolean;
}

/** Which objects of the roster a task or a class is about. */
export function PoolFilterFields({ isCounted = false, ...rest }: CountedFieldsProps) {
  const choices = usePoolChoices().data;
  const base = typeof rest.name === 'string' ? [rest.name] : [...rest.name];
  return (
    <Fields {...rest} choices={choices}>
      {isCounted && <FilterCount name={base} />}
    </Fields>
  );
}

function FilterCount({ name }: { readonly name: (string | number)[] }) {
  const form = Form.useFormInstance();
  const filter: PoolFilter | undefined = Form.useWatch(name, form);
  const count = usePoolCount(tidyPoolFilter(filter ?? {})).data;
  return <p className="quiet">{count === undefined ? '正在查名录……' : `名录中在此范围内的有${count}户。`}</p>;
}
