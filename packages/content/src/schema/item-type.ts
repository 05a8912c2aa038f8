export const ORDERING_METAS = ['created_at', 'updated_at', 'first_published_at', 'published_at'] as const;
export type OrderingMeta = (typeof ORDERING_METAS)[number];

/** A model or a block model (`modularBlock`). */
export interface ItemType {
  id: string;
  name: string;
  apiKey: string;
  modularBlock: boolean;
  singleton: boolean;
  sortable: boolean;
  tree: boolean;
  draftModeActive: boolean;
  draftSavingActive: boolean;
  allLocalesRequired: boolean;
  collectionAppearance: 'compact' | 'table';
  hint: string | null;
  inverseRelationshipsEnabled: boolean;
  orderingDirection: 'asc' | 'desc' | null;
  orderingMeta: OrderingMeta | null;
  orderingFieldId: string | null;
  presentationTitleFieldId: string | null;
  presentationImageFieldId: string | null;
  titleFieldId: string | null;
  imagePreviewFieldId: string | null;
  excerptFieldId: string | null;
  workflowId: string | null;
}
