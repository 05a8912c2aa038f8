import { linkRule } from './link-rule.ts';

export const structuredTextLinks = linkRule('structured_text_links');
