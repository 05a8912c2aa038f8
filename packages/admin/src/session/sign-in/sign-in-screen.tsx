import { Navigate, useSearchParams } from 'react-router';
import { Entrance } from '#session/entrance.tsx';
import { sessionEnd, useSessionToken } from '#session/session.ts';
import { useSetup } from '#session/use-setup.ts';
import { Notice } from '#ui/notice.tsx';
import { Skeleton } from '#ui/states.tsx';
import { words } from '#words/words.ts';
import { CredentialsForm } from './credentials-form.tsx';
import { safeReturnPath } from './safe-return-path.ts';

export function SignInScreen() {
  const setup = useSetup();
  const token = useSessionToken();
  const [search] = useSearchParams();
  if (token !== null) return <Navigate to={safeReturnPath(search.get('next'))} replace />;
  if (setup.data?.hasOwner === false) return <Navigate to="/welcome" replace />;
  return (
    <Entrance title={words.session.signInTitle}>
      {sessionEnd() === 'expired' && <Notice tone="warning">{words.session.expired}</Notice>}
      {setup.isPending ? <Skeleton /> : <CredentialsForm />}
    </Entrance>
  );
}
