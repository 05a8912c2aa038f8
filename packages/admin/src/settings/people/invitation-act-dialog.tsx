import { announce } from '#frame/announcements.ts';
import { Button } from '#ui/button.tsx';
import { ConfirmDialog } from '#ui/confirm-dialog.tsx';
import { Dialog, DialogActions } from '#ui/dialog.tsx';
import { Secret } from '#ui/secret.tsx';
import { words } from '#words/words.ts';
import { InviteForm } from './invite-form.tsx';
import { type Invitation, useResend, useRevoke } from './use-people.ts';

/** What is being done with an invitation, and to which. */
export type InvitationAct =
  | { kind: 'invite' }
  | { kind: 'sent'; invitation: Invitation }
  | { kind: 'resend'; invitation: Invitation }
  | { kind: 'revoke'; invitation: Invitation };

interface InvitationActDialogProps {
  act: InvitationAct;
  onAct(act: InvitationAct | null): void;
}

export function InvitationActDialog({ act, onAct }: InvitationActDialogProps) {
  const close = () => onAct(null);
  switch (act.kind) {
    case 'invite':
      return (
        <Dialog title={words.people.inviteTitle} isOpen onClose={close}>
          <InviteForm onClose={close} onInvited={(invitation) => onAct({ kind: 'sent', invitation })} />
        </Dialog>
      );
    case 'sent':
      return <LinkDialog invitation={act.invitation} onClose={close} />;
    case 'resend':
      return <ResendDialog invitation={act.invitation} onAct={onAct} />;
    case 'revoke':
      return <RevokeDialog invitation={act.invitation} onClose={close} />;
  }
}

/** The link is told once: a click beside it must not lose it. */
function LinkDialog({ invitation, onClose }: { invitation: Invitation; onClose(): void }) {
  return (
    <Dialog title={words.people.linkTitle(invitation.email)} isOpen isAlert onClose={onClose}>
      <p>{words.people.linkDetail}</p>
      <Secret value={invitation.invitation_link ?? ''} label={words.people.link} />
      <DialogActions>
        <Button look="primary" onPress={onClose} autoFocus>
          {words.people.done}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function ResendDialog({
  invitation,
  onAct,
}: {
  invitation: Invitation;
  onAct(act: InvitationAct | null): void;
}) {
  const resend = useResend();

  function confirm() {
    resend.mutate(invitation, {
      onSuccess: (renewed) => {
        announce(words.people.resent(invitation.email));
        onAct({ kind: 'sent', invitation: renewed });
      },
    });
  }

  return (
    <ConfirmDialog
      title={words.people.resendTitle(invitation.email)}
      action={words.people.resendAction}
      change={resend}
      onConfirm={confirm}
      onClose={() => onAct(null)}
    >
      <p>{words.people.resendDetail}</p>
    </ConfirmDialog>
  );
}

function RevokeDialog({ invitation, onClose }: { invitation: Invitation; onClose(): void }) {
  const revoke = useRevoke();

  function confirm() {
    revoke.mutate(invitation, {
      onSuccess: () => {
        announce(words.people.revoked(invitation.email));
        onClose();
      },
    });
  }

  return (
    <ConfirmDialog
      title={words.people.revokeTitle(invitation.email)}
      action={words.people.revokeAction}
      look="danger"
      change={revoke}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p>{words.people.revokeDetail}</p>
    </ConfirmDialog>
  );
}
