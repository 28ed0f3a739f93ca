/** What DynamoDB says of a request that it does not take. */
export const invalid = (message: string): Error =>
  Object.assign(new Error(message), { name: 'ValidationException' })
