import { skipToken, useQuery } from '@tanstack/react-query';
import { type OpenProject, useProjectIfOpen } from '#project/project-context.ts';
import { type Model, modelsQuery } from '#project/use-models.ts';
import { projectName, useProjects } from '#project/use-projects.ts';
import { words } from '#words/words.ts';
import { AREAS } from './areas.ts';

interface Command {
  id: string;
  title: string;
  href: string;
  detail?: string;
}

export interface CommandGroup {
  id: string;
  title: string;
  commands: Command[];
}

/** What the palette offers here: areas and models of the open project, then the other projects. */
export function useCommands(): CommandGroup[] {
  const open = useProjectIfOpen();
  const projects = useProjects();
  const models = useQuery(
    open === null ? { queryKey: ['no project'], queryFn: skipToken } : modelsQuery(open),
  );
  const groups: CommandGroup[] = [];
  if (open !== null) groups.push(...projectGroups(open, models.data ?? []));
  groups.push({
    id: 'projects',
    title: words.palette.projects,
    commands: (projects.data ?? []).map((project) => ({
      id: `project:${project.id}`,
      title: project.name,
      href: `/p/${projectName(project)}/editor`,
    })),
  });
  groups.push({
    id: 'actions',
    title: words.palette.actions,
    commands: [
      { id: 'all-projects', title: words.frame.allProjects, href: '/' },
      { id: 'new-project', title: words.palette.newProject, href: '/?new' },
    ],
  });
  return groups.filter(({ commands }) => commands.length > 0);
}

function projectGroups(open: OpenProject, models: readonly Model[]): CommandGroup[] {
  const areas: Command[] = AREAS.map(({ id, title, route }) => ({
    id: `area:${id}`,
    title,
    href: open.path(route),
  }));
  const tokens = {
    id: 'tokens',
    title: words.settings.tokens,
    href: open.path('project_settings/access_tokens'),
  };
  return [
    {
      id: 'models',
      title: words.palette.models,
      commands: models
        .filter((model) => !model.modular_block)
        .map((model) => ({
          id: `model:${model.id}`,
          title: model.name,
          detail: model.api_key,
          href: open.path(`editor/item_types/${model.id}/items`),
        })),
    },
    {
      id: 'blocks',
      title: words.palette.blocks,
      commands: models
        .filter((model) => model.modular_block)
        .map((model) => ({
          id: `block:${model.id}`,
          title: model.name,
          detail: model.api_key,
          href: open.path(`schema/blocks_library/${model.id}`),
        })),
    },
    { id: 'areas', title: words.palette.goTo, commands: [...areas, tokens] },
  ];
}
