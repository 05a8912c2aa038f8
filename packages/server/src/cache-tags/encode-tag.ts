/** 36 to the power of 7: some 78 billion tags. Two subjects that share one are invalidated together, no more. */
const LENGTH = 7;
const COUNT = 36 ** LENGTH;

/**
 * What a tag stands for → the tag: letters and digits that every CDN takes, of a case that no CDN can lose. Sites
 * keep tags for months, so what this makes of a subject must never change.
 */
export function encodeTag(subject: string): string {
  // Two multiplicative hashes mixed into 53 bits. Nothing is secret here, and an answer has hundreds of tags.
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < subject.length; at += 1) {
    const unit = subject.charCodeAt(at);
    high = Math.imul(high ^ unit, 0x9e3779b1);
    low = Math.imul(low ^ unit, 0x5f356495);
  }
  high = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
  low = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
  const number = 0x1_0000_0000 * (0x1f_ffff & low) + (high >>> 0);
  return (number % COUNT).toString(36).padStart(LENGTH, '0');
}
