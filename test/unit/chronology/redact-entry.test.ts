import { describe, expect, it } from 'vitest'
import { chronologyPageSchema, chronologyView } from '../../../shared/chronology/chronology-view.ts'
import {
  type ChronologyEntry,
  childEntrySchema,
  chronologyEntrySchema,
} from '../../../shared/chronology/entry.ts'
import { redactEntry } from '../../../shared/chronology/redact-entry.ts'
import { childIdSchema } from '../../../shared/kernel/ids.ts'
import { type aChild, anAdult } from '../../builders/a-child.ts'
import { anEntry } from '../../builders/a-chronology-entry.ts'
import { aRegisteredFamily } from '../../builders/a-registered-family.ts'
import { anId } from '../../builders/a-stored-concern.ts'

const stored = (change: Parameters<typeof aChild>[0] = {}) =>
  aRegisteredFamily({
    adults: [anAdult({ phones: ['01632 960123'], emails: ['m@example.org'] })],
    ...change,
  })
const redacting = (change: Parameters<typeof aChild>[0] = {}) => {
  const { child, adults } = stored(change)
  return redactEntry(child, adults)
}
const telling = anEntry({
  reason: 'Seen at 14 Tannery Row.',
  statements: [
    { kind: 'FACT', text: 'He waits in WM1 4AB and rings 01632960123.' },
    { kind: 'OPINION', text: 'Turning Tide thinks that m@example.org is read by him.' },
  ],
  source: { kind: 'agency', name: 'Turning Tide' },
})

const correction = anEntry({ ...telling, kind: 'CORRECTION', corrects: anId(2) })
const { reason: _r, statements: _s, nature: _n, ...codes } = anEntry()
const outcome: ChronologyEntry = {
  ...codes,
  kind: 'OUTCOME',
  outcome: 'ASSESSMENT_S17',
  source: { kind: 'authority', name: 'Westmarch' },
}

describe('an entry read later', () => {
  it.each([
    ['a concern', telling],
    ['a correction', correction],
    ['an outcome', outcome],
  ])('is, of %s, as it was shared where nothing restricts it since', (_, entry) => {
    expect(redacting()(entry)).toStrictEqual(entry)
  })

  it('tells neither the places of the child nor those of its adults', () => {
    const address = { houseNumber: '3', street: 'Kiln Walk', town: 'Eastmarch' }
    const of = redacting({ addresses: [address], restricted: { address: true } })
    const reason = 'At 3 Kiln Walk by day, in Tannery Row by night.'
    expect(of({ ...telling, reason }).reason).toBe(
      'At [protected] by day, in [protected] by night.',
    )
  })

  it('has every field that an entry can have', () => {
    const whole = anEntry({ outcome: 'ADVICE_GIVEN', corrects: anId(2) })
    const shown = Object.keys(redacting()(whole))
    expect(shown.toSorted()).toEqual(chronologyEntrySchema.keyof().options.toSorted())
  })

  it('keeps the kind of each statement, whatever is taken out of it (X7)', () => {
    const { statements } = redacting({ restricted: { address: true } })(telling)
    expect(statements?.map(({ kind }) => kind)).toEqual(['FACT', 'OPINION'])
  })

  it('tells no place or number once the address is restricted (X1)', () => {
    const shown = JSON.stringify(redacting({ restricted: { address: true } })(telling))
    for (const hidden of ['Tannery', 'WM1', '960123', 'm@example'])
      expect(shown).not.toContain(hidden)
    expect(shown).toContain('[protected]')
  })

  it.each([
    ['H2', undefined],
    ['H3', 2],
    ['H4', 2],
  ] as const)('names no sensitive service, and at %s quotes it: %s', (harm, count) => {
    const of = redacting({ restricted: { sensitiveService: true } })
    const shown = of({ ...telling, harm })
    expect(shown.source).toEqual({ kind: 'agency', name: '[protected]' })
    expect(JSON.stringify(shown)).not.toContain('Turning Tide')
    expect(shown.statements?.length).toBe(count)
  })

  it('still says which authority decided, beside a sensitive service', () => {
    const source = { kind: 'authority', name: 'Westmarch' } as const
    const of = redacting({ restricted: { sensitiveService: true } })
    expect(of({ ...telling, source }).source).toEqual(source)
  })
})

describe('the chronology of an adopted child', () => {
  const entries = [{ childId: childIdSchema.parse('E06000991.C1'), entry: telling }]

  it.each([
    ['by status', { status: { code: 'ADOPTED' } }],
    ['by restriction', { restricted: { adopted: true } }],
  ] as const)('%s is the same whether or not there is anything in it', (...[, change]) => {
    const child = stored(change as Parameters<typeof aChild>[0])
    expect(chronologyView(child, entries)).toEqual(chronologyView(child, []))
    expect(chronologyView(child, entries)).toMatchObject({
      items: [],
      protected: ['restricted-team'],
    })
  })
})

describe('the chronology of a child', () => {
  const { childId } = stored().child
  const entries = [
    { childId, entry: telling, supersededBy: correction.entryId },
    { childId, entry: correction },
    { childId, entry: outcome },
  ]
  const page = {
    childId,
    items: [{ ...telling, supersededBy: correction.entryId }, correction, outcome],
    protected: [],
  }

  it('is its entries in order, and says which of them corrects another', () => {
    expect(chronologyView(stored(), entries)).toStrictEqual(page)
    expect(chronologyPageSchema.parse(page)).toEqual(page)
  })

  it('is redacted as each entry is', () => {
    const child = stored({ restricted: { sensitiveService: true } })
    expect(chronologyView(child, entries).items.map(({ source }) => source.name)).toEqual([
      '[protected]',
      '[protected]',
      'Westmarch',
    ])
  })

  it.each([telling, correction, outcome])('keeps an entry as it was made: $kind', (entry) => {
    expect(childEntrySchema.parse({ childId, entry })).toEqual({ childId, entry })
  })

  it.each([
    { entryId: 'f47ac10b-58cc-4372-a567-0e02b2c3d479' },
    { kind: 'VISIT' },
    { statements: [{ kind: 'FACT', text: 'Seen.', name: 'x' }] },
    { source: { kind: 'neighbour', name: 'x' } },
  ])('keeps none that is otherwise made: %j', (change) => {
    const entry = { ...telling, ...change }
    expect(childEntrySchema.safeParse({ childId, entry }).success).toBe(false)
  })
})
