import { useParams } from 'react-router';
import { ContentLayout } from '#content/content-layout.tsx';
import { titleOf } from '#content/record-title.ts';
import { StatusMark } from '#content/status-mark.tsx';
import { type Field, useFields, useModels } from '#project/use-models.ts';
import { Page } from '#ui/page.tsx';
import { ErrorState, Skeleton } from '#ui/states.tsx';
import { words } from '#words/words.ts';
import styles from './record-screen.module.css';
import { useRecord } from './use-record.ts';

/** One record to read, field by field, as the API has it. */
export function RecordScreen() {
  const { modelId = '', itemId = '' } = useParams();
  const models = useModels();
  const fields = useFields(modelId);
  const record = useRecord(itemId);
  const model = models.data?.find(({ id }) => id === modelId);
  const failed = [models, fields, record].find((query) => query.isError);
  const isReady = model !== undefined && fields.data !== undefined && record.data !== undefined;
  return (
    <ContentLayout modelId={modelId}>
      <Page
        title={isReady ? titleOf(record.data, model, fields.data) : words.content.record}
        lead={isReady ? <StatusMark status={record.data.meta.status} /> : undefined}
      >
        {failed !== undefined && <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />}
        {failed === undefined && !isReady && <Skeleton lines={8} />}
        {isReady && (
          <dl className={styles.fields}>
            {fields.data.map((field) => (
              <FieldValue key={field.id} field={field} value={record.data.attributes[field.api_key]} />
            ))}
          </dl>
        )}
      </Page>
    </ContentLayout>
  );
}

function FieldValue({ field, value }: { field: Field; value: unknown }) {
  return (
    <div id={`fieldPath=${field.api_key}`}>
      <dt>
        {field.label} <code>{field.api_key}</code>
      </dt>
      <dd>
        {value === null || value === undefined || value === '' ? (
          <span className={styles.none}>{words.content.noValue}</span>
        ) : typeof value === 'object' ? (
          <pre className={styles.json}>{JSON.stringify(value, null, 2)}</pre>
        ) : (
          String(value)
        )}
      </dd>
    </div>
  );
}
