import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { dashboardClient } from '#server/dashboard-client.ts';
import { Button } from '#ui/button.tsx';
import { ConfirmDialog } from '#ui/confirm-dialog.tsx';
import { words } from '#words/words.ts';

/** For whoever has neither the app nor a backup code: the owners of their organization may take the factor off. */
export function LostFactor({ email, password }: { email: string; password: string }) {
  const [isAsking, setIsAsking] = useState(false);
  const ask = useMutation({
    mutationFn: () => dashboardClient().tfaDeactivateRequests.create({ email, password }),
    onSuccess: () => setIsAsking(false),
  });
  if (ask.isSuccess) return <p role="status">{words.entrance.ownersAsked}</p>;
  return (
    <>
      <Button look="quiet" onPress={() => setIsAsking(true)}>
        {words.entrance.lostFactor}
      </Button>
      {isAsking && (
        <ConfirmDialog
          title={words.entrance.lostFactorTitle}
          action={words.entrance.askOwners}
          change={ask}
          onConfirm={() => ask.mutate()}
          onClose={() => setIsAsking(false)}
        >
          <p>{words.entrance.lostFactorDetail}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
