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

export function fillInStrategies(
  given: StrategyParameters,
  defaults: ReferenceStrategies,
): ReferenceStrategies {
  return {
    onPublishWithUnpublishedReferences:
      given.on_publish_with_unpublished_references_strategy ?? defaults.onPublishWithUnpublishedReferences,
    onReferenceUnpublish: given.on_reference_unpublish_strategy ?? defaults.onReferenceUnpublish,
    onReferenceDelete: given.on_reference_delete_strategy ?? defaults.onReferenceDelete,
  };
}
