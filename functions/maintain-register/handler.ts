import type { LoadChildrenDeps } from '../../shared/casework/load-children.ts'
import type { ReadLoadsDeps } from '../../shared/casework/read-loads.ts'
import type { ReadRegisterDeps } from '../../shared/casework/read-register.ts'
import type { SearchRegisterDeps } from '../../shared/casework/search-register.ts'
import { type ApiHandler, createApi, type GuardedDeps } from '../../shared/http/pipeline.ts'
import { adultEndpoints } from './adults.ts'
import { childEndpoints } from './children.ts'
import { loadEndpoints } from './loads.ts'
import { searchEndpoints } from './searches.ts'

export type Deps = GuardedDeps &
  LoadChildrenDeps &
  ReadRegisterDeps &
  ReadLoadsDeps &
  SearchRegisterDeps

/** The register: `/children`, `/adults`, `/register-loads` and `/register-searches`. */
export const createHandler = (deps: Deps): ApiHandler =>
  createApi(
    [
      ...childEndpoints(deps),
      ...adultEndpoints(deps),
      ...loadEndpoints(deps),
      ...searchEndpoints(deps),
    ],
    deps,
  )
