import { westmarch } from '../../infra/stages/local.ts'
import { daysFrom } from '../../local/people/calendar.ts'
import { fact } from '../../local/seed/concerns/concern-spec.ts'
import { given } from '../../local/seed/concerns/consent-given.ts'
import { practitionerOf } from '../../local/seed/practitioners.ts'
import type { ConcernInput } from '../../local/seed/seed-types.ts'
import type { HarmLevel } from '../../shared/codes/harm-levels.ts'
import { keptConcernSchema } from '../../shared/concerns/concern.ts'
import { newlyReceived } from '../../shared/concerns/newly-received.ts'
import type { StoredConcern } from '../../shared/concerns/stored-concern.ts'
import { concernIdSchema } from '../../shared/kernel/ids.ts'
import { uuidV7 } from '../../shared/kernel/uuid-v7.ts'

/** Of each hundred concerns, from the first that was received: immediate danger came last, so that order of arrival is the worst. */
export const levels = [
  ['H1', 45],
  ['H0', 5],
  ['H2', 35],
  ['H3', 12],
  ['H4', 3],
] as const satisfies readonly (readonly [HarmLevel, number])[]

const perHundred = levels.flatMap(([harm, count]) => Array<HarmLevel>(count).fill(harm))

const letters = 'abcdefghijklmnopqrstuvwxyz'

/** A name that nobody else of the run has. */
const nameOf = (number: number): string => {
  const rest = Math.floor(number / letters.length)
  return `${rest === 0 ? 'Q' : nameOf(rest - 1)}${letters[number % letters.length]}`
}

const concernAbout = (number: number, harm: HarmLevel, today: Date): ConcernInput => ({
  purpose: 'safeguarding',
  harm,
  authority: westmarch,
  subject: {
    names: [{ given: nameOf(7 * number + 3), family: nameOf(number) }],
    dateOfBirth: daysFrom(today, -9_000 - (number % 6_000)),
    sex: 'F',
    addresses: [],
    contactLevel: 'RESIDENT',
    relationshipToChild: 'MOTHER',
  },
  children: [],
  factors: ['2B'],
  reason: 'Drinks on most evenings again; the school has telephoned twice about mornings missed.',
  narrative: [fact('Missed two appointments; came to the third and smelt of alcohol.')],
  consent: given('Sharing with children’s social care')(today),
  referrer: practitionerOf('westmarch-substance-misuse', 0),
})

/** The same for the same number, and as even as chance would be. */
const idOf = (number: number, at: Date): string => {
  const random = new Uint8Array(16)
  const view = new DataView(random.buffer)
  view.setUint32(8, number)
  view.setUint32(12, Math.imul(number + 1, 0x9e3779b1))
  return uuidV7(at, random)
}

/** So many concerns, about families of whom nobody is known, received one after another until `until`. */
export function* stuckConcerns(count: number, until: Date): Generator<StoredConcern> {
  for (let number = 0; number < count; number += 1) {
    const harm = perHundred[Math.floor((100 * number) / count)] ?? 'H4'
    const at = new Date(until.getTime() - 10 * (count - number))
    yield newlyReceived({
      concernId: concernIdSchema.parse(idOf(number, at)),
      concern: keptConcernSchema.parse(concernAbout(number, harm, at)),
      submittedBy: {
        clientId: 'westmarch-substance-misuse',
        agency: 'turning-tide',
        agencyName: 'Turning Tide',
        agencyType: 'substance-misuse',
      },
      receivedAt: at.toISOString(),
    })
  }
}
