import type { Tache } from '../tache.ts'

/** The register of services and the chartes. */
export const TENIR_LE_REGISTRE: Tache = {
  code: 'registre',
  titre: 'Tenir le registre des services',
  autres: ['convention', 'renouvellement', 'arrêté', 'retrait', 'horaires', 'liste publique', 'confirmation annuelle'],
  etapes: [
    {
      page: '/registre',
      texte:
        'Sur [Registre], chaque service a sa ligne : sa convention, sa fiche de l’année. Le registre de l’instantané propose ceux qui manquent.',
    },
    {
      page: '/registre',
      texte:
        'Ouvrir une fiche pour inscrire une convention, un renouvellement ou un retrait, relire ce que le service propose, et modifier ce qui change. La lettre qui demande la confirmation de l’année, ou sa relance, s’y prend en PDF ou en DOCX.',
    },
  ],
}

export const CONFIRMER_SA_FICHE: Tache = {
  code: 'fiche',
  titre: 'Confirmer sa fiche au registre',
  autres: ['nos horaires', 'notre adresse', 'notre contact', 'confirmation annuelle', 'interlocuteur'],
  etapes: [
    {
      page: '/registre',
      texte:
        'La page [Notre fiche] dit ce que le public lit du service. Une fois l’an, dire que rien n’a changé, ou proposer des corrections.',
    },
  ],
}

export const LIRE_LA_CHARTE: Tache = {
  code: 'charte',
  titre: 'Lire les chartes',
  autres: ['charte de saisie', 'charte de qualité', 'dossier unique', 'article', 'engagement'],
  etapes: [
    {
      page: '/chartes',
      texte:
        'La page **Chartes et dossier unique** dit la version en vigueur ; chaque article montre les indicateurs qui le suivent.',
    },
  ],
}
