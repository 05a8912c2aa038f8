import { CircleAlert, Info } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './notice.module.css';

type Tone = 'neutral' | 'warning' | 'danger';

interface NoticeProps {
  tone?: Tone;
  children: ReactNode;
  /** Read out as soon as it appears. */
  isUrgent?: boolean;
}

export function Notice({ tone = 'neutral', children, isUrgent }: NoticeProps) {
  const Icon = tone === 'neutral' ? Info : CircleAlert;
  return (
    <div className={`${styles.notice} ${styles[tone]}`} role={isUrgent ? 'alert' : undefined}>
      <Icon size={16} className={styles.icon} aria-hidden />
      <div>{children}</div>
    </div>
  );
}
