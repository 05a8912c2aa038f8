/** A step on the way of a record to its publication. */
export interface Stage {
  /** Chosen by whoever makes the workflow; records and rules of roles name it. */
  id: string;
  name: string;
  description: string | null;
  /** Where records begin: one stage of every workflow. */
  initial: boolean;
}

/** The stages that the records of some models go through. */
export interface Workflow {
  id: string;
  name: string;
  apiKey: string;
  /** In the order they are shown in. */
  stages: readonly Stage[];
}

export function initialStage({ stages }: Workflow): string | null {
  return stages.find((stage) => stage.initial)?.id ?? null;
}

export function hasStage({ stages }: Workflow, id: string | null): boolean {
  return stages.some((stage) => stage.id === id);
}
