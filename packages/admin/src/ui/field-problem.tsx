import { FieldError, type ValidationResult } from 'react-aria-components';
import { words } from '#words/words.ts';
import styles from './field.module.css';

/** What is wrong with the value, under the field. What the browser finds is said in our words. */
export function FieldProblem({ minLength }: { minLength?: number | undefined }) {
  return (
    <FieldError className={styles.error ?? ''}>{(validation) => problemOf(validation, minLength)}</FieldError>
  );
}

function problemOf({ validationDetails, validationErrors }: ValidationResult, minLength = 0): string {
  if (validationDetails.valueMissing) return words.ui.missing;
  if (validationDetails.tooShort) return words.ui.tooShort(minLength);
  if (validationDetails.typeMismatch) return words.ui.notAnEmail;
  return validationErrors.join(' ');
}
