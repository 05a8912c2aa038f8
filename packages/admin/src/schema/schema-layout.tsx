import { type ReactNode, useState } from 'react';
import { Input, SearchField, useFilter } from 'react-aria-components';
import { AreaLayout } from '#frame/area-layout.tsx';
import { useProject } from '#project/project-context.ts';
import { type Model, useModels } from '#project/use-models.ts';
import { SideList } from '#ui/side-list.tsx';
import { Skeleton } from '#ui/states.tsx';
import { words } from '#words/words.ts';
import styles from './schema-layout.module.css';

/** Models and blocks, found by a few letters of the name or the API key. */
export function SchemaLayout({ modelId, children }: { modelId: string | undefined; children: ReactNode }) {
  const { path } = useProject();
  const models = useModels();
  const [typed, setTyped] = useState('');
  const { contains } = useFilter({ sensitivity: 'base' });
  const found = (models.data ?? []).filter(
    ({ name, api_key: key }) => contains(name, typed) || contains(key, typed),
  );
  const toLink = (model: Model) => ({
    id: model.id,
    title: model.name,
    href: path(modelRoute(model)),
    isCurrent: model.id === modelId,
    detail: model.fields.length,
  });
  const [blocks, others] = [found.filter(isBlock), found.filter((model) => !isBlock(model))];
  return (
    <AreaLayout
      title={words.schema.title}
      sidebar={
        <>
          <SearchField
            aria-label={words.schema.filter}
            value={typed}
            onChange={setTyped}
            className={styles.search ?? ''}
          >
            <Input placeholder={words.schema.filter} className={styles.input ?? ''} />
          </SearchField>
          {models.isPending && <Skeleton />}
          {others.length > 0 && <SideList title={words.schema.models} links={others.map(toLink)} />}
          {blocks.length > 0 && <SideList title={words.schema.blocks} links={blocks.map(toLink)} />}
          {typed !== '' && found.length === 0 && <p className={styles.none}>{words.schema.noneFound}</p>}
        </>
      }
    >
      {children}
    </AreaLayout>
  );
}

/** Blocks have addresses of their own. */
export function modelRoute(model: Model): string {
  return `schema/${isBlock(model) ? 'blocks_library' : 'item_types'}/${model.id}`;
}

function isBlock(model: Model): boolean {
  return model.modular_block;
}
