import { type ReactNode, useEffect } from 'react';
import { Brand } from '#frame/brand.tsx';
import { words } from '#words/words.ts';
import styles from './entrance.module.css';

interface EntranceProps {
  title: string;
  lead?: string;
  children: ReactNode;
}

/** The page in front of the door: one narrow column, nothing else. */
export function Entrance({ title, lead, children }: EntranceProps) {
  useEffect(() => {
    document.title = words.frame.documentTitle(title);
  }, [title]);
  return (
    <main className={styles.entrance}>
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
