import { ecrireDossier, fichiers } from '../../ingest/instantane.ts'
import { enCsv, enTableau } from '../../ingest/tableau.ts'

export type Champs = Readonly<Record<string, string>>

export const numero = (rang: number): string => `0131025${String(rang).padStart(6, '0')}AAAAA`

/** A complete demande, active unless it says otherwise. */
export const demande = (rang: number, reste: Champs = {}): Champs => ({
  numero_unique: numero(rang),
  statut: 'ACTIVE',
  date_depot: '2025-01-02',
  date_enregistrement: '2025-01-03',
  date_echeance: '2027-01-03',
  date_radiation: '',
  date_saisie_radiation: '',
  motif_radiation: '',
  forcage_doublon: 'N',
  numero_unique_rapproche: '',
  nom: `Nomdefamille${rang}`,
  prenom: 'Camille',
  date_naissance: '1984-02-29',
  nb_personnes: '2',
  ...reste,
})

export const radiee = (rang: number, radiation: string, saisie = radiation): Champs =>
  demande(rang, {
    statut: 'RADIEE',
    date_radiation: radiation,
    date_saisie_radiation: saisie,
    motif_radiation: 'RENONCIATION',
  })

/** A snapshot of these demandes on a day, as a folder. */
export const instantaneDu = (date: string, lignes: readonly Champs[], autres: Champs = {}): string =>
  ecrireDossier(
    fichiers({
      'instantane.json': JSON.stringify({ version: 1, territoire: '013', date, synthetique: false }),
      'demandes.csv': enCsv(enTableau(lignes)),
      ...autres,
    }),
  )
