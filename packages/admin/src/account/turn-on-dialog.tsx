import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Form } from 'react-aria-components';
import { announce } from '#frame/announcements.ts';
import { problemsByField } from '#server/api-error.ts';
import { Button } from '#ui/button.tsx';
import { CopyButton } from '#ui/copy-button.tsx';
import { Dialog, DialogActions } from '#ui/dialog.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Secret } from '#ui/secret.tsx';
import { ErrorState, Skeleton } from '#ui/states.tsx';
import { words } from '#words/words.ts';
import styles from './account-screen.module.css';
import { NO_PROOF, ProofFields } from './proof-fields.tsx';
import { QrCode } from './qr-code.tsx';
import { useNewSecret, useTurnOn } from './use-second-factor.ts';

/** First the secret and a code of it, then the backup codes. */
export function TurnOnDialog({ onClose }: { onClose(): void }) {
  const [codes, setCodes] = useState<string[] | null>(null);
  const queryClient = useQueryClient();

  function close() {
    onClose();
    if (codes !== null) void queryClient.invalidateQueries({ queryKey: ['account'], exact: true });
  }

  return (
    <Dialog
      title={codes === null ? words.account.turnOnTitle : words.account.backupTitle}
      isOpen
      // A click beside it must not lose what is shown only once.
      isAlert={codes !== null}
      onClose={close}
    >
      {codes === null ? (
        <SecretForm onClose={close} onTurnedOn={setCodes} />
      ) : (
        <BackupCodes codes={codes} onKept={close} />
      )}
    </Dialog>
  );
}

function SecretForm({ onClose, onTurnedOn }: { onClose(): void; onTurnedOn(codes: string[]): void }) {
  const secret = useNewSecret();
  const turnOn = useTurnOn();
  const [proof, setProof] = useState(NO_PROOF);

  function submit(event: FormEvent) {
    event.preventDefault();
    turnOn.mutate(proof, {
      onSuccess: (codes) => {
        announce(words.account.turnedOn);
        onTurnedOn(codes);
      },
    });
  }

  if (secret.isPending) return <Skeleton lines={6} />;
  if (secret.isError) return <ErrorState error={secret.error} onRetry={() => void secret.refetch()} />;
  return (
    <Form className={styles.form ?? ''} onSubmit={submit} validationErrors={problemsByField(turnOn.error)}>
      <ErrorSummary
        error={turnOn.error}
        labels={{ password: words.account.currentPassword, otp_code: words.account.codeOfApp }}
      />
      <p>{words.account.scan}</p>
      <div className={styles.scan}>
        <QrCode text={secret.data.uri} label={words.account.qrLabel} />
        <dl className={styles.secret}>
          <dt>{words.account.secret}</dt>
          <dd>
            <Secret value={secret.data.secret} label={words.account.secret} />
          </dd>
        </dl>
      </div>
      <ProofFields passwordName="password" proof={proof} onChange={setProof} asksForCode isCodeOfApp />
      <DialogActions>
        <Button onPress={onClose}>{words.ui.cancel}</Button>
        <Button type="submit" look="primary" isPending={turnOn.isPending}>
          {words.account.turnOn}
        </Button>
      </DialogActions>
    </Form>
  );
}

function BackupCodes({ codes, onKept }: { codes: readonly string[]; onKept(): void }) {
  return (
    <>
      <p>{words.account.backupLead}</p>
      <ul className={styles.codes} aria-label={words.account.backupCodes}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <DialogActions>
        <CopyButton text={codes.join('\n')} label={words.account.backupCodes} />
        <Button look="primary" onPress={onKept} autoFocus>
          {words.account.kept}
        </Button>
      </DialogActions>
    </>
  );
}
