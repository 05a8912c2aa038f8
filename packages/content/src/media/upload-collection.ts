import type { ErrorReason } from '../refusal.ts';
import { invalidField } from '../schema/invalid-field.ts';
import { ancestorsOf, type Tree, type TreeNode } from '../tree/tree.ts';

/** A folder of the media area. An asset lies in one at most. */
export interface UploadCollection extends TreeNode {
  label: string;
}

export function checkUploadCollection({ label }: UploadCollection): ErrorReason[] {
  return label.trim() === '' ? [invalidField('UploadCollection', 'label', 'VALIDATION_REQUIRED')] : [];
}

/** A collection and all those around it: what rules about collections are compared with. */
export function collectionPath(collections: Tree<UploadCollection>, id: string | null): string[] {
  return id === null ? [] : [id, ...ancestorsOf(collections, id)];
}
