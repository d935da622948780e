import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './PlainButton.module.css';

interface Props {
  onClick(): void;
  children: ReactNode;
  icon?: LucideIcon | undefined;
  primary?: boolean | undefined;
  small?: boolean | undefined;
  disabled?: boolean | undefined;
  /** Its whole name, where what it shows is short for it. */
  label?: string | undefined;
}

/** A button like Ant Design's, for what must be there before Ant Design is: the first screen, and what reports a failure. */
export function PlainButton({
  onClick,
  children,
  icon: Icon,
  primary = false,
  small = false,
  disabled = false,
  label,
}: Props) {
  const look = [styles['button'], primary && styles['primary'], small && styles['small']];
  return (
    <button
      type="button"
      className={look.filter(Boolean).join(' ')}
      disabled={disabled}
      aria-label={label}
      title={label}
      onClick={onClick}
    >
      {Icon && <Icon size={15} strokeWidth={1.75} aria-hidden />}
      {children}
    </button>
  );
}
