import { useSnippetPlace } from '#project/use-snippet-place.ts';
import { SettingsLayout } from '#settings/settings-layout.tsx';
import { Page } from '#ui/page.tsx';
import { Snippet } from '#ui/snippet.tsx';
import { words } from '#words/words.ts';
import { type LaterSubject, laterSnippet } from './later-snippets.ts';

/** A screen that is not there yet says so, and what can be done meanwhile. */
export function LaterScreen({ subject }: { subject: LaterSubject }) {
  const place = useSnippetPlace('write');
  return (
    <SettingsLayout>
      <Page title={words.settings[subject]} lead={words.settings.laterLead}>
        <Snippet title={words.later[subject]} code={laterSnippet(place, subject)} />
      </Page>
    </SettingsLayout>
  );
}
