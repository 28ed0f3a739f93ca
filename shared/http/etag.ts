import { HubError } from '../kernel/hub-error.ts'

/** A version as an entity tag. */
export const etagOf = (version: number): string => `"${version}"`

/** The version that the caller read. @throws HubError version-missing, so that nobody answers what they have not seen */
export const versionOf = (ifMatch: string | undefined): number => {
  if (ifMatch === undefined)
    throw new HubError('version-missing', 'send If-Match with the ETag as you read it')
  return Number(ifMatch.slice(1, -1))
}
