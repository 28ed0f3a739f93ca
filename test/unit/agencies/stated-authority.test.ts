import { describe, expect, it } from 'vitest'
import { localCodes } from '../../../infra/stages/local.ts'
import {
  englishAuthorities,
  formerEnglishAuthorities,
} from '../../../shared/agencies/english-authorities.ts'
import {
  isKnownAuthority,
  statedAuthoritySchema,
} from '../../../shared/agencies/stated-authority.ts'
import { aDirectory } from '../../builders/a-directory.ts'

const codes = Object.keys(englishAuthorities)

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
    const others = [...Object.keys(formerEnglishAuthorities), ...localCodes]
    expect(codes.filter((code) => others.includes(code))).toEqual([])
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
    expect(isKnownAuthority(aDirectory, statedAuthoritySchema.parse(code))).toBe(true)
  })

  it('is not known by its form alone: a mistyped code is told', () => {
    expect(isKnownAuthority(aDirectory, statedAuthoritySchema.parse('E06999999'))).toBe(false)
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
})
