import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { notificationsOf } from '../../../bench/population/notifications.ts'
import { populationOf } from '../../../bench/population/register.ts'
import {
  firstStrangerSerial,
  nhsNumberOf,
  telephoneOf,
} from '../../../local/people/invented-numbers.ts'
import { seedConcerns } from '../../../local/seed/concerns.ts'
import { generateRegister } from '../../../local/seed/register.ts'
import { tellStory } from '../../../local/seed/story.ts'
import { isNhsNumber } from '../../../shared/kernel/is-nhs-number.ts'
import { isInventedEmail, isInventedNhsNumber, isInventedPhone } from '../../builders/invented.ts'

const serials = (from: number, to: number, step: number): number[] =>
  Array.from({ length: Math.ceil((to - from) / step) }, (_, at) => from + at * step)

describe('a number found from a serial', () => {
  it('is nobody else’s, and valid', () => {
    const asked = [...serials(0, 800_000, 41), ...serials(20_000_000, 20_091_000, 41)]
    const numbers = asked.map(nhsNumberOf)
    expect(new Set(numbers).size).toBe(asked.length)
    expect(numbers.filter((number) => !isNhsNumber(number))).toEqual([])
    const phones = serials(0, 14_900, 1).map(telephoneOf)
    expect(new Set(phones).size).toBe(14_900)
    expect(phones.filter((phone) => !isInventedPhone(phone))).toEqual([])
  })

  it('is none where the range is used up, so that a register of millions knows fewer', () => {
    expect(nhsNumberOf(800_000)).toBe('')
    expect(telephoneOf(14_900)).toBe('')
    expect(nhsNumberOf(firstStrangerSerial)).not.toBe('')
  })

  it('leaves the last fifty of the mobiles and of no place to people written by hand', () => {
    const taken = serials(0, 14_900, 1).map(telephoneOf)
    expect(taken.filter((phone) => /^(07700 900|01632 960)9[5-9]/.test(phone))).toEqual([])
  })
})

// A number in text: of a telephone, and of ten digits that stand alone.
const phoneInText = /(?<![\w-])(?:\+44 ?|0)\d{2,4} ?\d{3} ?\d{3,4}(?!\w)/g
const nhsNumberInText = /(?<![\w.+-])(?!0)\d{3} ?\d{3} ?\d{4}(?!\w)/g
const emailInText = /[\w.+-]+@[\w-]+\.[\w.-]*\w/g
const strangeNumbers = (text: string): string[] => [
  ...(text.match(phoneInText) ?? []).filter((phone) => !isInventedPhone(phone)),
  ...(text.match(nhsNumberInText) ?? []).filter((number) => !isInventedNhsNumber(number)),
  ...(text.match(emailInText) ?? []).filter((email) => !isInventedEmail(email)),
]

describe('every number and mailbox is of a range that nobody has', () => {
  it('in a generated register and the notifications about it, slips included', () => {
    const wanted = { people: 3000, seed: 3, queries: 2000, unregistered: 0.3 }
    const rows = [
      ...populationOf(wanted),
      ...[...notificationsOf(wanted)].map(({ row }) => row),
    ].flatMap(({ phone, identifier, email }) => [
      ...[phone].filter((text) => text !== '' && !isInventedPhone(text)),
      ...[identifier].filter((text) => text !== '' && !isInventedNhsNumber(text)),
      ...[email].filter((text) => text !== '' && !isInventedEmail(text)),
    ])
    expect(rows).toEqual([])
  })

  it('in the demo’s register, concerns and story', () => {
    const today = new Date('2026-11-24T10:00:00Z')
    const { partner, stranger, mother } = tellStory(today)
    const sent = [
      ...generateRegister({ today }),
      ...seedConcerns({ today }),
      partner,
      stranger,
      mother,
    ]
    expect(strangeNumbers(sent.map((each) => JSON.stringify(each)).join('\n'))).toEqual([])
  })

  const texts = ['test/builders', 'docs/examples'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile())
      .map(({ parentPath, name }) => join(parentPath, name)),
  )
  it.each([...texts, 'README.md', 'docs/api.md', 'docs/story.md'])('in %s', (path) => {
    expect(strangeNumbers(readFileSync(path, 'utf8'))).toEqual([])
  })
})
