import { execFileSync, spawnSync } from 'node:child_process'

/** Whether LibreOffice is on this machine. */
export const SOFFICE = spawnSync('soffice', ['--version']).status === 0

/** The title of a test that needs it says where it is missing. */
export const avecLibreOffice = (titre: string): string => `${titre}${SOFFICE ? '' : ' (programme absent : soffice)'}`

/** Opens a workbook in LibreOffice, which writes it in a folder in another form. */
export const convertir = (chemin: string, filtre: string, dossier: string): void => {
  execFileSync(
    'soffice',
    [
      `-env:UserInstallation=file://${dossier}/profil`,
      '--headless',
      '--convert-to',
      filtre,
      '--outdir',
      dossier,
      chemin,
    ],
    { stdio: 'ignore', timeout: 120_000 },
  )
}
