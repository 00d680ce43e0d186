import type { EvaluationFigures } from '../src/app/model/card-files';
import type { EvaluationResult } from './results-table';

/** The fields that the model page shows, and no others: the file is fetched by every visitor of the page. */
const FIELDS = [
  'name',
  'split',
  'kind',
  'stage',
  'count',
  'exact',
  'wilson95',
  'digitAccuracy',
  'blank',
  'calibrationError',
  'sureShare',
  'sureAccuracy',
  'confusion',
  'reliability',
] as const satisfies readonly (keyof EvaluationFigures)[];

/** What the model page shows of each measured set, in the order given. */
export function cardFigures(results: readonly (EvaluationResult & EvaluationFigures)[]): EvaluationFigures[] {
  return results.map(
    (result) =>
      Object.fromEntries(
        FIELDS.flatMap((field) => (result[field] === undefined ? [] : [[field, result[field]]])),
      ) as unknown as EvaluationFigures,
  );
}
