import { useMutation, useQueryClient } from '@tanstack/react-query';
import { dashboardClient } from '#server/dashboard-client.ts';
import { startSession } from './session.ts';

interface Credentials {
  email: string;
  password: string;
}

interface Owner extends Credentials {
  firstName: string;
  lastName: string;
}

export function useSignIn() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: openSession,
    onSuccess: (token) => {
      // What the last person saw is not for this one.
      queryClient.clear();
      startSession(token);
    },
  });
}

/** Makes the first account and signs it in. */
export function useCreateOwner() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async ({ email, password, firstName, lastName }: Owner) => {
      await dashboardClient().account.create({
        email,
        password,
        first_name: firstName || null,
        last_name: lastName || null,
      });
      return openSession({ email, password });
    },
    onSuccess: (token) => {
      queryClient.clear();
      startSession(token);
    },
  });
}

async function openSession({ email, password }: Credentials): Promise<string> {
  const { data } = await dashboardClient().session.rawCreate({
    data: { type: 'email_credentials', attributes: { email, password } },
  });
  return data.id;
}
