import { words } from '#words/words.ts';
import { formatAmount, formatDay, formatMonth, MEASURES, type Measure, totalOf } from './measures.ts';
import styles from './usage.module.css';
import type { DailyUsage } from './use-usage.ts';

interface UsageChartProps {
  days: readonly DailyUsage[];
  month: string;
  measure: Measure;
}

/** One bar a day, of what each part of the product answered. The table below tells the same in figures. */
export function UsageChart({ days, month, measure }: UsageChartProps) {
  const most = Math.max(1, ...days.map((day) => totalOf(day, measure)));
  const total = days.reduce((sum, day) => sum + totalOf(day, measure), 0);
  const label = words.usage.chart(words.usage[measure], formatMonth(month), formatAmount(total, measure));
  return (
    <figure className={styles.figure}>
      <span className={styles.most} aria-hidden>
        {words.usage.most(formatAmount(most, measure))}
      </span>
      <div className={styles.chart} role="img" aria-label={label}>
        {days.map((day) => (
          <div
            key={day.date}
            className={styles.day}
            title={words.usage.onDay(formatDay(day.date), formatAmount(totalOf(day, measure), measure))}
          >
            {MEASURES[measure].map(({ kind, of }) => (
              <div
                key={kind}
                className={styles.bar}
                data-kind={kind}
                style={{ height: `${(100 * of(day)) / most}%` }}
              />
            ))}
          </div>
        ))}
      </div>
      <div className={styles.axis} aria-hidden>
        <span>{formatDay(days[0]?.date ?? `${month}-01`)}</span>
        <span>{formatDay(days.at(-1)?.date ?? `${month}-01`)}</span>
      </div>
      <figcaption className={styles.legend}>
        {MEASURES[measure].map(({ kind, of }) => (
          <span key={kind} className={styles.key}>
            <span className={styles.swatch} data-kind={kind} aria-hidden />
            {words.usage.kinds[kind]}
            <strong>
              {formatAmount(
                days.reduce((sum, day) => sum + of(day), 0),
                measure,
              )}
            </strong>
          </span>
        ))}
      </figcaption>
    </figure>
  );
}
