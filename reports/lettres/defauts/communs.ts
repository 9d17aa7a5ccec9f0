import type { Parties } from '../parties.ts'

export const EN_TETE: Parties = {
  expediteur: 'Gestionnaire territorial du système national d’enregistrement\n{territoire}',
  lieu: '',
  signature: 'Pour le gestionnaire territorial,\n\n\n{auteur}',
}

export const EFFACEMENT: Parties = {
  destinataire: '{demandeur}',
  objet: 'Votre demande d’effacement de données',
  corps: `Madame, Monsieur,

Par votre demande reçue le {recue_le}, vous souhaitez que soient effacées les données que nous détenons au titre de votre demande de logement social.

Nous tenons une copie de travail des demandes enregistrées dans le département pour contrôler la qualité de leur enregistrement. L’enregistrement des demandes de logement social et le système national qui les réunit sont prévus par la loi (articles L441-2-1 et R441-2-1 à R441-2-9 du code de la construction et de l’habitation). Le traitement répond à une obligation légale : en application de l’article 17, paragraphe 3, point b, du règlement (UE) 2016/679, le droit à l’effacement ne s’applique pas aux données qui y sont nécessaires. **Nous ne pouvons donc pas effacer les vôtres avant leur terme.**

Elles ne sont pas conservées au-delà de ce qui est nécessaire : un an après la radiation de votre demande, tout ce qui la concerne est effacé de cette copie, et des sauvegardes trente-cinq jours plus tard au plus. Votre nom, votre date de naissance et vos coordonnées n’y figurent que dans le dernier état mensuel. Ni numéro de sécurité sociale, ni commentaire, ni loyer n’y sont conservés.

## Ce que vous pouvez demander

- Obtenir la copie des données que nous détenons (article 15 du règlement).
- Faire corriger une donnée inexacte (article 16) : nous transmettons votre demande au système national, qui seul peut la corriger, et la correction nous parvient avec l’état du mois suivant.
- Renoncer à votre demande de logement, ou demander sa radiation, auprès de tout guichet enregistreur : le délai d’un an court alors.

Vous pouvez écrire à notre délégué à la protection des données : {contact_dpo}. Si vous estimez que vos droits ne sont pas respectés, vous pouvez adresser une réclamation à la Commission nationale de l’informatique et des libertés (3 place de Fontenoy, TSA 80715, 75334 Paris Cedex 07 ; www.cnil.fr).

Nous vous prions d’agréer, Madame, Monsieur, l’expression de notre considération distinguée.`,
}
