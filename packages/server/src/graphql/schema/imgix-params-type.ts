import {
  GraphQLEnumType,
  GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLScalarType,
  GraphQLString,
} from 'graphql';
import { IMGIX_PARAMS, IMGIX_REFERENCE, IMGIX_WORDS, type ImgixParam } from './imgix-params.ts';
import { inputTypeFromText } from './input-type-from-text.ts';
import { BooleanType, FloatType, IntType } from './scalars.ts';

const scalars: Record<string, GraphQLScalarType> = { BooleanType, FloatType, IntType, String: GraphQLString };

const enums = new Map(
  Object.entries(IMGIX_WORDS).map(([name, words]) => [
    name,
    new GraphQLEnumType({ name, values: Object.fromEntries(words.map((word) => [word, {}])) }),
  ]),
);

/** The same in every schema, so it is built once. */
export const ImgixParamsType = new GraphQLInputObjectType({
  name: 'ImgixParams',
  fields: Object.fromEntries(
    IMGIX_PARAMS.map((param) => [
      param.name,
      { type: inputTypeFromText(param.type, namedType), description: describe(param) },
    ]),
  ),
});

function namedType(name: string): GraphQLInputType {
  const type = scalars[name] ?? enums.get(name);
  if (!type) throw new Error(`No input type is called ${name}`);
  return type;
}

function describe({ title, text, dependsOn, page }: ImgixParam): string {
  const paragraphs = title ? [title, text] : [text];
  if (dependsOn) paragraphs.push(`Depends on: ${dependsOn.map((name) => `\`${name}\``).join(', ')}`);
  if (page) paragraphs.push(`[Open Imgix reference »](${IMGIX_REFERENCE}${page})`);
  return paragraphs.join('\n\n');
}
