import type { Field } from '@recto/content/schema/field';
import type { Settings } from '../settings/setting.ts';
import { oneOf } from '../settings/simple-settings.ts';

/** What happens to a record when something happens to a record it points at. */
export interface ReferenceStrategies {
  onPublishWithUnpublishedReferences: 'fail' | 'publish_references';
  onReferenceUnpublish: 'fail' | 'unpublish' | 'delete_references';
  onReferenceDelete: 'fail' | 'delete_references';
}

export type StrategyParameters = {
  on_publish_with_unpublished_references_strategy?: ReferenceStrategies['onPublishWithUnpublishedReferences'];
  on_reference_unpublish_strategy?: ReferenceStrategies['onReferenceUnpublish'];
  on_reference_delete_strategy?: ReferenceStrategies['onReferenceDelete'];
};

export const STRATEGY_SETTINGS: Settings = {
  on_publish_with_unpublished_references_strategy: oneOf(['fail', 'publish_references']),
  on_reference_unpublish_strategy: oneOf(['fail', 'unpublish', 'delete_references']),
  on_reference_delete_strategy: oneOf(['fail', 'delete_references']),
};

/** What holds where a field says nothing. */
export const DEFAULT_STRATEGIES = {
  link: {
    onPublishWithUnpublishedReferences: 'fail',
    onReferenceUnpublish: 'fail',
    onReferenceDelete: 'delete_references',
  },
  structuredText: {
    onPublishWithUnpublishedReferences: 'fail',
    onReferenceUnpublish: 'delete_references',
    onReferenceDelete: 'delete_references',
  },
} as const satisfies Record<string, ReferenceStrategies>;

/** The strategies of a field that points at records; null for any other field. */
export function referenceStrategies({ validators }: Pick<Field, 'validators'>): ReferenceStrategies | null {
  const link = validators.item_item_type ?? validators.items_item_type;
  if (link) return fillInStrategies(link, DEFAULT_STRATEGIES.link);
  const structuredText = validators.structured_text_links;
  return structuredText ? fillInStrategies(structuredText, DEFAULT_STRATEGIES.structuredText) : null;
}

function fillInStrategies(given: StrategyParameters, defaults: ReferenceStrategies): ReferenceStrategies {
  return {
    onPublishWithUnpublishedReferences:
      given.on_publish_with_unpublished_references_strategy ?? defaults.onPublishWithUnpublishedReferences,
    onReferenceUnpublish: given.on_reference_unpublish_strategy ?? defaults.onReferenceUnpublish,
    onReferenceDelete: given.on_reference_delete_strategy ?? defaults.onReferenceDelete,
  };
}
