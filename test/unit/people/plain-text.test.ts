import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { partialDateSchema, personNameSchema } from '../../../shared/people/person.ts'
import { plainLines, plainText } from '../../../shared/people/plain-text.ts'

const line = (text: string): string | undefined => plainText(20).safeParse(text).data
const lines = (text: string): string | undefined => plainLines(20).safeParse(text).data

describe('a line of text', () => {
  it.each([
    ['an apostrophe', 'O’Brien'],
    ['another apostrophe', "O'Brien"],
    ['a double barrel', 'Ray-Smith'],
    ['one letter', 'O'],
    ['the name Null', 'Null'],
    ['letters of other scripts', 'Ναυσικᾶ 王小明'],
    ['letters from right to left', 'مريم'],
    ['dotless and dotted i', 'ıİ'],
    ['emoji', '👍🏽'],
    ['markup, which is only text here', '<b>&amp;</b>'],
    ['a formula, which is only text here', '=cmd|x'],
  ])('may hold %s', (_, text) => {
    expect(line(text)).toBe(text)
    expect(lines(text)).toBe(text)
  })

  it.each([
    ['NUL', 0x00],
    ['ESC', 0x1b],
    ['DEL', 0x7f],
    ['CSI', 0x9b],
    ['a soft hyphen', 0xad],
    ['an Arabic letter mark', 0x61c],
    ['a zero-width space', 0x200b],
    ['a left-to-right mark', 0x200e],
    ['a bidirectional embedding', 0x202a],
    ['a bidirectional override', 0x202e],
    ['a word joiner', 0x2060],
    ['a bidirectional isolate', 0x2066],
    ['the end of an isolate', 0x2069],
    ['a Hangul filler', 0x3164],
    ['a byte order mark', 0xfeff],
    ['half a pair', 0xd83d],
    ['the other half', 0xdc4d],
    ['a tag', 0xe0041],
  ])('loses %s', (_, code) => {
    expect(line(`ab${String.fromCodePoint(code)}cd`)).toBe('abcd')
    expect(lines(`ab${String.fromCodePoint(code)}cd`)).toBe('abcd')
  })

  it.each([
    ['a zero-width joiner', 'क्\u200dष'],
    ['a zero-width non-joiner', 'می\u200cخواهم'],
    ['an emoji of several', '👩\u200d👧'],
    ['an Arabic number sign', '\u0600١٢'],
  ])('keeps %s', (_, text) => {
    expect(line(text)).toBe(text)
    expect(lines(text)).toBe(text)
  })

  it.each([
    ['a tab', '\t', '\t'],
    ['a line feed', '\n', '\n'],
    ['a carriage return', '\r', '\n'],
    ['both', '\r\n', '\n'],
    ['NEL', '\u0085', '\n'],
    ['a line separator', '\u2028', '\n'],
    ['a paragraph separator', '\u2029', '\n'],
  ])('takes %s as a space, and in lines as what it is', (...[, sign, kept]) => {
    expect(line(`ab${sign}cd`)).toBe('ab cd')
    expect(lines(`ab${sign}cd`)).toBe(`ab${kept}cd`)
  })

  it.each([
    ['blanks around it go', '  ab  ', 'ab'],
    ['it comes out composed', 'Ame\u0301lie', 'Am\u00e9lie'],
    ['blanks inside stay', 'a  b', 'a  b'],
    ['twenty characters fit', 'a'.repeat(20), 'a'.repeat(20)],
    ['twenty fit once composed', 'e\u0301'.repeat(20), '\u00e9'.repeat(20)],
    ['twenty-one do not', 'a'.repeat(21), undefined],
    ['nothing is nothing', '', undefined],
    ['blanks are nothing', '   ', undefined],
    ['what cannot be seen is nothing', '\u200b\ufeff', undefined],
    ['a hundred combining marks do not fit', `a${'\u0327'.repeat(100)}`, undefined],
  ])('%s', (...[, text, expected]) => {
    expect(line(text)).toBe(expected)
  })
})

describe('lines of text', () => {
  it('keep their breaks, as LF', () => {
    expect(lines('one\ntwo\n\nthree')).toBe('one\ntwo\n\nthree')
    expect(lines('one\r\ntwo\r\n')).toBe('one\ntwo')
  })
})

describe('a name', () => {
  it.each([
    [{ given: 'Pelé' }, true],
    [{ family: 'Quillfeather' }, true],
    [{ given: 'Null', family: 'Null' }, true],
    [{}, false],
    [{ given: undefined }, false],
    [{ given: '' }, false],
    [{ given: 'a', title: 'b' }, false],
  ])('%j: %s', (name, isName) => {
    expect(personNameSchema.safeParse(name).success).toBe(isName)
  })
})

describe('a date that may be known in part', () => {
  it.each([
    ['1991', true],
    ['1991-04', true],
    ['1991-04-17', true],
    ['2000-02-29', true],
    ['1900-02-29', false],
    ['1991-02-29', false],
    ['1991-04-31', false],
    ['1991-00', false],
    ['1991-13', false],
    ['1991-4-17', false],
    ['1899', false],
    ['2100', false],
    ['91', false],
    ['17/04/1991', false],
    ['1991-04-17T00:00:00Z', false],
    ['1991-04-17\n', false],
    ['', false],
  ])('%j: %s', (text, isDate) => {
    expect(partialDateSchema.safeParse(text).success).toBe(isDate)
  })

  it('says what is expected and not what was sent', () => {
    const { error } = z
      .object({ dateOfBirth: partialDateSchema })
      .safeParse({ dateOfBirth: '1991-02-30' })
    expect(error?.issues[0]?.message).toBe('no such day in the calendar')
  })
})
