import { HubError } from '../kernel/hub-error.ts'

/** A version as an entity tag. */
export const etagOf = (version: number): string => `"${version}"`

/**
 * The version that the caller read. A weak tag, which some proxies make of ours, equals no version (RFC 9110 §13.1.1).
 * @throws HubError version-missing, so that nobody answers what they have not seen; version-mismatch
 */
export const versionOf = (ifMatch: string | undefined): number => {
  if (ifMatch === undefined)
    throw new HubError('version-missing', 'send If-Match with the ETag as you read it')
  if (ifMatch.startsWith('W/')) throw new HubError('version-mismatch', 'a weak ETag never matches')
  return Number(ifMatch.slice(1, -1))
}
