import type { Condition, Operand } from '@recto/content/condition';
import type { JsonObject } from '@recto/content/json';
import { all, type FilterReader, readFilter } from './read-filter.ts';

export interface BlocksFilter {
  any?: JsonObject | null;
  exists?: boolean | null;
  containsAny?: Readonly<Record<string, boolean | null>> | null;
}

interface BlockKind {
  key: string;
  itemTypeId: string;
  filter: FilterReader;
}

/** All that is said must hold; each kind of block named in `any` needs a block of its own. */
export function readBlocksFilter(
  kinds: readonly BlockKind[],
  { any, exists, containsAny }: BlocksFilter,
  operand: Operand,
  locale: string,
): Condition {
  const ofKinds = kinds.flatMap(({ key, itemTypeId, filter }) => {
    const wanted = any?.[key] as JsonObject | null | undefined;
    const meeting = (given: JsonObject): Condition => ({
      kind: 'any_block',
      operand,
      itemTypeId,
      condition: readFilter(filter.keys(), given, locale),
    });
    return [...(wanted ? [meeting(wanted)] : []), ...presence(containsAny?.[key], operand, itemTypeId)];
  });
  return all([...ofKinds, ...presence(exists, operand, null)]);
}

function presence(
  isWanted: boolean | null | undefined,
  operand: Operand,
  itemTypeId: string | null,
): Condition[] {
  if (isWanted === null || isWanted === undefined) return [];
  const condition: Condition = { kind: 'any_block', operand, itemTypeId, condition: null };
  return [isWanted ? condition : { kind: 'not', condition }];
}
