import { createHash } from 'node:crypto'
import { ErreurInfocentre } from '../../../ingest/socle/erreur.ts'
import { enJour } from '../../../ingest/socle/jour.ts'
import type { Semestre } from '../../../ingest/socle/semestre.ts'
import type { MatiereDuSemestre, Saisie, ValeurDeReference } from '../../../reports/rapports/matiere.ts'
import { type Destinataire, estChampPropose } from '../../../web/rapports.ts'
import type { Lecteur } from '../../acces/lecteur.ts'
import { lireReferences, lireSaisiesDeRapport, type SaisieDeRapport } from '../../state/rapports.ts'
import { nommerAuteurs } from '../auteurs.ts'
import { empreinteDe } from '../evolutions.ts'
import { lireEtat } from '../territoires.ts'
import { moisCalculesDe } from './chiffres-du-semestre.ts'
import { type DemandeDeRapport, lireMatiereDuSemestre } from './lire-semestre.ts'

type DeQui = Pick<DemandeDeRapport, 'territoire' | 'semestre' | 'pour'>

/** Whose a field is: what is proposed is worded for one report, the rest is told by all. */
export const proprietaireDe = (champ: string, pour: Destinataire): Destinataire | null =>
  estChampPropose(champ) ? pour : null

/** The latest text of each field, for one report; a field taken back has none. */
export const textesDe = (
  saisies: readonly SaisieDeRapport[],
  pour: Destinataire,
): ReadonlyMap<string, SaisieDeRapport> => {
  const siennes = saisies.filter(({ champ, destinataire }) => destinataire === proprietaireDe(champ, pour))
  return new Map(
    [...new Map(siennes.map((saisie) => [saisie.champ, saisie]))].filter(([, { texte }]) => texte.trim() !== ''),
  )
}

/** The values of elsewhere that fall in a semester. */
const referencesDe = async ({ etat }: Lecteur, territoire: string, { debut, fin }: Semestre) =>
  (await lireReferences(etat, territoire)).filter(({ date }) => date >= debut && date <= fin)

/** A draft: what the base knows now, with what was typed. */
export const lireMatiere = async (
  lecteur: Lecteur,
  demande: DemandeDeRapport,
  version: number | null = null,
): Promise<MatiereDuSemestre> => {
  const { territoire, semestre, pour } = demande
  const matiere = await lireMatiereDuSemestre(lecteur, demande)
  // Readers of the report are told the role: who wrote is in the record.
  const nommer = await nommerAuteurs({ etat: lecteur.etat, acces: { ...lecteur.acces, role: 'prefet' } })
  const textes = textesDe(await lireSaisiesDeRapport(lecteur.etat, territoire, semestre.code), pour)
  return {
    ...matiere,
    saisies: new Map(
      [...textes].map(([champ, { texte, par, le }]): [string, Saisie] => [
        champ,
        { texte, par: nommer(par), le: enJour(le.slice(0, 10)) },
      ]),
    ),
    references: (await referencesDe(lecteur, territoire, semestre)).map(
      ({ libelle, lieu, date, valeur, unite, source }): ValeurDeReference => ({
        ...{ libelle, lieu, date, valeur, unite, source },
      }),
    ),
    version,
  }
}

/** A digest of the snapshots and the texts that a report is written from: another one, and it is another report. */
export const empreinteDeLaMatiere = async (
  lecteur: Lecteur,
  { territoire, semestre, pour }: DeQui,
): Promise<string> => {
  const lu = await lireEtat(lecteur.base, { territoire })
  const calcules = moisCalculesDe(lu.calcules, semestre.mois)
  const instantanes = lu.instantanes
    .filter(({ date }) => calcules.some(({ instantane }) => instantane === date))
    .map(({ date, empreintes }) => [date, empreinteDe(empreintes)])
  const textes = textesDe(await lireSaisiesDeRapport(lecteur.etat, territoire, semestre.code), pour)
  const references = (await referencesDe(lecteur, territoire, semestre)).map(({ id }) => id)
  return createHash('sha256')
    .update(
      JSON.stringify([instantanes, [...textes].map(([champ, { texte }]) => [champ, texte]).toSorted(), references]),
    )
    .digest('hex')
}

/** The same, where the semester has figures; null where it has none yet. */
export const matiereOuRien = async (lecteur: Lecteur, demande: DemandeDeRapport): Promise<MatiereDuSemestre | null> => {
  try {
    return await lireMatiere(lecteur, demande)
  } catch (cause) {
    if (cause instanceof ErreurInfocentre && cause.code === 'SEMESTRE_SANS_CHIFFRES') return null
    throw cause
  }
}
