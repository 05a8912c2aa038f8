import { useState } from 'react';
import { Section } from '#ui/page.tsx';
import { Select } from '#ui/select.tsx';
import { ErrorState, Skeleton } from '#ui/states.tsx';
import table from '#ui/table.module.css';
import { words } from '#words/words.ts';
import { formatAmount } from './measures.ts';
import styles from './usage.module.css';
import { type Period, type Report, useBreakdown, useCallerNames } from './use-usage.ts';

export function Breakdown() {
  const [report, setReport] = useState<Report>('cda_access_token_id_requests');
  const [period, setPeriod] = useState<Period>('current_month');
  const breakdown = useBreakdown(report, period);
  return (
    <Section title={words.usage.breakdown} lead={words.usage.breakdownLead}>
      <div className={styles.choices}>
        <Select
          label={words.usage.report}
          choices={Object.entries(words.usage.reports).map(([id, label]) => ({ id, label }))}
          value={report}
          onChange={(id) => setReport(id as Report)}
        />
        <Select
          label={words.usage.period}
          choices={Object.entries(words.usage.periods).map(([id, label]) => ({ id, label }))}
          value={period}
          onChange={(id) => setPeriod(id as Period)}
        />
      </div>
      {breakdown.isPending && <Skeleton />}
      {breakdown.isError && <ErrorState error={breakdown.error} onRetry={() => void breakdown.refetch()} />}
      {breakdown.data?.length === 0 && (
        <p>{report.includes('_ip_') ? words.usage.noAddresses : words.usage.noValues}</p>
      )}
      {breakdown.data !== undefined && breakdown.data.length > 0 && (
        <BreakdownTable report={report} values={breakdown.data} />
      )}
    </Section>
  );
}

interface BreakdownTableProps {
  report: Report;
  values: readonly { value: string; counter: number }[];
}

function BreakdownTable({ report, values }: BreakdownTableProps) {
  const names = useCallerNames();
  const measure = report.endsWith('_bytes') ? 'traffic' : 'requests';
  const isAboutCallers = /_(access_token_id|user)_/.test(report);
  return (
    <div className={table.scroller}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{words.usage.value}</th>
            <th scope="col" className={styles.number}>
              {words.usage[measure]}
            </th>
          </tr>
        </thead>
        <tbody>
          {values.map(({ value, counter }) => (
            <tr key={value}>
              <td className={styles.value}>
                {isAboutCallers ? (names.data?.get(value) ?? `${words.usage.unknown} (${value})`) : value}
              </td>
              <td className={styles.number}>{formatAmount(counter, measure)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
