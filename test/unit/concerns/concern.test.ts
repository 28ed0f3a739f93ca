import { describe, expect, it } from 'vitest'
import { westmarch } from '../../../infra/stages/local.ts'
import { isChildVictim, recordedFactors } from '../../../shared/concerns/child-victim.ts'
import { concernSchema } from '../../../shared/concerns/concern.ts'
import { readConcern } from '../../../shared/concerns/read-concern.ts'
import { consentOf, partiesOf } from '../../../shared/concerns/stored-concern.ts'
import { changeIdSchema } from '../../../shared/kernel/ids.ts'
import { aConcern } from '../../builders/a-concern.ts'
import { anId, aStoredConcern } from '../../builders/a-stored-concern.ts'

const today = '2026-11-26'
const reading = { today, faultOfAuthority: () => undefined, mailDomains: [] }
const faultsOf = (change: object): string[] => {
  const read = readConcern({ ...aConcern(), ...change }, reading)
  if (read.kind === 'taken') return []
  return read.issues.map(
    ({ path, issue, detail }) => `${path.join('.')}: ${detail ?? issue?.message}`,
  )
}
const { subject } = aConcern()
const { dateOfBirth: _d, addresses: _a, ...unplaced } = subject
const unnamed = { children: [{ dateOfBirth: '2019-02-03' }] }
const abuse = { childPresent: 'SAW' }
const refused = { harm: 'H2', consent: { status: 'REFUSED' } }
const unborn = { expectedDateOfDelivery: '2027-01-01' }

describe('a concern is taken', () => {
  it.each([
    ['as it stands', {}],
    ['without children, if it says why', { children: [], whyChildrenUnknown: 'Not said.' }],
    ['with 21 alone', { factors: ['21'] }],
    ['with domestic abuse told', { factors: ['3A'], domesticAbuse: abuse }],
    ['with an unborn child flagged and named', { flags: ['UNBORN'], children: [unborn] }],
    ['with births and incidents today', { incidentOn: today, children: [{ dateOfBirth: today }] }],
    ['with a birth expected 60 days ago', { children: [{ expectedDateOfDelivery: '2026-09-27' }] }],
    ['with a birth expected in 300 days', { children: [{ expectedDateOfDelivery: '2027-09-22' }] }],
    ['at H2 without a call', { harm: 'H2' }],
    ['at H3 with the call told', { harm: 'H3', phoneCallMade: { made: false } }],
    [
      'with an unborn child flagged and the pregnancy told',
      { flags: ['UNBORN'], subject: { ...subject, pregnancy: unborn } },
    ],
    [
      'with a date of birth and no address',
      { ...unnamed, subject: { ...unplaced, dateOfBirth: '1991' } },
    ],
    ['with an NHS number', { ...unnamed, subject: { ...unplaced, nhsNumbers: ['9434765919'] } }],
    ['with a telephone', { ...unnamed, subject: { ...unplaced, phones: ['01632 960123'] } }],
    ['with a child who is named and dated', { subject: unplaced }],
    ['at H2 against a refusal, if it says why', { ...refused, whyOverridden: 'He is two.' }],
    ['at H1 against a refusal', { ...refused, harm: 'H1' }],
    ['about a child in a place that is no member', { authority: 'E08000035' }],
    ['about a child abroad', { authority: 'ABROAD' }],
    [
      'with another adult and how they stand to the child',
      {
        otherAdults: [{ names: [{ given: 'Piet' }] }],
        children: [{ relationships: [{ adult: 'otherAdults/0', relationship: 'FATHER' }] }],
      },
    ],
    [
      'with an address and no date of birth',
      { ...unnamed, subject: { ...unplaced, addresses: [{ town: 'Westmarch' }] } },
    ],
    [
      'with a score at the level it gives',
      { domesticAbuse: { ...abuse, dash: { score: 9, level: 'STANDARD' } } },
    ],
    [
      'with judgement above the score',
      { domesticAbuse: { ...abuse, dash: { score: 0, level: 'HIGH' } } },
    ],
  ])('%s', (_, change) => {
    expect(faultsOf(change)).toEqual([])
  })
})

const needsAbuse = 'domesticAbuse: needed with a factor 3A, 3B or 3C'
const needsMore =
  'subject.dateOfBirth: give a date of birth, an address, an NHS number or a telephone, or a child with name and date, so that the person can be told from others'
const needsWhy =
  'whyOverridden: needed at H2 where consent was refused or withdrawn: say why this is sent all the same'
const inFuture = (path: string) => `${path}: a day that is not in the future, as YYYY-MM-DD`
const outside = (path: string) =>
  `${path}.expectedDateOfDelivery: a day from 60 days ago to 300 days ahead, as YYYY-MM-DD`
const below =
  'domesticAbuse.dash.level: judgement may raise the level that the score gives, never lower it'

describe('a concern is refused', () => {
  it.each([
    [
      'without children or a word of why',
      { children: [] },
      'whyChildrenUnknown: name the children, or say why they are not known',
    ],
    [
      'with 21 beside others',
      { factors: ['2B', '21'] },
      'factors: 21 (none identified) cannot be combined with others (CIN rule 8869)',
    ],
    ['with 3A and no word of abuse', { factors: ['3A'] }, needsAbuse],
    ['with 3B and no word of abuse', { factors: ['2B', '3B'] }, needsAbuse],
    ['with 3C and no word of abuse', { factors: ['3C'] }, needsAbuse],
    [
      'with an unborn child that is not named',
      { flags: ['UNBORN'] },
      'children: the flag UNBORN needs a child with an expected date of delivery, or the pregnancy of the subject',
    ],
    ['about somebody who cannot be told from others', { ...unnamed, subject: unplaced }, needsMore],
    [
      'about somebody of whom an e-mail address is known',
      { ...unnamed, subject: { ...unplaced, emails: ['a@example.org'] } },
      needsMore,
    ],
    [
      'about somebody whose address holds only its dates',
      { ...unnamed, subject: { ...unplaced, addresses: [{ from: '2020-01-01' }] } },
      needsMore,
    ],
    ['at H2 against a refusal without a word of why', refused, needsWhy],
    [
      'at H2 against a withdrawal without a word of why',
      { ...refused, consent: { status: 'WITHDRAWN' } },
      needsWhy,
    ],
    [
      'with a relationship to nobody named',
      { children: [{ relationships: [{ adult: 'otherAdults/0' }] }] },
      'children.0.relationships.0.adult: an adult who is named in this concern: subject, or otherAdults/ and a place in that list',
    ],
    [
      'with a birth tomorrow',
      { subject: { ...subject, dateOfBirth: '2026-11-27' } },
      inFuture('subject.dateOfBirth'),
    ],
    [
      'with a birth next month',
      { children: [{ dateOfBirth: '2026-12' }] },
      inFuture('children.0.dateOfBirth'),
    ],
    [
      'with another’s birth next year',
      { otherAdults: [{ names: [{ given: 'A' }], dateOfBirth: '2027' }] },
      inFuture('otherAdults.0.dateOfBirth'),
    ],
    ['with an incident tomorrow', { incidentOn: '2026-11-27' }, inFuture('incidentOn')],
    ['going on since tomorrow', { ongoingSince: '2026-11-27' }, inFuture('ongoingSince')],
    [
      'with a birth expected 61 days ago',
      { children: [{ expectedDateOfDelivery: '2026-09-26' }] },
      outside('children.0'),
    ],
    [
      'with a birth expected in 301 days',
      { subject: { ...subject, pregnancy: { expectedDateOfDelivery: '2027-09-23' } } },
      outside('subject.pregnancy'),
    ],
    [
      'with a child both born and expected',
      { children: [{ ...unborn, dateOfBirth: '2026-01-01' }] },
      'children.0.expectedDateOfDelivery: give a date of birth or an expected date of delivery, not both',
    ],
    [
      'with the sex of an unborn child',
      { children: [{ ...unborn, sex: 'F' }] },
      'children.0.sex: the sex of an unborn child is U',
    ],
    [
      'with judgement below a score of 10',
      { domesticAbuse: { ...abuse, dash: { score: 10, level: 'STANDARD' } } },
      below,
    ],
    [
      'with judgement below a score of 14',
      { domesticAbuse: { ...abuse, dash: { score: 14, level: 'MEDIUM' } } },
      below,
    ],
  ])('%s', (...[, change, fault]) => {
    expect(faultsOf(change)).toEqual([fault])
  })

  it.each([
    ['a field that the hub does not know', { note: 'x' }],
    ['no factor', { factors: [] }],
    ['no narrative', { narrative: [] }],
    ['no referrer', { referrer: undefined }],
  ])('with %s', (_, change) => {
    expect(concernSchema.safeParse({ ...aConcern(), ...change }).success).toBe(false)
  })
})

describe('what was not said', () => {
  it('is unknown, and never no', () => {
    expect(concernSchema.parse(aConcern())).toMatchObject({
      flags: [],
      keepConfidentialFrom: [],
      previousRemoval: { answer: 'UNKNOWN' },
      previousProtectionPlan: { answer: 'UNKNOWN' },
      previouslyLookedAfter: { answer: 'UNKNOWN' },
      subject: { parentalResponsibility: 'UNKNOWN', phones: [], emails: [], nhsNumbers: [] },
      otherAdults: [],
      substances: [],
      children: [{ sex: 'U', alsoKnownAs: [], relationships: [] }],
      consent: { parentAware: 'UNKNOWN' },
    })
  })
})

describe('a child who lived through domestic abuse', () => {
  const told = (change: Parameters<typeof aConcern>[0]) => aStoredConcern({}, change).concern
  const saw = { childPresent: 'SAW' } as const
  const by = (relationshipToChild: typeof subject.relationshipToChild) => ({
    factors: ['3C' as const],
    domesticAbuse: saw,
    subject: { ...subject, relationshipToChild },
  })

  it.each([
    ['MOTHER', true],
    ['FATHER', true],
    ['STEP_PARENT', true],
    ['PARTNER_OF_PARENT', true],
    ['GRANDPARENT', true],
    ['SIBLING', true],
    ['CARER', false],
    ['OTHER_RELATIVE', true],
    ['OTHER', false],
    ['UNKNOWN', false],
  ] as const)(
    'with another of the household is a victim where the subject is %s: %s',
    (who, is) => {
      expect(isChildVictim(told(by(who)))).toBe(is)
    },
  )

  it('is none where nothing is told of domestic abuse', () => {
    expect(isChildVictim({ ...told({}), factors: ['3B'] })).toBe(false)
  })

  it('has 3A recorded after the factors sent, once', () => {
    expect(recordedFactors(told({ factors: ['2B', '3B'], domesticAbuse: saw }))).toEqual([
      '2B',
      '3B',
      '3A',
    ])
    expect(recordedFactors(told({ factors: ['3A', '3B'], domesticAbuse: saw }))).toEqual([
      '3A',
      '3B',
    ])
    expect(recordedFactors(told({}))).toEqual(['2B'])
  })
})

describe('a stored concern', () => {
  it('has the consent that was sent, until it changes', () => {
    const consent = { status: 'WITHDRAWN', parentAware: 'YES' } as const
    const consentNow = { changeId: changeIdSchema.parse(anId(8)), consent }
    expect(consentOf(aStoredConcern())?.status).toBe('GIVEN')
    expect(consentOf(aStoredConcern({ consentNow }))).toBe(consent)
  })

  it('is between the agency that sent it and the authority that it names', () => {
    expect(partiesOf(aStoredConcern())).toEqual({ agency: 'turning-tide', authority: westmarch })
  })
})
