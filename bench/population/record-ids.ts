import { mix } from '../../local/people/mix.ts'

const idOf = (letter: string, seed: number, serial: number): string =>
  letter +
  mix(serial ^ mix(seed))
    .toString(16)
    .padStart(8, '0')

/** Ids tell nothing: neither who lives together nor who is whose subject. */
export const registerId = (seed: number, serial: number): string => idOf('a', seed, serial)
export const queryId = (seed: number, index: number): string => idOf('b', ~seed, index)
