import { createHash } from 'node:crypto'
import type { Concern } from './concern.ts'

const folded = (text = ''): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

/**
 * Of whom a concern says it is, as a hash: the same words give the same one, whether or not anybody knows the family. The
 * first name and the birth date, or what else tells the person from others.
 */
export const statedPerson = ({
  names: [name],
  dateOfBirth,
  nhsNumbers,
  addresses: [address],
  phones: [phone],
}: Concern['subject']): string => {
  const told = dateOfBirth ?? nhsNumbers[0] ?? address?.postcode ?? address?.street ?? phone ?? ''
  const parts = [name?.given, name?.family, told].map(folded)
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}
