import { buildClient } from '@datocms/cma-client-browser';
import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { MemoryRouter } from 'react-router';
import { type OpenProject, ProjectProvider } from '#project/project-context.ts';
import type { Project } from '#project/use-projects.ts';
import { createQueryClient } from '#server/query-client.ts';

/** What the server says to a request, by method and path. */
type Answers = Record<string, { status?: number; data: unknown; meta?: object }>;

/** Draws a part of a project's screens, with a client that gets its answers from the test. */
export function renderInProject(children: ReactNode, answers: Answers, address = '/p/field-notes') {
  const bodies: [request: string, body: unknown][] = [];
  const client = buildClient({
    apiToken: 'session',
    baseUrl: 'http://recto.test/site-api',
    autoRetry: false,
    fetchFn: async (url, init) => {
      const request = `${init?.method} ${new URL(String(url)).pathname.replace('/site-api', '')}`;
      const answer = answers[request];
      if (answer === undefined) throw new Error(`The test has no answer to ${request}.`);
      bodies.push([request, typeof init?.body === 'string' ? JSON.parse(init.body) : undefined]);
      return new Response(JSON.stringify({ data: answer.data, meta: answer.meta }), {
        status: answer.status ?? 200,
        headers: { 'Content-Type': 'application/json' },
      });
    },
  });
  const open: OpenProject = {
    project: { type: 'site', id: '1', name: 'Field notes', internal_subdomain: 'field-notes' } as Project,
    environment: undefined,
    client,
    path: (route) => `/p/field-notes/${route}`,
    key: ['project', '1', null],
  };
  const view = render(
    <QueryClientProvider client={createQueryClient()}>
      <MemoryRouter initialEntries={[address]}>
        <ProjectProvider value={open}>{children}</ProjectProvider>
      </MemoryRouter>
    </QueryClientProvider>,
  );
  const requests = (wanted: string) =>
    bodies.filter(([request]) => request === wanted).map(([, body]) => body);
  return { ...view, requests };
}
