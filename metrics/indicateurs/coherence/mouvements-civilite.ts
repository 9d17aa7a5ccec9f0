import { defineIndicateur } from '../../indicateur.ts'
import { demandesS0 } from '../../relations/demandes-s0.ts'
import { connu, different, egal, et, non, ou } from '../../sql.ts'

/** Share of the modified demandes whose birth name or first name changed since S0, an exchange of the two excepted. */
export const mouvementsCivilite = defineIndicateur({
  code: 'mouvements_civilite',
  libelle: 'Mouvements de civilité',
  definition: 'Part des demandes modifiées dont le nom de naissance ou le prénom a changé.',
  famille: 'coherence',
  unite: 'part',
  source: { texte: 'GIP SNE, 19/07/2024', citation: 'changements d’état civil' },
  mots: {
    numerateur:
      'demandes dont le nom de naissance ou le prénom diffère de l’instantané précédent (échange des deux excepté)',
    denominateur: 'demandes modifiées dans la période, présentes dans l’instantané précédent',
    guichet: 'celui de la modification',
  },
  pourquoi: 'Changer l’identité d’une demande peut donner l’ancienneté d’un ménage à un autre.',
  correction: 'Vérifier la pièce d’identité ; une autre personne relève d’une autre demande.',
  relation: demandesS0,
  compareNoms: true,
  guichet: ({ d }) => d.guichet_modification,
  date: ({ d }) => d.date_modification,
  population: ({ s0 }) => connu(s0.numero_unique),
  numerateur: ({ d, s0 }) =>
    et(
      ou(different(d.empreinte_nom, s0.empreinte_nom), different(d.empreinte_prenom, s0.empreinte_prenom)),
      non(et(egal(d.empreinte_nom, s0.empreinte_prenom), egal(d.empreinte_prenom, s0.empreinte_nom))),
    ),
  colonnes: ['date_modification', 'nom_naissance|nom', 'prenom', 's0.nom_naissance|s0.nom', 's0.prenom'],
  liste: ['guichet_modification', 'date_modification'],
})
