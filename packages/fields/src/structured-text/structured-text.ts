import type { FieldType } from '@recto/content/field-type';
import { editor } from '../settings/editor.ts';
import { listOf, withDefault } from '../settings/setting.ts';
import { flag, oneOf } from '../settings/simple-settings.ts';
import type { Dast } from './dast.ts';
import { isBlankDocument, plainTextOf } from './plain-text.ts';
import { presentDocument } from './present-document.ts';
import { readDocument } from './read-document.ts';
import { mapBlocksOf, removeReferencesFrom } from './rewrite-document.ts';
import { blocksOf, referencesOf } from './walk-document.ts';

const NODES = ['blockquote', 'code', 'heading', 'link', 'list', 'thematicBreak'] as const;
const MARKS = ['strong', 'emphasis', 'underline', 'strikethrough', 'code', 'highlight'] as const;
const HEADING_LEVELS = [1, 2, 3, 4, 5, 6] as const;

/** A document of nodes, with blocks and links to records in it. Its editor's settings limit what is offered
 *  there, not what may be stored. */
export const structuredText: FieldType<Dast> = {
  name: 'structured_text',
  parse: readDocument,
  present: (value, context) => presentDocument(value, (block) => context.block(block)),
  isBlank: (value) => value === null || isBlankDocument(value),
  text: plainTextOf,
  storedAs: 'structured_text',
  blocks: (value) => blocksOf(value).map(({ block }) => block),
  mapBlocks: mapBlocksOf,
  references: referencesOf,
  removeReferences: removeReferencesFrom,
  validators: {
    required: ['structured_text_blocks', 'structured_text_links'],
    optional: ['required', 'length', 'structured_text_inline_blocks'],
  },
  editors: {
    structured_text: editor({
      nodes: withDefault([...NODES], listOf(oneOf(NODES))),
      marks: withDefault([...MARKS], listOf(oneOf(MARKS))),
      heading_levels: withDefault([...HEADING_LEVELS], listOf(oneOf(HEADING_LEVELS))),
      blocks_start_collapsed: withDefault(false, flag),
      show_links_target_blank: withDefault(true, flag),
      show_links_meta_editor: withDefault(false, flag),
    }),
  },
  hasDefaultValue: false,
  delivery: { output: { kind: 'structured_text' }, filter: 'StructuredTextFilter', orderable: false },
};
