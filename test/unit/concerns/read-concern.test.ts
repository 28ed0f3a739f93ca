import { describe, expect, it } from 'vitest'
import {
  faultOfAuthority,
  type StatedAuthority,
} from '../../../shared/agencies/stated-authority.ts'
import { readConcern } from '../../../shared/concerns/read-concern.ts'
import { storedConcernSchema } from '../../../shared/concerns/stored-concern.ts'
import { mostUnread } from '../../../shared/concerns/unread.ts'
import { aConcern } from '../../builders/a-concern.ts'
import { aDirectory } from '../../builders/a-directory.ts'
import { aStoredConcern } from '../../builders/a-stored-concern.ts'

const today = '2026-11-26'
const reading = {
  today,
  faultOfAuthority: (stated: StatedAuthority) => faultOfAuthority(aDirectory, stated, today),
  mailDomains: [],
}
const { subject } = aConcern()
const grave = { ...aConcern(), harm: 'H4', phoneCallMade: { made: true } }
const taken = (sent: object) => {
  const read = readConcern(sent, reading)
  if (read.kind === 'refused') throw new Error(JSON.stringify(read.issues))
  return read
}
const pointersOf = (sent: unknown): string[] => {
  const read = readConcern(sent, reading)
  return read.kind === 'taken' ? [] : read.issues.map(({ path }) => path.join('.'))
}

describe('a grave concern that is as it should be', () => {
  it('is taken as it is, and not incomplete', () => {
    expect(Object.keys(taken(grave))).toEqual(['kind', 'concern'])
  })

  it('is read as grave however the level is written', () => {
    expect(taken({ ...grave, harm: ' h4\u200b' }).concern.harm).toBe('H4')
  })
})

describe('a part of a grave concern that cannot be understood', () => {
  it.each([
    [
      'a wrong NHS number',
      { subject: { ...subject, nhsNumbers: ['9434765918'] } },
      '/subject/nhsNumbers/0',
      '9434765918',
    ],
    ['an unknown council', { authority: 'Leeds' }, '/authority', 'Leeds'],
    [
      'a date in words',
      { subject: { ...subject, dateOfBirth: 'May 1991' } },
      '/subject/dateOfBirth',
      'May 1991',
    ],
    [
      'a birth in the future',
      { children: [{ dateOfBirth: '2027' }] },
      '/children/0/dateOfBirth',
      '2027',
    ],
    [
      'a birth expected too late',
      { children: [{ expectedDateOfDelivery: '2028-01-01' }] },
      '/children/0/expectedDateOfDelivery',
      '2028-01-01',
    ],
    ['a factor that does not exist', { factors: ['99Z', '2B'] }, '/factors/0', '99Z'],
    ['an unknown field', { shoeSize: 7 }, '/shoeSize', '7'],
    [
      'a field within that is unknown',
      { subject: { ...subject, gait: { left: 'long' } } },
      '/subject/gait',
      '{"left":"long"}',
    ],
    ['a wrong type', { children: 'Odo and a sister' }, '/children', 'Odo and a sister'],
    ['a child that is only a text', { children: ['Odo'] }, '/children/0', 'Odo'],
    ['a text where there should be a person', { subject: 'Marta' }, '/subject', 'Marta'],
    [
      'a relationship to nobody named',
      { children: [{ relationships: [{ adult: 'otherAdults/3' }] }] },
      '/children/0/relationships/0/adult',
      'otherAdults/3',
    ],
    [
      'a level below its score',
      { domesticAbuse: { dash: { score: 20, level: 'MEDIUM' } } },
      '/domesticAbuse/dash/level',
      'MEDIUM',
    ],
  ])('is kept as it was written: %s', (...[, change, pointer, written]) => {
    const read = taken({ ...grave, ...change })
    expect(read.unread).toEqual([{ pointer, written }])
    expect(read.incomplete).toBe(true)
    const stored = aStoredConcern({
      concern: read.concern,
      unread: read.unread ?? [],
      incomplete: true,
    })
    expect(storedConcernSchema.parse(stored)).toEqual(stored)
  })

  it('leaves the rest as it was sent', () => {
    const { concern } = taken({ ...grave, factors: ['99Z', '2B'], authority: 'Leeds' })
    expect(concern).toMatchObject({ factors: ['2B'], authority: 'UNKNOWN', reason: grave.reason })
  })

  it('is, of a text that is too long, the whole: its beginning is taken', () => {
    const reason = 'ab '.repeat(300)
    const { concern, unread } = taken({ ...grave, reason })
    expect(concern.reason).toBe(reason.slice(0, 500).trim())
    expect(unread).toEqual([{ pointer: '/reason', written: reason }])
  })

  it('is cut after 4,000 characters, and says so', () => {
    const [one] = taken({ ...grave, reason: 'x'.repeat(9000) }).unread ?? []
    expect(one?.written).toBe(`${'x'.repeat(4000)} … (the first 4000 of 9000 characters)`)
  })

  it('is, of a list that is too long, what goes beyond', () => {
    const children = Array.from({ length: 14 }, (_, at) => ({ name: { given: `Child${at}` } }))
    const { concern, unread } = taken({ ...grave, children })
    expect(concern.children).toHaveLength(12)
    expect(unread).toEqual([
      { pointer: '/children/12', written: '{"name":{"given":"Child12"}}' },
      { pointer: '/children/13', written: '{"name":{"given":"Child13"}}' },
    ])
  })

  it('never gives one adult’s place to another', () => {
    const { concern } = taken({
      ...grave,
      otherAdults: ['Piet', { names: [{ given: 'Wanda' }] }],
      children: [{ relationships: [{ adult: 'otherAdults/1', relationship: 'MOTHER' }] }],
    })
    expect(concern.otherAdults.map(({ names }) => names)).toEqual([[], [{ given: 'Wanda' }]])
  })

  it('stands with others in one entry where there are very many', () => {
    const many = Object.fromEntries(Array.from({ length: 3000 }, (_, at) => [`k${at}`, at]))
    const { unread } = taken({ ...grave, ...many, authority: 'Leeds' })
    expect(unread?.[0]).toEqual({ pointer: '/authority', written: 'Leeds' })
    expect(unread).toHaveLength(mostUnread)
    expect(unread?.at(-1)?.written).toContain('/k98: 98')
    expect(JSON.stringify(unread).length).toBeLessThan(20_000)
  })
})

describe('what a grave concern lacks', () => {
  it('has its stated default', () => {
    expect(taken({ harm: 'H3', children: [{ name: { given: 'Percy' } }] })).toMatchObject({
      incomplete: true,
      concern: {
        purpose: 'safeguarding',
        authority: 'UNKNOWN',
        factors: [],
        narrative: [],
        reason: 'Not given.',
        subject: { names: [], relationshipToChild: 'UNKNOWN', contactLevel: 'UNKNOWN' },
        referrer: { name: 'Not given.', phone: 'Not given.', secureEmail: 'Not given.' },
      },
    })
  })

  it('is never safety: a telephone not said to be safe is not', () => {
    const domesticAbuse = { safeContact: { number: '01632 960123' }, dash: { score: 15 } }
    expect(taken({ ...grave, domesticAbuse }).concern.domesticAbuse).toMatchObject({
      safeContact: { safeToCall: false },
      dash: { score: 15, level: 'HIGH' },
    })
  })
})

describe('a concern that names nobody and no place', () => {
  const nobody = {
    harm: 'H4',
    reason: 'Somebody hurts a child.',
    subject: { relationshipToChild: 'MOTHER', addresses: [{ from: '2020-01-01' }] },
  }

  it('is refused, however grave', () => {
    expect(pointersOf(nobody)).toEqual(['subject'])
    expect(pointersOf({ harm: 'H4' })).toEqual(['subject'])
  })

  it.each([
    ['a first name', { subject: { names: [{ given: 'Petronella' }] } }],
    ['a telephone', { otherAdults: [{ phones: ['01632 960123'] }] }],
    ['a place', { childLocationNow: 'The blue house by the mill' }],
    ['a school', { children: [{ school: 'Mill Lane' }] }],
    ['a pregnancy', { subject: { pregnancy: { expectedDateOfDelivery: '2027-01-01' } } }],
    ['a date that cannot be read', { subject: { dateOfBirth: 'the fifth of May' } }],
  ])('is taken with %s', (_, change) => {
    expect(pointersOf({ ...nobody, ...change })).toEqual([])
  })
})

describe('a concern that is not grave', () => {
  it('is told everything to mend in one answer, also what only shows once a field is mended', () => {
    const sent = {
      ...aConcern(),
      subject: { ...subject, nhsNumbers: ['9434765918'], dateOfBirth: 'May 1991' },
      authority: 'E06999999',
      reason: 'x'.repeat(900),
      children: [{ name: 7, dateOfBirth: '2020-01-01', expectedDateOfDelivery: '2027-01-01' }],
      incidentOn: '2027-01-01',
      consent: { status: 'REFUSED' },
      factors: ['2B', '21', '3B'],
    }
    expect(pointersOf(sent).toSorted()).toEqual([
      'authority',
      'children.0.expectedDateOfDelivery',
      'children.0.name',
      'domesticAbuse',
      'factors',
      'incidentOn',
      'reason',
      'subject.dateOfBirth',
      'subject.nhsNumbers.0',
      'whyOverridden',
    ])
  })

  it('is what says a level that nobody can read', () => {
    expect(pointersOf({ ...grave, harm: 'urgent' })).toEqual(['harm'])
    expect(pointersOf({ ...grave, harm: undefined })).toEqual(['harm'])
  })

  it.each([null, 7, 'H4', [grave]])('is no object: %j', (sent) => {
    expect(pointersOf(sent)).toEqual([''])
  })
})

describe('blanks', () => {
  it('are as if left out, wherever they stand', () => {
    const blank = {
      interpreter: '',
      childView: ' \u200b\n',
      consent: { status: 'GIVEN', parentView: null },
      domesticAbuse: { refuge: '', safeContact: { number: null } },
      otherAdults: [null],
      subject: { ...subject, phones: ['', null], pregnancy: { hospital: '' } },
    }
    const without = { consent: { status: 'GIVEN' }, otherAdults: [] }
    expect(taken({ ...aConcern(), ...blank })).toEqual(taken({ ...aConcern(), ...without }))
  })

  it('move nobody to another’s place', () => {
    const { concern } = taken({
      ...aConcern(),
      otherAdults: [null, { names: [{ given: 'Wanda' }] }],
      children: [{ relationships: [{ adult: 'otherAdults/1' }] }],
    })
    expect(concern.children[0]?.relationships[0]?.adult).toBe('otherAdults/0')
  })

  it('do not move what a fault points at', () => {
    const phones = ['', null, 7]
    expect(pointersOf({ ...aConcern(), subject: { ...subject, phones } })).toEqual([
      'subject.phones.2',
    ])
  })
})
