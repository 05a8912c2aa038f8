import { useNavigate } from 'react-router';
import { announce } from '#frame/announcements.ts';
import { useProject } from '#project/project-context.ts';
import { useEnvironments } from '#project/use-environments.ts';
import { ConfirmDialog } from '#ui/confirm-dialog.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Skeleton } from '#ui/states.tsx';
import { words } from '#words/words.ts';
import { NameForm } from './name-form.tsx';
import {
  type Environment,
  useContents,
  useDestroy,
  useFork,
  usePromote,
  useRename,
} from './use-environment-changes.ts';
import { useEnvironmentPath } from './use-environment-path.ts';

/** What is being done with an environment, and to which. */
export interface EnvironmentAct {
  kind: 'fork' | 'rename' | 'promote' | 'destroy';
  environment: Environment;
}

interface ActProps {
  environment: Environment;
  onClose(): void;
}

export function EnvironmentActDialog({ act, onClose }: { act: EnvironmentAct; onClose(): void }) {
  const props = { environment: act.environment, onClose };
  switch (act.kind) {
    case 'fork':
      return <ForkDialog {...props} />;
    case 'rename':
      return <RenameDialog {...props} />;
    case 'promote':
      return <PromoteDialog {...props} />;
    case 'destroy':
      return <DestroyDialog {...props} />;
  }
}

function ForkDialog({ environment, onClose }: ActProps) {
  const fork = useFork(environment);

  function begin(name: string) {
    fork.mutate(name, {
      onSuccess: () => {
        announce(words.environments.forked(name));
        onClose();
      },
    });
  }

  return (
    <Dialog title={words.environments.forkTitle(environment.id)} isOpen onClose={onClose}>
      <p>{words.environments.forkDetail(environment.id)}</p>
      <NameForm action={words.environments.forkAction} change={fork} onSubmit={begin} onClose={onClose} />
    </Dialog>
  );
}

function RenameDialog({ environment, onClose }: ActProps) {
  const rename = useRename(environment);
  const leave = useLeave(environment);

  function save(name: string) {
    rename.mutate(name, {
      onSuccess: () => {
        announce(words.environments.renamed(name));
        leave(name);
        onClose();
      },
    });
  }

  return (
    <Dialog title={words.environments.renameTitle(environment.id)} isOpen onClose={onClose}>
      <p>{words.environments.renameDetail}</p>
      <NameForm
        name={environment.id}
        action={words.environments.renameAction}
        change={rename}
        onSubmit={save}
        onClose={onClose}
      />
    </Dialog>
  );
}

function PromoteDialog({ environment, onClose }: ActProps) {
  const promote = usePromote(environment);
  const environments = useEnvironments();
  const primary = environments.data?.find(({ meta }) => meta.primary)?.id ?? words.environments.primary;

  function confirm() {
    promote.mutate(undefined, {
      onSuccess: () => {
        announce(words.environments.promoted(environment.id));
        onClose();
      },
    });
  }

  return (
    <ConfirmDialog
      title={words.environments.promoteTitle(environment.id)}
      action={words.environments.promoteAction}
      change={promote}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p>{words.environments.promoteDetail(environment.id, primary)}</p>
      <p>{words.environments.promoteLoss(primary)}</p>
    </ConfirmDialog>
  );
}

function DestroyDialog({ environment, onClose }: ActProps) {
  const destroy = useDestroy(environment);
  const contents = useContents(environment);
  const leave = useLeave(environment);

  function confirm() {
    destroy.mutate(undefined, {
      onSuccess: () => {
        announce(words.environments.destroyed(environment.id));
        leave(null);
        onClose();
      },
    });
  }

  return (
    <ConfirmDialog
      title={words.environments.destroyTitle(environment.id)}
      action={words.environments.destroyAction}
      look="danger"
      change={destroy}
      onConfirm={confirm}
      onClose={onClose}
    >
      {contents.isPending && <Skeleton lines={1} />}
      {contents.isSuccess && <p>{words.environments.contents(contents.data)}</p>}
      <p>{words.environments.destroyDetail}</p>
    </ConfirmDialog>
  );
}

/** Whoever stands in the environment that gets another name, or goes, is led to where this screen is then. */
function useLeave({ id }: Environment) {
  const { environment } = useProject();
  const navigate = useNavigate();
  const path = useEnvironmentPath();
  return (next: string | null) => {
    if (environment === id) void navigate(path(next, 'project_settings/environments'), { replace: true });
  };
}
