import { describe, expect, it } from 'vitest'
import { foldText } from '../../../shared/matching/normalise/fold-text.ts'
import {
  fullFormsOf,
  isNicknameOf,
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
  ])('%s may be %s', (a, b) => {
    expect(isNicknameOf(a, b)).toBe(true)
    expect(isNicknameOf(b, a)).toBe(true)
  })

  it.each([
    ['sarah', 'susan'],
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
})
