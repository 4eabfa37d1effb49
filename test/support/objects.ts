import type { ObjectForm } from '../../shared/features/rosters/schemas.ts';

/** An entry of the form with nothing but what has to be there; name and code are for the test to give. */
export const blankObject: Omit<ObjectForm, 'name' | 'code'> = {
  kind: '企业',
  address: '',
  principal: '',
  phone: '',
  industry: '',
  town: '',
  registrar: '',
  status: '存续',
  aboveScale: false,
  priority: false,
  tags: [],
  licences: [],
};
