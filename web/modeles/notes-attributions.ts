import { formatJour, formatMois, formatNombre, formatPart } from '../../ingest/socle/francais/format.ts'
import { capitale, compte } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import { plusJours } from '../../ingest/socle/jour.ts'
import type { Irregularite } from '../../metrics/attributions/irregularite.ts'
import type { LigneAttributions } from '../../metrics/attributions/lire.ts'
import { type MesureAttributions, SECRET } from './attributions.ts'

const quart = (peu: readonly LigneAttributions[]): string => {
  const [seul] = peu
  return peu.length === 1 && seul
    ? `${capitale(formatMois(seul.mois))} n’est saisi qu’à ${formatPart(seul.part_enregistree, 0)} : sous un quart, un mois n’est pas estimé.`
    : `${capitale(compte(peu.length, 'mois', 'mois'))} sont saisis à moins d’un quart : ils ne sont pas estimés.`
}

/** Under the estimate: which months cannot be, and why. */
export const noteAttendues = (estimations: readonly LigneAttributions[]): string | undefined => {
  const sans = estimations.filter(({ estimees, provisoire }) => provisoire && estimees === null)
  const inconnus = sans.filter(({ enregistrees }) => enregistrees === null)
  const courts = sans.filter(({ enregistrees, part_enregistree }) => enregistrees !== null && part_enregistree === null)
  const peu = sans.filter(({ part_enregistree }) => part_enregistree !== null)
  const phrases = [
    ...(inconnus.length > 0
      ? [
          `${capitale(compte(inconnus.length, 'mois', 'mois'))} avant la première attribution saisie : inconnus, et non nuls.`,
        ]
      : []),
    ...(courts.length > 0 ? ['Il faut trois mois complets de saisies régulières pour estimer.'] : []),
    ...(peu.length > 0 ? [quart(peu)] : []),
  ]
  return phrases.length === 0 ? undefined : fr(phrases.join(' '))
}

const dire = ({ sorte, date, nombre }: Irregularite): string => {
  switch (sorte) {
    case 'RATTRAPAGE':
      return `Rattrapage : le ${formatJour(date)}, ${formatNombre(nombre)} baux anciens ont été saisis en un jour ; ils comptent, mais hors de la loi des délais, et l’intervalle de leurs mois est élargi.`
    case 'REPRISE':
      return `Reprise de données : le ${formatJour(date)}, ${formatNombre(nombre)} attributions ont été saisies en un jour ; elles comptent, mais leurs délais ne disent rien de l’habitude, et l’intervalle de leurs mois est élargi.`
    case 'SILENCE':
      return `Silence : du ${formatJour(date)} au ${formatJour(plusJours(date, nombre - 1))}, rien n’a été saisi pendant ${formatNombre(nombre)} jours, partout ou dans un grand guichet ; ce qui aurait dû l’être est attendu, et l’intervalle des mois touchés est élargi.`
  }
}

/** What is irregular in the records of these months, each in a sentence, from the earliest. */
export const direIrregularites = (estimations: readonly LigneAttributions[]): string[] => {
  const vues = new Map(
    estimations
      .flatMap(({ irregularites }) => irregularites)
      .map((irregularite) => [`${irregularite.date} ${irregularite.sorte} ${irregularite.nombre}`, irregularite]),
  )
  return [...vues].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, irregularite]) => fr(dire(irregularite)))
}

/** What is to be read where months are not told; null where all are. */
export const noteSecret = (secret: MesureAttributions['secret']): string | null =>
  secret === null || secret.mois.length === 0
    ? null
    : fr(
        `${SECRET} : secret statistique. ${capitale(compte(secret.mois.length, 'mois de signature ne se dit', 'mois de signature ne se disent'))} pas : leurs attributions sont de 1 à ${formatNombre(secret.seuil)}, ou en donneraient d’autres qui le sont.`,
      )
