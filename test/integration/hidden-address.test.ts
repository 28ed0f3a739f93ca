import { describe, expect, it } from 'vitest'
import type { Assessment } from '../../shared/assessing/assessment.ts'
import { aChild, anAdult } from '../builders/a-child.ts'
import { aConcern } from '../builders/a-concern.ts'
import { allRows, callsOf } from '../builders/hub-calls.ts'
import { startCaseworkHub } from './in-process-hub.ts'

type Subject = ReturnType<typeof aConcern>['subject']

const whereabouts = {
  addresses: [{ houseNumber: '14', street: 'Tannery Row', town: 'Westmarch', postcode: 'WM1 4AB' }],
  phones: ['01632 960123'],
  emails: ['marta@example.org'],
} as const
const mother = anAdult({
  phones: [...whereabouts.phones],
  emails: [...whereabouts.emails],
  nhsNumbers: ['9434765919'],
})
const name = { given: 'Marta', family: 'Quillfeather' }
const standing = {
  relationshipToChild: 'UNKNOWN',
  contactLevel: 'UNKNOWN',
} as const

/** What somebody who looks for a hidden family may know of it: where it might be, and no more than a name. */
const guesses: Readonly<Record<string, Subject>> = {
  'address and family name': {
    ...standing,
    names: [{ family: 'Quillfeather' }],
    addresses: [...whereabouts.addresses],
  },
  'address, telephone and e-mail': {
    ...standing,
    names: [{ family: 'Quillfeather' }],
    addresses: [...whereabouts.addresses],
    phones: [...whereabouts.phones],
    emails: [...whereabouts.emails],
  },
  'address and year of birth': {
    ...standing,
    names: [{ given: 'Nobody', family: 'Oakapple' }],
    dateOfBirth: '1991',
    addresses: [...whereabouts.addresses],
  },
}

/** The match of a concern that names no child, as the hub keeps it; what is new to each concern left out. */
const matchOf = async (subject: Subject, child: ReturnType<typeof aChild> | undefined) => {
  const hub = await startCaseworkHub('hidden')
  const calls = callsOf(hub)
  if (child !== undefined) await calls.putChild('C1', child)
  const concern = aConcern({ subject, children: [], whyChildrenUnknown: 'Not said.' })
  await calls.submit('a-key-of-some-length', concern)
  await hub.settle()
  const assessments = (await allRows(hub, 'casework')).flatMap(({ assessment }) =>
    assessment === undefined ? [] : [assessment as Assessment],
  )
  const [made] = assessments
  const match = made?.matches.find(({ person }) => person === 'subject')?.match
  return { match, rule: made?.decision.rule, published: hub.published.length }
}
const hidden = aChild({ restricted: { address: true }, adults: [mother] })
const open = aChild({ adults: [mother] })

describe.each(Object.entries(guesses))('a search by %s', (_, subject) => {
  it('finds a family whose address is restricted no more than one that is not there', async () => {
    expect(await matchOf(subject, hidden)).toEqual(await matchOf(subject, undefined))
  })

  it('would have found it', async () => {
    expect((await matchOf(subject, open)).match).toMatchObject({ candidates: [{}] })
  })
})

describe('a hidden adult', () => {
  it('is found by name, date of birth and NHS number', async () => {
    const subject = { ...standing, names: [name], dateOfBirth: '1991-04-17' }
    const found = await matchOf({ ...subject, nhsNumbers: ['9434765919'] }, hidden)
    expect(found.match).toMatchObject({ band: 'CONFIRMED' })
  })

  it('gains nothing from the right address, which a wrong one shows', async () => {
    const subject = { ...standing, names: [name], dateOfBirth: '1991-04-17' }
    const elsewhere = [{ houseNumber: '2', street: 'Kiln Yard', postcode: 'ZQ9 9ZZ' }]
    const right = await matchOf({ ...subject, addresses: [...whereabouts.addresses] }, hidden)
    const wrong = await matchOf({ ...subject, addresses: elsewhere }, hidden)
    expect(right).toEqual(wrong)
  })
})
