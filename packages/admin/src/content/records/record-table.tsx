import { Link } from 'react-aria-components';
import { titleOf } from '#content/record-title.ts';
import { StatusMark } from '#content/status-mark.tsx';
import { useProject } from '#project/project-context.ts';
import type { Field, Model } from '#project/use-models.ts';
import table from '#ui/table.module.css';
import { words } from '#words/words.ts';
import styles from './record-table.module.css';
import type { RecordEntity } from './use-records.ts';

interface RecordTableProps {
  model: Model;
  fields: readonly Field[];
  records: readonly RecordEntity[];
}

export function RecordTable({ model, fields, records }: RecordTableProps) {
  const { path } = useProject();
  return (
    <div className={table.scroller}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{words.content.record}</th>
            <th scope="col">{words.content.status}</th>
            <th scope="col">{words.content.updated}</th>
          </tr>
        </thead>
        <tbody>
          {records.map((record) => (
            <tr key={record.id}>
              <td className={styles.record}>
                <Link
                  href={path(`editor/item_types/${model.id}/items/${record.id}/edit`)}
                  className={styles.link ?? ''}
                >
                  {titleOf(record, model, fields)}
                </Link>
              </td>
              <td>
                <StatusMark status={record.meta.status} />
              </td>
              <td className={styles.when}>
                <time dateTime={record.meta.updated_at}>
                  {new Date(record.meta.updated_at).toLocaleString(undefined, {
                    dateStyle: 'medium',
                    timeStyle: 'short',
                  })}
                </time>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
