import { describe, expect, it } from 'vitest'
import { westmarch } from '../../../infra/stages/local.ts'
import { kindOfRow, knownChanges } from '../../../shared/audit/known-changes.ts'

describe('the known changes', () => {
  it('are few: nothing in a watched table is ever changed freely', () => {
    const free = Object.entries(knownChanges).flatMap(([table, events]) =>
      Object.entries(events).flatMap(([event, known]) =>
        known === 'always' ? [`${table} ${event}`] : [],
      ),
    )
    expect(free).toEqual(['directory INSERT', 'auditEntries INSERT', 'auditLog INSERT'])
  })
})

describe('the kind of a row', () => {
  it.each([
    ['WAITING#a', '2026-11-26T10:00:00.000Z#id', 'WAITING'],
    [`SUBJECT#${westmarch}.C1`, '2026-11-26T10:00:00.000Z#id', 'SUBJECT'],
    ['LOG#main', 'HEAD', 'HEAD'],
    ['LOG#main', 'SEQ#000000000001', 'SEQ'],
    ['LOG#main', 'CHECKPOINT#000000000001', 'CHECKPOINT'],
    ['CLIENT#westmarch', 'CLIENT', 'CLIENT'],
    ['AGREEMENT#a#b', 'AGREEMENT', 'AGREEMENT'],
    ['SUBJECT#HEAD', 'HEAD', 'SUBJECT'],
    ['HEAD', 'HEAD', 'HEAD'],
  ])('of %s %s is %s', (pk, sk, kind) => {
    expect(kindOfRow({ pk, sk })).toBe(kind)
  })

  it.each([
    ['Odo Quillfeather', 'of Tannery Row'],
    ['LOG#main', 'Odo Quillfeather'],
    ['', ''],
  ])('tells nothing of a key that somebody made up', (pk, sk) => {
    expect(kindOfRow({ pk, sk })).toBe('OTHER')
  })
})
