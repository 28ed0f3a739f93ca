/** `turning-tide` as CloudFormation takes it in ids: `TurningTide`. What has no hyphen keeps the letters after its first. */
export const pascalCase = (name: string): string =>
  name
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')

/** Whoever restores the hub, while they do. */
export const restorerRole = 'hub-restorer'

/** The trails of who touched what; the key of the logs is theirs by name. */
export const trailNames = { own: 'hub', outsiders: 'hub-outsiders' } as const

/** The output of the data's stack that says what a table is called. */
export const tableOutput = (table: string): string => `${pascalCase(table)}Table`

/** What the API, streams and the clock call of each function: the version that is in use. */
export const aliasName = 'live'

/** Where the gateway writes what it was asked. */
export const accessLogGroup = '/hub/api-access'

/** The statement by which nothing but a deployment changes a bucket. */
export const changedByDeployingAlone = 'ChangedByDeployingAlone'
