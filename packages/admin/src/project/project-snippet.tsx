import { Link } from 'react-aria-components';
import { Notice } from '#ui/notice.tsx';
import { Snippet } from '#ui/snippet.tsx';
import { words } from '#words/words.ts';
import { useProject } from './project-context.ts';
import type { SnippetPlace } from './snippets.ts';
import { useSnippetPlace } from './use-snippet-place.ts';

interface ProjectSnippetProps {
  title: string;
  code(place: SnippetPlace): string;
}

/** A script that writes to this project, and what it still needs. */
export function ProjectSnippet({ title, code }: ProjectSnippetProps) {
  const place = useSnippetPlace('write');
  return (
    <>
      <Snippet title={title} code={code(place)} secret={place.secret} />
      {place.secret === undefined && <WriteTokenHint />}
    </>
  );
}

/** A new project has a token that reads, and none that writes. */
export function WriteTokenHint() {
  const { path } = useProject();
  return (
    <Notice>
      <p>
        {words.connect.needsToken}{' '}
        <Link href={path('project_settings/access_tokens?new')}>{words.connect.createToken}</Link>
      </p>
    </Notice>
  );
}
