import { announce } from '#frame/announcements.ts';
import type { AccessToken } from '#project/use-tokens.ts';
import { isErrorCode } from '#server/api-error.ts';
import { Button } from '#ui/button.tsx';
import { Dialog, DialogActions } from '#ui/dialog.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Notice } from '#ui/notice.tsx';
import { words } from '#words/words.ts';
import { TokenForm } from './token-form.tsx';
import { lastUseOf } from './token-last-use.ts';
import { useDeleteToken, useRotateToken } from './use-token-changes.ts';

/** What is being done with a token, and to which. */
export type TokenAct =
  | { kind: 'create' }
  | { kind: 'edit'; token: AccessToken }
  | { kind: 'rotate'; token: AccessToken }
  | { kind: 'delete'; token: AccessToken };

interface TokenActDialogProps {
  act: TokenAct;
  onClose(): void;
}

export function TokenActDialog({ act, onClose }: TokenActDialogProps) {
  switch (act.kind) {
    case 'create':
      return (
        <Dialog title={words.tokens.createTitle} isOpen onClose={onClose}>
          <TokenForm token={null} onDone={onClose} />
        </Dialog>
      );
    case 'edit':
      return (
        <Dialog title={words.tokens.editTitle(act.token.name)} isOpen onClose={onClose}>
          <TokenForm token={act.token} onDone={onClose} />
        </Dialog>
      );
    case 'rotate':
      return <RotateDialog token={act.token} onClose={onClose} />;
    case 'delete':
      return <DeleteDialog token={act.token} onClose={onClose} />;
  }
}

function RotateDialog({ token, onClose }: { token: AccessToken; onClose(): void }) {
  const rotate = useRotateToken();

  function confirm() {
    rotate.mutate(token, {
      onSuccess: () => {
        announce(words.tokens.rotated(token.name));
        onClose();
      },
    });
  }

  return (
    <Dialog title={words.tokens.rotateTitle(token.name)} isOpen isAlert onClose={onClose}>
      <p>{words.tokens.rotateDetail}</p>
      <ErrorSummary error={rotate.error} labels={{}} />
      <DialogActions>
        <Button onPress={onClose} autoFocus>
          {words.ui.cancel}
        </Button>
        <Button look="danger" onPress={confirm} isPending={rotate.isPending}>
          {words.tokens.rotateAction}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function DeleteDialog({ token, onClose }: { token: AccessToken; onClose(): void }) {
  const destroy = useDeleteToken();
  const ownsContent = isErrorCode(destroy.error, 'DESTINATION_USER_REQUIRED');

  function confirm() {
    destroy.mutate(token, {
      onSuccess: () => {
        announce(words.tokens.deleted(token.name));
        onClose();
      },
    });
  }

  return (
    <Dialog title={words.tokens.deleteTitle(token.name)} isOpen isAlert onClose={onClose}>
      <p>{words.tokens.deleteDetail(lastUseOf(token))}</p>
      {ownsContent ? (
        <Notice tone="danger" isUrgent>
          {words.tokens.ownsContent}
        </Notice>
      ) : (
        <ErrorSummary error={destroy.error} labels={{}} />
      )}
      <DialogActions>
        <Button onPress={onClose} autoFocus>
          {words.ui.cancel}
        </Button>
        <Button look="danger" onPress={confirm} isPending={destroy.isPending}>
          {words.tokens.deleteAction}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
