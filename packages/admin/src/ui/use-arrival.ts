import { useEffect } from 'react';
import { useNavigationType } from 'react-router';
import { words } from '#words/words.ts';

/** A new screen says its name. When the link that led here is gone, the focus goes to the new main column, so that
 *  the next Tab does not begin at the top of the page again. */
export function useArrival(title: string): void {
  const isFollowed = useNavigationType() !== 'POP';
  useEffect(() => {
    document.title = words.frame.documentTitle(title);
  }, [title]);
  useEffect(() => {
    if (!isFollowed || document.activeElement !== document.body) return;
    document.getElementById('main')?.focus({ preventScroll: true });
  }, [isFollowed]);
}
