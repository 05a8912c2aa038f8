import type { ReactNode } from 'react';
import { Brand } from '#frame/brand.tsx';
import { useArrival } from '#ui/use-arrival.ts';
import styles from './entrance.module.css';

interface EntranceProps {
  title: string;
  lead?: string;
  children: ReactNode;
}

/** The page in front of the door: one narrow column, nothing else. */
export function Entrance({ title, lead, children }: EntranceProps) {
  useArrival(title);
  return (
    <main id="main" tabIndex={-1} className={styles.entrance}>
      <div className={styles.column}>
        <Brand />
        <div>
          <h1 className={styles.title}>{title}</h1>
          {lead !== undefined && <p className={styles.lead}>{lead}</p>}
        </div>
        {children}
      </div>
    </main>
  );
}
