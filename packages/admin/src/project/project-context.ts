import type { Client } from '@datocms/cma-client-browser';
import { createContext, useContext } from 'react';
import type { Project } from './use-projects.ts';

/** The project and environment that the address names, and the way to ask them. */
export interface OpenProject {
  project: Project;
  /** As in the address; undefined: the primary one. */
  environment: string | undefined;
  client: Client;
  /** A path of this project and environment: `path('schema')`. */
  path(route: string): string;
  /** Begins the key of everything cached for this project and environment. */
  key: readonly unknown[];
}

const ProjectContext = createContext<OpenProject | null>(null);

export const ProjectProvider = ProjectContext.Provider;

export function useProject(): OpenProject {
  const open = useContext(ProjectContext);
  if (open === null) throw new Error('useProject is for screens below /p/:project.');
  return open;
}

/** For what stands outside of projects too, like the command palette. */
export function useProjectIfOpen(): OpenProject | null {
  return useContext(ProjectContext);
}
