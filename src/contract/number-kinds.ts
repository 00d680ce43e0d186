/** What a number's text may mean; the words are the messages `kind.<id>`. */
export const NUMBER_KINDS = [
  'integer',
  'grouped',
  'decimal',
  'signed',
  'fraction',
  'date',
  'time',
  'percent',
  'amount',
  'phone',
  'expression',
  'code',
  'other',
] as const;
