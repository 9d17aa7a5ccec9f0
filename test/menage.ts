import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The folder that the files of one run of the tests share, by the process that runs them. */
export const dossierPartage = (processus: number): string => join(tmpdir(), `infocentre-partage-${processus}`)

export const teardown = (): void => rmSync(dossierPartage(process.pid), { recursive: true, force: true })
