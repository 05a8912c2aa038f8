import { ProjectSnippet } from '#project/project-snippet.tsx';
import { SettingsLayout } from '#settings/settings-layout.tsx';
import { Page } from '#ui/page.tsx';
import { words } from '#words/words.ts';
import { type LaterSubject, laterSnippet } from './later-snippets.ts';

/** A screen that is not there yet says so, and what can be done meanwhile. */
export function LaterScreen({ subject }: { subject: LaterSubject }) {
  return (
    <SettingsLayout>
      <Page title={words.settings[subject]} lead={words.settings.laterLead}>
        <ProjectSnippet title={words.later[subject]} code={(place) => laterSnippet(place, subject)} />
      </Page>
    </SettingsLayout>
  );
}
