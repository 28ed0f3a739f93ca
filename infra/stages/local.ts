import type { StageFile } from './stage-file.ts'

// Invented (not widened, so that an object with one of them keeps its type): the Office for National Statistics issues no numbers from 991.
export const westmarch = 'E06000991' as const
export const northmoor = 'E08000992' as const
export const eastvale = 'E10000993' as const
/** Delivered to by push and seal; it has no families, clients or town, and no test expects any. */
export const southfen = 'E09000994' as const

/** The hub rehearses with it; it is no place. */
export const rehearsed = 'E06000999' as const

/** Where Eastvale's systems run: an AWS account of its own, as invented as itself. */
export const eastvaleAccount = '555566667777'

/** The authorities of the local stage that have families and systems, by code. */
export const localCodes = [westmarch, northmoor, eastvale] as const
export type LocalCode = (typeof localCodes)[number]

/** The stage that runs on a laptop: three invented authorities, four invented agencies. One authority is on trial, as a new model is everywhere, so that its questions are seen. */
export const stage = {
  directory: {
    authorities: [
      { code: westmarch, name: 'Westmarch', key: 'westmarch' },
      { code: northmoor, name: 'Northmoor', key: 'northmoor' },
      {
        code: eastvale,
        name: 'Eastvale',
        key: 'eastvale',
        delivery: { mode: 'queue', account: eastvaleAccount },
      },
      {
        code: southfen,
        name: 'Southfen',
        key: 'southfen',
        delivery: { mode: 'push', url: 'https://receiver.southfen.example/alerts' },
      },
      {
        code: rehearsed,
        name: 'Rehearsal of the hub',
        key: 'rehearsal-authority',
        rehearsal: true,
      },
    ],
    agencies: [
      {
        key: 'turning-tide',
        name: 'Turning Tide drug and alcohol service',
        type: 'substance-misuse',
      },
      {
        key: 'westmarch-mental-health-trust',
        name: 'Westmarch and Vale Mental Health NHS Trust',
        type: 'adult-mental-health',
      },
      { key: 'safe-harbour-northmoor', name: 'Safe Harbour Northmoor', type: 'domestic-abuse' },
      {
        key: 'eastvale-learning-disability',
        name: 'Eastvale community learning disability team',
        type: 'learning-disability',
      },
      {
        key: 'rehearsal',
        name: 'Rehearsal of the hub',
        type: 'substance-misuse',
        rehearsal: true,
      },
    ],
  },
  agencyStacks: 1,
  trial: { needed: 100, authorities: [eastvale] },
} as const satisfies StageFile
