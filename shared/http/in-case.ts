import type { InCase } from '../agencies/recorder-of.ts'
import { caseHeaders } from './contracts/parts.ts'

/** The case and purpose that a request names, where its contract asks for them: `headers` are as the contract has them. */
export const inCaseOf = (headers: unknown): InCase | undefined => {
  const { data } = caseHeaders.safeParse(headers)
  return data && { caseReference: data['hub-case-reference'], purpose: data['hub-purpose'] }
}
