import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { CopyButton } from './copy-button.tsx';
import { highlightCode } from './highlight-code.ts';
import styles from './snippet.module.css';

export interface Variant {
  id: string;
  title: string;
  code: string;
}

/** Code to take along, in one language or several. What is copied is exactly what is shown, unless the secret in
 *  it is covered: then it is copied with the secret. */
export function Snippet({ title, code, copied = code }: { title: string; code: string; copied?: string }) {
  return (
    <figure className={styles.snippet}>
      <figcaption className={styles.bar}>
        <span className={styles.title}>{title}</span>
        <CopyButton text={copied} label={title} />
      </figcaption>
      <CodeBlock code={code} label={title} />
    </figure>
  );
}

export function SnippetTabs({ label, variants }: { label: string; variants: readonly Variant[] }) {
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
          <CodeBlock code={variant.code} label={variant.title} />
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
