import { describe, expect, it } from 'vitest'
import { foldText } from '../../../shared/matching/normalise/fold-text.ts'
import {
  fullFormsOf,
  isGivenName,
  isNicknameOf,
  isSpellingOf,
  nicknameGroups,
} from '../../../shared/matching/normalise/nicknames/nicknames.ts'

describe('nicknames', () => {
  it.each([
    ['bob', 'robert'],
    ['siobhan', 'chevonne'],
    ['niamh', 'neve'],
    ['hamish', 'james'],
    ['bethan', 'beth'],
    ['mohammed', 'mohd'],
    ['yusuf', 'yousef'],
    ['fatima', 'fatema'],
    ['kasia', 'katarzyna'],
    ['gosia', 'malgorzata'],
    ['wojtek', 'wojciech'],
    ['mhmd', 'muhammad'],
    ['sasha', 'alexander'],
    ['christa', 'christabel'],
    ['charo', 'rosario'],
    ['janek', 'jan'],
    ['bandi', 'andras'],
    ['dayo', 'ekundayo'],
    ['kesi', 'kesiah'],
  ])('%s may be %s', (a, b) => {
    expect(isNicknameOf(a, b)).toBe(true)
    expect(isNicknameOf(b, a)).toBe(true)
  })

  it.each([
    ['sarah', 'susan'],
    ['ella', 'ellie'],
    ['molly', 'polly'],
    ['harjit', 'harjinder'],
    ['carl', 'carla'],
    ['julian', 'juliana'],
    ['shabana', 'shabnam'],
    ['eli', 'ellie'],
    ['alexander', 'alexandra'],
    ['constructor', 'toString'],
  ])('%s is not %s', (a, b) => {
    expect(isNicknameOf(a, b)).toBe(false)
  })

  it('knows at least a thousand forms, all folded', () => {
    const forms = new Set(nicknameGroups.flat())
    expect(forms.size).toBeGreaterThan(1000)
    expect([...forms].filter((form) => foldText(form) !== form)).toEqual([])
  })

  it('holds at least two forms in every group', () => {
    expect(nicknameGroups.filter((group) => new Set(group).size < 2)).toEqual([])
  })

  it('gives the full forms that share a key', () => {
    expect(fullFormsOf('bob')).toEqual(['robert'])
    expect(fullFormsOf('xyzzy')).toEqual(['xyzzy'])
  })

  it.each([
    ['mohammed', 'muhamad'],
    ['abdullahi', 'abdoulaye'],
    ['rebecca', 'rebekah'],
    ['catherine', 'kathryn'],
    ['marcus', 'markus'],
    ['hanna', 'hana'],
    ['kerry', 'kerrie'],
    ['joergen', 'jorgen'],
    ['serhiy', 'sergei'],
  ])('%s and %s are spellings of one name', (a, b) => {
    expect(isSpellingOf(a, b)).toBe(true)
    expect(isSpellingOf(b, a)).toBe(true)
  })

  it.each([
    ['hassan', 'hussain'],
    ['amina', 'amira'],
    ['jade', 'jada'],
    ['ella', 'ellie'],
    ['noa', 'noah'],
    ['kay', 'kai'],
    ['mari', 'marie'],
    ['robert', 'bob'],
    ['john', 'ioan'],
  ])('%s and %s are not', (a, b) => {
    expect(isSpellingOf(a, b)).toBe(false)
    expect(isSpellingOf(b, a)).toBe(false)
  })

  it('knows given names of every family of these islands, and no slip of one', () => {
    expect(['jada', 'harjinder', 'chinedu', 'kayden', 'oksana', 'hodan'].every(isGivenName)).toBe(
      true,
    )
    expect(['kahterine', 'mohamemd', 'rosalnid', 'toString'].some(isGivenName)).toBe(false)
  })
})
