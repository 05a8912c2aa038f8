import { Ajv, type AnySchema } from 'ajv';
import type { Hyperschema } from './read-links.ts';
import type { Answered } from './record-answers.ts';

/** Tells what is wrong with an answer by the schema of its endpoint. */
export function checkBy(described: object): (answer: Answered) => unknown[] {
  // The validator knows no hyper-schema; without the name of its draft it reads the schemas in it.
  const withoutDraft = (key: string, part: unknown) => (key === '$schema' ? undefined : part);
  const hyperschema: Hyperschema & AnySchema = JSON.parse(JSON.stringify(described, withoutDraft));
  const ajv = new Ajv({ strict: false, schemas: { api: hyperschema } });
  return ({ endpoint, status, document }) => {
    const [resource = '', rel] = endpoint.split(' ');
    const links = hyperschema.definitions[resource]?.links ?? [];
    const index = links.findIndex((link) => link.rel === rel);
    const part = links[index]?.jobSchema && status !== 202 ? 'jobSchema' : 'targetSchema';
    if (document === null) return links[index]?.targetSchema ? ['has no body'] : [];
    ajv.validate(`api#/definitions/${resource}/links/${index}/${part}`, document);
    return ajv.errors ?? [];
  };
}
