import { useState } from 'react';
import { SettingsLayout } from '#settings/settings-layout.tsx';
import { Page, Section } from '#ui/page.tsx';
import { Select } from '#ui/select.tsx';
import { ErrorState, Skeleton } from '#ui/states.tsx';
import { words } from '#words/words.ts';
import { Breakdown } from './breakdown.tsx';
import { formatMonth, type Measure, monthsOf } from './measures.ts';
import styles from './usage.module.css';
import { UsageChart } from './usage-chart.tsx';
import { UsageTable } from './usage-table.tsx';
import { type DailyUsage, useDailyUsage } from './use-usage.ts';

export function UsageScreen() {
  const usage = useDailyUsage();
  return (
    <SettingsLayout>
      <Page title={words.usage.title} lead={words.usage.lead}>
        {usage.isPending && <Skeleton lines={6} />}
        {usage.isError && <ErrorState error={usage.error} onRetry={() => void usage.refetch()} />}
        {usage.data !== undefined && <Days usages={usage.data} />}
        <Breakdown />
      </Page>
    </SettingsLayout>
  );
}

function Days({ usages }: { usages: readonly DailyUsage[] }) {
  const months = monthsOf(usages);
  const [month, setMonth] = useState(months[0] ?? '');
  const [measure, setMeasure] = useState<Measure>('requests');
  const days = usages.filter(({ date }) => date.startsWith(month));
  return (
    <>
      <div className={styles.choices}>
        <Select
          label={words.usage.month}
          choices={months.map((id) => ({ id, label: formatMonth(id) }))}
          value={month}
          onChange={setMonth}
        />
        <Select
          label={words.usage.measure}
          choices={(['requests', 'traffic'] as const).map((id) => ({ id, label: words.usage[id] }))}
          value={measure}
          onChange={(id) => setMeasure(id as Measure)}
        />
      </div>
      <UsageChart days={days} month={month} measure={measure} />
      <Section title={words.usage.days}>
        <UsageTable days={days} measure={measure} />
      </Section>
    </>
  );
}
