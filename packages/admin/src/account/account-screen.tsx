import { TopBar } from '#frame/top-bar.tsx';
import { useAccount } from '#session/use-account.ts';
import { Page, Section } from '#ui/page.tsx';
import { ErrorState, Skeleton } from '#ui/states.tsx';
import { words } from '#words/words.ts';
import type { Account } from './account.ts';
import styles from './account-screen.module.css';
import { EmailForm } from './email-form.tsx';
import { NameForm } from './name-form.tsx';
import { PasswordForm } from './password-form.tsx';
import { SecondFactor } from './second-factor.tsx';

export function AccountScreen() {
  const account = useAccount();
  return (
    <>
      <TopBar />
      <main id="main" tabIndex={-1} className={styles.main}>
        <Page title={words.account.title} lead={words.account.lead}>
          {account.isPending && <Skeleton lines={6} />}
          {account.isError && <ErrorState error={account.error} onRetry={() => void account.refetch()} />}
          {account.isSuccess && <AccountSections account={account.data} />}
        </Page>
      </main>
    </>
  );
}

function AccountSections({ account }: { account: Account }) {
  return (
    <div className={styles.sections}>
      <Section title={words.account.name} lead={words.account.nameLead}>
        <NameForm account={account} />
      </Section>
      <Section title={words.account.email} lead={words.account.emailLead}>
        <EmailForm account={account} />
      </Section>
      <Section title={words.account.password} lead={words.account.passwordLead}>
        <PasswordForm account={account} />
      </Section>
      <Section title={words.account.factor} lead={words.account.factorLead}>
        <SecondFactor account={account} />
      </Section>
    </div>
  );
}
