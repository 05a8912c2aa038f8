import type { ReactNode } from 'react';
import { Link } from 'react-aria-components';
import styles from './side-list.module.css';

export interface SideLink {
  id: string;
  title: string;
  href: string;
  isCurrent: boolean;
  detail?: ReactNode;
}

/** A named group of places in a sidebar. */
export function SideList({ title, links }: { title?: string; links: readonly SideLink[] }) {
  return (
    <nav aria-label={title}>
      {title !== undefined && <h2 className={styles.title}>{title}</h2>}
      <ul>
        {links.map((link) => (
          <li key={link.id}>
            <Link
              href={link.href}
              className={styles.link ?? ''}
              aria-current={link.isCurrent ? 'page' : undefined}
            >
              <span className={styles.name}>{link.title}</span>
              {link.detail !== undefined && <span className={styles.detail}>{link.detail}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
