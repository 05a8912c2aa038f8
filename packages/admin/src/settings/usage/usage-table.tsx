import table from '#ui/table.module.css';
import { words } from '#words/words.ts';
import { formatAmount, formatDay, MEASURES, type Measure, totalOf } from './measures.ts';
import styles from './usage.module.css';
import type { DailyUsage } from './use-usage.ts';

/** The days on which something was asked, the newest first. */
export function UsageTable({ days, measure }: { days: readonly DailyUsage[]; measure: Measure }) {
  const busy = days.filter((day) => totalOf(day, measure) > 0).reverse();
  if (busy.length === 0) return <p>{words.usage.quiet}</p>;
  return (
    <div className={table.scroller}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{words.usage.day}</th>
            {MEASURES[measure].map(({ kind }) => (
              <th key={kind} scope="col" className={styles.number}>
                {words.usage.kinds[kind]}
              </th>
            ))}
            <th scope="col" className={styles.number}>
              {words.usage.total}
            </th>
          </tr>
        </thead>
        <tbody>
          {busy.map((day) => (
            <tr key={day.date}>
              <td>{formatDay(day.date)}</td>
              {MEASURES[measure].map(({ kind, of }) => (
                <td key={kind} className={styles.number}>
                  {formatAmount(of(day), measure)}
                </td>
              ))}
              <td className={styles.number}>{formatAmount(totalOf(day, measure), measure)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
