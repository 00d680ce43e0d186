/** What the reader does with a picture, in order. */
export type Stage = 'decode' | 'locate' | 'classify';
