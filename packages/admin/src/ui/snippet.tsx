import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { CopyButton } from './copy-button.tsx';
import { highlightCode } from './highlight-code.ts';
import { coverSecret } from './secret.tsx';
import styles from './snippet.module.css';

interface Variant {
  id: string;
  title: string;
  code: string;
}

interface SnippetProps {
  title: string;
  code: string;
  /** Covered in what is shown, whole in what is copied. */
  secret?: string;
}

/** Code to take along, ready to run. */
export function Snippet({ title, code, secret }: SnippetProps) {
  return (
    <figure className={styles.snippet}>
      <figcaption className={styles.bar}>
        <span className={styles.title}>{title}</span>
        <CopyButton text={code} label={title} />
      </figcaption>
      <CodeBlock code={coverSecret(code, secret)} label={title} />
    </figure>
  );
}

interface SnippetTabsProps {
  label: string;
  variants: readonly Variant[];
  secret?: string;
}

/** The same thing in several languages. */
export function SnippetTabs({ label, variants, secret }: SnippetTabsProps) {
  return (
    <Tabs className={styles.snippet ?? ''}>
      <div className={styles.bar}>
        <TabList aria-label={label} items={variants} className={styles.tabs ?? ''}>
          {(variant) => <Tab className={styles.tab ?? ''}>{variant.title}</Tab>}
        </TabList>
      </div>
      {variants.map((variant) => (
        <TabPanel key={variant.id} id={variant.id} className={styles.panel ?? ''}>
          <div className={styles.corner}>
            <CopyButton text={variant.code} label={variant.title} />
          </div>
          <CodeBlock code={coverSecret(variant.code, secret)} label={variant.title} />
        </TabPanel>
      ))}
    </Tabs>
  );
}

function CodeBlock({ code, label }: { code: string; label: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by key
    <section className={styles.code} tabIndex={0} aria-label={label}>
      <pre>
        <code>
          {highlightCode(code).map(({ text, kind, start }) => (
            <span key={start} className={kind === 'plain' ? undefined : styles[kind]}>
              {text}
            </span>
          ))}
        </code>
      </pre>
    </section>
  );
}
