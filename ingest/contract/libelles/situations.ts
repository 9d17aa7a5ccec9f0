import type { Libelles } from './types.ts'

export const SITUATIONS_FAMILIALES: Libelles = {
  CELIBATAIRE: ['Célibataires'],
  MARIE: ['Marié(e)', 'Mariée', 'Mariés', 'Marié/mariée', 'Mariage'],
  PACSE: ['Pacsé(e)', 'Pacsée', 'Pacsés', 'PACS', 'Partenaire de PACS'],
  CONCUBIN: [
    'Concubin(e)',
    'Concubine',
    'Concubinage',
    'Union libre',
    'Concubin(e)/Union libre',
    'Concubinage/Union libre',
    'Vie maritale',
  ],
  SEPARE: ['Séparé(e)', 'Séparée', 'Séparés', 'Séparation'],
  DIVORCE: ['Divorcé(e)', 'Divorcée', 'Divorcés', 'Divorcé'],
  VEUF: ['Veuf(ve)', 'Veuf(veuve)', 'Veuf/veuve', 'Veuf ou veuve', 'Veuve', 'Veufs', 'Veuvage'],
}

export const NATIONALITES: Libelles = {
  FRANCAISE: ['Français', 'France', 'Nationalité française'],
  UE: [
    'Union européenne',
    'Union européenne hors France',
    'Ressortissant de l’Union européenne',
    'Européenne',
    'Citoyen de l’Union européenne',
  ],
  HORS_UE: [
    'Hors Union européenne',
    'Non Union européenne',
    'Hors de l’Union européenne',
    'Autre que Union européenne',
    'Étrangère hors Union européenne',
  ],
}

export const SITUATIONS_PROFESSIONNELLES: Libelles = {
  CDI: [
    'CDI (ou fonctionnaire)',
    'CDI ou fonctionnaire',
    'CDI, fonctionnaire',
    'CDI/fonctionnaire',
    'Fonctionnaire',
    'Salarié en CDI',
    'Contrat à durée indéterminée',
  ],
  CDD: [
    'CDD, stage, intérim',
    'CDD, stage ou intérim',
    'CDD/stage/intérim',
    'CDD, intérim',
    'Intérim',
    'Stage',
    'CDD ou intérim',
    'Salarié en CDD',
    'Contrat à durée déterminée',
  ],
  INDEPENDANT: [
    'Artisan, commerçant, profession libérale',
    'Artisan, commerçant ou profession libérale',
    'Artisan',
    'Commerçant',
    'Profession libérale',
    'Travailleur indépendant',
    'Indépendant(e)',
    'Auto-entrepreneur',
  ],
  AGRICULTEUR: ['Agriculteur(trice)', 'Agricultrice', 'Exploitant agricole', 'Exploitant(e) agricole'],
  APPRENTI: ['Apprenti(e)', 'Apprentie', 'Apprentissage'],
  ETUDIANT: ['Étudiant(e)', 'Étudiante', 'Études'],
  CHOMAGE: ['Chômeur', 'Chômeur(se)', 'Demandeur d’emploi', 'Demandeur(se) d’emploi', 'Au chômage', 'Sans emploi'],
  RETRAITE: ['Retraité(e)', 'Retraité', 'Retraitée', 'Pensionné'],
  AUTRE: ['Autre situation', 'Autres', 'Autre, préciser'],
}
