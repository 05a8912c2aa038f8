import { refusal } from '@recto/content/refusal';
import { loadCollections } from '#api/upload-collections/table.ts';
import { attemptEach, distinctIds, type Tally } from '#bulk/attempt-each.ts';
import type { RequestContext } from '#http/context.ts';
import type { FiledUpload } from './policy.ts';
import { findUploads } from './table.ts';

/** Does something with each of these assets; one that is not there counts as failed. */
export async function forEachUpload(
  context: RequestContext,
  linkages: readonly { id: string }[],
  attempt: (filed: FiledUpload) => Promise<unknown>,
): Promise<Tally> {
  const ids = distinctIds(linkages);
  const uploads = new Map((await findUploads(context.db, context.environment.id, ids)).map((u) => [u.id, u]));
  const collections = await loadCollections(context, true);
  return attemptEach(ids, async (id) => {
    const upload = uploads.get(id);
    if (!upload) throw refusal('NOT_FOUND');
    await attempt({ upload, collections });
  });
}
