import { Switch as AriaSwitch, type SwitchProps } from 'react-aria-components';
import styles from './field.module.css';

/** Takes effect as soon as it is flipped, or with the form it stands in. */
export function Switch({ label, hint, ...props }: SwitchProps & { label: string; hint?: string }) {
  return (
    <AriaSwitch {...props} className={styles.switch ?? ''}>
      <span className={styles.track} />
      <span>{label}</span>
      {hint !== undefined && <span className={styles.hint}>{hint}</span>}
    </AriaSwitch>
  );
}
