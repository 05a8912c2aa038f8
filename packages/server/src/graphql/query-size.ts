import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLFormattedError,
  Kind,
  type SelectionSetNode,
} from 'graphql';

/** Levels of braces, with fragments written out. */
const DEEPEST = 100;
/** Fields, with fragments written out: those that double each other are told before anybody writes them out. */
const MOST_FIELDS = 100_000;
const MOST_FRAGMENTS = 1_000;
const MOST_OPERATIONS = 100;
/** Lists of `__schema` and `__type`, which cost no points: the usual introspection asks for ten. */
const MOST_INTROSPECTED = 50;
const LISTS = new Set([
  'types',
  'fields',
  'args',
  'inputFields',
  'interfaces',
  'possibleTypes',
  'enumValues',
  'directives',
]);

interface Size {
  fields: number;
  depth: number;
  /** Fields that are called like lists of an introspection, and those of them that are. */
  lists: number;
  introspected: number;
}

const NOTHING: Readonly<Size> = { fields: 0, depth: 0, lists: 0, introspected: 0 };

/** How large a query is with its fragments written out; or that it is too large for anyone to walk, before
 *  anyone has walked it. Fragments in a ring count as nothing: validation names them. */
export function measureQuery(document: DocumentNode): { fields: number } | { error: GraphQLFormattedError } {
  const fragments = new Map<string, FragmentDefinitionNode>();
  const sets: SelectionSetNode[] = [];
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
    if ('selectionSet' in definition) sets.push(definition.selectionSet);
  }
  if (fragments.size > MOST_FRAGMENTS) return { error: tooLarge(`more than ${MOST_FRAGMENTS} fragments`) };
  if (sets.length - fragments.size > MOST_OPERATIONS)
    return { error: tooLarge(`more than ${MOST_OPERATIONS} operations`) };
  const known = new Map<string, Readonly<Size>>();
  let fields = 0;
  for (const set of sets) {
    const size = measureSet(set, 1, fragments, known);
    if (size.depth > DEEPEST) return { error: tooLarge(`more than ${DEEPEST} levels`) };
    if (size.introspected > MOST_INTROSPECTED)
      return { error: tooLarge('it asks for the schema many times') };
    fields = Math.max(fields, size.fields);
  }
  return fields > MOST_FIELDS ? { error: tooLarge(`more than ${MOST_FIELDS} fields`) } : { fields };
}

function measureSet(
  set: SelectionSetNode,
  level: number,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  known: Map<string, Readonly<Size>>,
): Size {
  const total: Size = { ...NOTHING, depth: 1 };
  // Deeper than is allowed: said by the depth, without going there.
  if (level > DEEPEST) return { ...NOTHING, depth: DEEPEST + 1 };
  for (const selection of set.selections) {
    const name = selection.kind === Kind.FIELD ? selection.name.value : '';
    total.fields += selection.kind === Kind.FIELD ? 1 : 0;
    total.lists += LISTS.has(name) ? 1 : 0;
    const below =
      selection.kind === Kind.FRAGMENT_SPREAD
        ? measureFragment(selection.name.value, level + 1, fragments, known)
        : selection.selectionSet && measureSet(selection.selectionSet, level + 1, fragments, known);
    if (!below) continue;
    total.fields += below.fields;
    total.depth = Math.max(total.depth, 1 + below.depth);
    total.lists += below.lists;
    total.introspected += name === '__schema' || name === '__type' ? below.lists : below.introspected;
  }
  return total;
}

function measureFragment(
  name: string,
  level: number,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  known: Map<string, Readonly<Size>>,
): Readonly<Size> {
  const size = known.get(name);
  if (size) return size;
  const fragment = fragments.get(name);
  known.set(name, NOTHING);
  const measured = fragment ? measureSet(fragment.selectionSet, level, fragments, known) : NOTHING;
  known.set(name, measured);
  return measured;
}

function tooLarge(what: string): GraphQLFormattedError {
  return { message: `Query is too large: ${what}`, extensions: { code: 'maxSize' } };
}
