import { useMutation, useQueryClient } from '@tanstack/react-query';
import { dashboardClient } from '#server/dashboard-client.ts';
import { startSession } from './session.ts';

interface Credentials {
  email: string;
  password: string;
  /** Of the second factor, or a backup code. */
  otpCode?: string;
}

interface NewAccount extends Credentials {
  firstName: string;
  lastName: string;
}

/** The link of an invitation lets somebody in who has no account yet. */
export interface InvitationLink {
  id: string;
  token: string;
}

export function useSignIn(onSignedIn?: () => void) {
  return useSessionMutation(openSession, onSignedIn);
}

/** Makes the first account and signs it in. */
export function useCreateOwner() {
  return useSessionMutation(async (owner: NewAccount) => {
    await dashboardClient().account.create({
      email: owner.email,
      password: owner.password,
      ...namesOf(owner),
    });
    return openSession(owner);
  });
}

/** Makes the account of somebody who was invited, and signs it in. */
export function useSignUp(link: InvitationLink, onSignedIn: () => void) {
  return useSessionMutation(async (person: NewAccount) => {
    const { email, password } = person;
    const attributes = { email, password, ...namesOf(person) };
    const { data } = await dashboardClient().request<{ data: { id: string } }>({
      method: 'POST',
      url: '/account',
      queryParams: { invitation_id: link.id, invitation_token: link.token },
      body: { data: { type: 'account', attributes } },
    });
    return data.id;
  }, onSignedIn);
}

/** Sets the password by the link that was mailed, and signs in with it. */
export function useResetPassword(link: { accountId: string; token: string }) {
  return useSessionMutation(async ({ password, otpCode }: { password: string; otpCode?: string }) => {
    const attributes = { account_id: link.accountId, token: link.token, password };
    const code = otpCode === undefined ? {} : { otp_code: otpCode };
    const { data } = await dashboardClient().request<{ data: { id: string } }>({
      method: 'POST',
      url: '/sessions',
      body: { data: { type: 'password_reset', attributes: { ...attributes, ...code } } },
    });
    return data.id;
  });
}

function useSessionMutation<Input>(open: (input: Input) => Promise<string>, onSignedIn?: () => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: open,
    onSuccess: (token) => {
      // What the last person saw is not for this one.
      queryClient.clear();
      startSession(token);
      onSignedIn?.();
    },
  });
}

async function openSession({ email, password, otpCode }: Credentials): Promise<string> {
  const code = otpCode === undefined ? {} : { otp_code: otpCode };
  const { data } = await dashboardClient().session.rawCreate({
    data: { type: 'email_credentials', attributes: { email, password, ...code } },
  });
  return data.id;
}

function namesOf({ firstName, lastName }: NewAccount) {
  return { first_name: firstName || null, last_name: lastName || null };
}
