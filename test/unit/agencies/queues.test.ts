import { describe, expect, it } from 'vitest'
import { localCodes, rehearsed, southfen, stage, westmarch } from '../../../infra/stages/local.ts'
import { placeToday, queueNameSchema, queuesOf } from '../../../shared/agencies/queues.ts'
import { aDirectory } from '../../builders/a-directory.ts'

const today = '2026-11-26'

describe('the queues of a deployment', () => {
  const names = queuesOf(aDirectory).map(({ name }) => name)

  it('are one for each who is told, and no two of one name', () => {
    const keys = stage.directory.agencies.map(({ key }) => key)
    const codes = [...localCodes, southfen, rehearsed]
    expect(names.toSorted()).toEqual(
      [
        ...codes.map((code) => `alerts-${code}`),
        ...[...codes, ...keys, 'partnership'].map((key) => `escalations-${key}`),
        'changes-eastvale-learning-disability',
        'changes-safe-harbour-northmoor',
        'holding',
      ].toSorted(),
    )
    expect(new Set(names).size).toBe(names.length)
  })

  it('have one more before the inbox of whoever is pushed or sealed to, and of nobody else', () => {
    const delivered = queuesOf(aDirectory).filter(({ isDelivered }) => isDelivered === true)
    expect(delivered.map(({ name }) => name)).toEqual([`alerts-${southfen}`])
  })

  it('have names that a kept message may hold', () => {
    for (const name of names) expect(queueNameSchema.parse(name)).toBe(name)
  })
})

describe('a message', () => {
  it.each(['escalations-turning-tide', 'escalations-partnership', 'holding'] as const)(
    'goes where it is meant to: %s',
    (to) => {
      expect(placeToday(aDirectory, to, today)).toBe(to)
    },
  )

  it('goes to an authority’s queue even where the authority has ended: its system still reads it', () => {
    expect(placeToday({ authorities: [], agencies: [] }, `alerts-${westmarch}`, today)).toBe(
      `alerts-${westmarch}`,
    )
  })

  it('for the lead of an agency that has none here, or has it no longer, goes to the partnership lead', () => {
    const [agency, ...others] = stage.directory.agencies
    const ended = { ...aDirectory, agencies: [{ ...agency, until: today }, ...others] }
    expect(placeToday(ended, 'escalations-turning-tide', today)).toBe('escalations-partnership')
    expect(placeToday(ended, 'escalations-turning-tide', '2026-11-25')).toBe(
      'escalations-turning-tide',
    )
    expect(placeToday(aDirectory, 'escalations-elsewhere', today)).toBe('escalations-partnership')
  })
})
