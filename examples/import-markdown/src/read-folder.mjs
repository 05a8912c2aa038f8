import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { toString as textOf } from 'mdast-util-to-string';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { parse as parseYaml } from 'yaml';

const parser = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm);

/**
 * Every Markdown file below `folder`, sorted by path, with what its front matter, or failing that its first
 * heading and paragraph, says about it. The hash covers what its links depend on, too.
 */
export async function readFolder(folder, bases) {
  const files = (await readdir(folder, { recursive: true })).filter((file) => /\.(md|markdown)$/i.test(file));
  return Promise.all(files.sort().map((file) => readPage(folder, join(folder, file), bases)));
}

async function readPage(folder, file, bases) {
  const source = await readFile(file, 'utf8');
  const tree = parser.parse(source);
  const matter = readFrontMatter(tree);
  const path = relative(folder, file).replace(/\.[^.]+$/, '');
  const heading = tree.children.find((node) => node.type === 'heading');
  const paragraph = tree.children.find((node) => node.type === 'paragraph');
  return {
    file,
    path,
    sectionPath: dirname(path),
    title: clip(matter.title ?? (heading && textOf(heading)) ?? basename(path), 200),
    description: clip(matter.description ?? (paragraph && textOf(paragraph)) ?? '', 300),
    hash: createHash('sha256')
      .update(JSON.stringify([source, bases]))
      .digest('hex'),
    tree: withoutTitle(tree, matter.title ? undefined : heading),
  };
}

function readFrontMatter(tree) {
  const node = tree.children.find((child) => child.type === 'yaml');
  return (node && parseYaml(node.value)) || {};
}

/** The first heading became the title: in the content it would stand twice. */
function withoutTitle(tree, heading) {
  return { ...tree, children: tree.children.filter((node) => node !== heading && node.type !== 'yaml') };
}

function clip(text, length) {
  const line = String(text).replace(/\s+/g, ' ').trim();
  return line.length > length ? `${line.slice(0, length - 1)}…` : line;
}
