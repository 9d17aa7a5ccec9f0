import { chercherDoublons } from '../../server/services/doublons.ts'
import { ouvrirBase } from '../base.ts'
import { CARTE, ecrireDossier } from '../ingest/instantane.ts'
import { enCsv, enTableau } from '../ingest/tableau.ts'
import { MAINTENANT } from './aide.ts'

export const demande = (rang: number, guichet: string, reste: Readonly<Record<string, string>>) => ({
  numero_unique: `0131026${String(rang).padStart(6, '0')}${guichet}`,
  statut: 'ACTIVE',
  date_enregistrement: `${String(rang).padStart(2, '0')}/10/2026`,
  date_depot: `${String(rang).padStart(2, '0')}/10/2026`,
  forcage_doublon: 'N',
  motif_forcage: '',
  numero_unique_rapproche: '',
  date_naissance: `0${rang}/0${1 + (rang % 9)}/19${50 + rang * 3}`,
  telephone: `06112233${String(rang).padStart(2, '0')}`,
  ...reste,
})

export const ANCIENNE = '0131026000001AAAAA'

export const COPIE = '0131026000002BBBBB'

export const DEMANDES = [
  demande(1, 'AAAAA', { nom: 'LEFÈVRE', prenom: 'Anaëlle', date_naissance: '29/02/1984' }),
  demande(2, 'BBBBB', {
    nom: 'LEFEVRE',
    prenom: 'ANAELLE',
    date_naissance: '29/02/1984',
    forcage_doublon: 'O',
    motif_forcage: 'AUTRE',
    numero_unique_rapproche: ANCIENNE,
  }),
  ...['GARCIA', 'BENALI', 'NGUYEN', 'ROSSI', 'MARTIN', 'DIALLO'].map((nom, i) =>
    demande(i + 3, 'AAAAA', { nom, prenom: ['Louis', 'Samia', 'Linh', 'Enzo', 'Marie', 'Awa'][i] ?? '' }),
  ),
]

export const instantane = (date: string, demandes: readonly Readonly<Record<string, string>>[]) =>
  ecrireDossier({
    'instantane.json': JSON.stringify({ ...CARTE, date }),
    'guichets.csv': enCsv(
      enTableau([
        { code: 'AAAAA', libelle: 'Mairie d’Allauch', categorie: 'COMMUNE' },
        { code: 'BBBBB', libelle: 'Office Pervenche', categorie: 'BAILLEUR' },
      ]),
    ),
    'demandes.csv': enCsv(enTableau(demandes)),
  })

export const preparer = async (date = '2026-10-31', demandes = DEMANDES) => {
  const { base, charger } = await ouvrirBase()
  await charger(instantane(date, demandes))
  await chercherDoublons(base, '013', { maintenant: MAINTENANT, version: 'essai' })
  return { base, charger }
}
