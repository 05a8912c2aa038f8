import { Navigate, useParams } from 'react-router';
import { useProject } from '#project/project-context.ts';
import { ProjectSnippet } from '#project/project-snippet.tsx';
import { addFieldSnippet, createModelSnippet } from '#project/snippets.ts';
import { type Model, useFields, useModels } from '#project/use-models.ts';
import { modelRoute, SchemaLayout } from '#schema/schema-layout.tsx';
import { Page } from '#ui/page.tsx';
import { EmptyState, ErrorState, Skeleton } from '#ui/states.tsx';
import { words } from '#words/words.ts';
import { FieldTable } from './field-table.tsx';
import styles from './model-screen.module.css';

/** A model or block and its fields. */
export function ModelScreen() {
  const { modelId } = useParams();
  const { path } = useProject();
  const models = useModels();
  const model = models.data?.find(({ id }) => id === modelId);
  const first = models.data?.find(({ modular_block: isBlock }) => !isBlock) ?? models.data?.[0];
  if (modelId === undefined && first !== undefined) return <Navigate to={path(modelRoute(first))} replace />;
  return (
    <SchemaLayout modelId={modelId}>
      {model !== undefined && <ModelFields key={model.id} model={model} />}
      {model === undefined && (
        <Page title={words.schema.title} lead={words.schema.lead}>
          {models.isPending && <Skeleton />}
          {models.isError && <ErrorState error={models.error} onRetry={() => void models.refetch()} />}
          {models.data?.length === 0 && <NoModels />}
          {first !== undefined && <EmptyState title={words.frame.notFound} />}
        </Page>
      )}
    </SchemaLayout>
  );
}

function ModelFields({ model }: { model: Model }) {
  const fields = useFields(model.id);
  return (
    <Page title={model.name} lead={<Facts model={model} />}>
      {fields.isPending && <Skeleton lines={8} />}
      {fields.isError && <ErrorState error={fields.error} onRetry={() => void fields.refetch()} />}
      {fields.data?.length === 0 && <EmptyState title={words.schema.noFields} />}
      {fields.data !== undefined && fields.data.length > 0 && <FieldTable fields={fields.data} />}
      <ProjectSnippet title={words.schema.addFieldSnippet} code={(place) => addFieldSnippet(place, model)} />
    </Page>
  );
}

function Facts({ model }: { model: Model }) {
  const facts = [
    model.modular_block && words.schema.block,
    model.singleton && words.schema.singleInstance,
    model.tree && words.schema.tree,
    model.sortable && words.schema.sortable,
    model.draft_mode_active && words.schema.draftMode,
  ].filter((fact) => fact !== false);
  return (
    <span className={styles.facts}>
      <code>{model.api_key}</code>
      {facts.map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
    </span>
  );
}

function NoModels() {
  return (
    <EmptyState title={words.schema.noModels}>
      <p>{words.schema.noModelsDetail}</p>
      <ProjectSnippet title={words.schema.createSnippet} code={createModelSnippet} />
    </EmptyState>
  );
}
