import { isSignature, sign } from '#secrets/sign.ts';

const PURPOSE = 'upload';

/** Where one file may be put at one path until a moment. The signature is the permission: no header is needed,
 *  so that browsers and scripts send the file as they would send it to any object store. */
export function signUploadUrl(origin: string, path: string, expiresAt: Date, secret: Buffer): string {
  const expires = String(expiresAt.getTime());
  return `${origin}${path}?expires=${expires}&signature=${sign(secret, PURPOSE, `${path} ${expires}`)}`;
}

export function isSignedUploadUrl(
  path: string,
  query: { expires: string; signature: string },
  { secret, now }: { secret: Buffer; now: Date },
): boolean {
  const isOurs = isSignature(secret, PURPOSE, `${path} ${query.expires}`, query.signature);
  return isOurs && Number(query.expires) > now.getTime();
}
