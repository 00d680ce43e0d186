import { newId } from '../../work/queue/new-id';

/** The drawings of one visit are one batch, so that they can be listed, looked through and exported together. */
export const DRAWN_SERIES = newId();
