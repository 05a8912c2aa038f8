import { sql } from 'kysely';
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
    const isAbout = sql`rule ->> 'environment' = ${environment} and ${id}::text in (${sql.join(
      members.map((member) => sql`coalesce(rule ->> ${sql.lit(member)}, '')`),
    )})`;
    return ['positive', 'negative'].map((sign) => ({ list: `${sign}_${kind}_permissions`, isAbout }));
  });
  const others = lists.map(
    ({ list, isAbout }) => sql`${list}::text, coalesce((
      select jsonb_agg(rule order by place) from jsonb_array_elements(attributes -> ${list}::text)
        with ordinality as rules(rule, place) where not (${isAbout})), '[]')`,
  );
  const concerned = lists.map(
    ({ list, isAbout }) =>
      sql`exists (select 1 from jsonb_array_elements(attributes -> ${list}::text) as rules(rule) where ${isAbout})`,
  );
  await sql`
    update role set attributes = attributes || jsonb_build_object(${sql.join(others)})
    where site_id = ${siteId} and (${sql.join(concerned, sql` or `)})`.execute(db);
}
