import { chargerAPart } from './contenu.ts'
import { ecrireDossier, fichiers } from './instantane.ts'
import { type Enregistrement, demande as ligne } from './lignes.ts'
import { enCsv, enTableau } from './tableau.ts'

/** A line whose name tells the encoding it was read in. */
export const demande = (rang: number, reste: Enregistrement = {}): Enregistrement =>
  ligne(rang, { nom: 'Héloïse', ...reste })

export const texte = (...lignes: Enregistrement[]): string => enCsv(enTableau(lignes))

export const charger = async (demandes: string | Uint8Array, options = {}) => {
  const dossier = ecrireDossier(fichiers({ 'demandes.csv': demandes }))
  const { contenu, rapports, rejets } = await chargerAPart([dossier], { tolerance: 1, toleranceValeurs: 1, ...options })
  const [rapport] = rapports
  if (rapport === undefined) throw new Error('aucun compte rendu')
  return { rapport, contenu, rejets }
}
