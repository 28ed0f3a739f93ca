import { dramaPrefixes } from '../../local/people/invented-numbers.ts'

const plain = (text: string): string => text.replace(/\D/g, '').replace(/^(00)?44/, '0')
const openings = dramaPrefixes.map(plain)

/** Of the ranges that Ofcom keeps for drama, however it is written. */
export const isInventedPhone = (text: string): boolean =>
  plain(text).length === 11 && openings.some((opening) => plain(text).startsWith(opening))

/** Of the range 999, which is never issued; the check digit may be wrong. */
export const isInventedNhsNumber = (text: string): boolean => /^999\d{7}$/.test(text)

/** Of a domain that RFC 2606 keeps for examples. */
export const isInventedEmail = (text: string): boolean =>
  /@([\w-]+\.)*(example(\.(com|net|org))?|invalid|test)$/.test(text)
