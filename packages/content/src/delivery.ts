/** How a field shows in the GraphQL Content Delivery API. */
export type DeliveryOutput =
  | {
      kind: 'scalar';
      type: 'String' | 'BooleanType' | 'IntType' | 'FloatType' | 'Date' | 'DateTime' | 'JsonField';
      /** Null cannot occur (boolean). */
      neverNull?: boolean;
      /** The field takes `markdown: Boolean`. */
      markdown?: boolean;
    }
  | { kind: 'object'; type: 'ColorField' | 'LatLonField' | 'VideoField' | 'SeoField' }
  | { kind: 'asset'; list: boolean }
  | { kind: 'link'; list: boolean }
  | { kind: 'blocks'; list: boolean }
  | { kind: 'structured_text' };

/** Names of the filter inputs; their operators stand in `@recto/fields` under `filters/`. */
export type FilterName =
  | 'BooleanFilter'
  | 'ColorFilter'
  | 'DateFilter'
  | 'DateTimeFilter'
  | 'FileFilter'
  | 'FloatFilter'
  | 'GalleryFilter'
  | 'IntegerFilter'
  | 'JsonFilter'
  | 'LatLonFilter'
  | 'LinkFilter'
  | 'LinksFilter'
  | 'SeoFilter'
  | 'SlugFilter'
  | 'StringFilter'
  | 'StructuredTextFilter'
  | 'TextFilter'
  | 'VideoFilter';

export interface Delivery {
  output: DeliveryOutput;
  /** Null: no filter key at all (modular content and single block without deep filtering). */
  filter: FilterName | null;
  orderable: boolean;
}
