import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { concernOf } from '../../../functions/serve-console/concern/concern-of.ts'
import {
  type Draft,
  dayIn,
  keptUntil,
  withListed,
  withoutListed,
} from '../../../functions/serve-console/concern/draft.ts'
import type { Field } from '../../../functions/serve-console/concern/field.ts'
import { options } from '../../../functions/serve-console/concern/options.ts'
import {
  childFields,
  otherAdultFields,
  parts,
} from '../../../functions/serve-console/concern/parts.ts'
import { toMend } from '../../../functions/serve-console/concern/to-mend.ts'
import { westmarch } from '../../../infra/stages/local.ts'
import { concernSchema } from '../../../shared/concerns/concern.ts'
import { concernShape } from '../../../shared/concerns/concern-shape.ts'
import { readConcern } from '../../../shared/concerns/read-concern.ts'

const draft: Draft = {
  id: 'one',
  startedAt: '2026-11-27T12:00:00Z',
  answers: {},
  adults: [],
  children: [],
}
const born = (day: string, month: string, year: string) => ({
  'dateOfBirth-day': day,
  'dateOfBirth-month': month,
  'dateOfBirth-year': year,
})

describe('a day', () => {
  it.each([
    ['8', '3', '1998', '1998-03-08'],
    ['08', '03', '1998', '1998-03-08'],
    ['', '3', '1998', '1998-03'],
    ['', '', '1998', '1998'],
    ['', '', '', undefined],
    ['8', '', '1998', '8/1998'],
    ['8', '3', '', '8/3'],
    ['the', 'first', 'of may', 'the/first/of may'],
  ])('typed as %j, %j, %j is %j', (...[day, month, year, expected]) => {
    expect(dayIn(born(day, month, year), 'dateOfBirth')).toBe(expected)
  })
})

describe('a concern as it is sent', () => {
  it('holds nothing that nobody said', () => {
    expect(concernOf(draft)).toEqual({ purpose: 'safeguarding', children: [] })
  })

  it('is what the API takes, where all of it is said', () => {
    const whole = concernOf({
      ...draft,
      corrects: '0192f6a0-7d3c-7c00-8000-000000000001',
      answers: {
        ...{ given: 'Tracey', family: 'Cobbold', alsoKnownAs: 'Trace, Tracey Ann Marlin' },
        ...born('8', '3', '1998'),
        ...{ phone: '01632 960111', houseNumber: '27', postcode: 'WM2 6TH' },
        ...{ relationshipToChild: 'MOTHER', contactLevel: 'RESIDENT', subjectRole: 'VICTIM' },
        ...{ authority: westmarch, harm: 'H3', rung: 'YES', factors: '2B 3B' },
        ...{
          reason: 'Afraid of him.',
          fact: 'Bruises.',
          reported: 'He hit her.',
          opinion: 'I believe her.',
        },
        ...{
          childPresent: 'HEARD',
          safeNumber: '01632 960112',
          safeToCall: '',
          restrictedAddress: 'YES',
        },
        ...{ consentStatus: 'GIVEN', conflictWho: 'His sister', conflictRole: 'Front door' },
        ...{ yourName: 'Ines', yourRole: 'Worker', yourPhone: '01632 960961' },
        yourEmail: 'ines@turning-tide.example',
      },
      adults: [{ given: 'Steve', toSubject: 'PARTNER', role: 'ALLEGED_PERPETRATOR' }],
      children: [
        {
          given: 'Percy',
          'is-subject': 'MOTHER',
          'lives-subject': 'YES',
          'is-otherAdults/0': 'OTHER',
        },
      ],
    })
    const read = concernSchema.safeParse(whole)
    expect(read.error?.issues).toBeUndefined()
    expect(read.data).toMatchObject({
      subject: {
        names: [
          { given: 'Tracey' },
          { family: 'Trace' },
          { given: 'Tracey Ann', family: 'Marlin' },
        ],
      },
      // Nobody said that it is safe to ring, so it is not.
      domesticAbuse: { safeContact: { safeToCall: false } },
      flags: ['DA', 'RESTRICTED_ADDRESS', 'STAFF_CONFLICT'],
      phoneCallMade: { made: true },
      otherAdults: [{ role: 'ALLEGED_PERPETRATOR' }],
    })
  })
})

/** What a field of the API is called, whichever of several it is. */
const leavesOf = (value: unknown, path = ''): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap((one) => leavesOf(one, `${path}/*`))
  if (typeof value !== 'object' || value === null) return [path]
  return Object.entries(value).flatMap(([name, inner]) => leavesOf(inner, `${path}/${name}`))
}

type Json = { properties?: Record<string, Json>; items?: Json; $ref?: string }
const leavesOfSchema = (schema: Json, path = ''): readonly string[] => {
  if (schema.items !== undefined) return leavesOfSchema(schema.items, `${path}/*`)
  if (schema.properties === undefined) return [path]
  return Object.entries(schema.properties).flatMap(([name, inner]) =>
    leavesOfSchema(inner, `${path}/${name}`),
  )
}

const answered = ({ name, kind, of, keyboard }: Field): readonly [string, string][] => {
  if (kind === 'date')
    return ['day', 'month', 'year'].map((box) => [`${name}-${box}`, box === 'year' ? '2026' : '1'])
  if (of !== undefined) return [[name, options[of][0]]]
  return [[name, keyboard === 'numeric' ? '20' : `of ${name}`]]
}
const filledIn = (fields: readonly Field[]) => Object.fromEntries(fields.flatMap(answered))

describe('the form', () => {
  const address = ['uprn', 'from', 'to']
  /** And why not. */
  const notAsked = [
    // One that is past and has no day would be read as where they live; nobody in the street knows a number of the Ordnance Survey.
    ...address.map((field) => `/subject/addresses/*/${field}`),
    ...address.map((field) => `/otherAdults/*/addresses/*/${field}`),
    ...address.map((field) => `/children/*/address/${field}`),
    // Shown to nobody who reads an alert.
    ...['whatWasAgreed', 'givenBy', 'decidedOn'].map((field) => `/consent/${field}`),
    // Where a concern completes one that was sent, and not typed.
    '/corrects',
  ]

  it('asks for everything that a concern may say', () => {
    const related = { 'is-subject': 'MOTHER', 'lives-subject': 'YES' }
    const whole = concernOf({
      ...draft,
      answers: { ...filledIn(Object.values(parts).flat()), rungTime: '16:40' },
      adults: [filledIn(otherAdultFields)],
      children: [{ ...filledIn(childFields), ...related }],
    })
    const taken = z.toJSONSchema(concernShape, { io: 'input', unrepresentable: 'any' }) as Json
    // Why children are not known is asked where none is named.
    const sent = new Set([...leavesOf(whole), '/whyChildrenUnknown'])
    const missing = leavesOfSchema(taken).filter((path) => !sent.has(path))
    expect(missing.toSorted()).toEqual(notAsked.toSorted())
  })

  it('tells where each of its fields is mended', () => {
    const taken = z.toJSONSchema(concernShape, { io: 'input', unrepresentable: 'any' }) as Json
    const lost = leavesOfSchema(taken)
      .map((path) => path.replaceAll('*', '0'))
      .filter((pointer) => toMend([{ pointer, detail: '' }]).length === 0)
    expect(lost).toEqual(['/purpose', '/corrects'])
  })
})

describe('what protects somebody who is afraid', () => {
  it.each([
    [{ safeToCall: 'NO' }, { safeContact: { safeToCall: false } }],
    [
      { safeNumber: '01632 960112' },
      { safeContact: { number: '01632 960112', safeToCall: false } },
    ],
    [
      { notSafeToTalkTo: 'Her partner' },
      { safeContact: { notSafeToTalkTo: 'Her partner', safeToCall: false } },
    ],
    [{ childPresent: 'SAW' }, { childPresent: 'SAW' }],
    [{ refuge: 'Harbour House' }, { refuge: 'Harbour House' }],
    [{ dashScore: '15' }, { dash: { score: 15 } }],
  ])('is sent, and marks the family, whatever else was said: %j', (answers, domesticAbuse) => {
    expect(concernOf({ ...draft, answers })).toMatchObject({ flags: ['DA'], domesticAbuse })
  })

  it('is sent of a MARAC by its day alone', () => {
    const answers = { 'maracOn-day': '4', 'maracOn-month': '12', 'maracOn-year': '2026' }
    expect(concernOf({ ...draft, answers })).toMatchObject({
      flags: ['DA', 'MARAC'],
      domesticAbuse: { maracReferred: true, maracOn: '2026-12-04' },
    })
    expect(concernOf({ ...draft, answers: { maracReferred: 'NO' } })).not.toHaveProperty('flags')
  })

  it('names whom it is to be kept from, whichever boxes were used', () => {
    const answers = { keepFrom2: 'His mother', keepFromWhy2: 'She tells him everything.' }
    expect(concernOf({ ...draft, answers })).toMatchObject({
      keepConfidentialFrom: [{ person: 'His mother', why: 'She tells him everything.' }],
    })
  })

  it('marks what changes how it is shared', () => {
    const answers = {
      ...{ signs: 'SUICIDE_PLAN_INVOLVES_CHILD', detriment: 'YES', childService: 'YES' },
      previousRemoval: 'YES',
    }
    const children = [{ given: 'Percy', adopted: 'YES', 'expectedDate-year': '2027' }]
    expect(concernOf({ ...draft, answers, children })).toMatchObject({
      flags: [
        'DETRIMENT_CLAIMED',
        'ADOPTED',
        'SENSITIVE_CHILD_SERVICE',
        'UNBORN',
        'PREVIOUS_REMOVAL',
        'SUICIDE_PLAN_INVOLVES_CHILD',
      ],
      previousRemoval: { answer: 'YES' },
    })
  })

  it('is asked for where only somebody’s part in it was said', () => {
    const adults = [{ given: 'Steve', role: 'ALLEGED_PERPETRATOR' }]
    expect(concernOf({ ...draft, adults })).toMatchObject({ flags: ['DA'] })
    expect(concernOf({ ...draft, answers: { subjectRole: 'VICTIM' } })).toMatchObject({
      flags: ['DA'],
    })
    expect(concernOf({ ...draft, answers: { subjectRole: 'UNKNOWN' } })).not.toHaveProperty('flags')
  })
})

describe('a draft', () => {
  it('is kept for a day from when it was last saved, however late somebody looks at it', () => {
    expect(keptUntil(draft)).toEqual(new Date('2026-11-28T12:00:00Z'))
    const saved = { ...draft, savedAt: '2026-11-27T15:30:00Z' }
    expect(keptUntil(saved)).toEqual(new Date('2026-11-28T15:30:00Z'))
  })
})

describe('people of a concern', () => {
  it('are added at the end, changed where they are, and left out where nothing is said of them', () => {
    const one = withListed(draft, 'adults', { at: 7, answers: { given: 'Ann' } })
    const two = withListed(one, 'adults', { at: 1, answers: { given: 'Bob' } })
    expect(withListed(two, 'adults', { at: 0, answers: { given: 'Anna' } }).adults).toEqual([
      { given: 'Anna' },
      { given: 'Bob' },
    ])
    expect(withListed(two, 'adults', { at: 2, answers: { given: '' } }).adults).toHaveLength(2)
    expect(withoutListed(two, 'adults', 0).adults).toEqual([{ given: 'Bob' }])
    const child = { 'is-otherAdults/0': 'GRANDPARENT', 'is-otherAdults/1': 'FATHER' }
    const related = { ...two, children: [{ ...child, 'is-subject': 'MOTHER' }] }
    const left = [{ 'is-otherAdults/0': 'FATHER', 'is-subject': 'MOTHER' }]
    expect(withoutListed(related, 'adults', 0).children).toEqual(left)
    expect(withListed(related, 'adults', { at: 0, answers: { given: '' } }).children).toEqual(left)
    expect(withoutListed(related, 'adults', 7)).toEqual(related)
  })

  it('are no more than the API takes', () => {
    let many = draft
    for (let at = 0; at < 20; at++)
      many = withListed(many, 'children', { at, answers: { given: `Child ${at}` } })
    expect(many.children).toHaveLength(12)
  })
})

describe('what is to be mended', () => {
  it('is found for all that the API says of an empty concern', () => {
    const read = readConcern(
      { harm: 'H2', children: [] },
      { today: '2026-11-27', faultOfAuthority: () => undefined, mailDomains: [] },
    )
    const errors =
      read.kind === 'refused'
        ? read.issues.map(({ path }) => ({ pointer: `/${path.join('/')}`, detail: '' }))
        : []
    expect(errors.length).toBeGreaterThan(7)
    const lost = errors.filter((one) => one.pointer !== '/purpose' && toMend([one]).length === 0)
    expect(lost).toEqual([])
  })

  it.each([
    ['/children/3/dateOfBirth', '/concern/children/3', 'dateOfBirth-day'],
    ['/children/0/name', '/concern/children/0', 'given'],
    ['/otherAdults/1/names/0', '/concern/adults/1', 'given'],
    ['/subject/addresses/0/postcode', '/concern/part/adult-home', 'postcode'],
    ['/subject/names/0/given', '/concern/part/adult-name', 'given'],
    ['/narrative/2/text', '/concern/part/happened', 'fact'],
    ['/domesticAbuse', '/concern/part/abuse', 'childPresent'],
  ])('%s stands on %s at %s', (pointer, page, field) => {
    expect(toMend([{ pointer, detail: '' }])).toMatchObject([{ page, field }])
  })

  it('is named once, however often', () => {
    const errors = [0, 1, 2].map((at) => ({ pointer: `/narrative/${at}`, detail: '' }))
    expect(toMend(errors)).toHaveLength(1)
    expect(toMend([{ pointer: '/nothing/of/the/form', detail: '' }])).toEqual([])
  })
})
