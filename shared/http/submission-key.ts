import { type HarmLevel, isAtLeast } from '../codes/harm-levels.ts'
import { idempotencyHeaders, idempotencyKeySchema } from './contracts/concerns.ts'
import { parseRequest } from './parse.ts'

/**
 * The key under which a concern is submitted: the caller's own. A grave concern is not refused for want of one; its bytes
 * stand for it, so that the same form sent again changes nothing.
 * @throws HubError request-invalid at H0, H1 and H2 without a usable key
 */
export const submissionKeyOf = (
  headers: { readonly 'idempotency-key'?: string | undefined },
  { harm, bodyHash }: { readonly harm: HarmLevel; readonly bodyHash: string },
): string => {
  const own = idempotencyKeySchema.safeParse(headers['idempotency-key'])
  if (own.success) return own.data
  if (isAtLeast(harm, 'H3')) return `sha256:${bodyHash}`
  return parseRequest(idempotencyHeaders, headers, 'header')['idempotency-key']
}
