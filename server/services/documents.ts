import type { Lecteur } from '../acces/lecteur.ts'
import { essayer } from '../gestion/machine.ts'
import { RIEN_DE_SAISI } from '../gestion/mesures/faits.ts'
import { MACHINE_MESURES } from '../gestion/mesures/table.ts'
import { instantDe } from '../horloge.ts'
import type { MesureJugee } from '../lecture/mesures.ts'
import type { FormulaireAvecDocument } from '../recevoir-document.ts'
import { garderDocument } from '../state/documents.ts'
import { consigner } from '../state/journal.ts'
import { ajouterActe } from '../state/mesures.ts'
import { admettre } from './documents-recus.ts'
import type { Refuse } from './lettres.ts'
import { CHANGEE } from './mesures.ts'

/** Documents that a measure may hold: letters and what is joined. */
const DOCUMENTS_MAX = 60

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
  if (mesure.documents.length >= DOCUMENTS_MAX)
    return { refus: `La mesure porte déjà ${DOCUMENTS_MAX} documents : elle n’en prend pas davantage.` }
  const admis = await admettre(fichier, base.dossier.temporaire)
  if ('refus' in admis) return admis
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
        ...{ titre, ...admis, adresse: '', role, par, le },
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
