import { factsOf } from '../../cli/evaluate/read-people.ts'
import { westmarch } from '../../infra/stages/local.ts'
import type { Home, Person } from '../../local/people/people-types.ts'
import type { Random } from '../../local/people/random.ts'
import { keptConcernSchema } from '../../shared/concerns/concern.ts'
import { newlyReceived } from '../../shared/concerns/newly-received.ts'
import type { StoredConcern } from '../../shared/concerns/stored-concern.ts'
import { concernIdSchema } from '../../shared/kernel/ids.ts'
import type { Family, Member } from '../children/families.ts'
import { toldChild } from '../children/told-child.ts'
import { notificationRow } from '../population/notification.ts'

const children = 4
const adults = 2

const told = (person: Person, home: Home, random: Random) => {
  const { names, dateOfBirth, sex, addresses, phones, emails, otherIdentifiers } = factsOf(
    notificationRow('', { person, home }, random),
  )
  const isWhole = dateOfBirth !== undefined && !dateOfBirth.includes('X')
  return {
    names,
    ...(isWhole && { dateOfBirth }),
    ...(sex !== undefined && { sex }),
    addresses,
    phones,
    emails,
    nhsNumbers: (otherIdentifiers ?? []).filter((number) => number.length === 10),
  }
}

const childTold = (member: Member, home: Home, random: Random) => {
  const { names, dateOfBirth, sex, age } = toldChild(member, random, home)
  return {
    name: names[0],
    ...(dateOfBirth !== undefined && { dateOfBirth }),
    ...(age !== undefined && { ageYears: age.years }),
    ...(sex !== undefined && { sex }),
  }
}

/**
 * A concern, in need of a social worker, about two adults and four children: those of one family, with adults and
 * children of others in their home where the family has fewer. All are registered.
 */
export const concernOfSix = (
  families: readonly [Family, ...Family[]],
  { random, at, id }: { readonly random: Random; readonly at: Date; readonly id: string },
): StoredConcern => {
  const [{ home }] = families
  const [subject, ...others] = families.flatMap(({ parents }) => parents).slice(0, adults)
  if (subject === undefined) throw new Error('a family of the population has a parent')
  const members = families.flatMap((family) =>
    family.children.map((child): Member => ({ child, family })),
  )
  const concern = keptConcernSchema.parse({
    harm: 'H2',
    purpose: 'safeguarding',
    authority: westmarch,
    subject: { ...told(subject, home, random), relationshipToChild: 'MOTHER' },
    otherAdults: others.map((adult) => told(adult, home, random)),
    children: members.slice(0, children).map((member) => childTold(member, home, random)),
    factors: ['2B'],
    reason: 'Relapse.',
    consent: { status: 'GIVEN' },
  })
  return newlyReceived({
    concernId: concernIdSchema.parse(id),
    concern,
    submittedBy: {
      clientId: 'bench',
      agency: 'turning-tide',
      agencyName: 'Turning Tide',
      agencyType: 'substance-misuse',
    },
    receivedAt: at.toISOString(),
  })
}
