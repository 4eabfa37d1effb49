import { Button, type ButtonProps, Tooltip } from 'antd';
import { type Role, useBarred } from '../api/session.ts';

export interface ActionButtonProps extends ButtonProps {
  /** The roles that may; for others the button is disabled and says who may. */
  readonly may?: readonly Role[];
  /** Why it cannot be pressed now, whoever asks; null or absent when it can. */
  readonly barred?: string | null;
}

/** A button that says why it cannot be pressed. */
export function ActionButton({ may, barred = null, ...rest }: ActionButtonProps) {
  const reason = useBarred(may) ?? barred;
  if (reason === null) return <Button {...rest} />;
  return (
    <Tooltip title={reason}>
      <Button {...rest} disabled />
    </Tooltip>
  );
}
