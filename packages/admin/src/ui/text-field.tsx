import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
  Input,
  Label,
  Text,
} from 'react-aria-components';
import styles from './field.module.css';
import { FieldProblem } from './field-problem.tsx';

interface TextFieldProps extends AriaTextFieldProps {
  label: string;
  hint?: string;
  isMonospaced?: boolean;
}

/** Label above, hint under it, and the error at the field, where it can be mended. */
export function TextField({ label, hint, isMonospaced, ...props }: TextFieldProps) {
  return (
    <AriaTextField {...props} className={styles.field ?? ''}>
      <Label className={styles.label}>{label}</Label>
      {hint !== undefined && (
        <Text slot="description" className={styles.hint}>
          {hint}
        </Text>
      )}
      <Input className={`${styles.input} ${isMonospaced ? styles.monospaced : ''}`} />
      <FieldProblem minLength={props.minLength} />
    </AriaTextField>
  );
}
