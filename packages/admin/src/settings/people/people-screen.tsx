import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useRoles } from '#project/use-roles.ts';
import { isForbidden } from '#server/api-error.ts';
import { SettingsLayout } from '#settings/settings-layout.tsx';
import { Button } from '#ui/button.tsx';
import { Page, Section } from '#ui/page.tsx';
import { EmptyState, ErrorState, Skeleton } from '#ui/states.tsx';
import { words } from '#words/words.ts';
import { type InvitationAct, InvitationActDialog } from './invitation-act-dialog.tsx';
import { InvitationTable } from './invitation-table.tsx';
import { PeopleTable } from './people-table.tsx';
import { type PersonAct, PersonActDialog } from './person-act-dialog.tsx';
import { useInvitations, usePeople } from './use-people.ts';

export function PeopleScreen() {
  const people = usePeople();
  const invitations = useInvitations();
  const roles = useRoles();
  const [act, setAct] = useState<InvitationAct | null>(null);
  const [personAct, setPersonAct] = useState<PersonAct | null>(null);
  const mayManage = invitations.isSuccess && roles.isSuccess;
  const roleName = (id: string) => roles.data?.find((role) => role.id === id)?.name ?? '';
  return (
    <SettingsLayout>
      <Page
        title={words.people.title}
        lead={words.people.lead}
        actions={
          !isForbidden(invitations.error) && (
            <Button look="primary" onPress={() => setAct({ kind: 'invite' })} isDisabled={!roles.isSuccess}>
              <Plus size={16} aria-hidden />
              {words.people.invite}
            </Button>
          )
        }
      >
        {people.isPending && <Skeleton />}
        {people.isError && <ErrorState error={people.error} onRetry={() => void people.refetch()} />}
        {people.data?.length === 0 && (
          <EmptyState title={words.people.emptyTitle}>
            <p>{words.people.emptyDetail}</p>
          </EmptyState>
        )}
        {people.data !== undefined && people.data.length > 0 && (
          <PeopleTable
            people={people.data}
            roleName={roleName}
            onAct={mayManage ? setPersonAct : undefined}
          />
        )}
        <Section title={words.people.invitations} lead={words.people.invitationsLead}>
          {invitations.isPending && <Skeleton lines={2} />}
          {invitations.isError && (
            <ErrorState error={invitations.error} onRetry={() => void invitations.refetch()} />
          )}
          {invitations.data?.length === 0 && <p>{words.people.noInvitations}</p>}
          {invitations.data !== undefined && invitations.data.length > 0 && (
            <InvitationTable invitations={invitations.data} roleName={roleName} onAct={setAct} />
          )}
        </Section>
      </Page>
      {personAct !== null && <PersonActDialog act={personAct} onClose={() => setPersonAct(null)} />}
      {act !== null && <InvitationActDialog act={act} onAct={setAct} />}
    </SettingsLayout>
  );
}
