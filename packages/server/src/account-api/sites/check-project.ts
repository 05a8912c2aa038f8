import { type ErrorReason, refusal } from '@recto/content/refusal';

/** A language, and where needed its script and region: `en`, `pt-BR`, `zh-Hant-TW`. */
const LOCALE = /^[A-Za-z]{2,4}([_-][A-Za-z]{4})?([_-]([A-Za-z]{2}|[0-9]{3}))?$/;
/** One label of a host name. */
const SUBDOMAIN = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

export interface ProjectAttributes {
  name?: string;
  internal_subdomain?: string;
  main_locale?: string;
  template?: string | null;
}

/** Everything that is wrong with what a caller wants a project to be. */
export function projectProblems(attributes: ProjectAttributes): ErrorReason[] {
  const { name, internal_subdomain: subdomain, main_locale: locale, template } = attributes;
  const problems: ErrorReason[] = [];
  if (name !== undefined && name.trim() === '') problems.push(siteProblem('name', 'VALIDATION_REQUIRED'));
  if (subdomain !== undefined && !SUBDOMAIN.test(subdomain)) {
    problems.push(siteProblem('internal_subdomain', 'VALIDATION_INVALID'));
  }
  if (locale !== undefined && !LOCALE.test(locale)) {
    problems.push(siteProblem('main_locale', 'VALIDATION_INVALID'));
  }
  if (template) problems.push(siteProblem('template', 'VALIDATION_INVALID'));
  return problems;
}

export function siteProblem(field: string, code: string): ErrorReason {
  const [reason] = refusal('INVALID_FIELD', { field, code, record_type: 'Site' }).reasons;
  return reason as ErrorReason; // a refusal has at least one
}

/** A subdomain made from a project's name: `My blog!` → `my-blog-3f2a`. The end keeps equal names apart. */
export function suggestSubdomain(name: string, suffix: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '');
  return `${words || 'project'}-${suffix}`;
}
