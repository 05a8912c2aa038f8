/** Whole sets of content under a name. */
export const ENVIRONMENT_WORDS = {
  title: 'Environments',
  lead: 'Each holds its own models, records and settings. Try changes in a fork, then promote it.',
  name: 'Name',
  state: 'State',
  lastChange: 'Last change',
  primary: 'primary',
  forkedFrom: (name: string) => `Forked from ${name}`,
  ready: 'Ready',
  creating: (percentage: number) => `Being made, ${percentage} %`,
  destroying: 'Being destroyed',
  readOnly: 'Read-only while it is forked',
  actions: (name: string) => `Actions for ${name}`,
  open: 'Open',
  fork: 'Fork',
  forkTitle: (name: string) => `Fork ${name}`,
  forkDetail: (name: string) =>
    `A copy of everything in ${name}, as it is at this moment. Assets share their files.`,
  forkAction: 'Fork environment',
  forked: (name: string) => `${name} is being made`,
  newName: 'Name',
  nameHint: 'Small letters, digits and dashes. It becomes part of addresses.',
  nameProblem: 'Use up to 60 small letters, digits and dashes.',
  rename: 'Rename',
  renameTitle: (name: string) => `Rename ${name}`,
  renameDetail: 'Programs and bookmarks that use the present name stop finding it.',
  renameAction: 'Rename environment',
  renamed: (name: string) => `The environment is called ${name} now`,
  promote: 'Promote',
  promoteTitle: (name: string) => `Promote ${name} to primary?`,
  promoteDetail: (name: string, primary: string) =>
    `From then on every website and program that names no environment reads and writes ${name} instead of ${primary}.`,
  promoteLoss: (primary: string) =>
    `What was changed in ${primary} since the fork is not carried over. ${primary} stays, as a sandbox.`,
  promoteAction: 'Promote environment',
  promoted: (name: string) => `${name} is the primary environment now`,
  destroy: 'Destroy',
  destroyTitle: (name: string) => `Destroy ${name}?`,
  destroyDetail: 'Everything in it goes, and it cannot be undone. Rules of roles about it go too.',
  contents: ({ records, models, assets }: { records: number; models: number; assets: number }) =>
    `It holds ${counted(records, 'record')}, ${counted(models, 'model or block', 'models and blocks')} and ${counted(assets, 'asset')}.`,
  destroyAction: 'Destroy environment',
  destroyed: (name: string) => `${name} is being destroyed`,
};

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}
