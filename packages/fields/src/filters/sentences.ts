import type { FilterOperator } from '@recto/content/condition';
import { exists, minuteBounds, minuteEq, minuteNeq } from './operators.ts';

/** Sentences of the published schema that several filter inputs share, typing mistakes included. */
export const EXACT = 'Search for records with an exact match';
export const NOT_EXACT = 'Exclude records with an exact match';
export const DEFINED = 'Filter records with the specified field defined (i.e. with any value) or not';
export const REGEXP = 'Filter records based on a regular expression';
export const NOT_REGEXP = 'Exclude records based on a regular expression';
export const UPLOAD_REGEXP = 'Filter uploads based on a regular expression';
export const UPLOAD_NOT_REGEXP = 'Exclude uploads based on a regular expression';

export const RECORD_BOUNDS = {
  gt: "Filter records with a value that's strictly greater than the one specified",
  lt: "Filter records with a value that's less than the one specified",
  gte: "Filter records with a value that's greater than or equal to the one specified",
  lte: "Filter records with a value that's less or equal than the one specified",
};

const TRUNCATED = 'Seconds and milliseconds are truncated from the argument.';

/** Moments of records: fields and dated metas alike. */
export const RECORD_MINUTE_OPERATORS: readonly FilterOperator[] = [
  ...minuteBounds(['gt', 'lt', 'gte', 'lte'], {
    gt: `${RECORD_BOUNDS.gt}. ${TRUNCATED}`,
    lt: `${RECORD_BOUNDS.lt}. ${TRUNCATED}`,
    gte: `Filter records with a value that's greater than or equal to than the one specified. ${TRUNCATED}`,
    lte: `${RECORD_BOUNDS.lte}. ${TRUNCATED}`,
  }),
  minuteEq(`Filter records with a value that's within the specified minute range. ${TRUNCATED}`),
  minuteNeq(`Filter records with a value that's outside the specified minute range. ${TRUNCATED}`),
  exists(DEFINED),
];

export const UPLOAD_MINUTE_OPERATORS: readonly FilterOperator[] = [
  minuteEq('Search for uploads with an exact match'),
  minuteNeq('Exclude uploads with an exact match'),
  ...minuteBounds(['lt', 'lte', 'gt', 'gte'], {
    lt: "Filter uploads with a value that's less than the one specified",
    lte: "Filter uploads with a value that's less or equal than the one specified",
    gt: "Filter uploads with a value that's strictly greater than the one specified",
    gte: "Filter uploads with a value that's greater than or equal to the one specified",
  }),
];
