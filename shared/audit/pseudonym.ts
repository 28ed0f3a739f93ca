import { createHmac } from 'node:crypto'

/** A word for a person that is the same wherever they stand in one answer, and another in every other answer. */
export const pseudonymOf = (secret: string, person: string): string =>
  `P-${createHmac('sha256', secret).update(person).digest('hex').slice(0, 10)}`
