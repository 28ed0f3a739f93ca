import { describe, expect, it } from 'vitest'
import { westmarch } from '../../../infra/stages/local.ts'
import type { StoredConcern } from '../../../shared/concerns/stored-concern.ts'
import {
  isHiddenIn,
  type Known,
  protectedIn,
  protectionOf,
  struckFrom,
} from '../../../shared/household/protection.ts'
import { striker } from '../../../shared/people/striking/striker.ts'
import { type aChild, anAdult } from '../../builders/a-child.ts'
import { aRegisteredFamily } from '../../builders/a-registered-family.ts'
import { aConcernId, aStoredConcern } from '../../builders/a-stored-concern.ts'

type Change = NonNullable<Parameters<typeof aChild>[0]>

const hers = { houseNumber: 'Rose House', street: 'Secret Row', postcode: 'NM3 1ZZ' }
const his = { houseNumber: '12', street: 'Kiln Road', town: 'Westmarch', postcode: 'WM4 8AB' }
const mother = (change: Parameters<typeof anAdult>[0] = {}) =>
  anAdult({ id: 'M', addresses: [hers], phones: ['07700 900222'], ...change })
const father = (change: Parameters<typeof anAdult>[0] = {}) =>
  anAdult({
    id: 'F',
    names: [{ given: 'Dario', family: 'Marchetti' }],
    addresses: [his],
    relationship: 'FATHER',
    livesWithChild: 'NO',
    ...change,
  })
const around = (...changes: Change[]) => {
  const all = changes.map((change, at) => aRegisteredFamily(change, `C${at}`))
  const adults = new Map(all.flatMap((one) => one.adults.map((who) => [who.adultId, who])))
  return { adults: [...adults.values()], children: all.map(({ child }) => child) }
}
const family = (change: Change = {}) =>
  around({
    addresses: [hers],
    school: 'Oxgodby Academy',
    adults: [mother(), father()],
    ...change,
  })

const about = (sent: object = {}): StoredConcern =>
  aStoredConcern(
    {},
    {
      subject: {
        names: [{ given: 'Dario', family: 'Marchetti' }],
        addresses: [his],
        relationshipToChild: 'FATHER',
        contactLevel: 'NONE',
      },
      children: [],
      ...sent,
    },
  )
const known = (person: Known['person'], ...confirmed: string[]): Known => ({
  person,
  confirmed,
  possible: [],
})
const himself = known('subject', `${westmarch}.F`)

const words = (
  text: string,
  {
    register = family(),
    concerns = [],
    stored = about(),
    isOwnAlert = true,
    who = [himself],
  }: {
    readonly register?: ReturnType<typeof around>
    readonly concerns?: readonly StoredConcern[]
    readonly stored?: StoredConcern
    readonly isOwnAlert?: boolean
    readonly who?: readonly Known[]
  } = {},
): string =>
  striker(
    struckFrom(protectionOf(register, [stored, ...concerns]), stored, { isOwnAlert, known: who }),
  )(text)

describe('a protected place, in what is told of another adult of the household,', () => {
  const hiddenChild = family({ restricted: { address: true } })
  const hiddenAdult = family({ adults: [mother({ restricted: { address: true } }), father()] })

  it('is where a hidden child lives and goes to school, and where the adults who live with it are', () => {
    const text = 'Seen at Secret Row, at Oxgodby Academy; ring 07700 900222.'
    expect(words(text, { register: hiddenChild })).toBe(
      'Seen at [protected], at [protected]; ring [protected].',
    )
  })

  it('is where a hidden adult is, and the school of a child who lives with them', () => {
    expect(words('Secret Row and Oxgodby Academy', { register: hiddenAdult })).toBe(
      '[protected] and [protected]',
    )
  })

  it('is none while nobody is hidden', () => {
    expect(words('Seen at Secret Row.')).toBe('Seen at Secret Row.')
    expect(isHiddenIn(family())).toBe(false)
    expect(isHiddenIn(hiddenChild) && isHiddenIn(hiddenAdult)).toBe(true)
  })

  it('is not the home that the subject is said to live in', () => {
    expect(words('He lives at 12 Kiln Road.', { register: hiddenChild })).toContain('12 Kiln Road')
  })

  it('is what the sender says of where somebody hidden is now, though no register knows it', () => {
    const moved = { street: 'Halberd Lane', postcode: 'EV2 6LD' }
    const stored = about({ otherAdults: [{ names: [{ given: 'Layla' }], addresses: [moved] }] })
    const who = [himself, known('otherAdults/0', `${westmarch}.M`)]
    expect(words('At Halberd Lane.', { register: hiddenAdult, stored, who })).toBe(
      'At [protected].',
    )
    const maybe = [himself, { ...known('otherAdults/0'), possible: [`${westmarch}.M`] }]
    expect(words('At Halberd Lane.', { register: hiddenAdult, stored, who: maybe })).toBe(
      'At [protected].',
    )
    expect(words('At Halberd Lane.', { stored, who })).toBe('At Halberd Lane.')
  })

  it('is not struck from what is told of the hidden person', () => {
    const who = [known('subject', `${westmarch}.M`)]
    const text = 'She is at Secret Row, 07700 900222, Lina at Oxgodby Academy.'
    expect(words(text, { register: hiddenAdult, who, stored: about({}) })).toBe(text)
    expect(words(text, { register: hiddenAdult, who, isOwnAlert: false })).not.toContain('Secret')
  })

  it('is struck for a father who is only said to live with a child taken away from him', () => {
    const register = family({
      restricted: { address: true },
      adults: [mother(), father({ livesWithChild: 'YES' })],
    })
    expect(words('At Oxgodby Academy and Secret Row.', { register })).toBe(
      'At [protected] and [protected].',
    )
  })
})

describe('what a concern gives to be hidden', () => {
  const charity = (sent: object): StoredConcern =>
    aStoredConcern(
      { concernId: aConcernId(7) },
      {
        subject: {
          names: [{ given: 'Layla' }],
          addresses: [hers],
          phones: ['07700 900222'],
          relationshipToChild: 'MOTHER',
          contactLevel: 'RESIDENT',
        },
        children: [{ name: { given: 'Lina' }, school: 'Oxgodby Academy', gp: 'Wrenfield Surgery' }],
        ...sent,
      },
    )
  const nobody = around()
  const struck = (text: string, sent: object) =>
    words(text, { register: nobody, concerns: [charity(sent)] })
  const abuse = { childPresent: 'UNKNOWN' } as const

  it('is all whereabouts in it with RESTRICTED_ADDRESS', () => {
    const text = 'Secret Row; 07700 900222; Oxgodby Academy; Wrenfield Surgery'
    expect(struck(text, { flags: ['RESTRICTED_ADDRESS'] })).not.toMatch(/Secret|222|Ox|Wren/)
    expect(struck(text, { flags: ['DA'] })).toBe(text)
  })

  it('is not where an alleged perpetrator in it is', () => {
    const otherAdults = [
      {
        names: [{ given: 'Craig' }],
        addresses: [{ street: 'Halberd Lane' }],
        role: 'ALLEGED_PERPETRATOR' as const,
      },
    ]
    expect(struck('At Halberd Lane.', { flags: ['RESTRICTED_ADDRESS'], otherAdults })).toBe(
      'At Halberd Lane.',
    )
  })

  it('is a refuge, a safe number, and every number and code of the safety block', () => {
    const domesticAbuse = {
      ...abuse,
      refuge: 'Tamarisk House, Larkspur Drive',
      safeContact: {
        number: '07700 900555',
        safeToCall: true,
        notSafeToTalkTo: 'whoever answers 01632 960444',
      },
    }
    const keepConfidentialFrom = [{ person: 'Craig', why: 'Looks for her near EV2 6LD.' }]
    const text = 'Larkspur Drive and 07700 900555 and 01632 960444 and EV2 6LD'
    expect(struck(text, { domesticAbuse, keepConfidentialFrom })).toBe(
      '[protected] and [protected] and [protected] and [protected]',
    )
  })

  it('stands in its own alert, and in nothing else that is told of it', () => {
    const stored = charity({ flags: ['RESTRICTED_ADDRESS'] })
    const text = 'At Secret Row.'
    expect(words(text, { register: nobody, stored, who: [] })).toBe(text)
    expect(words(text, { register: nobody, stored, who: [], isOwnAlert: false })).toBe(
      'At [protected].',
    )
  })
})

describe('an adopted child', () => {
  const adopter = anAdult({
    id: 'D',
    names: [{ given: 'Tomas', family: 'Otherhome' }],
    addresses: [{ street: 'Halberd Lane', postcode: 'EV2 6LD' }],
    relationship: 'OTHER',
  })
  const register = around(
    { adults: [mother({ addresses: [] })] },
    {
      name: { given: 'Iris', family: 'Otherhome' },
      alsoKnownAs: [{ given: 'Iris', family: 'Quillfeather' }],
      status: { code: 'ADOPTED', from: '2025-01-01' },
      school: 'Wrenfield Infant School',
      addresses: [],
      adults: [mother({ livesWithChild: 'NO', addresses: [] }), adopter],
    },
  )
  const text = 'Iris Otherhome of Halberd Lane and Wrenfield Infant School; Odo Quillfeather.'

  it('is struck by name and placement; the names of the rest of the family stand', () => {
    expect(words(text, { register })).toBe(
      '[protected] of [protected] and [protected]; Odo Quillfeather.',
    )
    expect(striker(protectedIn(protectionOf(register, [])))(text)).toBe(
      '[protected] of [protected] and [protected]; Odo Quillfeather.',
    )
  })

  it('is struck as its sender calls it, too, once somebody has confirmed who it is', () => {
    const stored = about({ children: [{ name: { given: 'Zizzi' }, school: 'Tamberlane School' }] })
    const who = [himself, known('children/0', `${westmarch}.C1`)]
    expect(words('Zizzi of Tamberlane School', { register, stored, who })).toBe(
      '[protected] of [protected]',
    )
    expect(words('Zizzi of Tamberlane School', { register, stored })).toBe(
      'Zizzi of Tamberlane School',
    )
  })
})
