import type { Trial } from '../../shared/matching/trial.ts'

/** One council of the local stage is on trial, as a new model is everywhere, so that its questions are seen. */
export const localTrial: Trial = { needed: 100, authorities: ['E10000993'] }
