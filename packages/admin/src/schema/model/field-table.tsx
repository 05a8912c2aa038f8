import type { Field } from '#project/use-models.ts';
import table from '#ui/table.module.css';
import { words } from '#words/words.ts';
import { fieldGroupOf } from './field-groups.ts';
import styles from './model-screen.module.css';

export function FieldTable({ fields }: { fields: readonly Field[] }) {
  return (
    <div className={table.scroller}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{words.schema.field}</th>
            <th scope="col">{words.schema.apiKey}</th>
            <th scope="col">{words.schema.type}</th>
            <th scope="col">{words.schema.rules}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field.id} id={`f${field.id}`}>
              <td className={table.name}>{field.label}</td>
              <td>
                <code>{field.api_key}</code>
              </td>
              <td>
                <FieldType type={field.field_type} />
              </td>
              <td className={styles.rules}>{rulesOf(field)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function FieldType({ type }: { type: Field['field_type'] }) {
  const group = `--color--field-group-${fieldGroupOf(type)}`;
  return (
    <span
      className={styles.type}
      style={{ background: `var(${group}--surface)`, color: `var(${group}--ink)` }}
    >
      {words.fieldTypes[type]}
    </span>
  );
}

function rulesOf(field: Field): string {
  const rules = Object.keys(field.validators).map((rule) => words.rules[rule] ?? rule);
  return [...(field.localized ? [words.schema.localized.toLowerCase()] : []), ...rules].join(', ');
}
