import { describe, expect, it } from 'vitest'
import { isChildVictim, recordedFactors } from '../../../shared/concerns/child-victim.ts'
import { concernSchema } from '../../../shared/concerns/concern.ts'
import { consentOf, partiesOf } from '../../../shared/concerns/stored-concern.ts'
import { changeIdSchema } from '../../../shared/kernel/ids.ts'
import { aConcern } from '../../builders/a-concern.ts'
import { anId, aStoredConcern } from '../../builders/a-stored-concern.ts'

const faultsOf = (change: object): string[] =>
  concernSchema
    .safeParse({ ...aConcern(), ...change })
    .error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? []
const { subject } = aConcern()
const { dateOfBirth: _d, addresses: _a, ...unplaced } = subject
const abuse = { role: 'VICTIM', childPresent: 'SAW' }
const unborn = { expectedDateOfDelivery: '2027-01-01' }

describe('a concern is taken', () => {
  it.each([
    ['as it stands', {}],
    ['without children, if it says why', { children: [], whyChildrenUnknown: 'Not said.' }],
    ['with 21 alone', { factors: ['21'] }],
    ['with domestic abuse told', { factors: ['3A'], domesticAbuse: abuse }],
    ['with an unborn child flagged and named', { flags: ['UNBORN'], children: [unborn] }],
    ['at H2 without a call', { harm: 'H2' }],
    ['at H3 with the call told', { harm: 'H3', phoneCallMade: { made: false } }],
    ['with a date of birth and no address', { subject: { ...unplaced, dateOfBirth: '1991' } }],
    [
      'with an address and no date of birth',
      { subject: { ...unplaced, addresses: [{ town: 'Westmarch' }] } },
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
const needsCall =
  'phoneCallMade: needed at H3 and H4: say whether children’s social care was telephoned'
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
      'children: the flag UNBORN needs a child with an expected date of delivery',
    ],
    ['at H3 without the call', { harm: 'H3' }, needsCall],
    ['at H4 without the call', { harm: 'H4' }, needsCall],
    [
      'about somebody who cannot be told from others',
      { subject: unplaced },
      'subject.dateOfBirth: give a date of birth or an address, so that the person can be told from others',
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
      children: [{ sex: 'U', livesWithSubject: 'UNKNOWN' }],
      consent: { parentAware: 'UNKNOWN' },
    })
  })
})

describe('a child who lived through domestic abuse', () => {
  const told = (change: Parameters<typeof aConcern>[0]) => aStoredConcern({}, change).concern
  const saw = { role: 'VICTIM', childPresent: 'SAW' } as const
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
    expect(partiesOf(aStoredConcern())).toEqual({ agency: 'turning-tide', authority: 'E06000991' })
  })
})
