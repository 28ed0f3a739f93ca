import { describe, expect, it } from 'vitest'
import { chronologyPageSchema, chronologyView } from '../../../shared/chronology/chronology-view.ts'
import {
  type ChronologyEntry,
  childEntrySchema,
  type EntryWords,
} from '../../../shared/chronology/entry.ts'
import { anEntry } from '../../builders/a-chronology-entry.ts'
import { aRegisteredChild } from '../../builders/a-registered-family.ts'
import { anId } from '../../builders/a-stored-concern.ts'

const child = aRegisteredChild()
const { childId } = child
const concern = anEntry()
const correction = anEntry({ entryId: anId(2), kind: 'CORRECTION', corrects: concern.entryId })
const { told: _, ...codes } = anEntry({ entryId: anId(3) })
const outcome: ChronologyEntry = {
  ...codes,
  kind: 'OUTCOME',
  outcome: 'ASSESSMENT_S17',
  source: { kind: 'authority', name: 'Westmarch' },
  statements: [{ kind: 'FACT', text: 'Assessed.' }],
}
const standing = [
  { childId, entry: concern, supersededBy: correction.entryId },
  { childId, entry: correction },
  { childId, entry: outcome },
]
/** Words of each entry, made from the concern at this reading. */
const wordsOf = ({ entryId }: ChronologyEntry): EntryWords => ({
  reason: `Reason of ${entryId}`,
  statements: [{ kind: 'REPORTED', text: 'Told.' }],
})

const words = (text: string): string => text.replace('Tannery Row', '[protected]')

describe('the chronology of a child', () => {
  const page = chronologyView(child, standing, { wordsOf, words })

  it('is its entries in order, each with the words that this reader may see', () => {
    expect(
      page.items.map(({ entryId, reason, statements }) => [entryId, reason, statements]),
    ).toEqual(
      standing.map(({ entry: { entryId } }) => [
        entryId,
        `Reason of ${entryId}`,
        [{ kind: 'REPORTED', text: 'Told.' }],
      ]),
    )
    expect(chronologyPageSchema.parse(page)).toEqual(page)
  })

  it('says which entry corrects another, and keeps the one that was wrong', () => {
    expect(page.items.map(({ corrects, supersededBy }) => [corrects, supersededBy])).toEqual([
      [undefined, correction.entryId],
      [concern.entryId, undefined],
      [undefined, undefined],
    ])
  })

  it('has no words but those made for its reader: none that stand in the entry, none without', () => {
    const silent = chronologyView(child, standing, { wordsOf: () => ({}), words })
    for (const item of silent.items) {
      expect(item).not.toHaveProperty('reason')
      expect(item).not.toHaveProperty('statements')
    }
  })

  it('does not say which concern and which assessment an entry is from', () => {
    for (const item of page.items) expect(item).not.toHaveProperty('told')
  })

  it('names a source as its reader may know it (X5)', () => {
    const hidden = chronologyView(child, standing, {
      wordsOf: () => ({ sourceName: '[protected]' }),
      words,
    })
    expect(hidden.items.map(({ source }) => source)).toEqual([
      { kind: 'agency', name: '[protected]' },
      { kind: 'agency', name: '[protected]' },
      { kind: 'authority', name: '[protected]' },
    ])
  })
})

describe('the chronology of an adopted child', () => {
  it.each([
    ['by status', { status: { code: 'ADOPTED' } }],
    ['by restriction', { restricted: { adopted: true } }],
  ] as const)('%s is the same whether or not there is anything in it', (...[, change]) => {
    const adopted = aRegisteredChild(change)
    expect(chronologyView(adopted, standing, { wordsOf, words })).toEqual({
      childId,
      items: [],
      agreements: [],
      protected: ['restricted-team'],
    })
    expect(chronologyView(adopted, [], { wordsOf, words })).toEqual(
      chronologyView(adopted, standing, { wordsOf, words }),
    )
  })
})

describe('an entry as it is kept', () => {
  it.each([concern, correction, outcome, anEntry({ isLeadsOnly: true })])(
    'is read as it was made: $kind',
    (entry) => {
      expect(childEntrySchema.parse({ childId, entry })).toEqual({ childId, entry })
    },
  )

  it.each([
    ['of an id that does not sort by time', { entryId: 'f47ac10b-58cc-4372-a567-0e02b2c3d479' }],
    ['of a kind that there is not', { kind: 'VISIT' }],
    ['with a name in a statement', { statements: [{ kind: 'FACT', text: 'Seen.', name: 'x' }] }],
    ['of another source', { source: { kind: 'neighbour', name: 'x' } }],
    ['with a reason: its words stand in the concern', { reason: 'Seen.' }],
  ])('is none otherwise: %s', (_reason, change) => {
    const entry = { ...concern, ...change }
    expect(childEntrySchema.safeParse({ childId, entry }).success).toBe(false)
  })

  it('has beside them what was agreed with the parents, without what is protected (F19)', () => {
    const writtenAgreements = [
      {
        id: 'WA-1',
        agreedOn: '2026-11-01',
        endsOn: '2026-12-01',
        what: 'He stays away from Tannery Row.',
        whatFollows: 'A conference.',
      },
    ]
    const agreed = aRegisteredChild({ writtenAgreements })
    expect(chronologyView(agreed, [], { wordsOf, words }).agreements).toMatchObject([
      { what: 'He stays away from [protected].', state: 'RUNNING', endsOn: '2026-12-01' },
    ])
    const adopted = aRegisteredChild({ writtenAgreements, restricted: { adopted: true } })
    expect(chronologyView(adopted, [], { wordsOf, words }).agreements).toEqual([])
  })
})
