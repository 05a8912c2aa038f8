import { AreaLayout } from '#frame/area-layout.tsx';
import { useProject } from '#project/project-context.ts';
import { ProjectSnippet } from '#project/project-snippet.tsx';
import { uploadSnippet } from '#project/snippets.ts';
import { Page } from '#ui/page.tsx';
import { SideList } from '#ui/side-list.tsx';
import { EmptyState, ErrorState, Skeleton } from '#ui/states.tsx';
import { words } from '#words/words.ts';
import { AssetGrid } from './asset-grid.tsx';
import { useAssets } from './use-assets.ts';

export function AssetsScreen() {
  const { path } = useProject();
  const assets = useAssets();
  const all = { id: 'all', title: words.media.all, href: path('media/assets'), isCurrent: true };
  const snippet = <ProjectSnippet title={words.media.uploadSnippet} code={uploadSnippet} />;
  return (
    <AreaLayout
      title={words.media.title}
      sidebar={<SideList title={words.media.collections} links={[all]} />}
    >
      <Page title={words.media.title} lead={words.media.lead}>
        {assets.isPending && <Skeleton />}
        {assets.isError && <ErrorState error={assets.error} onRetry={() => void assets.refetch()} />}
        {assets.data?.total === 0 && (
          <EmptyState title={words.media.empty}>
            <p>{words.media.emptyDetail}</p>
            {snippet}
          </EmptyState>
        )}
        {assets.data !== undefined && assets.data.total > 0 && (
          <>
            <AssetGrid assets={assets.data.assets} />
            <p>{words.media.count(assets.data.total)}</p>
            {snippet}
          </>
        )}
      </Page>
    </AreaLayout>
  );
}
