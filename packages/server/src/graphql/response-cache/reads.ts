import {
  anyRecordTag,
  contentTag,
  environmentTag,
  metaTag,
  primaryTag,
  type ReadVersion,
  recordTag,
  uploadsTag,
  uploadTag,
  usedUploadsTag,
} from '#cache-tags/content-tags.ts';

/** More make a header that clients and CDNs refuse to take (16 KB, together with all others). */
const MOST_TAGS = 500;

/** Where a query reads, and what of a record it looks at besides its values. */
interface ReadScope extends ReadVersion {
  /** The project, when the query names no environment: then a promotion changes all. */
  primaryOf: string | null;
  /** Metas that drafts move, also where published records are read. */
  readsDraftMetas: boolean;
  readsPositions: boolean;
}

/** Collects what one answer was made from, as cache tags. */
export class Reads {
  readonly place: ReadVersion;
  readonly #scope: ReadScope;
  /** Tags of records and assets by the tag of all their like. */
  readonly #single = new Map<string, string>();
  readonly #others = new Set<string>();

  constructor(scope: ReadScope) {
    this.place = { environmentId: scope.environmentId, version: scope.version };
    this.#scope = scope;
    this.#others.add(environmentTag(scope.environmentId));
    if (scope.primaryOf !== null) this.#others.add(primaryTag(scope.primaryOf));
  }

  add(tags: readonly string[]): void {
    for (const tag of tags) this.#others.add(tag);
  }

  addRecord({ id, itemTypeId }: { id: string; itemTypeId: string }): void {
    this.#single.set(recordTag(this.place, id), anyRecordTag(this.place, itemTypeId));
    if (this.#scope.readsPositions) this.#others.add(metaTag(this.place, itemTypeId, 'position'));
    if (!this.#scope.readsDraftMetas || this.place.version === 'current') return;
    const draft = { ...this.place, version: 'current' } as const;
    this.#single.set(recordTag(draft, id), anyRecordTag(draft, itemTypeId));
  }

  /** It may come to be seen. */
  addMissingRecord(id: string): void {
    this.#others.add(recordTag(this.place, id));
    if (this.#scope.readsDraftMetas) this.#others.add(recordTag({ ...this.place, version: 'current' }, id));
  }

  addUpload(id: string): void {
    const { environmentId } = this.place;
    this.#single.set(uploadTag(environmentId, id), uploadsTag(environmentId));
  }

  /** In a fixed order, so that equal answers have equal headers. Of very many, those of single records and assets make
   *  way for those of all their like; when even that is too much, for the environment's own. */
  tags(): string[] {
    const count = this.#single.size + this.#others.size;
    const single = count <= MOST_TAGS ? this.#single.keys() : this.#single.values();
    const tags = new Set([...this.#others, ...single]);
    return (tags.size <= MOST_TAGS ? [...tags] : this.#coarsest()).sort();
  }

  #coarsest(): string[] {
    const { environmentId, primaryOf, readsDraftMetas } = this.#scope;
    return [
      environmentTag(environmentId),
      ...(primaryOf === null ? [] : [primaryTag(primaryOf)]),
      contentTag(this.place),
      ...(readsDraftMetas && this.place.version === 'published'
        ? [contentTag({ environmentId, version: 'current' })]
        : []),
      uploadsTag(environmentId),
      usedUploadsTag(environmentId),
    ];
  }
}
