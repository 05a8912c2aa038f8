import { firstQuery } from '#project/first-query.ts';
import { useProject } from '#project/project-context.ts';
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
  const { project, path, environment } = useProject();
  const reading = useSnippetPlace('read');
  const writing = useSnippetPlace('write');
  const schema = useIntrospection(project.readonly_token ?? project.readwrite_token ?? null, environment);
  const query =
    schema.data === undefined ? 'query {\n  _site {\n    locales\n  }\n}' : firstQuery(schema.data);
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
            <Token name={words.connect.readOnly} value={project.readonly_token ?? null} />
            <Token name={words.connect.fullAccess} value={project.readwrite_token ?? null} />
          </dl>
          <p className={styles.note}>
            {words.connect.tokenLead}{' '}
            <ButtonLink look="quiet" href={path('project_settings/access_tokens')}>
              {words.connect.manageTokens}
            </ButtonLink>
          </p>
        </Section>
        <Section title={words.connect.read}>
          <SnippetTabs label={words.connect.variants} variants={readSnippets(reading, query)} />
        </Section>
        <Section title={words.connect.write}>
          <SnippetTabs label={words.connect.variants} variants={manageSnippets(writing)} />
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

function Token({ name, value }: { name: string; value: string | null }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value === null ? words.connect.noToken : <Secret value={value} label={name} />}</dd>
    </div>
  );
}
