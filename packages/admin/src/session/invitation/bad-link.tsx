import { Entrance } from '#session/entrance.tsx';
import { ButtonLink } from '#ui/button.tsx';
import { words } from '#words/words.ts';

/** A link from a mail that leads nowhere: why, and what to do about it. */
export function BadLink({ title, detail }: { title: string; detail: string }) {
  return (
    <Entrance title={title} lead={detail}>
      <ButtonLink href="/">{words.entrance.toProjects}</ButtonLink>
    </Entrance>
  );
}
