import { existsSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { buildBlockRecord } from '@datocms/cma-client-node';
import { convert } from './convert.mjs';
import { inParallel } from './in-parallel.mjs';
import { linkTargets } from './link-target.mjs';
import { ensureModels } from './models.mjs';
import { idFor } from './page-id.mjs';
import { readFolder } from './read-folder.mjs';

/**
 * Brings a project in line with a folder: makes what is missing, changes what changed, publishes what is not
 * published, and leaves the rest alone.
 *
 * Three rounds, because pages link to each other: first all pages exist, then they get their content, then they
 * are published.
 */
export async function importFolder({ client, folder, bases = [] }) {
  const pages = await readFolder(folder, bases);
  const models = await ensureModels(client);
  const known = await knownItems(client, models);
  const sections = missingSections(pages, known);
  const missing = pages.filter((page) => !known.has(idFor('page', page.path)));
  const changed = pages.filter((page) => known.get(idFor('page', page.path))?.source_hash !== page.hash);

  const failures = [
    ...(await inParallel('Sections', sections, (section) => createSection(client, models, section))),
    ...(await inParallel('Pages', missing, (page) => createPage(client, models, page))),
  ];
  const targetOf = linkTargets(pages, bases);
  failures.push(
    ...(await inParallel('Content', changed, (page) => writeContent(client, models, page, targetOf))),
  );
  const waiting = await unpublishedPages(client, models);
  failures.push(
    ...(await inParallel('Publishing', waiting, (item) => publish(client, item), {
      label: (item) => item.path,
    })),
  );
  const samplePath = pages[0]?.path;
  return {
    samplePath,
    pages: pages.length,
    created: missing.length,
    changed: changed.length,
    published: waiting.length,
    failures,
  };
}

async function knownItems(client, models) {
  const known = new Map();
  for (const model of [models.page, models.section])
    for await (const item of client.items.listPagedIterator(
      { filter: { type: model.id }, version: 'current' },
      { perPage: 500 },
    ))
      known.set(item.id, item);
  return known;
}

function missingSections(pages, known) {
  const paths = new Set(pages.map((page) => page.sectionPath));
  return [...paths].map((path) => ({ path })).filter(({ path }) => !known.has(idFor('section', path)));
}

function createSection(client, models, { path }) {
  const name = path === '.' ? 'Home' : basename(path).replaceAll('-', ' ');
  return client.items.create({ id: idFor('section', path), item_type: models.section, name, path });
}

function createPage(client, models, page) {
  return client.items.create({
    id: idFor('page', page.path),
    item_type: models.page,
    title: page.title,
    path: page.path,
    description: page.description,
    section: idFor('section', page.sectionPath),
  });
}

/** The hash is written with the content, so that a run that was cut off is taken up where it stopped. */
async function writeContent(client, models, page, targetOf) {
  const images = await uploadImages(client, page);
  const content = await convert(page.tree, {
    targetOf: (href) => targetOf(href, page),
    tableBlock: (html) => buildBlockRecord({ item_type: models.table, html }),
    imageBlock: ({ src, alt }) =>
      buildBlockRecord({
        item_type: models.image,
        image: images.get(src) ?? null,
        address: src,
        description: alt,
      }),
  });
  await client.items.update(idFor('page', page.path), {
    title: page.title,
    description: page.description,
    content,
    source_hash: page.hash,
  });
}

async function uploadImages(client, page) {
  const images = new Map();
  for (const src of imageSources(page.tree)) {
    const localPath = resolve(dirname(page.file), decodeURI(src.split(/[?#]/)[0]));
    if (/^[a-z]+:/i.test(src) || !existsSync(localPath)) continue;
    const upload = await client.uploads.createFromLocalFile({ localPath, skipCreationIfAlreadyExists: true });
    images.set(src, { upload_id: upload.id });
  }
  return images;
}

function imageSources(node) {
  if (node.type === 'image') return [node.url];
  return (node.children ?? []).flatMap(imageSources);
}

async function unpublishedPages(client, models) {
  const waiting = [];
  for await (const item of client.items.listPagedIterator(
    { filter: { type: models.page.id }, version: 'current' },
    { perPage: 500 },
  ))
    if (item.meta.status !== 'published') waiting.push(item);
  return waiting;
}

/** A page may have been published meanwhile, as a reference of another: publishing again does no harm. */
function publish(client, item) {
  return client.items.publish(item.id);
}
