import { Link } from 'react-aria-components';
import { firstQuery, SITE_QUERY } from '#project/first-query.ts';
import { useProject } from '#project/project-context.ts';
import { WriteTokenHint } from '#project/project-snippet.tsx';
import { manageSnippets, readSnippets } from '#project/snippets.ts';
import { useIntrospection } from '#project/use-introspection.ts';
import { useSnippetPlace } from '#project/use-snippet-place.ts';
import { ENDPOINTS } from '#server/endpoints.ts';
import { SettingsLayout } from '#settings/settings-layout.tsx';
import { ButtonLink } from '#ui/button.tsx';
import { CopyButton } from '#ui/copy-button.tsx';
import { Page, Section } from '#ui/page.tsx';
import { Secret } from '#ui/secret.tsx';
import { SnippetTabs } from '#ui/snippet.tsx';
import { words } from '#words/words.ts';
import styles from './connect-screen.module.css';

/** How a website or a script reaches this project, ready to copy. */
export function ConnectScreen() {
  const { path, environment } = useProject();
  const reading = useSnippetPlace('read');
  const writing = useSnippetPlace('write');
  const schema = useIntrospection(reading.secret ?? null, environment);
  const query = schema.data === undefined ? SITE_QUERY : firstQuery(schema.data);
  return (
    <SettingsLayout>
      <Page
        title={words.connect.title}
        lead={words.connect.lead}
        actions={<ButtonLink href={path('cda-explorer')}>{words.connect.openExplorer}</ButtonLink>}
      >
        <Section title={words.connect.endpoints}>
          <dl className={styles.facts}>
            <Address name={words.connect.graphql} value={ENDPOINTS.graphql} />
            <Address name={words.connect.cma} value={ENDPOINTS.siteApi} />
            <Token name={words.connect.readToken} value={reading.secret} />
            <Token name={words.connect.writeToken} value={writing.secret} />
          </dl>
          <p className={styles.note}>
            {words.connect.tokenLead}{' '}
            <Link href={path('project_settings/access_tokens')}>{words.connect.manageTokens}</Link>
          </p>
        </Section>
        <Section title={words.connect.read}>
          <SnippetTabs
            label={words.connect.variants}
            variants={readSnippets(reading, query)}
            secret={reading.secret}
          />
        </Section>
        <Section title={words.connect.write}>
          <SnippetTabs
            label={words.connect.variants}
            variants={manageSnippets(writing)}
            secret={writing.secret}
          />
          {writing.secret === undefined && <WriteTokenHint />}
        </Section>
      </Page>
    </SettingsLayout>
  );
}

function Address({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <code>{value}</code> <CopyButton text={value} label={name} />
      </dd>
    </div>
  );
}

function Token({ name, value }: { name: string; value: string | undefined }) {
  const { path } = useProject();
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {value === undefined ? (
          <Link href={path('project_settings/access_tokens?new')}>{words.connect.createToken}</Link>
        ) : (
          <Secret value={value} label={name} />
        )}
      </dd>
    </div>
  );
}
