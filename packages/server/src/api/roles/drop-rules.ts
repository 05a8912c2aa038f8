import { type RawBuilder, sql } from 'kysely';
import type { Db } from '#db/database.ts';

/** What rules can be about, and which lists and members of theirs name it. */
const PLACES = {
  itemTypeId: { item_type: ['item_type'] },
  workflowId: { item_type: ['workflow'] },
  uploadCollectionId: { upload: ['upload_collection', 'move_to_upload_collection'] },
  locale: { item_type: ['locale'], upload: ['locale'] },
} as const satisfies Record<string, Partial<Record<'item_type' | 'upload', readonly string[]>>>;

type Subject = { [Name in keyof typeof PLACES]: Record<Name, string> }[keyof typeof PLACES];

/**
 * Takes the rules about something out of every role when it goes: left behind without it, a rule about one
 * model would be read as a rule about all.
 */
export async function dropRulesAbout(
  db: Db,
  { siteId, environment, ...subject }: { siteId: string; environment: string } & Subject,
): Promise<void> {
  const [[name, id]] = Object.entries(subject) as [[keyof typeof PLACES, string]]; // what `Subject` says
  const lists = Object.entries<readonly string[]>(PLACES[name]).flatMap(([kind, members]) => {
    const isAbout = sql`${id}::text in (${sql.join(
      members.map((member) => sql`coalesce(rule ->> ${sql.lit(member)}, '')`),
    )})`;
    return ['positive', 'negative'].map((sign) => ({ list: `${sign}_${kind}_permissions`, isAbout }));
  });
  await dropRules(db, { siteId, environment, lists });
}

/** Stages that leave a workflow. Another workflow may call one of its own by the same name. */
export interface GoneStages {
  workflowId: string;
  itemTypeIds: readonly string[];
  stages: readonly string[];
  /** Those of them that no other workflow has. */
  nowhere: readonly string[];
}

/** A rule about a stage that is gone would come to life again with the next stage of that name. */
export async function dropRulesAboutStages(
  db: Db,
  { siteId, environment, ...gone }: { siteId: string; environment: string } & GoneStages,
): Promise<void> {
  if (gone.stages.length === 0) return;
  const names = (stages: readonly string[]) =>
    sql`(rule ->> 'on_stage' = any(${[...stages]}::text[]) or rule ->> 'to_stage' = any(${[...stages]}::text[]))`;
  const isHere = sql`(rule ->> 'workflow' = ${gone.workflowId}
    or rule ->> 'item_type' = any(${[...gone.itemTypeIds]}::text[]))`;
  const isAbout = sql`(${isHere} and ${names(gone.stages)}) or (rule ->> 'workflow' is null
    and rule ->> 'item_type' is null and ${names(gone.nowhere)})`;
  const lists = ['positive', 'negative'].map((sign) => ({ list: `${sign}_item_type_permissions`, isAbout }));
  await dropRules(db, { siteId, environment, lists });
}

interface DroppedRules {
  siteId: string;
  environment: string;
  lists: readonly { list: string; isAbout: RawBuilder<unknown> }[];
}

async function dropRules(db: Db, { siteId, environment, lists }: DroppedRules): Promise<void> {
  const goes = (isAbout: RawBuilder<unknown>) =>
    sql`(rule ->> 'environment' = ${environment} and coalesce(${isAbout}, false))`;
  const others = lists.map(
    ({ list, isAbout }) => sql`${list}::text, coalesce((
      select jsonb_agg(rule order by place) from jsonb_array_elements(attributes -> ${list}::text)
        with ordinality as rules(rule, place) where not ${goes(isAbout)}), '[]')`,
  );
  const concerned = lists.map(
    ({ list, isAbout }) =>
      sql`exists (select 1 from jsonb_array_elements(attributes -> ${list}::text) as rules(rule) where ${goes(isAbout)})`,
  );
  await sql`
    update role set attributes = attributes || jsonb_build_object(${sql.join(others)})
    where site_id = ${siteId} and (${sql.join(concerned, sql` or `)})`.execute(db);
}
