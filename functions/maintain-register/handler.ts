import type { ChangeRegisterDeps } from '../../shared/casework/change-register.ts'
import type { ReadRegisterDeps } from '../../shared/casework/read-register.ts'
import { type ApiHandler, createApi, type GuardedDeps } from '../../shared/http/pipeline.ts'
import { adultEndpoints } from './adults.ts'
import { childEndpoints } from './children.ts'

export type Deps = GuardedDeps & ChangeRegisterDeps & ReadRegisterDeps

/** The register: `/children` and `/adults`. */
export const createHandler = (deps: Deps): ApiHandler =>
  createApi([...childEndpoints(deps), ...adultEndpoints(deps)], deps)
