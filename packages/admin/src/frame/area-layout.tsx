import { PanelLeftClose, PanelLeftOpen } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { IconButton } from '#ui/button.tsx';
import { words } from '#words/words.ts';
import styles from './area-layout.module.css';

interface AreaLayoutProps {
  title: string;
  sidebar: ReactNode;
  children: ReactNode;
}

const STORED_AS = 'recto.sidebar';
/** As in the style sheet: below it the sidebar stands above the main column, and would push it out of sight. */
const NARROW = '(max-width: 780px)';

/** The sidebar of an area and its main column. The sidebar collapses, and remembers it. */
export function AreaLayout({ title, sidebar, children }: AreaLayoutProps) {
  const [isCollapsed, setIsCollapsed] = useState(startsCollapsed);

  function toggle() {
    if (!window.matchMedia(NARROW).matches)
      localStorage.setItem(STORED_AS, isCollapsed ? 'open' : 'collapsed');
    setIsCollapsed(!isCollapsed);
  }

  return (
    <div className={styles.layout} data-collapsed={isCollapsed || undefined}>
      <aside className={styles.sidebar} aria-label={title}>
        <div className={styles.head}>
          <span className={styles.title}>{title}</span>
          <IconButton
            aria-label={isCollapsed ? words.frame.expandSidebar : words.frame.collapseSidebar}
            aria-expanded={!isCollapsed}
            onPress={toggle}
          >
            {isCollapsed ? <PanelLeftOpen size={16} aria-hidden /> : <PanelLeftClose size={16} aria-hidden />}
          </IconButton>
        </div>
        {!isCollapsed && <div className={styles.body}>{sidebar}</div>}
      </aside>
      <main id="main" className={styles.main} tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}

function startsCollapsed(): boolean {
  return window.matchMedia(NARROW).matches || localStorage.getItem(STORED_AS) === 'collapsed';
}
