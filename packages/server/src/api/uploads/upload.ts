import type { Identity } from '@recto/content/item/item';
import type { LocaleMetadata } from './default-metadata.ts';

/** What only the file itself can tell. */
export interface FileFacts {
  size: number;
  md5: string;
  mimeType: string | null;
  /** The extension that belongs to the content, without a dot. */
  format: string | null;
  isImage: boolean;
  width: number | null;
  height: number | null;
  /** The most frequent one first. */
  colors: { red: number; green: number; blue: number; alpha: number }[];
  /** Placeholders, from which a blurred picture is drawn. Null for what has no pixels. */
  blurhash: string | null;
  /** In base64. */
  thumbhash: string | null;
  exifInfo: Record<string, string | number>;
}

/** An asset of an environment. Several may share one file: forks keep the path. */
export interface Upload extends FileFacts {
  id: string;
  path: string;
  basename: string;
  filename: string;
  duration: number | null;
  frameRate: number | null;
  author: string | null;
  copyright: string | null;
  notes: string | null;
  tags: string[];
  smartTags: string[];
  /** By locale. */
  defaultFieldMetadata: Record<string, LocaleMetadata>;
  uploadCollectionId: string | null;
  creator: Identity;
  createdAt: Date;
  updatedAt: Date;
}
