import type { Field } from '@recto/content/schema/field';
import type { SchemaScope } from './scope.ts';

/** What the rules of a field promise about the assets in it. */
export interface AssetPromise {
  kind?: 'Image' | 'Video' | undefined;
  alt?: boolean;
  title?: boolean;
}

const KINDS: Readonly<Record<string, AssetPromise['kind']>> = {
  transformable_image: 'Image',
  video: 'Video',
};

/** What strict mode may rely on: the kind of file and the texts that the field's rules demand. */
export function assetPromise(scope: SchemaScope, field: Field): AssetPromise {
  if (!scope.strict) return {};
  const { extension, required_alt_title: texts } = field.validators;
  return {
    kind: KINDS[String(extension?.predefined_list)],
    alt: texts?.alt === true,
    title: texts?.title === true,
  };
}
