import { enJour } from '../../../ingest/socle/jour.ts'
import { brut, type DocumentEcrit, paragraphe } from '../../../reports/document.ts'

/** A letter with each kind of block but the drawing. */
export const LETTRE: DocumentEcrit = {
  titre: 'Demande formalisée : attestations hors délai',
  sousTitre: '',
  langue: 'fr',
  projet: false,
  lettre: {
    expediteur: ['Gestionnaire territorial', 'Bouches-du-Rhône'],
    destinataire: ['Mairie de Vaugrand', '13998 Vaugrand'],
    lieuEtDate: 'Rives, le 6 octobre 2026',
    mentions: [['Références', 'convention, 2.1 ; mesure 2026-07']],
  },
  blocs: [
    paragraphe('Un texte #let x = 1 *étoiles* $x$ @ref <a> \\n `code`'),
    {
      sorte: 'table',
      titre: 'Ce que montrent les instantanés',
      colonnes: [
        { intitule: 'Indicateur', part: 3 },
        { intitule: 'Valeur', nombre: true, part: 1 },
      ],
      lignes: Array.from({ length: 70 }, (_, i) => [brut(`Ligne ${i + 1}`), brut(`${i},5 %`)]),
      note: 'Source : instantané du 30/09/2026.',
    },
    { sorte: 'titre', niveau: 1, texte: 'Votre réponse' },
    { sorte: 'paragraphe', texte: [{ texte: 'Avant le ' }, { texte: '21 octobre 2026', gras: true }, { texte: '.' }] },
    { sorte: 'liste', numerotee: true, points: [brut('Premier point.'), brut('Second point.')] },
    { sorte: 'citation', paragraphes: [brut('Nous confirmons.')] },
    { sorte: 'signature', lignes: ['Pour le gestionnaire,', '', 'Camille Martin'] },
  ],
  pied: {
    reference: 'Mesure 2026-07',
    instantane: enJour('2026-09-30'),
    faitLe: '2026-10-06 10:15:00',
    par: 'Camille Martin',
  },
}

export const FIGURE: DocumentEcrit = {
  ...LETTRE,
  lettre: null,
  sousTitre: 'Octobre 2026',
  projet: true,
  blocs: [
    {
      sorte: 'figure',
      titre: 'La part recule',
      svg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 40"><path d="M0 40L100 0" stroke="#000"/></svg>',
      alternative: 'Une droite qui monte.',
      note: 'Source : instantané du 30/09/2026.',
    },
  ],
}
