/** Why somebody asks that nothing of a matter be deleted, whatever its time. */
export const holdReasons = [
  'COURT',
  'INQUIRY',
  'POLICE',
  'CLAIM',
  'COMPLAINT',
  'SUBJECT_ACCESS',
] as const
