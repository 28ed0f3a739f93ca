import type * as z from 'zod'
import { present } from '../kernel/present.ts'
import type { Found, Origin } from './fact.ts'
import { type FlawCode, isRefusing } from './flaws.ts'

/** Collects what is wrong with one record. */
export type Noting = {
  readonly note: (code: FlawCode, origin: Origin, fields?: readonly string[]) => void
  readonly found: readonly Found[]
  readonly isRefused: () => boolean
}

export const createNoting = (): Noting => {
  const found: Found[] = []
  return {
    found,
    note: (code, origin, fields) => void found.push({ code, origin, ...present({ fields }) }),
    isRefused: () => found.some(({ code }) => isRefusing(code)),
  }
}

/** Names of the fields that fit no contract, each once; never what stands in them. */
export const unfitFields = ({ issues }: z.ZodError): readonly string[] => [
  ...new Set(issues.map(({ path }) => path.join('/'))),
]
