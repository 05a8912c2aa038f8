/** What a printed schema tells about the project behind it. */
export interface ProjectSketch {
  locales: [string, ...string[]];
  /** Printed for valid records only, and of published versions only. */
  strict: boolean;
  version: 'published' | 'current';
  workflows: WorkflowSketch[];
  itemTypes: ItemTypeSketch[];
}

export interface WorkflowSketch {
  apiKey: string;
  stages: [string, ...string[]];
}

export interface ItemTypeSketch {
  name: string;
  apiKey: string;
  modularBlock: boolean;
  singleton: boolean;
  sortable: boolean;
  tree: boolean;
  inverseRelationshipsEnabled: boolean;
  /** API key. */
  workflow: string | null;
  fields: FieldSketch[];
}

export interface FieldSketch {
  apiKey: string;
  fieldType: string;
  localized: boolean;
  deepFilteringEnabled: boolean;
  /** Item types are named by their API keys. */
  validators: Record<string, Record<string, unknown>>;
}
