import { mkdtempSync, rmSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { enJour, enMois } from '../ingest/socle/jour.ts'
import type { Base } from '../ingest/store/base.ts'
import { generer } from '../ingest/synthetic/generer.ts'
import { seuilsEn } from '../metrics/seuils.ts'
import { RIEN_DE_SAISI } from '../server/gestion/mesures/faits.ts'
import { openInstallation } from '../server/installation.ts'
import { chargerInstantane } from '../server/services/charger.ts'
import { donnerUnPasse } from '../server/services/demonstration/vivre.ts'
import { chercherDoublons } from '../server/services/doublons.ts'
import { joindreAnnexes } from '../server/state/annexes.ts'
import { avecEtat, type BaseEtat } from '../server/state/etat.ts'
import { ajouterActe, lireMesures, type NouvelleLigne, ouvrirMesure } from '../server/state/mesures.ts'
import { OPTIONS } from './base.ts'
import { uneFois } from './une-fois.ts'

export const TERRITOIRE = '013'
/** The service that the demonstration of tests is followed by: it has measures of its own, alerts and demandes to correct. */
export const SERVICE = 'B01A1'
const FIN = enJour('2026-10-31')

/** What a measure is opened with. */
const LIGNE: Omit<NouvelleLigne, 'indicateur'> = {
  ...{ niveau: 'GUICHET', entite: 'B01A1', libelle: 'Garance Habitat', mois: enMois('2026-10'), sur_douze_mois: false },
  ...{ valeur: 0.4, numerateur: 20, denominateur: 50, ic_bas: 0.276, ic_haut: 0.538, seuil: 0.05, statut: 'ALERTE' },
  ...{ avant: [], instantane: FIN, empreinte: '' },
}

/** The measures that the service has for certain, whatever its alerts: one just opened, one reported to the comité, each with its list of demandes. */
const adresserDesMesures = async (etat: BaseEtat): Promise<void> => {
  const par = { par: 'essai', le: '2026-11-02 09:00:00' }
  for (const signalee of [false, true]) {
    const { id } = await ouvrirMesure(
      etat,
      { territoire: TERRITOIRE, service: SERVICE, service_libelle: 'Garance Habitat' },
      [{ ...LIGNE, indicateur: signalee ? 'rfr_absent' : 'attestations_hors_delai' }],
      {
        ...{ ...RIEN_DE_SAISI, ...par, acte: 'OUVRIR', role: 'gestionnaire', vers: 'SIGNALEMENT_INFORMEL' },
        ...{ texte: 'Merci d’un plan d’actions.', jour: enJour('2026-12-02') },
      },
    )
    await joindreAnnexes(etat, id, null, { ...par, role: 'gestionnaire', expire_le: enJour('2027-01-31') })
    const acte = { ...RIEN_DE_SAISI, ...par, acte: 'SIGNALER', role: 'gestionnaire', texte: 'Sans réponse.' } as const
    const mesure = (await lireMesures(etat, TERRITOIRE)).find((une) => une.id === id)
    if (signalee && mesure) await ajouterActe(etat, mesure, { ...acte, vers: 'SIGNALEMENT_COPIL_PREFET' })
  }
}

const fabriquer = async (dossier: string): Promise<null> => {
  const { instantanes } = await generer({
    dossier: join(dossier, 'fichiers'),
    territoire: TERRITOIRE,
    demandes: 2_000,
    mois: 11,
    fin: FIN,
    graine: 1,
    seuilsEn,
  })
  const base = await openInstallation(join(dossier, 'base'))
  try {
    for (const instantane of instantanes) await chargerInstantane(base, instantane.dossier, OPTIONS)
    await chercherDoublons(base, TERRITOIRE, OPTIONS)
    await avecEtat(base.dossier, async (etat) => {
      await donnerUnPasse(
        base,
        etat,
        { territoire: TERRITOIRE, service: SERVICE, logiciel: 'essai' },
        OPTIONS.maintenant,
      )
      await adresserDesMesures(etat)
    })
  } finally {
    base.close()
    rmSync(join(dossier, 'fichiers'), { recursive: true, force: true })
  }
  return null
}

/** A copy of the demonstration, eleven months with their past, for one file of tests to read and write. */
export const ouvrirDemonstration = async (): Promise<{ base: Base; fermer(): void }> => {
  const dossier = mkdtempSync(join(tmpdir(), 'infocentre-copie-'))
  await cp((await uneFois('demonstration', fabriquer)).dossier, dossier, { recursive: true })
  const base = await openInstallation(join(dossier, 'base'))
  return {
    base,
    fermer: () => {
      base.close()
      rmSync(dossier, { recursive: true, force: true })
    },
  }
}
