import { Search } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-aria-components';
import { useLocation } from 'react-router';
import { useProjectIfOpen } from '#project/project-context.ts';
import { words } from '#words/words.ts';
import { AccountMenu } from './account-menu.tsx';
import { AREAS, areaOf } from './areas.ts';
import { Brand } from './brand.tsx';
import { CommandPalette } from './command-palette.tsx';
import { EnvironmentChip } from './environment-chip.tsx';
import { ProjectSwitcher } from './project-switcher.tsx';
import styles from './top-bar.module.css';
import { useShortcut } from './use-shortcut.ts';

/** One line: where one is, where one can go, and who one is. */
export function TopBar() {
  const open = useProjectIfOpen();
  const [isSearching, setIsSearching] = useState(false);
  useShortcut('k', () => setIsSearching((was) => !was));
  return (
    <header className={styles.bar}>
      <a className={styles.skip} href="#main">
        {words.frame.skip}
      </a>
      <Link href="/" className={styles.home ?? ''} aria-label={words.frame.allProjects}>
        <Brand isMarkOnly={open !== null} />
      </Link>
      {open !== null && <ProjectSwitcher />}
      {open !== null && <Areas />}
      <div className={styles.end}>
        {open !== null && <EnvironmentChip />}
        <button type="button" className={styles.search} onClick={() => setIsSearching(true)}>
          <Search size={14} aria-hidden />
          <span>{words.frame.search}</span>
          <kbd>{isMac() ? '⌘K' : 'Ctrl K'}</kbd>
        </button>
        <AccountMenu />
      </div>
      <CommandPalette isOpen={isSearching} onClose={() => setIsSearching(false)} />
    </header>
  );
}

function Areas() {
  const open = useProjectIfOpen();
  const { pathname } = useLocation();
  const current = areaOf(pathname);
  const nav = useRef<HTMLElement>(null);
  // On a narrow screen the areas scroll sideways: the one that is open must be among those in sight.
  useEffect(() => {
    if (current !== null) nav.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <nav ref={nav} className={styles.areas} aria-label={words.frame.areas}>
      {AREAS.map(({ id, title, route }) => (
        <Link
          key={id}
          href={open?.path(route) ?? '/'}
          className={styles.area ?? ''}
          aria-current={id === current ? 'page' : undefined}
        >
          {title}
        </Link>
      ))}
    </nav>
  );
}

function isMac(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.userAgent);
}
