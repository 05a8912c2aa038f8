import {
  type DocumentNode,
  type GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  OverlappingFieldsCanBeMergedRule,
  specifiedRules,
  type ValidationContext,
  type ValidationRule,
  validate,
} from 'graphql';
import { conflictingFields } from './conflicting-fields.ts';
import { findPlaces } from './node-places.ts';
import { presentValidationError } from './present-errors.ts';

const MOST_ERRORS = 50;

/** What is wrong with a query, in the words of the protocol. */
export function validateQuery(schema: GraphQLSchema, document: DocumentNode): GraphQLFormattedError[] {
  const found = new Map<GraphQLError, string>();
  const rules = RULES.map((rule) => named(rule, found));
  const errors = validate(schema, document, rules, { maxErrors: MOST_ERRORS });
  if (errors.length === 0) return conflictingFields(schema, document);
  const nodes = errors.flatMap((error) => error.nodes?.slice(0, 2) ?? []);
  const placeOf = findPlaces(nodes, schema, document);
  return errors.map((error) => presentValidationError(error, found.get(error), placeOf));
}

/** One response key may be `String!` on one type of a union and `String` on another: websites rely on it, and the
 *  rule that is left out here refuses it. What really conflicts is found by `conflictingFields`. */
const RULES = specifiedRules.filter((rule) => rule !== OverlappingFieldsCanBeMergedRule);

/** Remembers which rule found an error: the wording and the code depend on it. */
function named(rule: ValidationRule, found: Map<GraphQLError, string>): ValidationRule {
  return (context) => {
    const reportError = (error: GraphQLError) => {
      found.set(error, rule.name);
      context.reportError(error);
    };
    const naming = Object.create(context, { reportError: { value: reportError } }) as ValidationContext;
    return rule(naming);
  };
}
