import { uuidSchema } from '../../../shared/kernel/ids.ts'

/** Whether this may be an id that the hub issued; of any other the API says that it cannot be read. */
export const isHubId = (id: string | undefined): id is string => uuidSchema.safeParse(id).success
