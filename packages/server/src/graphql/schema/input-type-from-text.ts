import { type GraphQLInputType, GraphQLList, GraphQLNonNull } from 'graphql';

/** `[ItemId!]` → the list type, its innermost name looked up by `named`. */
export function inputTypeFromText(text: string, named: (name: string) => GraphQLInputType): GraphQLInputType {
  if (text.endsWith('!')) {
    const inner = inputTypeFromText(text.slice(0, -1), named);
    return inner instanceof GraphQLNonNull ? inner : new GraphQLNonNull(inner);
  }
  if (text.startsWith('[')) return new GraphQLList(inputTypeFromText(text.slice(1, -1), named));
  return named(text);
}
