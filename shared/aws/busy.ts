import { HubError } from '../kernel/hub-error.ts'

/** The names under which the services of AWS turn a call away for now. */
const busyErrors = new Set([
  'LimitExceededException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'RequestThrottled',
  'RequestThrottledException',
  'SlowDown',
  'ThrottledException',
  'Throttling',
  'ThrottlingException',
  'TooManyRequestsException',
  'TransactionConflictException',
  'TransactionInProgressException',
])

/** Whether a call was turned away for now. */
export const isBusy = (error: unknown): boolean =>
  error instanceof Error && busyErrors.has(error.name)

const storeBusy = (cause: unknown): HubError =>
  new HubError('store-busy', 'the table took no more calls', { cause })

/** What a table gives. @throws HubError store-busy when it gave nothing for now, after the tries of its client */
export const unlessBusy = async <Given>(asked: Promise<Given>): Promise<Given> => {
  try {
    return await asked
  } catch (error) {
    throw isBusy(error) ? storeBusy(error) : error
  }
}
