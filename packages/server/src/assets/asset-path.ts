/** Uploads are served below this path, so an upload's `path` is also the path of its URL. */
const PREFIX = '/assets';

/** Path of an upload → where its file rests in the store. Undefined for what is no path of the project. */
export function storePathOf(uploadPath: string, siteId: string): string | undefined {
  const [, site, file, ...rest] = uploadPath.startsWith(`${PREFIX}/`)
    ? uploadPath.slice(PREFIX.length).split('/')
    : [];
  if (site !== siteId || rest.length > 0) return undefined;
  if (!/^[A-Za-z0-9_-]{1,64}$/.test(siteId)) return undefined;
  return file !== undefined && isFileName(file) ? `/${site}/${file}` : undefined;
}

export function uploadPathOf(siteId: string, file: string): string {
  return `${PREFIX}/${siteId}/${file}`;
}

/** `<timestamp>-<name>`, nothing that could climb out of a folder. */
function isFileName(file: string): boolean {
  return /^\d{1,20}-[A-Za-z0-9_.-]{1,180}$/.test(file);
}

/** The name as its uploader knows it: without the timestamp that makes it unique. */
export function fileNameOf(uploadPath: string): string {
  return uploadPath.slice(uploadPath.lastIndexOf('/') + 1).replace(/^\d+-/, '');
}
