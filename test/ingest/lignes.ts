import { chargerAPart } from './contenu.ts'
import { ecrireDossier, fichiers } from './instantane.ts'
import { enCsv, enTableau } from './tableau.ts'

export type Enregistrement = Readonly<Record<string, string>>

type Stockee = Readonly<Record<string, string | null>>

export const numero = (rang: number): string => `013102600${String(rang).padStart(4, '0')}AAAAA`

export const demande = (rang: number, reste: Enregistrement = {}): Enregistrement => ({
  numero_unique: numero(rang),
  statut: 'ACTIVE',
  date_enregistrement: '10/10/2026',
  ...reste,
})

/** Loads rows whatever their rejects: the report, the rows kept by number, the reason of each line rejected. */
export const charger = async (lignes: readonly Enregistrement[]) => {
  const dossier = ecrireDossier(fichiers({ 'demandes.csv': enCsv(enTableau(lignes)) }))
  const { contenu, rapports, rejets } = await chargerAPart([dossier], { tolerance: 1 })
  const gardees = new Map((contenu.courantes as readonly Stockee[]).map((ligne) => [ligne.numero_unique ?? '', ligne]))
  return { rapport: rapports[0], gardees, raisons: new Map(rejets.map(({ ligne, raison }) => [Number(ligne), raison])) }
}

export type Charge = Awaited<ReturnType<typeof charger>>
