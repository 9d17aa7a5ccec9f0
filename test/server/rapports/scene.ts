import { afterAll, beforeAll } from 'vitest'
import { enJour } from '../../../ingest/socle/jour.ts'
import { lireSemestre } from '../../../ingest/socle/semestre.ts'
import type { Base } from '../../../ingest/store/base.ts'
import type { DocumentEcrit } from '../../../reports/document.ts'
import { composer } from '../../../reports/rapport.ts'
import type { Destinataire } from '../../../reports/rapports/destinataires.ts'
import type { MatiereDuSemestre } from '../../../reports/rapports/matiere.ts'
import { RAPPORTS_DU_SEMESTRE } from '../../../reports/rapports/registry.ts'
import { accesDuTerminal } from '../../../server/acces/acces.ts'
import type { Lecteur } from '../../../server/acces/lecteur.ts'
import { avecLecteur } from '../../../server/acces/terminal.ts'
import { lireMatiereDuSemestre } from '../../../server/lecture/rapports/lire-semestre.ts'
import { ouvrirDemonstration, TERRITOIRE } from '../../demonstration.ts'

export const REDIGE_LE = '2026-11-23 10:00:00'
const MAINTENANT = new Date('2026-11-23T10:00:00')

/** Semesters that the demonstration of tests has months of. */
export const SEMESTRES = ['2025-S2', '2026-S1', '2026-S2'] as const

/** The demonstration of tests, with its reports written as the command line writes them. */
export const preparerRapports = () => {
  let ouverte: { base: Base; fermer(): void } | undefined
  beforeAll(async () => {
    ouverte = await ouvrirDemonstration()
  }, 600_000)
  afterAll(() => ouverte?.fermer())
  const base = (): Base => {
    if (ouverte === undefined) throw new RangeError('la démonstration n’est pas ouverte')
    return ouverte.base
  }
  const lire = <T>(fonction: (lecteur: Lecteur) => Promise<T>): Promise<T> =>
    avecLecteur(base(), accesDuTerminal('essai'), enJour('2026-11-23'), fonction)
  const matiere = (code: string, pour: Destinataire): Promise<MatiereDuSemestre> => {
    const semestre = lireSemestre(code)
    if (semestre === null) throw new RangeError(code)
    const demande = { territoire: TERRITOIRE, semestre, pour, maintenant: MAINTENANT, redigeLe: REDIGE_LE }
    return lire((lecteur) => lireMatiereDuSemestre(lecteur, { ...demande, par: 'Camille Martin', logiciel: '0.1.0' }))
  }
  const ecrire = async (code: string, pour: Destinataire): Promise<DocumentEcrit> =>
    composer(RAPPORTS_DU_SEMESTRE[pour], await matiere(code, pour))
  return { base, lire, matiere, ecrire }
}
