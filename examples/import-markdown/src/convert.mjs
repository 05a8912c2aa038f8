import { hastToStructuredText } from 'datocms-html-to-structured-text';
import { isLink, mapNodes, validate } from 'datocms-structured-text-utils';
import { toHtml } from 'hast-util-to-html';
import { toString as textOf } from 'hast-util-to-string';
import rehypeRaw from 'rehype-raw';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';

const toHast = unified().use(remarkRehype, { allowDangerousHtml: true }).use(rehypeRaw);

/**
 * Markdown tree → structured text. Links between files become links between records, tables and images become
 * blocks, everything else is left to the official converter.
 *
 * @param {object} ports
 * @param {(href: string) => string | undefined} ports.targetOf id of the record that a link means
 * @param {(html: string) => object} ports.tableBlock
 * @param {(image: { src: string, alt: string }) => object | undefined} ports.imageBlock
 */
export async function convert(tree, { targetOf, tableBlock, imageBlock }) {
  const hast = await toHast.run(tree);
  const converted = await hastToStructuredText(hast, {
    preprocess: liftImages,
    handlers: {
      table: (create, node, context) => table(create, node, context, tableBlock),
      img: (create, node, context) => image(create, node, context, imageBlock),
    },
  });
  if (converted === null) return null;
  const value = linkRecords(converted, targetOf);
  const { valid, message } = validate(value);
  if (!valid) throw new Error(message);
  return value;
}

/** After the conversion, not in a handler of it: the converter knows `link` where text may stand, not `itemLink`. */
function linkRecords(value, targetOf) {
  return mapNodes(value, (node) => {
    const item = isLink(node) ? targetOf(node.url) : undefined;
    return item === undefined ? node : { type: 'itemLink', item, children: node.children };
  });
}

/** Blocks may only stand at the root of a document; deeper down a table becomes its text. */
function table(create, node, context, tableBlock) {
  if (context.parentNodeType === 'root') return create('block', { item: tableBlock(toHtml(node)) });
  const text = textOf(node).replace(/\s+/g, ' ').trim();
  return context.defaultHandlers.text(create, { type: 'text', value: text }, context);
}

function image(create, node, context, imageBlock) {
  const { src = '', alt = '' } = node.properties ?? {};
  const block = context.parentNodeType === 'root' ? imageBlock({ src, alt }) : undefined;
  if (block) return create('block', { item: block });
  return alt ? context.defaultHandlers.text(create, { type: 'text', value: alt }, context) : undefined;
}

/** Markdown puts images inside paragraphs; a block needs them beside the paragraph. */
function liftImages(tree) {
  visit(tree, 'element', (paragraph, index, parent) => {
    if (paragraph.tagName !== 'p' || !parent || index === undefined) return;
    const images = paragraph.children.filter((child) => child.tagName === 'img');
    if (images.length === 0) return;
    const rest = paragraph.children.filter((child) => child.tagName !== 'img');
    const kept = rest.some((child) => textOf(child).trim()) ? [{ ...paragraph, children: rest }] : [];
    parent.children.splice(index, 1, ...images, ...kept);
    return [SKIP, index + images.length + kept.length];
  });
}
