import type { UploadCollection } from '@recto/content/media/upload-collection';
import type { Tree } from '@recto/content/tree/tree';
import type { UploadCollectionRow } from '#db/tables.ts';
import type { RequestContext } from '#http/context.ts';
import { loadTree, treeTable } from '#tree/tree-table.ts';

export const uploadCollectionTable = treeTable<UploadCollection, Pick<UploadCollectionRow, 'label'>>({
  table: 'upload_collection',
  fromColumns: ({ label }) => ({ label }),
  toColumns: ({ label }) => ({ label }),
});

/** The collections, where a request needs to know them: because it names one, or because a rule about whoever
 *  asks does. Otherwise there is no statement, and no collection. */
export async function loadCollections(
  { db, environment, permissions }: RequestContext,
  isNamed: boolean,
): Promise<Tree<UploadCollection>> {
  const rules = [...permissions.positiveUploadPermissions, ...permissions.negativeUploadPermissions];
  const isRuled = rules.some((rule) => rule.upload_collection ?? rule.move_to_upload_collection);
  return isNamed || (isRuled && !permissions.isOwner)
    ? loadTree(db, environment.id, uploadCollectionTable)
    : [];
}
