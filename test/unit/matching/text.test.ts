import { describe, expect, it } from 'vitest'
import { editDistance } from '../../../shared/matching/text/edit-distance.ts'
import { jaroWinkler } from '../../../shared/matching/text/jaro-winkler.ts'
import { phoneticCode } from '../../../shared/matching/text/phonetic-code.ts'

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
