/** Articles of one statement: none may take long. */
const AT_ONCE = 2;

/**
 * Copies all articles until there are `times` as many, with other titles, slugs and prices. In SQL, beside the program:
 * to make a hundred thousand through the API takes minutes, and readers do not see the difference.
 */
export async function copyArticles(server, client, times) {
  const fields = await client.fields.list('article');
  const idOf = (apiKey) => fields.find(({ api_key }) => api_key === apiKey).id;
  const model = (await client.itemTypes.find('article')).id;
  const changed = `i.current || jsonb_build_object(
    '${idOf('title')}', (i.current ->> '${idOf('title')}') || ' ' || n,
    '${idOf('slug')}', (i.current ->> '${idOf('slug')}') || '-' || n,
    '${idOf('price')}', mod((i.current ->> '${idOf('price')}')::numeric * 100 + n * 4999, 100000) / 100)`;
  for (let first = 1; first < times; first += AT_ONCE) {
    const numbers = `generate_series(${first}, ${Math.min(first + AT_ONCE, times) - 1}) n`;
    await server.ask({
      execute: `with copied as (
        insert into item (environment_id, id, item_type_id, current, current_version_id, is_current_valid, published,
          published_version_id, is_published_valid, creator_type, creator_id, created_at, updated_at, published_at,
          first_published_at)
        select i.environment_id, i.id || '-' || n, i.item_type_id, changed.document, i.current_version_id || '-' || n, true,
          changed.document, i.published_version_id || '-' || n, true, i.creator_type, i.creator_id,
          i.created_at - n * interval '1 day', i.updated_at - n * interval '1 day', i.published_at, i.first_published_at
        from item i cross join ${numbers} cross join lateral (select ${changed} as document offset 0) changed
        where i.item_type_id = '${model}' and length(i.id) = 22)
      insert into reference (environment_id, item_id, path, locale, target_kind, target_id, in_current, in_published)
      select r.environment_id, r.item_id || '-' || n, r.path, r.locale, r.target_kind, r.target_id, r.in_current,
        r.in_published
      from reference r join item i on i.environment_id = r.environment_id and i.id = r.item_id
      cross join ${numbers} where i.item_type_id = '${model}' and length(i.id) = 22`,
    });
  }
}
