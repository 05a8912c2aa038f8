import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { announce } from '#frame/announcements.ts';
import { words } from '#words/words.ts';
import { IconButton } from './button.tsx';

/** Long enough to be seen, short enough not to be taken for the state of the thing. */
const SHOWN_FOR_MS = 1_600;

export function CopyButton({ text, label }: { text: string; label: string }) {
  const [isCopied, setIsCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setIsCopied(false), SHOWN_FOR_MS);
    return () => clearTimeout(timer);
  }, [isCopied]);

  async function copy() {
    await copyText(text);
    setIsCopied(true);
    announce(words.ui.copied(label));
  }

  return (
    <IconButton aria-label={words.ui.copy(label)} onPress={() => void copy()}>
      {isCopied ? <Check size={15} aria-hidden /> : <Copy size={15} aria-hidden />}
    </IconButton>
  );
}

/** The clipboard of `navigator` exists only over HTTPS and on localhost; a server in one's own network often has
 *  neither, and there the old command still works. */
async function copyText(text: string): Promise<void> {
  if (navigator.clipboard !== undefined) return navigator.clipboard.writeText(text);
  const area = document.createElement('textarea');
  area.value = text;
  document.body.append(area);
  area.select();
  document.execCommand('copy');
  area.remove();
}
