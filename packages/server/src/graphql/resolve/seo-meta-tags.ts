export interface TagSource {
  tag: string;
  attributes: Readonly<Record<string, string>> | null;
  content: string | null;
}

/** No tags yet: what they hold is drawn from the SEO field, the record and the project's preferences together,
 *  which are still to come. */
export function seoMetaTags(): TagSource[] {
  return [];
}
