import { ChevronsUpDown } from 'lucide-react';
import {
  Select as AriaSelect,
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
  Text,
} from 'react-aria-components';
import styles from './field.module.css';
import { FieldProblem } from './field-problem.tsx';
import menu from './menu.module.css';

export interface Choice {
  id: string;
  label: string;
  hint?: string;
}

interface SelectProps {
  label: string;
  hint?: string;
  name?: string;
  choices: readonly Choice[];
  value: string | null;
  onChange(id: string): void;
  isRequired?: boolean;
  placeholder?: string;
  /** The label stands beside it: for a bar of switches, not for a form. */
  isInline?: boolean;
}

/** One of a few. Many are searched with a combo box instead. */
export function Select({ label, hint, choices, value, onChange, isInline, ...props }: SelectProps) {
  return (
    <AriaSelect
      {...props}
      className={(isInline ? styles.inline : styles.field) ?? ''}
      value={value}
      onChange={(key) => onChange(String(key))}
    >
      <Label className={styles.label}>{label}</Label>
      {hint !== undefined && (
        <Text slot="description" className={styles.hint}>
          {hint}
        </Text>
      )}
      <Button className={`${styles.input} ${styles.select}`}>
        <SelectValue />
        <ChevronsUpDown size={14} className={styles.chevron} aria-hidden />
      </Button>
      <FieldProblem />
      <Popover className={menu.popover ?? ''}>
        <ListBox items={choices} className={menu.menu ?? ''}>
          {(choice) => (
            <ListBoxItem id={choice.id} textValue={choice.label} className={menu.item ?? ''}>
              <Text slot="label">{choice.label}</Text>
              {choice.hint !== undefined && (
                <Text slot="description" className={menu.detail}>
                  {choice.hint}
                </Text>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
