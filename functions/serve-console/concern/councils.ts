import type { Deps } from '../deps.ts'
import type { Say } from '../texts/texts.ts'

/** The councils that can be chosen, and that nobody knows which: by code. */
export const councilsOf = ({ built }: Deps, say: Say): ReadonlyMap<string, string> =>
  new Map([
    ...built.settings.authorities.map(({ code, name }): [string, string] => [code, name]),
    ['UNKNOWN', say('option.council.UNKNOWN')],
    ['ABROAD', say('option.council.ABROAD')],
  ])

export const listOf = (councils: ReadonlyMap<string, string>) =>
  [...councils].map(([value, text]) => ({ value, text }))
