import { assessDepsFrom } from '../../shared/aws/assess-deps.ts'
import type { Clients } from '../../shared/aws/clients.ts'
import { guardDepsFrom } from '../../shared/aws/guard-deps.ts'
import type { World } from '../../shared/aws/world.ts'
import type { Environment } from '../../shared/config/environment.ts'
import { guarded } from '../../shared/http/guard.ts'
import { createHandler } from './handler.ts'

export const wire = (
  clients: Pick<Clients, 'store' | 'keys'>,
  environment: Environment<'preview-concern'>,
  world: World,
) => {
  const {
    CASEWORK_TABLE: casework,
    DIRECTORY_TABLE: directory,
    INTAKE_TABLE: intake,
    REGISTER_TABLE: register,
  } = environment

  return createHandler({
    ...assessDepsFrom(
      { ...clients, now: world.now, log: world.log },
      { directory, intake, register, casework },
      environment,
    ),
    ...guarded(guardDepsFrom(clients, environment, world)),
  })
}
