import type { Hasard } from '../../oracle/fabrique/hasard.ts'
import { COMMENTAIRE, LOYER, NIR, NOM } from '../cas.ts'

export type Valeurs = Readonly<Record<string, string>>

const GUICHETS = ['AAAAA', 'BBBBB', '12345', '0A1B2']

export const numeroDe = (hasard: Hasard, rang: number): string =>
  `0131026${String(rang).padStart(6, '0')}${hasard.choisir(GUICHETS)}`

/** A demande that nothing is wrong with, of a name of its own. */
export const demandeDe = (hasard: Hasard, rang: number): Valeurs => ({
  numero_unique: numeroDe(hasard, rang),
  statut: hasard.choisir(['ACTIVE', 'Active', 'active']),
  date_enregistrement: hasard.choisir(['10/10/2026', '2026-10-10', '10/10/2026 08:30:00', '2026-10-10T06:30:00Z']),
  nom: `${NOM}${rang}`,
  prenom: hasard.choisir(['Anaëlle', 'Zoé', 'Noël', 'Aïcha', 'Jean-François', 'O’Brien', '']),
  situation_familiale: hasard.choisir(['MARIE', 'Célibataire', 'VEUF', '']),
  reservataire: hasard.choisir(['AUTRE', 'NON_RESERVE', '']),
  nb_personnes: hasard.choisir(['1', '2,0', '4', '']),
  adresse_logement: hasard.choisir(['3 rue de l’Œuvre', 'Bât. C', '']),
  date_depot: hasard.choisir(['01/10/2026', '2026-10-01', '']),
  telephone: hasard.choisir(['04 91 00 00 00', '']),
  type_demandeur: hasard.choisir(['PERSONNE', 'Association', '']),
  date_radiation: '',
  ressources_mensuelles: hasard.choisir(['1 234,50 €', '1234.5', '']),
  dalo: hasard.choisir(['O', 'NON', '']),
  Couleur: hasard.choisir(['bleu', 'à définir', '']),
  date_attestation: hasard.choisir(['11/10/2026', '']),
  NIR,
  date_preavis: '',
  Observations: COMMENTAIRE,
  date_modification: hasard.choisir(['12/10/2026', '']),
  Loyer: LOYER,
})

/** A cell as a `.csv` writes it: in quotes where it must, or where asked. */
export const cellule = (texte: string, separateur: string, guillemets = false): string =>
  guillemets || texte.includes('"') || texte.includes(separateur) || /[\r\n]/.test(texte)
    ? `"${texte.replaceAll('"', '""')}"`
    : texte
