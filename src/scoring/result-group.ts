/**
 * What a measured figure is about: numbers and digits of a data set, all real sets together, numbers made hard, pictures
 * changed in a way that leaves a person reading the same, damaged digits, pictures without digits, digits and numbers of other numeral
 * scripts, number plates and codes with letters.
 */
export const RESULT_GROUPS = ['sets', 'together', 'hard', 'changed', 'damaged', 'empty', 'scripts', 'plates'] as const;

export type ResultGroup = (typeof RESULT_GROUPS)[number];
