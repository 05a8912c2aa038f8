import type { GraphQLObjectType } from 'graphql';

/** Record types say in their description what they are made of. The name may end in spaces, or hold brackets. */
const DESCRIPTION = /^(Record|Block) of type ([\s\S]*) \((\w+)\)$/;

export function isRecordType({ name, description }: GraphQLObjectType): boolean {
  return DESCRIPTION.test(description ?? '') && name.endsWith('Record');
}

export function readDescription({ description }: GraphQLObjectType): {
  isBlock: boolean;
  name: string;
  apiKey: string;
} {
  const [, kind, name = '', apiKey = ''] = DESCRIPTION.exec(description ?? '') ?? [];
  return { isBlock: kind === 'Block', name, apiKey };
}
