import { type FormEvent, useState } from 'react';
import { Form } from 'react-aria-components';
import { announce } from '#frame/announcements.ts';
import { problemsByField } from '#server/api-error.ts';
import { Button } from '#ui/button.tsx';
import { Dialog, DialogActions } from '#ui/dialog.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { words } from '#words/words.ts';
import styles from './account-screen.module.css';
import { NO_PROOF, ProofFields } from './proof-fields.tsx';
import { useTurnOff } from './use-second-factor.ts';

export function TurnOffDialog({ onClose }: { onClose(): void }) {
  const turnOff = useTurnOff();
  const [proof, setProof] = useState(NO_PROOF);

  function submit(event: FormEvent) {
    event.preventDefault();
    turnOff.mutate(proof, {
      onSuccess: () => {
        announce(words.account.turnedOff);
        onClose();
      },
    });
  }

  return (
    <Dialog title={words.account.turnOffTitle} isOpen isAlert onClose={onClose}>
      <Form className={styles.form ?? ''} onSubmit={submit} validationErrors={problemsByField(turnOff.error)}>
        <p>{words.account.turnOffDetail}</p>
        <ErrorSummary
          error={turnOff.error}
          labels={{ password: words.account.currentPassword, otp_code: words.entrance.code }}
        />
        <ProofFields passwordName="password" proof={proof} onChange={setProof} asksForCode />
        <DialogActions>
          <Button onPress={onClose}>{words.ui.cancel}</Button>
          <Button type="submit" look="danger" isPending={turnOff.isPending}>
            {words.account.turnOff}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
