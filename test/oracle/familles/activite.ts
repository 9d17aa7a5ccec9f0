import { dansP, estActive } from '../contexte.ts'
import { besoins, comptes, type Definition } from '../definition.ts'
import { attributions, BESOINS_ATTRIBUTION, radiations } from './attributions.ts'

export const ACTIVITE: readonly Definition[] = [
  {
    code: 'demandes_actives',
    nature: 'compte',
    stock: true,
    vide: besoins(),
    observer: (c) => comptes(c.population.filter(estActive), (d) => d.guichet_enregistrement),
  },
  {
    code: 'enregistrements',
    nature: 'compte',
    vide: besoins(),
    observer: (c) =>
      comptes(
        c.population.filter((d) => dansP(c, d.date_enregistrement)),
        (d) => d.guichet_enregistrement,
      ),
  },
  {
    code: 'renouvellements',
    nature: 'compte',
    vide: besoins('date_renouvellement'),
    observer: (c) =>
      comptes(
        c.population.filter((d) => dansP(c, d.date_renouvellement)),
        (d) => d.guichet_renouvellement,
      ),
  },
  {
    code: 'modifications',
    nature: 'compte',
    vide: besoins('date_modification'),
    observer: (c) =>
      comptes(
        c.population.filter((d) => dansP(c, d.date_modification)),
        (d) => d.guichet_modification,
      ),
  },
  {
    code: 'radiations',
    nature: 'compte',
    detaille: true,
    vide: besoins('date_saisie_radiation'),
    observer: (c) =>
      radiations(c).map((d) => ({
        guichet: d.guichet_radiation,
        denominateur: 1,
        details: d.motif_radiation === null ? [] : [d.motif_radiation],
      })),
  },
  {
    code: 'attributions',
    nature: 'compte',
    vide: besoins(...BESOINS_ATTRIBUTION),
    observer: (c) => comptes(attributions(c), (d) => d.guichet_radiation),
  },
  {
    code: 'reactivations',
    nature: 'compte',
    exige: 's0',
    vide: besoins(),
    observer: (c) => {
      const actives = new Set(c.population.filter(estActive).map((d) => d.numero_unique))
      const radiees = (c.s0?.demandes ?? []).filter((d) => d.statut === 'RADIEE' && actives.has(d.numero_unique))
      return comptes(radiees, (d) => d.guichet_radiation)
    },
  },
]
