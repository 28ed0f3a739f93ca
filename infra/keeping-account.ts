import type { StageFile } from './stages/stage-file.ts'

/**
 * The account that keeps what nobody of the hub's own account may take away: copies of backups, and the trails. It is the one in
 * which the vault stands.
 */
export const keepingAccountOf = ({
  backupVaultArn,
}: Pick<NonNullable<StageFile['edge']>, 'backupVaultArn'>): string =>
  backupVaultArn.split(':')[4] ?? ''
