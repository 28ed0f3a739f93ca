import { describe, expect, it } from 'vitest'
import { localCodes } from '../../../infra/stages/local.ts'
import { hasEnded } from '../../../shared/agencies/code-history.ts'
import { englishAuthorities } from '../../../shared/agencies/english-authorities.ts'
import {
  authorityMeant,
  faultOfAuthority,
  sentAuthoritySchema,
  statedAuthoritySchema,
} from '../../../shared/agencies/stated-authority.ts'
import { aDirectory } from '../../builders/a-directory.ts'

const codes = Object.keys(englishAuthorities)
const today = '2026-11-26'

describe('the authorities of England', () => {
  it('are 153: 63 unitary, 36 metropolitan, 33 of London, 21 counties', () => {
    const count = (prefix: string) => codes.filter((code) => code.startsWith(prefix)).length
    expect([codes.length, ...['E06', 'E08', 'E09', 'E10'].map(count)]).toEqual([
      153, 63, 36, 33, 21,
    ])
  })

  it('have each a code of nine signs and a name of its own', () => {
    for (const code of codes) expect(code).toMatch(/^E(06|08|09|10)0000\d{2}$/)
    expect(new Set(Object.values(englishAuthorities)).size).toBe(153)
  })

  it('are none of those that were replaced, nor of the invented ones', () => {
    const invented: readonly string[] = localCodes
    expect(codes.filter((code) => hasEnded(code) || invented.includes(code))).toEqual([])
  })
})

describe('a stated authority', () => {
  it.each([
    ...localCodes,
    'E08000035',
    'E09000001',
    'E10000016',
    'E08000016',
    'W06000015',
    'S12000036',
    'N09000003',
    'ABROAD',
    'UNKNOWN',
  ])('is known: %s', (code) => {
    const stated = statedAuthoritySchema.parse(code)
    expect(faultOfAuthority(aDirectory, stated, today)).toBeUndefined()
  })

  it('is not known by its form alone: a mistyped code is told', () => {
    const stated = statedAuthoritySchema.parse('E06999999')
    expect(faultOfAuthority(aDirectory, stated, today)).toBe(
      'the GSS code of a council, such as E08000035, or ABROAD or UNKNOWN',
    )
  })

  it.each(['', 'Leeds', 'E07000008', 'e08000035', 'W0600015', 'S120000360', 'toString'])(
    'is unknown: %j',
    (code) => {
      const { error } = statedAuthoritySchema.safeParse(code)
      expect(error?.issues.map(({ message }) => message)).toEqual([
        'the GSS code of a council, such as E08000035, or ABROAD or UNKNOWN',
      ])
    },
  )

  it.each([
    ['E10000027', 'E06000066'],
    ['E06000029', 'E06000058'],
    ['E07000026', 'E06000063'],
    ['E07000191', 'E06000066'],
    ['E07000008', 'E10000003'],
    ['E07000240', 'E10000015'],
    ['E08000019', 'E08000039'],
    ['E08000035', 'E08000035'],
    ['Leeds', 'Leeds'],
  ])('that a client’s old list calls %s is taken for %s', (sent, meant) => {
    expect(authorityMeant(aDirectory, sent, today)).toBe(meant)
  })

  it('is what it was before the day on which it ended', () => {
    expect(authorityMeant(aDirectory, 'E10000027', '2023-03-31')).toBe('E10000027')
    expect(authorityMeant(aDirectory, 'E07000026', '2023-03-31')).toBe('E10000006')
  })

  it('that was divided is nobody’s to choose but the sender’s', () => {
    expect(authorityMeant(aDirectory, 'E10000006', today)).toBe('E10000006')
    expect(faultOfAuthority(aDirectory, 'E10000006', today)).toBe(
      'the code of the council of today: this one was divided among E06000063 (Cumberland) and E06000064 (Westmorland and Furness)',
    )
    expect(faultOfAuthority(aDirectory, 'E10000006', '2023-03-31')).toBeUndefined()
  })

  it('whom the hub serves has its successors in the directory alone', () => {
    const somerset = { code: 'E10000027', name: 'Somerset', key: 'somerset' } as const
    const directory = { ...aDirectory, authorities: [...aDirectory.authorities, somerset] }
    expect(authorityMeant(directory, 'E10000027', today)).toBe('E10000027')
  })

  it('may be sent as a district and is never kept as one', () => {
    expect(sentAuthoritySchema.safeParse('E07000026').success).toBe(true)
    expect(statedAuthoritySchema.safeParse('E07000026').success).toBe(false)
  })
})
