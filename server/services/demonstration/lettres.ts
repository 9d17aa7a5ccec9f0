import { debutMois, type Jour } from '../../../ingest/socle/jour.ts'
import { brut, type DocumentEcrit, paragraphe } from '../../../reports/document.ts'
import { rendrePdf } from '../../../reports/render/pdf.ts'
import type { Ecrivain } from '../../lecture/lettres.ts'
import { libelleTerritoire } from '../../lecture/libelle-territoire.ts'
import { garderDocument } from '../../state/documents.ts'
import type { BaseEtat } from '../../state/etat.ts'
import { ecrireVersion, lireVersions } from '../../state/modeles.ts'
import { AUTEURS, aLHeure, moisDuPasse, type Passe } from './passe.ts'

/** Where letters go: what a service's address looks like. */
export const ADRESSE = 'Service du logement\nHôtel de ville, place de la Fontaine\n13998 Vaugrand'

/** Who writes the letters of the past, on a day. */
export const ecrivainDuJour = async ({ lecteur, territoire }: Passe, jour: Jour): Promise<Ecrivain> => ({
  versions: await lireVersions(lecteur.etat, territoire),
  auteur: AUTEURS.gestionnaire.nom,
  territoire: libelleTerritoire(territoire),
  jour,
  instant: aLHeure(jour),
})

/** The head of letters, with an address of its own, since the first month. */
export const ecrireEnTete = async (passe: Passe): Promise<void> => {
  const [premier] = moisDuPasse(passe)
  if (premier === undefined) return
  await ecrireVersion(passe.lecteur.etat, {
    territoire: passe.territoire,
    modele: 'EN_TETE',
    parties: {
      expediteur:
        'Gestionnaire territorial du système national d’enregistrement\n{territoire}\n12, rue des Cordeliers, 13999 Rives\nTéléphone : 04 00 00 13 13\ngestionnaire@demo.exemple',
      lieu: 'Rives',
      signature: 'Pour le gestionnaire territorial,\n\n\n{auteur}',
    },
    motif: 'Adresse et téléphone ajoutés.',
    par: AUTEURS.gestionnaire.par,
    le: aLHeure(debutMois(premier)),
  })
}

/** What a service joins: the list that it says it keeps. */
const listeDuService = (jour: Jour): DocumentEcrit => ({
  titre: 'Relecture du vendredi',
  sousTitre: 'Liste tenue par le service',
  langue: 'fr',
  projet: false,
  lettre: null,
  blocs: [
    paragraphe('Chaque vendredi, deux agents relisent les dossiers enregistrés dans la semaine.'),
    {
      sorte: 'liste',
      numerotee: true,
      points: [
        brut('Rechercher la demande existante avant d’en créer une autre.'),
        brut('Remettre l’attestation le jour de l’enregistrement.'),
        brut('Noter ce qui manque, et qui le demande.'),
      ],
    },
  ],
  pied: { reference: 'Relecture du vendredi', instantane: null, faitLe: aLHeure(jour), par: AUTEURS.guichet.nom },
})

/** Keeps what the service joined with an act. */
export const joindreListe = async (
  etat: BaseEtat,
  { territoire, mesure, acte }: { readonly territoire: string; readonly mesure: number; readonly acte: number },
  jour: Jour,
): Promise<void> => {
  await garderDocument(etat, {
    ...{ territoire, nature: 'JOINT', mesure, reunion: null, acte, modele: null, version: null, adresse: '' },
    ...{ titre: 'Relecture du vendredi', nom: 'relecture-du-vendredi.pdf', type: 'PDF' },
    ...{ role: 'guichet', par: AUTEURS.guichet.par, le: aLHeure(jour) },
    contenu: await rendrePdf(listeDuService(jour)),
  })
}
