import { ChevronsUpDown } from 'lucide-react';
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components';
import { words } from '#words/words.ts';
import styles from './field.module.css';
import { FieldProblem } from './field-problem.tsx';
import menu from './menu.module.css';
import type { Choice } from './select.tsx';

interface ComboFieldProps {
  label: string;
  hint?: string;
  name: string;
  choices: readonly Choice[];
  inputValue: string;
  onInputChange(value: string): void;
  isRequired?: boolean;
}

/** Searches as one types, and takes what is not in the list too. */
export function ComboField({ label, hint, choices, ...props }: ComboFieldProps) {
  return (
    <ComboBox
      {...props}
      allowsCustomValue
      className={styles.field ?? ''}
      defaultItems={choices}
      menuTrigger="focus"
    >
      <Label className={styles.label}>{label}</Label>
      {hint !== undefined && (
        <Text slot="description" className={styles.hint}>
          {hint}
        </Text>
      )}
      <div className={styles.combo}>
        <Input className={styles.input} />
        <Button aria-label={words.ui.showChoices}>
          <ChevronsUpDown size={14} aria-hidden />
        </Button>
      </div>
      <FieldProblem />
      <Popover className={menu.popover ?? ''}>
        <ListBox<Choice> className={menu.menu ?? ''}>
          {(choice) => (
            <ListBoxItem id={choice.id} textValue={choice.label} className={menu.item ?? ''}>
              {choice.label}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
