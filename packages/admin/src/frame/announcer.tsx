import { useEffect } from 'react';
import { dismissAnnouncement, useAnnouncement } from './announcements.ts';
import styles from './announcer.module.css';

const SHOWN_FOR_MS = 4_000;

/** The live region. It is always there: one that appears together with its text is often not read. */
export function Announcer() {
  const announcement = useAnnouncement();
  const id = announcement?.id;
  useEffect(() => {
    if (id === undefined) return;
    const timer = setTimeout(() => dismissAnnouncement(id), SHOWN_FOR_MS);
    return () => clearTimeout(timer);
  }, [id]);
  return (
    // The dialogs' library hides everything else from screen readers while one is open, except this.
    <div className={styles.region} role="status" aria-live="polite" data-live-announcer="true">
      {announcement !== null && (
        <p className={announcement.isOnlySaid ? 'visually-hidden' : styles.message}>{announcement.message}</p>
      )}
    </div>
  );
}
