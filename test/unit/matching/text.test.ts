import { describe, expect, it } from 'vitest'
import { jaroWinkler } from '../../../shared/matching/text/jaro-winkler.ts'
import { isMisreading } from '../../../shared/matching/text/misreading.ts'
import { isNextKey } from '../../../shared/matching/text/next-key.ts'
import { isOneEdit, isTwoEdits } from '../../../shared/matching/text/one-edit.ts'
import { phoneticCode } from '../../../shared/matching/text/phonetic-code.ts'
import { editDistance } from '../../builders/edit-distance.ts'

describe('jaroWinkler', () => {
  it.each([
    ['MARTHA', 'MARHTA', 0.9611],
    ['DIXON', 'DICKSONX', 0.8133],
    ['DWAYNE', 'DUANE', 0.84],
    ['MICHELLE', 'MICHAEL', 0.9214],
    ['NICHLESON', 'NICHULSON', 0.9556],
    ['MASSEY', 'MASSIE', 0.9333],
    ['ITMAN', 'SMITH', 0.4667],
    ['JONES', 'JOHNSON', 0.8324],
    ['SEAN', 'SUSAN', 0.805],
    ['ABROMS', 'ABRAMS', 0.9222],
    ['', '', 1],
    ['', 'A', 0],
    ['ABC', 'XYZ', 0],
  ])('%s and %s are %d alike', (a, b, likeness) => {
    expect(jaroWinkler(a, b)).toBeCloseTo(likeness, 3)
    expect(jaroWinkler(b, a)).toBe(jaroWinkler(a, b))
  })
})

describe('isNextKey', () => {
  it.each([
    ['natalie', 'nstalie', true],
    ['scott', 'sxott', true],
    ['ann', 'amn', true],
    ['minh', 'binh', false],
    ['ann', 'ann', false],
    ['ann', 'anne', false],
    ['scott', 'sxitt', false],
  ])('of %s and %s is %s', (...[a, b, isNext]) => {
    expect(isNextKey(a, b)).toBe(isNext)
    expect(isNextKey(b, a)).toBe(isNext)
  })
})

describe('editDistance', () => {
  it.each([
    ['', '', 0],
    ['', 'abc', 3],
    ['kitten', 'sitting', 3],
    ['ab', 'ba', 1],
    ['ca', 'abc', 3],
    ['19840723', '19480723', 1],
    ['19840723', '19840732', 1],
    ['19840723', '19850724', 2],
  ])('%s to %s takes %d', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance)
  })
})

describe('isOneEdit', () => {
  it.each([
    ['', '', false],
    ['', 'a', true],
    ['ann', 'ann', false],
    ['ann', 'anna', true],
    ['ann', 'nn', true],
    ['sarah', 'sahar', false],
    ['sarah', 'sarha', true],
    ['sarah', 'sbrah', true],
    ['19840723', '19480723', true],
    ['19840723', '19850724', false],
    ['ab', 'abcd', false],
  ])('%s and %s: %s', (a, b, is) => {
    expect(isOneEdit(a, b)).toBe(is)
    expect(isOneEdit(b, a)).toBe(is)
  })
})

describe('isTwoEdits', () => {
  it.each([
    ['12345', '92395', true],
    ['12345', '32145', true],
    ['12345', '12345', false],
    ['12345', '12349', false],
    ['12345', '99945', false],
    ['12345', '1234', false],
    ['12345', '123456', false],
  ])('%s and %s: %s', (a, b, is) => {
    expect(isTwoEdits(a, b)).toBe(is)
    expect(isTwoEdits(b, a)).toBe(is)
  })
})

describe('isMisreading', () => {
  it.each([
    ['hannah', 'kanmah', true],
    ['harry', 'haaay', true],
    ['mary', 'john', false],
    ['hannah', 'hanna', false],
    ['sarah', 'david', false],
    ['jo', 'io', false],
    ['', '', false],
    // One letter for another wherever it stands, like of shape or not.
    ['bobby', 'bozzy', true],
    // Two exchanges, one of them between letters that nobody takes for each other.
    ['hannah', 'kazmah', false],
    // Each difference could be misread, but too little is left to read.
    ['hilt', 'kiji', false],
  ])('%s and %s: %s', (a, b, is) => {
    expect(isMisreading(a, b)).toBe(is)
    expect(isMisreading(b, a)).toBe(is)
  })
})

describe('phoneticCode', () => {
  it.each([
    ['stephen', 'steven'],
    ['mohammed', 'muhammad'],
    ['kowalski', 'kovalski'],
    ['yusuf', 'jusuf'],
    ['philip', 'filip'],
    ['knight', 'nite'],
    ['imran', 'emran'],
    ['tomasz', 'tomas'],
    ['macdonald', 'mcdonald'],
    ['hussain', 'hussein'],
  ])('%s sounds like %s', (a, b) => {
    expect(phoneticCode(a)).toBe(phoneticCode(b))
  })

  it.each([
    ['john', 'joan', true],
    ['sarah', 'david', false],
    ['khan', 'patel', false],
  ])('%s and %s: %s', (a, b, alike) => {
    expect(phoneticCode(a) === phoneticCode(b)).toBe(alike)
  })
})
