import type { Tache } from '../tache.ts'

/** What figures cannot tell: demandes read with their pieces. */
export const RELIRE_SUR_PIECES: Tache = {
  code: 'echantillon',
  titre: 'Tirer un échantillon et le relire sur pièces',
  autres: ['échantillonnage', 'tirage au sort', 'contrôle sur pièces', 'fiche', 'marge d’erreur'],
  etapes: [
    {
      page: '/echantillons',
      texte: 'Sur la page [Échantillons], tirer celui du mois, ou un autre.',
    },
    {
      page: '/echantillons/nouveau',
      texte:
        'Choisir **Parmi quelles demandes**, le **Nombre de demandes** et comment elles sont réparties, puis **Voir la répartition** et **Tirer**.',
    },
    {
      page: '/echantillons',
      texte:
        'Remplir les fiches l’une après l’autre, au clavier, ou les imprimer. La page dit les défauts par question, avec leur marge d’erreur ; clore l’échantillon quand tout est relu.',
    },
  ],
}

export const VERIFIER_LES_CIVILITES: Tache = {
  code: 'civilites',
  titre: 'Vérifier les mouvements de civilité',
  autres: ['changement de nom', 'état civil', 'pièce suspecte', 'ancienneté'],
  etapes: [
    {
      page: '/controles/:mois',
      texte: 'Au point **Mouvements de civilité** du contrôle du mois, suivre le lien qui mène à leur liste.',
    },
    {
      page: '/controles/:mois/civilite',
      texte:
        'Pour chaque demande, dire si la pièce est vue, absente ou suspecte. Sans pièce vue, elle revient au contrôle du mois suivant.',
    },
  ],
}

export const MONTRER_SES_PIECES: Tache = {
  code: 'pieces',
  titre: 'Préparer les pièces des demandes tirées au sort',
  autres: ['échantillon', 'contrôle sur pièces', 'tirage'],
  etapes: [
    {
      page: '/echantillons',
      texte:
        'Sous **Mesures**, la page [Échantillons] liste les demandes de votre service que le sort a tirées : réunir leurs pièces, le gestionnaire demandera à les voir.',
    },
    {
      page: '/echantillons',
      texte: 'Une fois l’échantillon clos, la même page dit ce qui a été constaté de chacune.',
    },
  ],
}
