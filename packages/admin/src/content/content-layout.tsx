import type { ReactNode } from 'react';
import { AreaLayout } from '#frame/area-layout.tsx';
import { useProject } from '#project/project-context.ts';
import { useModels } from '#project/use-models.ts';
import { SideList } from '#ui/side-list.tsx';
import { Skeleton } from '#ui/states.tsx';
import { words } from '#words/words.ts';

/** The models whose records can be looked at. */
export function ContentLayout({ modelId, children }: { modelId: string | undefined; children: ReactNode }) {
  const { path } = useProject();
  const models = useModels();
  const links = (models.data ?? [])
    .filter((model) => !model.modular_block)
    .map((model) => ({
      id: model.id,
      title: model.name,
      href: path(`editor/item_types/${model.id}/items`),
      isCurrent: model.id === modelId,
    }));
  return (
    <AreaLayout
      title={words.content.title}
      sidebar={
        <>
          {models.isPending && <Skeleton />}
          {links.length > 0 && <SideList title={words.content.models} links={links} />}
        </>
      }
    >
      {children}
    </AreaLayout>
  );
}
