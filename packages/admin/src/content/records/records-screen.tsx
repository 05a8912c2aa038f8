import { Navigate, useParams } from 'react-router';
import { ContentLayout } from '#content/content-layout.tsx';
import { useProject } from '#project/project-context.ts';
import { ProjectSnippet } from '#project/project-snippet.tsx';
import { createModelSnippet, createRecordSnippet } from '#project/snippets.ts';
import { type Field, type Model, useFields, useModels } from '#project/use-models.ts';
import { Page } from '#ui/page.tsx';
import { EmptyState, ErrorState, Skeleton } from '#ui/states.tsx';
import { words } from '#words/words.ts';
import { RecordTable } from './record-table.tsx';
import { SHOWN_RECORDS, useRecords } from './use-records.ts';

/** The newest records of a model. */
export function RecordsScreen() {
  const { modelId } = useParams();
  const { path } = useProject();
  const models = useModels();
  const choices = models.data?.filter((model) => !model.modular_block);
  const model = choices?.find(({ id }) => id === modelId);
  const first = choices?.[0];
  if (modelId === undefined && first !== undefined)
    return <Navigate to={path(`editor/item_types/${first.id}/items`)} replace />;
  return (
    <ContentLayout modelId={modelId}>
      {model !== undefined && <ModelRecords key={model.id} model={model} />}
      {model === undefined && (
        <Page title={words.content.title}>
          {models.isPending && <Skeleton />}
          {models.isError && <ErrorState error={models.error} onRetry={() => void models.refetch()} />}
          {choices?.length === 0 && <NoModels />}
          {first !== undefined && <EmptyState title={words.frame.notFound} />}
        </Page>
      )}
    </ContentLayout>
  );
}

function ModelRecords({ model }: { model: Model }) {
  const fields = useFields(model.id);
  const records = useRecords(model.id);
  const failed = [fields, records].find((query) => query.isError);
  const isReady = fields.data !== undefined && records.data !== undefined;
  return (
    <Page title={words.content.recordsTitle(model.name)} lead={words.content.lead}>
      {failed !== undefined && <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />}
      {failed === undefined && !isReady && <Skeleton lines={8} />}
      {isReady && records.data.total > 0 && (
        <>
          <RecordTable model={model} fields={fields.data} records={records.data.records} />
          <p role="status">
            {words.content.records(records.data.total)}
            {records.data.total > SHOWN_RECORDS && ` · ${words.content.newest(SHOWN_RECORDS)}`}
          </p>
        </>
      )}
      {isReady && records.data.total === 0 && <NoRecords model={model} fields={fields.data} />}
    </Page>
  );
}

function NoRecords({ model, fields }: { model: Model; fields: readonly Field[] }) {
  return (
    <EmptyState title={words.content.noRecords}>
      <p>{words.content.noRecordsDetail}</p>
      <ProjectSnippet
        title={words.content.writeSnippet}
        code={(place) => createRecordSnippet(place, model, fields)}
      />
    </EmptyState>
  );
}

function NoModels() {
  return (
    <EmptyState title={words.content.noModels}>
      <p>{words.content.noModelsDetail}</p>
      <ProjectSnippet title={words.schema.createSnippet} code={createModelSnippet} />
    </EmptyState>
  );
}
