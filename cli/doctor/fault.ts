import type { Facts } from './facts.ts'

/** A fault: what shows that it is there, what it is, and what to do. */
export type Fault = {
  readonly isThere: (facts: Facts) => boolean
  readonly says: (facts: Facts) => string
  readonly todo: string
}
