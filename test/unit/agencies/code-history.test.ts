import { describe, expect, it } from 'vitest'
import { answeringFor, codeOn, hasEnded } from '../../../shared/agencies/code-history.ts'
import { countyOf } from '../../../shared/agencies/districts.ts'
import { englishAuthorities } from '../../../shared/agencies/english-authorities.ts'

const today = '2026-11-26'
const current = new Set(Object.keys(englishAuthorities))
const district = (number: number) => `E07${String(number).padStart(6, '0')}`
const districts = Array.from({ length: 300 }, (_, number) => district(number)).filter(
  (code) => countyOf(code) !== undefined,
)

describe('codes that ended', () => {
  it('lead to authorities of today, whichever way', () => {
    const former = ['E06000028', 'E06000048', 'E08000016', 'E10000002', 'E10000009', 'E10000023']
    for (const code of [...former, ...districts])
      for (const answering of answeringFor(code, today)) expect(current).toContain(answering)
  })

  it('are one a district: a district was never divided', () => {
    for (const code of districts) expect(answeringFor(code, today)).toHaveLength(1)
  })

  it('are none of today', () => {
    for (const code of current) {
      expect(hasEnded(code)).toBe(false)
      expect(answeringFor(code, today)).toEqual([code])
    }
  })
})

describe('the place of a code on an earlier day', () => {
  it.each([
    ['E06000063', '2023-04-01', 'E06000063'],
    ['E06000063', '2023-03-31', 'E10000006'],
    ['E06000066', '2019-01-01', 'E10000027'],
    ['E08000039', '2020-01-01', 'E08000019'],
    ['E06000062', '2021-03-31', 'E10000021'],
    ['E08000035', '2010-01-01', 'E08000035'],
  ])('%s was on %s answered for by %s', (code, day, then) => {
    expect(codeOn(code, day)).toBe(then)
  })

  it('cannot be told where it was made of several', () => {
    expect(codeOn('E06000058', '2019-03-31')).toBeUndefined()
    expect(codeOn('E10000006', today)).toBeUndefined()
  })
})
