import type { ActeAnnexe } from '../../web/annexes.ts'
import type { Lecteur } from '../acces/lecteur.ts'
import { expirationDe } from '../gestion/annexes/situation.ts'
import { MACHINE_ANNEXES } from '../gestion/annexes/table.ts'
import { essayer } from '../gestion/machine.ts'
import { RIEN_DE_SAISI } from '../gestion/mesures/faits.ts'
import { MACHINE_MESURES } from '../gestion/mesures/table.ts'
import { instantDe, jourDe } from '../horloge.ts'
import { direListesJointes } from '../lecture/annexes.ts'
import type { MesureJugee } from '../lecture/mesures.ts'
import { joindreAnnexes, noterActeAnnexe } from '../state/annexes.ts'
import { ajouterActe } from '../state/mesures.ts'
import type { Refuse } from './lettres.ts'
import { acteDeListe, CHANGEE, consignerActe } from './mesures.ts'

const essayerAnnexe = (
  { acces: { role } }: Lecteur,
  { faits, vue }: MesureJugee,
  acte: ActeAnnexe,
  annexe: number | null,
) => {
  const etat = annexe === null ? null : (vue.annexes.find(({ id }) => id === annexe)?.etat ?? null)
  return essayer(MACHINE_ANNEXES, { etat, acte, role, faits: { mesureClose: faits.etat === 'CLOSE' }, saisie: null })
}

/** Joins the lists of some lines, or renews those that they have: an act of the measure, with the day they expire. */
const joindreLignes = async (
  lecteur: Lecteur,
  { mesure, faits }: MesureJugee,
  ids: readonly number[],
  maintenant: Date,
): Promise<Refuse | { readonly fait: true }> => {
  const { etat, acces } = lecteur
  const { role, qui: par } = acces
  const lignes = mesure.lignes.filter(({ id }) => ids.includes(id))
  if (lignes.length === 0) return { refus: 'Choisir au moins une ligne de la mesure dont la liste est jointe.' }
  const le = instantDe(maintenant)
  const expireLe = expirationDe(jourDe(maintenant))
  const saisie = { ...RIEN_DE_SAISI, code: 'LISTE', texte: direListesJointes(lignes, expireLe) }
  const issue = essayer(MACHINE_MESURES, { etat: faits.etat, acte: 'JOINDRE', role, faits, saisie })
  if ('empechement' in issue) return { refus: issue.empechement.phrase }
  const joint = await ajouterActe(etat, mesure, { acte: 'JOINDRE', ...saisie, ...issue, role, par, le }, [], (tx) =>
    joindreAnnexes(
      tx,
      mesure.id,
      lignes.map(({ id }) => id),
      acteDeListe(lecteur, le, expireLe),
    ),
  )
  if (!joint) return CHANGEE
  const { territoire, reference, service } = mesure
  await consignerActe(lecteur, territoire, le, { mesure: reference, acte: 'JOINDRE', service, liste: 'JOINDRE' })
  return { fait: true }
}

/** Joins the lists of lines that have none, for who keeps the measure. */
export const joindreListes = async (
  lecteur: Lecteur,
  jugee: MesureJugee,
  lignes: readonly number[],
  maintenant: Date,
): Promise<Refuse | { readonly fait: true }> => {
  const issue = essayerAnnexe(lecteur, jugee, 'JOINDRE', null)
  if ('empechement' in issue) return { refus: issue.empechement.phrase }
  const jointes = new Set(jugee.vue.annexes.map(({ ligne }) => ligne))
  if (lignes.some((ligne) => jointes.has(ligne)))
    return { refus: 'Une des lignes choisies a déjà sa liste : la renouveler plutôt que d’en joindre une autre.' }
  return joindreLignes(lecteur, jugee, lignes, maintenant)
}

/** Renews a list of a measure for as many days again, or takes it away; what it was stays in its history. */
export const agirSurListe = async (
  lecteur: Lecteur,
  jugee: MesureJugee,
  { annexe: id, acte }: { readonly annexe: number; readonly acte: 'RENOUVELER' | 'RETIRER' },
  maintenant: Date,
): Promise<Refuse | { readonly fait: true }> => {
  const annexe = jugee.vue.annexes.find((une) => une.id === id)
  const issue = essayerAnnexe(lecteur, jugee, acte, id)
  if (annexe === undefined) return { refus: 'Cette liste n’est pas de cette mesure.' }
  if ('empechement' in issue) return { refus: issue.empechement.phrase }
  if (acte === 'RENOUVELER') return joindreLignes(lecteur, jugee, [annexe.ligne], maintenant)
  const le = instantDe(maintenant)
  const { role, qui: par } = lecteur.acces
  const { territoire, reference, service } = jugee.mesure
  await noterActeAnnexe(lecteur.etat, id, { acte, expire_le: null, role, par, le })
  await consignerActe(lecteur, territoire, le, { mesure: reference, acte: 'JOINDRE', service, liste: acte })
  return { fait: true }
}
