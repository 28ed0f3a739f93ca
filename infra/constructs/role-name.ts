import type { FunctionName } from '../../shared/config/functions.ts'

/** Name of a function's role: policies of resources that are made before the roles refer to them by it. */
export const roleNameOf = (name: FunctionName): string => `hub-${name}`
