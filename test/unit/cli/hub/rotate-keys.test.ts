import { describe, expect, it } from 'vitest'
import { rotateKeys } from '../../../../cli/hub/keys/rotate-keys.ts'
import { aSigningKey } from '../../../builders/signing-keys.ts'

const now = new Date('2026-11-23T10:00:00.000Z')
const tomorrow = '2026-11-24T10:00:00.000Z'
const [a, b, c] = [aSigningKey().jwk, aSigningKey().jwk, aSigningKey().jwk]
const ends = (until: string) => ({ ...a, until })
const day = { now, overlapHours: 24 }

describe('the keys of a client after a rotation', () => {
  it.each([
    ['the new one beside the old, which ends', [a], [b], day, [ends(tomorrow), b]],
    ['the new one alone, where there is no overlap', [a], [b], { now, overlapHours: 0 }, [b]],
    ['those offered, where the old is among them', [a], [a, b], day, [ends(tomorrow), b]],
    [
      'the old one until its earlier end',
      [ends('2026-11-23T11:00:00.000Z')],
      [b],
      day,
      [ends('2026-11-23T11:00:00.000Z'), b],
    ],
    [
      'without what has ended',
      [ends('2026-11-23T10:00:00.000Z'), b],
      [c],
      day,
      [{ ...b, until: tomorrow }, c],
    ],
    ['both that are new', [a], [b, c], { now, overlapHours: 0 }, [b, c]],
    [
      'one that had ended, offered again',
      [ends('2026-11-01T00:00:00.000Z'), b],
      [a],
      day,
      [{ ...b, until: tomorrow }, a],
    ],
  ])('are %s', (...[, held, offered, how, after]) => {
    expect(rotateKeys(held, offered, how)).toEqual(after)
  })

  it.each([
    ['nothing is new', [a], [a], 'nothing to rotate'],
    ['nothing is new of two', [a, b], [b, a], 'nothing to rotate'],
    ['there would be three', [a, b], [c], 'would hold 3'],
    ['two of one name would be held', [a], [{ ...b, kid: a.kid }], 'another'],
  ])('are refused when %s', (...[, held, offered, says]) => {
    expect(() => rotateKeys(held, offered, day)).toThrow(says)
  })

  it('may take the name of one that ends at once', () => {
    const renamed = { ...b, kid: a.kid }
    expect(rotateKeys([a], [renamed], { now, overlapHours: 0 })).toEqual([renamed])
  })
})
