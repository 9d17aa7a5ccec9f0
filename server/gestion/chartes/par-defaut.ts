import type { CodeIndicateur } from '../../../metrics/registry.ts'
import type { Article, CodeCharte } from '../../../web/chartes.ts'

const A_COMPLETER = 'À compléter par le comité.'

const article = (titre: string, texte: string, ...indicateurs: readonly CodeIndicateur[]): Article => ({
  titre,
  texte: `${texte}\n${A_COMPLETER}`,
  indicateurs,
})

/** What a first version is begun with: what the convention and the indicators already ask, in few words. */
export const ARTICLES_PAR_DEFAUT: Readonly<Record<CodeCharte, readonly Article[]>> = {
  saisie: [
    article(
      'Enregistrer dès réception',
      'La demande est saisie dès qu’elle est reçue, à sa date de dépôt (CCH, L441-2-1).',
      'delai_enregistrement',
      'depots_retroactifs',
    ),
    article(
      'Remettre l’attestation',
      'L’attestation est remise au demandeur dans le délai d’un mois (CCH, L441-2-1 ; convention, 2.1).',
      'attestations_hors_delai',
    ),
    article(
      'Vérifier l’identité',
      'Une copie de la pièce qui atteste l’identité est vue et datée (CCH, R441-2-3 ; convention, 2.3).',
      'pieces_identite_absentes',
    ),
    article(
      'Remplir tous les onglets',
      'Les informations connues du demandeur sont saisies, onglet par onglet (convention, 3.2.2 a).',
      'dossiers_incomplets',
      'rfr_absent',
    ),
    article(
      'Chercher avant de créer',
      'La demande existante est recherchée et mise à jour ; une alerte de doublon n’est passée outre qu’en cas de nécessité stricte (convention, 3.2.2 a et b).',
      'forcages',
      'forcages_injustifies',
      'doublons_actifs',
    ),
    article(
      'Tenir la demande à jour',
      'Le renouvellement est l’occasion de relire la demande ; les informations se contredisent le moins possible (CCH, R441-2-7 ; convention, 3.2.2 b).',
      'renouvellements_sans_mise_a_jour',
      'incoherences',
    ),
    article(
      'Saisir l’attribution dès la signature du bail',
      'La radiation pour attribution est saisie dès la signature, avec le logement et le réservataire (convention, 2.1).',
      'attributions_hors_delai',
      'attributions_manquantes',
      'attributions_incompletes',
      'reservataires_absents',
    ),
    article(
      'Radier à bon droit',
      'Une demande n’est radiée que pour un motif prévu, le préavis envoyé quand il est dû (CCH, R441-2-8).',
      'radiations_sans_preavis',
      'demandes_perimees',
    ),
    article(
      'Traiter les messages d’erreur',
      'Les messages rejetés par le système national sont repris (convention, 3.2.2 a).',
      'rejets_interface',
    ),
  ],
  qualite: [
    article(
      'Accueillir',
      'Les adresses, les horaires et les publics accueillis sont tenus à jour, et reportés au portail.',
    ),
    article(
      'Expliquer',
      'Le demandeur reçoit une information exacte sur ses démarches et sur les suites de sa demande.',
    ),
    article('Répondre', 'Les questions et les réclamations reçoivent une réponse datée.'),
    article(
      'Former',
      'Les agents qui enregistrent sont formés dans les six mois de l’arrivée du service (convention, 3.2.2 d).',
    ),
    article(
      'Protéger',
      'Les champs libres ne portent que ce qui est utile et admis ; les accès sont ceux des agents en poste.',
    ),
    article(
      'Ne pas discriminer',
      'Aucun critère prohibé ne sert à accueillir, enregistrer ou orienter (code pénal, 225-1).',
    ),
  ],
  'dossier-unique': [
    article('Une pièce, une fois', 'Une pièce déjà déposée au dossier unique n’est pas demandée de nouveau.'),
    article('Déposer sous quinze jours', 'Les pièces reçues sont déposées au dossier unique sous quinze jours.'),
    article('Nommer et dater', 'Chaque pièce est lisible, rangée sous son type, et datée.'),
  ],
}
