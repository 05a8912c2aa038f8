import { deriveTexts } from '@recto/content/item/derive-texts';
import type { Item } from '@recto/content/item/item';
import { sql } from 'kysely';
import { contentVersionOf } from '#db/content-version.ts';
import type { RequestContext } from '#http/context.ts';
import { type ItemColumns, itemColumns, itemFromRow } from '../table.ts';

const SLICE = 200;
/** After an import a search does not wait for all of it: the next one goes on. */
const MOST_SLICES = 10;

/** Environments by the state of their content for which nothing was left to derive. */
const complete = new Map<string, string>();
const MOST_ENVIRONMENTS = 1_000;

/** Derives the words of what was written since somebody last searched. Saving costs nothing for it. */
export async function indexTexts(context: RequestContext): Promise<void> {
  const { id } = context.environment;
  const state = await readState(context);
  if (complete.get(id) === state) return;
  for (let slice = 0; slice < MOST_SLICES; slice += 1) {
    const items = await findWithoutText(context);
    if (items.length > 0) await saveTexts(context, items);
    if (items.length < SLICE) return remember(id, state);
  }
}

async function readState({ db, environment }: RequestContext): Promise<string> {
  const { rows } = await sql<{ state: string }>`
    select ${contentVersionOf(sql`environment.id`)} || ' ' || schema_version as state from environment where id = ${environment.id}`.execute(
    db,
  );
  return rows[0]?.state ?? '';
}

function remember(id: string, state: string): void {
  if (complete.size >= MOST_ENVIRONMENTS) complete.clear();
  complete.set(id, state);
}

/** `offset 0` keeps each look a search by key, whatever sizes the plan was made for. */
async function findWithoutText({ db, environment }: RequestContext): Promise<Item[]> {
  const lacks = (column: 'current_version_id' | 'published_version_id') => sql`not exists (
    select from (
      select from item_text where environment_id = ${environment.id} and locale = ''
        and version_id = ${sql.ref(`i.${column}`)} offset 0) as t)`;
  const { rows } = await sql<ItemColumns>`
    select ${itemColumns} from item i where i.environment_id = ${environment.id} and (
      ${lacks('current_version_id')}
      or (i.published_version_id <> i.current_version_id and ${lacks('published_version_id')}))
    limit ${SLICE}`.execute(db);
  return rows.map(itemFromRow);
}

/** A record that is destroyed at the same moment gets none. */
async function saveTexts(context: RequestContext, items: readonly Item[]): Promise<void> {
  const { db, environment } = context;
  const rows = items.flatMap((item) => textsOf(item, context));
  const versions = [...new Set(rows.map(({ version_id }) => version_id))];
  const ids = items.map(({ id }) => id);
  await sql`
    with alive as (
      select id from item where environment_id = ${environment.id} and id = any(${ids}::text[]) for key share
    ), gone as (
      delete from item_text t where t.environment_id = ${environment.id} and t.item_id = any(${ids}::text[])
        and t.version_id <> all(${versions}::text[])
    )
    insert into item_text (environment_id, item_id, version_id, locale, words)
    select ${environment.id}::text, r.item_id, r.version_id, r.locale,
      setweight(to_tsvector('simple', r.title), 'A') || to_tsvector('simple', r.body)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(item_id text, version_id text, locale text, title text, body text)
    join alive on alive.id = r.item_id
    on conflict do nothing`.execute(db);
}

function textsOf(item: Item, context: RequestContext) {
  const { currentVersionId, publishedVersionId } = item;
  const documents = [[currentVersionId, item.current] as const];
  if (item.published && publishedVersionId !== null && publishedVersionId !== currentVersionId) {
    documents.push([publishedVersionId, item.published]);
  }
  return documents.flatMap(([versionId, document]) =>
    deriveTexts(document, item.itemTypeId, context).map(({ locale, title, body }) => ({
      item_id: item.id,
      version_id: versionId,
      locale: locale ?? '',
      title,
      body,
    })),
  );
}
