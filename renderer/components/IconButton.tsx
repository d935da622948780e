import { Button, Tooltip } from 'antd';
import type { LucideIcon } from 'lucide-react';
import styles from './IconButton.module.css';

interface Props {
  icon: LucideIcon;
  /** Its name, for hover and for screen readers. */
  label: string;
  onClick?: (() => void) | undefined;
  disabled?: boolean | undefined;
  danger?: boolean | undefined;
}

/** A quiet square button with a picture; its name is always there to be read. */
export function IconButton({ icon: Icon, label, onClick, disabled, danger }: Props) {
  return (
    <Tooltip title={label} mouseEnterDelay={0.5}>
      <Button
        className={styles['quiet'] ?? ''}
        type="text"
        size="small"
        aria-label={label}
        icon={<Icon size={15} strokeWidth={1.75} aria-hidden />}
        onClick={onClick}
        disabled={disabled ?? false}
        danger={danger ?? false}
      />
    </Tooltip>
  );
}
