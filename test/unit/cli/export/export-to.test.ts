import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { exportTo } from '../../../../cli/export/export-to.ts'
import { newFolder } from '../../../builders/new-folder.ts'

describe('an export to a place where nothing can be written', () => {
  it.each([
    ['a file', 'file'],
    ['below a file', join('file', 'of', 'june')],
  ])('is refused before the hub is asked: %s', async (_, below) => {
    const folder = await newFolder()
    await writeFile(join(folder, 'file'), '')
    let asked = 0
    const post = () => {
      asked += 1
      return Promise.reject(new Error('asked'))
    }
    const wanted = { folder: join(folder, below), question: {}, progress: () => undefined }
    await expect(exportTo({ post }, wanted)).rejects.toThrow('cannot be made: name a folder')
    expect(asked).toBe(0)
  })
})
