import { describe, expect, it } from 'vitest'
import { caseHeaders } from '../../../shared/http/contracts/parts.ts'
import { inCaseOf } from '../../../shared/http/in-case.ts'

const headers = (reference: string) => ({
  'hub-case-reference': reference,
  'hub-purpose': 'safeguarding',
})

describe('the case in which somebody asks', () => {
  it.each(['case-7', '2026-00123', 'WM_0117_b', '7'])(
    'is named by a reference: %s',
    (reference) => {
      expect(inCaseOf(headers(reference))).toEqual({
        caseReference: reference,
        purpose: 'safeguarding',
      })
    },
  )

  it.each([
    ['a name', 'Quillfeather'],
    ['two names', 'Marta-Quillfeather'],
    ['words', 'the family in Tannery Row'],
    ['an NHS number', '9434765919'],
    ['an NHS number in threes', '943-476-5919'],
    ['more than a reference holds', '7'.repeat(65)],
    ['nothing', ''],
  ])('is not taken where it is %s', (_, reference) => {
    expect(caseHeaders.safeParse(headers(reference)).success).toBe(false)
  })
})
