import { ReasonForm, type ReasonFormProps } from './reason-form.tsx';

/** Asks once more and for the reason before something is taken away; `title` names what. */
export function RemoveForm(props: Omit<ReasonFormProps, 'isDangerous' | 'label' | 'placeholder'>) {
  return <ReasonForm {...props} isDangerous />;
}
