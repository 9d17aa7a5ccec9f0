import { chargerAPart } from './contenu.ts'
import { ecrireDossier, fichiers } from './instantane.ts'
import { enCsv, enTableau } from './tableau.ts'

export type Enregistrement = Readonly<Record<string, string>>

export const numero = (rang: number): string => `013102600${String(rang).padStart(4, '0')}AAAAA`

export const demande = (rang: number, reste: Enregistrement = {}): Enregistrement => ({
  numero_unique: numero(rang),
  statut: 'ACTIVE',
  date_enregistrement: '10/10/2026',
  nom: 'Héloïse',
  ...reste,
})

export const texte = (...lignes: Enregistrement[]): string => enCsv(enTableau(lignes))

/** What a table of demandes gives, whatever is rejected in it. */
export const charger = async (demandes: string | Uint8Array, options = {}) => {
  const dossier = ecrireDossier(fichiers({ 'demandes.csv': demandes }))
  const { contenu, rapports, rejets } = await chargerAPart([dossier], { tolerance: 1, toleranceValeurs: 1, ...options })
  const [rapport] = rapports
  if (rapport === undefined) throw new Error('aucun compte rendu')
  return { rapport, contenu, rejets }
}
