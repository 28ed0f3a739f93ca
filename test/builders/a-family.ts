import { anAgreement } from '../../local/seed/agreements.ts'
import type { Gathered } from '../../shared/assessing/gathered.ts'
import type { aChild } from './a-child.ts'
import { planned } from './a-registered-family.ts'
import { now } from './ports.ts'

/** What is gathered where nobody is known. */
export const nobodyKnown: Gathered = {
  adults: [],
  children: [],
  chronologies: [],
  incomplete: false,
  confirmedInTrial: 0,
  agreements: [anAgreement('turning-tide', 'E06000991', now)],
}

/** What is gathered around the subject of `aConcern` where Westmarch has her on its register, with one child. */
export const aFamily = async (change: Parameters<typeof aChild>[0] = {}): Promise<Gathered> => {
  const { records } = await planned(change)
  const adults = records.flatMap((one) => (one.kind === 'adult' ? (one.after ?? []) : []))
  const children = records.flatMap((one) => (one.kind === 'child' ? (one.after ?? []) : []))
  return {
    ...nobodyKnown,
    adults,
    children,
    chronologies: children.map(({ childId }) => ({ childId, version: 0, notifications: [] })),
  }
}
