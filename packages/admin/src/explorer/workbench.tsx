import { buildClientSchema, parse, print } from 'graphql';
import { Play, WandSparkles } from 'lucide-react';
import { useMemo, useState } from 'react';
import { announce } from '#frame/announcements.ts';
import type { Introspection } from '#project/introspection.ts';
import { Button } from '#ui/button.tsx';
import { words } from '#words/words.ts';
import { CodeEditor } from './code-editor.tsx';
import { graphqlLanguage, jsonLanguage } from './code-languages.ts';
import { ResultPane } from './result-pane.tsx';
import { SchemaPane } from './schema-pane.tsx';
import { type ExplorerAccess, useExplorerRun } from './use-explorer-run.ts';
import { useKeptText } from './use-kept-text.ts';
import styles from './workbench.module.css';

interface WorkbenchProps {
  projectId: string;
  introspection: Introspection;
  firstQuery: string;
  access: ExplorerAccess;
}

/** Query and variables on the left, the answer beside them, the schema on the right. */
export function Workbench({ projectId, introspection, firstQuery, access }: WorkbenchProps) {
  const schema = useMemo(() => buildClientSchema(introspection), [introspection]);
  const [query, setQuery] = useKeptText(
    `recto.explorer.query.${projectId}`,
    `# ${words.explorer.startComment}\n${firstQuery}\n`,
  );
  const [variables, setVariables] = useState('{}');
  const run = useExplorerRun(access);
  const graphql = useMemo(() => graphqlLanguage(schema), [schema]);
  const json = useMemo(() => jsonLanguage(), []);
  const start = () => void run.start(query, variables);

  function prettify() {
    try {
      setQuery(withComments(query));
    } catch (error) {
      // The editor marks where the query cannot be read.
      if (error instanceof Error) announce(error.message);
    }
  }

  return (
    <div className={styles.workbench}>
      <section className={styles.pane} aria-label={words.explorer.query}>
        <header className={styles.bar}>
          <h2 className={styles.title}>{words.explorer.query}</h2>
          <Button look="quiet" onPress={prettify}>
            <WandSparkles size={14} aria-hidden />
            {words.explorer.prettify}
          </Button>
          <Button look="primary" onPress={start} isPending={run.isRunning}>
            <Play size={14} aria-hidden />
            {words.explorer.run}
          </Button>
        </header>
        <CodeEditor
          label={words.explorer.query}
          language={graphql}
          value={query}
          onChange={setQuery}
          onRun={start}
        />
        <h2 className={styles.subtitle}>{words.explorer.variables}</h2>
        <div className={styles.variables}>
          <CodeEditor
            label={words.explorer.variables}
            language={json}
            value={variables}
            onChange={setVariables}
            onRun={start}
          />
        </div>
      </section>
      <ResultPane run={run} language={json} />
      <SchemaPane schema={schema} />
    </div>
  );
}

/** Printing forgets comments: those above the query are kept. */
function withComments(query: string): string {
  const comments = query.match(/^(?:[ \t]*(?:#[^\n]*)?\n)*/)?.[0].trim() ?? '';
  return `${comments}${comments === '' ? '' : '\n'}${print(parse(query))}\n`;
}
