/** The buttons of the Markdown editor, in the order they are shown. */
export const MARKDOWN_TOOLBAR = [
  'heading',
  'bold',
  'italic',
  'strikethrough',
  'code',
  'unordered_list',
  'ordered_list',
  'quote',
  'link',
  'image',
  'fullscreen',
] as const;

/** The buttons of the HTML editor. */
export const WYSIWYG_TOOLBAR = [
  'format',
  'bold',
  'italic',
  'strikethrough',
  'code',
  'ordered_list',
  'unordered_list',
  'quote',
  'table',
  'link',
  'image',
  'show_source',
  'undo',
  'redo',
  'align_left',
  'align_center',
  'align_right',
  'align_justify',
  'outdent',
  'indent',
  'fullscreen',
] as const;

/** Those that a field gets when nobody chooses. */
export const WYSIWYG_DEFAULT_TOOLBAR = [
  'format',
  'bold',
  'italic',
  'strikethrough',
  'ordered_list',
  'unordered_list',
  'quote',
  'table',
  'link',
  'image',
  'show_source',
  'fullscreen',
] as const;
