import { enJour } from '../../ingest/socle/jour.ts'
import type { RapportVu } from '../../web/rapport-vue.ts'
import { type Destinataire, ETATS_RAPPORT, type EtatRapport, RAPPORTS } from '../../web/rapports.ts'
import type { ColonneTableau } from './tableau.ts'

/** Every version of every report, in rows: those published, then the one being written. */
export const lignesDesRapports = (territoire: string, rapports: readonly RapportVu[]) =>
  rapports.flatMap(({ pour, semestre, etat, version, publies }) => [
    ...publies.map((publie) => ({
      ...{ territoire, semestre: semestre.code, destinataire: pour, version: publie.version },
      ...{ etat: 'PUBLIE' as EtatRapport, corrige: publie.corrige, titre: publie.titre },
      publie_le: enJour(publie.le.slice(0, 10)),
      logiciel: publie.logiciel,
      documents: publie.documents.map(({ id, nom, type, octets, sha256 }) => ({ id, nom, type, octets, sha256 })),
    })),
    ...(etat === null || etat === 'PUBLIE'
      ? []
      : [
          {
            ...{ territoire, semestre: semestre.code, destinataire: pour, version, etat },
            ...{ corrige: version > 1 ? version - 1 : null, titre: null, publie_le: null, logiciel: null },
            documents: [],
          },
        ]),
  ])

export type LigneDeRapport = ReturnType<typeof lignesDesRapports>[number]

export const COLONNES_RAPPORTS: readonly ColonneTableau<LigneDeRapport>[] = [
  { nom: 'territoire', intitule: 'Territoire', type: 'texte' },
  { nom: 'semestre', intitule: 'Semestre', type: 'texte' },
  {
    nom: 'destinataire',
    intitule: 'Rapport',
    type: 'texte',
    montrer: (code) => RAPPORTS[code as Destinataire].libelle,
  },
  { nom: 'version', intitule: 'Version', type: 'entier' },
  { nom: 'etat', intitule: 'État', type: 'texte', montrer: (code) => ETATS_RAPPORT[code as EtatRapport] },
  { nom: 'corrige', intitule: 'Corrige la version', type: 'entier' },
  { nom: 'titre', intitule: 'Phrase de tête', type: 'texte' },
  { nom: 'publie_le', intitule: 'Publié le', type: 'jour' },
  { nom: 'logiciel', intitule: 'Logiciel', type: 'texte' },
  { nom: 'documents', intitule: 'Fichiers', type: 'json' },
]
