import type { Lecteur } from '../acces/lecteur.ts'
import { jugerDocument } from '../gestion/documents/juger.ts'
import { essayer } from '../gestion/machine.ts'
import { RIEN_DE_SAISI } from '../gestion/mesures/faits.ts'
import { MACHINE_MESURES } from '../gestion/mesures/table.ts'
import { instantDe } from '../horloge.ts'
import type { MesureJugee } from '../lecture/mesures.ts'
import type { FormulaireAvecDocument } from '../recevoir-document.ts'
import { garderDocument } from '../state/documents.ts'
import { consigner } from '../state/journal.ts'
import { ajouterActe } from '../state/mesures.ts'
import type { Refuse } from './lignes-de-mesure.ts'
import { CHANGEE } from './mesures.ts'

/** Documents that a measure may hold: letters and what is joined. */
const DOCUMENTS_MAX = 60

const SANS_FICHIER: Refuse = { refus: 'Aucun document n’a été reçu : en choisir un, puis recommencer.' }

/** What a file is called once it is kept: its own name, with the extension of what it is. */
const nommer = (nom: string, type: string): string => {
  const propre = nom
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .replace(/[^\p{L}\p{N} ._-]+/gu, '-')
    .trim()
    .slice(0, 80)
  return `${propre === '' ? 'document' : propre}.${type.toLowerCase()}`
}

/** Joins a document to a measure, where the table allows it and the file is what may be kept. */
export const joindre = async (
  { base, etat, acces }: Lecteur,
  { mesure, faits }: MesureJugee,
  { fichier, titre }: Pick<FormulaireAvecDocument, 'fichier'> & { readonly titre: string },
  maintenant: Date,
): Promise<Refuse | { readonly fait: true }> => {
  const { role, qui: par } = acces
  const saisie = { ...RIEN_DE_SAISI, texte: titre }
  const issue = essayer(MACHINE_MESURES, { etat: faits.etat, acte: 'JOINDRE', role, faits, saisie })
  if ('empechement' in issue) return { refus: issue.empechement.phrase }
  if (fichier === null) return SANS_FICHIER
  if (mesure.documents.length >= DOCUMENTS_MAX)
    return { refus: `La mesure porte déjà ${DOCUMENTS_MAX} documents : elle n’en prend pas davantage.` }
  const juge = await jugerDocument(fichier, base.dossier.temporaire)
  if ('refus' in juge) return juge
  const le = instantDe(maintenant)
  const { id, territoire, reference, service } = mesure
  const joint = await ajouterActe(
    etat,
    mesure,
    { acte: 'JOINDRE', ...saisie, ...issue, role, par, le },
    [],
    async (tx, acte) => {
      await garderDocument(tx, {
        ...{ territoire, nature: 'JOINT', mesure: id, reunion: null, acte, modele: null, version: null },
        ...{ titre, nom: nommer(fichier.nom, juge.type), type: juge.type, adresse: '' },
        ...{ role, par, le, contenu: fichier.octets },
      })
    },
  )
  if (!joint) return CHANGEE
  await consigner(etat, {
    ...{ instant: le, qui: par, role, action: 'MESURE', territoire },
    detail: { mesure: reference, acte: 'JOINDRE', service },
  })
  return { fait: true }
}
