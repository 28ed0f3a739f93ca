import { environmentCredentials } from './environment-credentials.ts'

/**
 * How every client of a function reaches AWS. Three attempts of at most four seconds each end before the fifteen of a
 * function that answers a request, so that a caller is told, and not left, when a service does not answer. An attempt that
 * timed out may have taken effect: a transaction has one token for all its attempts, and what else the hub sends may come twice.
 */
export const clientOptions = {
  credentials: environmentCredentials,
  maxAttempts: 3,
  // The URL of a queue names it; where SQS is reached, the region says.
  useQueueUrlAsEndpoint: false,
  // S3 alone heeds it: a bucket is named in the path, for not every place resolves its name as a host's.
  forcePathStyle: true,
  requestHandler: { connectionTimeout: 1_000, requestTimeout: 4_000, throwOnRequestTimeout: true },
}
