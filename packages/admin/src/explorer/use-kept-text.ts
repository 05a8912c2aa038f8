import { useEffect, useState } from 'react';

/** Text that is still there after a reload. What was never changed is not kept, so that a better first text can
 *  take its place when the project has grown. */
export function useKeptText(key: string, first: string): [string, (text: string) => void] {
  const [text, setText] = useState(() => localStorage.getItem(key) ?? first);
  useEffect(() => {
    if (text !== first) localStorage.setItem(key, text);
  }, [key, text, first]);
  return [text, setText];
}
