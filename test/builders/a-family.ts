import { anAgreement } from '../../local/seed/agreements.ts'
import type { Gathered } from '../../shared/assessing/gathered.ts'
import { adultIdSchema, childIdSchema } from '../../shared/kernel/ids.ts'
import { childSchema } from '../../shared/register/child.ts'
import { planChange } from '../../shared/register/plan-change.ts'
import { aChild } from './a-child.ts'
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
  const child = childSchema.parse(aChild(change))
  const childId = childIdSchema.parse('E06000991.C1')
  const adultIds = child.adults.map(({ id }) => adultIdSchema.parse(`E06000991.${id}`))
  const before = { child: undefined, adults: [] }
  const { child: stored, adults } = await planChange(
    { childId, child, adultIds, before, now },
    (keys) => Promise.resolve(keys.map(({ type, value }) => `${type}:${value}`)),
  )
  return {
    ...nobodyKnown,
    adults: adults.map(({ adult }) => adult),
    children: [stored],
    chronologies: [{ childId, version: 0, notifications: [] }],
  }
}
