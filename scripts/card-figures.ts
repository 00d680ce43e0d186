import type { CheckFigures, ResultsFile, ShareFigures } from '../src/app/pages/model/card-files';

type CardFigures = ResultsFile[number];

/** The fields that the model page shows, and no others: the file is fetched by every visitor of the page. */
const FIELDS = [
  'group',
  'name',
  'split',
  'kind',
  'stage',
  'count',
  'exact',
  'wilson95',
  'digitAccuracy',
  'blank',
  'withSureDigit',
  'parts',
  'calibrationError',
  'sureShare',
  'checkShare',
  'sureAccuracy',
  'confusion',
  'reliability',
] as const;

const PART_FIELDS = [
  'name',
  'count',
  'exact',
  'wilson95',
  'withSureDigit',
] as const satisfies readonly (keyof ShareFigures)[];

/** What the model page shows of each measured set, in the order given. */
export function cardFigures(results: ResultsFile): CardFigures[] {
  return results.map((result) => {
    const shown = picked(result, FIELDS);
    return 'parts' in result
      ? ({ ...shown, parts: result.parts.map((part) => picked(part, PART_FIELDS)) } as CheckFigures)
      : shown;
  });
}

function picked<Row extends object>(row: Row, fields: readonly string[]): Row {
  return Object.fromEntries(Object.entries(row).filter(([field]) => fields.includes(field))) as Row;
}
