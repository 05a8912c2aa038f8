import { seoTextLength } from './seo-text-length.ts';

export const descriptionLength = seoTextLength('description');
