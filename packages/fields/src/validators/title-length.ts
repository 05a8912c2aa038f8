import { seoTextLength } from './seo-text-length.ts';

export const titleLength = seoTextLength('title');
