import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The folder that the files of one run of the tests share, by the process that runs them. */
export const dossierPartage = (processus: number): string => join(tmpdir(), `infocentre-partage-${processus}`)

const oublier = (): void => rmSync(dossierPartage(process.pid), { recursive: true, force: true })

/** A run that was killed may have left the folder of the process whose number this one has taken. */
export const setup = (): void => oublier()

export const teardown = (): void => oublier()
