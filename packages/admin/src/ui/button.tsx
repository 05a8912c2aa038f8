import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
  Link,
  type LinkProps,
} from 'react-aria-components';
import styles from './button.module.css';

type Look = 'primary' | 'secondary' | 'quiet' | 'danger';

interface ButtonProps extends AriaButtonProps {
  look?: Look;
  className?: string;
}

export function Button({ look = 'secondary', className, ...props }: ButtonProps) {
  return <AriaButton {...props} className={buttonClass(look, className)} />;
}

/** Goes somewhere, and looks like a button because it is the main thing to do. */
export function ButtonLink({
  look = 'secondary',
  className,
  ...props
}: LinkProps & { look?: Look; className?: string }) {
  return <Link {...props} className={buttonClass(look, className)} />;
}

interface IconButtonProps extends ButtonProps {
  'aria-label': string;
}

/** Only where the sign is plain and the label says the rest. */
export function IconButton({ look = 'quiet', className = '', ...props }: IconButtonProps) {
  return <AriaButton {...props} className={`${buttonClass(look, className)} ${styles.icon}`} />;
}

function buttonClass(look: Look, more = ''): string {
  return `${styles.button} ${styles[look]} ${more}`;
}
