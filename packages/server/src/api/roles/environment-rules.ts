import { type RawBuilder, sql } from 'kysely';
import type { Db } from '#db/database.ts';

/** The lists of a role whose rules name an environment. */
const LISTS = [
  'positive_item_type_permissions',
  'negative_item_type_permissions',
  'positive_upload_permissions',
  'negative_upload_permissions',
] as const;

/** What a role says about an environment, it says about the copy too. */
export async function copyRulesOfEnvironment(
  db: Db,
  { siteId, from, to }: { siteId: string; from: string; to: string },
): Promise<void> {
  await rewriteRules(db, { siteId, about: from }, (list) => {
    const copies = sql`select rule || jsonb_build_object('environment', ${to}::text), 1, place
      from jsonb_array_elements(${list}) with ordinality as rules(rule, place)
      where rule ->> 'environment' = ${from}`;
    return sql`select rule, 0 as part, place from jsonb_array_elements(${list}) with ordinality as rules(rule, place)
      union all ${copies}`;
  });
}

/** Rules follow an environment to its new name. */
export async function renameEnvironmentInRules(
  db: Db,
  { siteId, from, to }: { siteId: string; from: string; to: string },
): Promise<void> {
  await rewriteRules(
    db,
    { siteId, about: from },
    (list) => sql`select case when rule ->> 'environment' = ${from}
        then rule || jsonb_build_object('environment', ${to}::text) else rule end as rule, 0 as part, place
      from jsonb_array_elements(${list}) with ordinality as rules(rule, place)`,
  );
}

/** Left behind, they would hold for the next environment of this name. */
export async function dropRulesOfEnvironment(
  db: Db,
  { siteId, environment }: { siteId: string; environment: string },
): Promise<void> {
  await rewriteRules(
    db,
    { siteId, about: environment },
    (list) => sql`select rule, 0 as part, place
      from jsonb_array_elements(${list}) with ordinality as rules(rule, place)
      where rule ->> 'environment' <> ${environment}`,
  );
}

async function rewriteRules(
  db: Db,
  { siteId, about }: { siteId: string; about: string },
  rewrite: (list: RawBuilder<unknown>) => RawBuilder<unknown>,
): Promise<void> {
  const lists = LISTS.map((name) => ({
    name,
    value: sql`coalesce(attributes -> ${sql.lit(name)}, '[]'::jsonb)`,
  }));
  const rewritten = lists.map(
    ({ name, value }) => sql`${sql.lit(name)}, coalesce((
      select jsonb_agg(rule order by part, place) from (${rewrite(value)}) as rewritten(rule, part, place)
    ), '[]'::jsonb)`,
  );
  const mentions = lists.map(
    ({ value }) => sql`${value} @> jsonb_build_array(jsonb_build_object('environment', ${about}::text))`,
  );
  await sql`
    update role set attributes = attributes || jsonb_build_object(${sql.join(rewritten)})
    where site_id = ${siteId} and (${sql.join(mentions, sql` or `)})`.execute(db);
}
