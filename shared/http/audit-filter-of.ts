import { isFunctionName } from '../config/functions.ts'

/** What is asked of the log: clients and the hub's own functions are named alike, and found in two ways. */
export const filterOf = <Asked extends { readonly actor?: string | undefined }>({
  actor,
  ...rest
}: Asked) => ({
  ...rest,
  ...(actor !== undefined && (isFunctionName(actor) ? { byHub: actor } : { actor })),
})
