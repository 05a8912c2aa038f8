import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { words } from '#words/words.ts';
import { IconButton } from './button.tsx';
import { CopyButton } from './copy-button.tsx';
import styles from './secret.module.css';

/** The start is left, to tell one secret from another. */
export function coverSecret(text: string, secret: string | undefined): string {
  return secret === undefined || secret === ''
    ? text
    : text.replaceAll(secret, `${secret.slice(0, 4)}${'•'.repeat(12)}`);
}

/** A secret is covered until asked for: screens are shared and photographed. It can be copied unseen. */
export function Secret({ value, label }: { value: string; label: string }) {
  const [isShown, setIsShown] = useState(false);
  return (
    <span className={styles.secret}>
      <code className={styles.value} data-covered={isShown ? undefined : ''}>
        {isShown ? value : coverSecret(value, value)}
      </code>
      <IconButton
        aria-label={isShown ? words.ui.cover(label) : words.ui.reveal(label)}
        aria-pressed={isShown}
        onPress={() => setIsShown(!isShown)}
      >
        {isShown ? <EyeOff size={15} aria-hidden /> : <Eye size={15} aria-hidden />}
      </IconButton>
      <CopyButton text={value} label={label} />
    </span>
  );
}
