import type { ReactNode } from 'react';
import { words } from '#words/words.ts';
import { Button } from './button.tsx';
import { Dialog, DialogActions } from './dialog.tsx';
import { ErrorSummary } from './error-summary.tsx';

interface ConfirmDialogProps {
  title: string;
  /** What the button does, in its own words: never "OK". */
  action: string;
  look?: 'primary' | 'danger';
  change: { error: unknown; isPending: boolean };
  onConfirm(): void;
  onClose(): void;
  children: ReactNode;
}

/** Asks before something is done that cannot be taken back. Cancel has the focus. */
export function ConfirmDialog({ title, action, look = 'primary', change, ...props }: ConfirmDialogProps) {
  return (
    <Dialog title={title} isOpen isAlert onClose={props.onClose}>
      {props.children}
      <ErrorSummary error={change.error} labels={{}} />
      <DialogActions>
        <Button onPress={props.onClose} autoFocus>
          {words.ui.cancel}
        </Button>
        <Button look={look} onPress={props.onConfirm} isPending={change.isPending}>
          {action}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
