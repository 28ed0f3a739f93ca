import { describe, expect, it } from 'vitest'
import {
  type LocalCode,
  northmoor,
  westmarch as westmarchCode,
} from '../../../infra/stages/local.ts'
import {
  addedWordsFor,
  answerWordsFor,
  contentAsSent,
  contentFor,
} from '../../../shared/assessing/content-for.ts'
import type { Behind, Read, Surroundings } from '../../../shared/assessing/reading.ts'
import { wordsOfEntry } from '../../../shared/assessing/words-of-entry.ts'
import { alertIdSchema, childIdSchema } from '../../../shared/kernel/ids.ts'
import type { aChild } from '../../builders/a-child.ts'
import { anEntry } from '../../builders/a-chronology-entry.ts'
import { aDirectory } from '../../builders/a-directory.ts'
import { aRegisteredFamily } from '../../builders/a-registered-family.ts'
import { anId, aStoredConcern } from '../../builders/a-stored-concern.ts'
import { aJoinedChild, anAssessment } from '../../builders/an-assessment.ts'
import { now } from '../../builders/ports.ts'

type Child = NonNullable<Parameters<typeof aChild>[0]>

const adopted: Child = { status: { code: 'ADOPTED', from: '2026-11-20' } }
const northmoors = aJoinedChild({
  authority: northmoor,
  childId: childIdSchema.parse(`${northmoor}.C1`),
})
const recipient = (authority: LocalCode, change: object = {}) => ({
  authority,
  why: ['HOLDS_THE_CHILD' as const],
  alertId: alertIdSchema.parse(anId(9)),
  ...change,
})

const behindOf = (sent: object = {}, change: Parameters<typeof anAssessment>[1] = {}): Behind => {
  const stored = aStoredConcern({}, sent)
  const { flags, factors, harm } = stored.concern
  return {
    stored,
    assessment: anAssessment(
      { flags, factors, harm },
      {
        joined: [aJoinedChild(), northmoors],
        recipients: [recipient(westmarchCode), recipient(northmoor)],
        ...change,
      },
    ),
  }
}
const surroundingsOf = (ours: Child = {}, theirs: Child = {}): Surroundings => {
  const families = [
    aRegisteredFamily(ours, 'C1'),
    aRegisteredFamily({ ...theirs, authority: northmoor }, 'C1'),
  ]
  return {
    directory: aDirectory,
    around: {
      adults: families.flatMap(({ adults }) => adults),
      children: families.map(({ child }) => child),
      chronologies: [],
      entries: [],
    },
    concerns: [],
    now,
  }
}
const westmarch: Read = {
  authority: westmarchCode,
  isLead: false,
  why: ['HOLDS_THE_CHILD'],
  children: [childIdSchema.parse(`${westmarchCode}.C1`)],
  decision: 'SHARE',
  isLeadsOnly: false,
}

describe('an alert, as it is read', () => {
  it('shows the records of its own children, and names the other authorities told', () => {
    const content = contentFor(westmarch, behindOf(), surroundingsOf())
    expect(content.joined).toMatchObject([
      { childId: `${westmarchCode}.C1`, status: { code: 'PROTECTION_PLAN', from: '2026-03-02' } },
    ])
    expect(content.alsoTold).toEqual(['Northmoor'])
    expect(content.banners).toContain('KNOWN_TO_ANOTHER_AUTHORITY')
  })

  it('tells no more of a child adopted since, to its own authority either', () => {
    const content = contentFor(westmarch, behindOf(), surroundingsOf(adopted))
    expect(content.joined).toEqual([])
    expect(JSON.stringify(content)).not.toMatch(new RegExp(`ADOPTED|${westmarch}\\.C1`))
  })

  it('neither names an authority whose only child was adopted since, nor tells that one is known', () => {
    const content = contentFor(westmarch, behindOf(), surroundingsOf({}, adopted))
    expect(content.alsoTold).toEqual([])
    expect(content.banners).not.toContain('KNOWN_TO_ANOTHER_AUTHORITY')
    const where = { recipients: [recipient(northmoor, { why: ['WHERE_THE_CHILD_IS'] })] }
    expect(
      contentFor(westmarch, behindOf({}, where), surroundingsOf({}, adopted)).alsoTold,
    ).toEqual(['Northmoor'])
  })

  it('names nobody who is told of an adopted child alone, or in a conflict of staff', () => {
    const only = { recipients: [recipient(northmoor, { isOfAdopted: true })] }
    expect(contentFor(westmarch, behindOf({}, only), surroundingsOf()).alsoTold).toEqual([])
    const conflict = behindOf({ flags: ['STAFF_CONFLICT'] })
    expect(contentFor(westmarch, conflict, surroundingsOf()).alsoTold).toEqual([])
  })

  it('says that a family is incomplete from the seventeenth child', () => {
    const many = (length: number) =>
      behindOf({}, { joined: Array.from({ length }, () => aJoinedChild()) })
    const banners = (length: number) =>
      contentFor(westmarch, many(length), surroundingsOf()).banners.includes('INCOMPLETE')
    expect([banners(16), banners(17)]).toEqual([false, true])
  })

  it('protects a household as it is now, not as it was when it was told of', () => {
    const { tellParent, banners } = contentFor(
      westmarch,
      behindOf(),
      surroundingsOf({ restricted: { address: true } }),
    )
    expect([tellParent, banners.includes('ASK_BEFORE_CONTACT')]).toEqual(['no', true])
  })
})

describe('words about a concern', () => {
  it('are, added by the sender, redacted as its reason is, and none for an adopted child', () => {
    const words = (read: Partial<Read>, sent: object) =>
      addedWordsFor(
        { ...westmarch, ...read },
        behindOf(sent),
        surroundingsOf(),
      )('Still at Tannery Row.')
    expect(words({}, {})).toBe('Still at Tannery Row.')
    expect(words({}, { flags: ['DA'] })).toBe('Still at [protected].')
    expect(words({ isOfAdopted: true }, {})).not.toContain('Still')
  })

  it('are, written by an authority, without places given to be hidden, and any postcode', () => {
    const words = (sent: object) =>
      answerWordsFor(behindOf(sent), surroundingsOf())('Seen at Tannery Row, near LS1 4AB.')
    expect(words({})).toBe('Seen at Tannery Row, near LS1 4AB.')
    expect(words({ flags: ['RESTRICTED_ADDRESS'] })).toBe('Seen at [protected], near [protected].')
  })

  it('are to the sender’s lead its own, whatever is known', () => {
    const known = contentAsSent(behindOf(), now)
    const unknown = contentAsSent(behindOf({}, { joined: [], matches: [], recipients: [] }), now)
    expect(known).toEqual(unknown)
    expect(known).toMatchObject({ joined: [], alsoTold: [], banners: ['UNKNOWN_FAMILY'] })
  })
})

describe('the words of an entry', () => {
  const read = (authority: LocalCode, sent: object, entry = anEntry({ harm: 'H3' })) =>
    wordsOfEntry({
      authority,
      childId: childIdSchema.parse(`${authority}.C1`),
      isLead: false,
      surroundings: surroundingsOf(),
      behind: [behindOf({ harm: 'H3', reason: 'Seen at Tannery Row.', ...sent })],
    })(entry)

  it('stand as in the alert, for the authority that the concern names', () => {
    const sent = { flags: ['RESTRICTED_ADDRESS'] }
    expect(read(westmarchCode, sent)).toEqual({
      adults: [
        {
          person: 'subject',
          names: [{ given: 'Marta', family: 'Quillfeather' }],
          dateOfBirth: '1991-04-17',
          relationshipToChild: 'MOTHER',
        },
      ],
      reason: 'Seen at Tannery Row.',
      statements: [{ kind: 'FACT', text: 'Tested positive for opiates on Tuesday.' }],
    })
  })

  it('tell another authority no place given to be hidden', () => {
    const sent = {
      flags: ['RESTRICTED_ADDRESS'],
      children: [{ name: { given: 'Odo' }, school: 'Oxgodby Academy' }],
      reason: 'Seen at Tannery Row and at Oxgodby Academy.',
    }
    expect(read(northmoor, sent).reason).toBe('Seen at [protected] and at [protected].')
    expect(read(westmarchCode, sent).reason).toBe(sent.reason)
  })

  it('name no sensitive service of the child below suspected significant harm (X5)', () => {
    const sent = {
      harm: 'H2',
      flags: ['SENSITIVE_CHILD_SERVICE'],
      reason: 'Seen at Turning Tide.',
    }
    expect(read(westmarchCode, sent, anEntry({ harm: 'H2' }))).toMatchObject({
      reason: 'Seen at [protected].',
      sourceName: '[protected]',
    })
    expect(read(westmarchCode, { ...sent, harm: 'H3' }, anEntry({ harm: 'H3' }))).toMatchObject({
      reason: 'Seen at Turning Tide.',
    })
  })

  it('are of an outcome its authority’s own', () => {
    const statements = [{ kind: 'FACT' as const, text: 'Assessed.' }]
    const entry = anEntry({ kind: 'OUTCOME', told: undefined, statements })
    expect(read(westmarchCode, {}, entry)).toEqual({ statements })
  })

  it('are none where the concern is gone', () => {
    const gone = {
      authority: westmarchCode,
      childId: aJoinedChild().childId,
      isLead: false,
    } as const
    expect(
      wordsOfEntry({ ...gone, surroundings: surroundingsOf(), behind: [] })(anEntry()),
    ).toEqual({})
  })
})
