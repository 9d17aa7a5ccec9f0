import { type Jour, plusJours } from '../../../ingest/socle/jour.ts'
import { type Exemple, listerExemples } from '../../../metrics/demarches/exemples.ts'
import { SORTES } from '../../../web/demarches/registre.ts'
import { situationDemarche } from '../../gestion/demarches/situation.ts'
import { MACHINES_DEMARCHES } from '../../gestion/demarches/table.ts'
import { essayer } from '../../gestion/machine.ts'
import { ajouterActeDemarche, deposerDemarche, lireDemarches } from '../../state/demarches.ts'
import { HISTOIRES_DEMARCHES, type HistoireDemarche, type PasDemarche } from './histoires-demarches.ts'
import { AUTEURS, aLHeure, estPasse, ilYA, leMoisSuivant, type Passe } from './passe.ts'

/** What its demande says of a démarche: which to keep, why and when it was radiated; the days that its form asks. */
const faitsDeLExemple = ({ sorte, faits }: HistoireDemarche, exemple: Exemple | undefined, envoi: Jour) => {
  const veille = plusJours(envoi, -1)
  const jours = SORTES[sorte].champs.flatMap((champ) =>
    champ.sorte === 'JOUR' && champ.obligatoire ? [[champ.nom, veille] as const] : [],
  )
  const { autre, numero_unique: numero, guichet, motif_radiation: motif, date_radiation, date_echeance } = exemple ?? {}
  const demandes: Readonly<Record<string, string | null | undefined>> = {
    ...(sorte === 'DOUBLON' ? { garde: [numero, autre].filter((un) => un).toSorted()[0] } : {}),
    ...(sorte === 'RADIATION' ? { motif_vu: motif, date_radiation, date_echeance } : {}),
    ...(sorte === 'ATTESTATION_NON_RECUE' ? { deposee_le: exemple?.date_enregistrement } : {}),
    ...(sorte === 'COORDONNEES' || sorte === 'DETOURNEMENT' ? { guichet } : {}),
  }
  const dits = Object.entries({ ...Object.fromEntries(jours), ...demandes, ...faits })
  return Object.fromEntries(dits.flatMap(([nom, valeur]) => (valeur ? [[nom, valeur]] : [])))
}

/** The day of an act and how it is signed; null where it would be after today, or no snapshot shows it yet. */
const signer = (passe: Passe, { mois }: HistoireDemarche, envoi: Jour, { jours, qui }: PasDemarche) => {
  if (qui !== 'APPLICATION') {
    const jour = plusJours(envoi, jours)
    return estPasse(passe, jour) ? { role: qui, par: AUTEURS[qui].par, le: aLHeure(jour, '15:40:00') } : null
  }
  const suivant = mois === 0 ? undefined : ilYA(passe, mois - 1)
  if (suivant === undefined) return null
  const le = aLHeure(leMoisSuivant(suivant.mois, 4))
  return { role: null, par: `instantané du ${suivant.instantane}`, le }
}

/** Does the acts of a history that its table of states allows, until today. */
const jouer = async (passe: Passe, id: number, histoire: HistoireDemarche, envoi: Jour): Promise<void> => {
  const { etat } = passe.lecteur
  for (const pas of histoire.pas) {
    const demarche = (await lireDemarches(etat, passe.territoire)).find((une) => une.id === id)
    const signature = signer(passe, histoire, envoi, pas)
    if (demarche === undefined || signature === null) return
    const { acte, qui: role, texte = '' } = pas
    const issue = essayer(MACHINES_DEMARCHES[histoire.sorte], {
      etat: situationDemarche(demarche.actes).etat,
      ...{ acte, role, faits: { estAuteur: true, estMontree: true }, saisie: { texte, numero: null } },
    })
    if ('empechement' in issue) return
    await ajouterActeDemarche(etat, demarche, { acte, ...issue, texte, numero: null, ...signature })
  }
}

/** The latest demande before a day that no other démarche is about, of the nature that the history asks; undefined where there is none. */
const prendreExemple = (
  exemples: Exemple[],
  { duGuichet, nature }: HistoireDemarche,
  { service, avant }: { readonly service: string | null; readonly avant: Jour },
) => {
  const convient = (exemple: Exemple): boolean =>
    (exemple.service === service) === (duGuichet === true) &&
    (nature === undefined || exemple.nature === nature) &&
    (exemple.date_radiation ?? exemple.date_enregistrement) < avant
  const rang = exemples.findIndex(convient)
  const pris = rang < 0 ? undefined : exemples.splice(rang, 1)[0]
  const double = exemples.findIndex(({ numero_unique }) => numero_unique === pris?.autre)
  if (double >= 0) exemples.splice(double, 1)
  return pris
}

/** Démarches come month after month, are taken, accepted or refused, done, confirmed; the last wait for an answer. */
export const recevoirDemarches = async (passe: Passe, serviceDuGuichet: string | null): Promise<void> => {
  const { lecteur, territoire } = passe
  const exemples = await listerExemples(lecteur.base.connection, territoire)
  for (const histoire of HISTOIRES_DEMARCHES) {
    const { sorte, mois, jour, duGuichet, nature, de } = histoire
    const calcule = ilYA(passe, mois)
    if (calcule === undefined) continue
    const envoi = leMoisSuivant(calcule.mois, jour)
    const exemple = prendreExemple(exemples, histoire, { service: serviceDuGuichet, avant: envoi })
    if (exemple === undefined || !estPasse(passe, envoi)) continue
    const qui = de ?? 'guichet'
    const id = await deposerDemarche(
      lecteur.etat,
      {
        territoire,
        sorte,
        service: de ? null : duGuichet ? serviceDuGuichet : exemple.service,
        numeros:
          nature === undefined
            ? []
            : [exemple.numero_unique, ...(nature === 'DOUBLE' && exemple.autre ? [exemple.autre] : [])],
        faits: faitsDeLExemple(histoire, exemple, envoi),
        instantane: calcule.instantane,
      },
      { acte: 'DEPOSER', vers: 'RECUE', texte: '', numero: null, role: qui, par: AUTEURS[qui].par, le: aLHeure(envoi) },
    )
    await jouer(passe, id, histoire, envoi)
  }
}
