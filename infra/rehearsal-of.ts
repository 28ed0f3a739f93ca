import type { StageFile } from './stages/stage-file.ts'

/** The code of the authority that the hub rehearses with. @throws Error where a stage names none, which its schema refuses */
export const rehearsalOf = ({ directory }: Pick<StageFile, 'directory'>): string => {
  const found = directory.authorities.find(({ rehearsal }) => rehearsal === true)
  if (found === undefined) throw new Error('the stage names no authority to rehearse with')
  return found.code
}
