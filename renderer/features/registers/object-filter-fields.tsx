import { Form } from 'antd';
import { type PoolFilter, tidyPoolFilter } from '../../../shared/kernel/pool-filter.ts';
import { PoolFilterFields } from '../../ui/pool-filter-fields.tsx';
import { useMemberCount, usePoolChoices } from './registers.queries.ts';

/** Which enterprises are meant, in the form's field `filter`, with how many of them are in business. */
export function ObjectFilterFields({ legend }: { readonly legend: string }) {
  const choices = usePoolChoices().data;
  const filter: PoolFilter | undefined = Form.useWatch('filter');
  const count = useMemberCount(tidyPoolFilter(filter ?? {})).data;
  return (
    <PoolFilterFields name="filter" legend={legend} choices={choices}>
      <p className="quiet">{count === undefined ? '正在查名录……' : `在此范围内的存续企业有${count}户。`}</p>
    </PoolFilterFields>
  );
}
