import type { Gathered, Neighbourhood } from '../../shared/assessing/gathered.ts'
import type { aChild } from './a-child.ts'
import { planned } from './a-registered-family.ts'

/** What is gathered where nobody is known. */
export const nobodyKnown: Gathered = {
  adults: [],
  children: [],
  sought: [],
  confirmedInTrial: 0,
}

/** What is around the subject of `aConcern` where Westmarch has her on its register, with one child. */
export const aFamily = async (
  change: Parameters<typeof aChild>[0] = {},
): Promise<Neighbourhood> => {
  const { records } = await planned(change)
  const adults = records.flatMap((one) => (one.kind === 'adult' ? (one.after ?? []) : []))
  const children = records.flatMap((one) => (one.kind === 'child' ? (one.after ?? []) : []))
  return {
    adults,
    children,
    entries: [],
    chronologies: children.map(({ childId }) => ({ childId, version: 0, notifications: [] })),
  }
}
