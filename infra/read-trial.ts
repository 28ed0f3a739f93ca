import { authorityCodes, isServed } from '../shared/agencies/authorities.ts'

/** How a model is tried: matches that people must confirm in a row, and the authorities on whose registers it is on trial. */
export type TrialSettings = {
  readonly matches: number
  readonly authorities: readonly string[]
}

/** @throws Error naming a code of an authority that this hub does not serve, or a number that is none */
export const readTrial = (matches: string, authorities: string): TrialSettings => {
  const needed = Number(matches)
  if (!Number.isInteger(needed) || needed < 0)
    throw new Error(`context trialMatches is a whole number, not ${matches}`)
  if (authorities === 'ALL') return { matches: needed, authorities: authorityCodes }
  const codes = authorities.split(',').filter((code) => code !== '')
  const unknown = codes.filter((code) => !isServed(code))
  if (unknown.length > 0)
    throw new Error(
      `context trialAuthorities names ${unknown.join(', ')}, whom this hub does not serve`,
    )
  return { matches: needed, authorities: codes }
}
