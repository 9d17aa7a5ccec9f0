import { aClasse, parId, texteDe, unDe } from './html.ts'
import { avec } from './lecteur.ts'
import {
  cellulesEnAlerte,
  ditDe,
  dossiersMontres,
  elementsDe,
  etatsMontres,
  guichetsDeLaMatrice,
  indicateursDeLaMatrice,
  nombreDe,
  rangeesDeLaSection,
} from './montres.ts'
import { compare, ecritLaMeme, estComparable, type Regle } from './regle.ts'

const ALERTES_ET_POINTS = /(\d+) alertes?, (\d+) à surveiller/

export const REGLES: readonly Regle[] = [
  {
    nom: 'alertes et points d’un mois',
    vers: /^\/\?/,
    dit: ALERTES_ET_POINTS,
    comparer: async (lecteur, { adresse }, [, alertes, points]) => {
      const rangees = await rangeesDeLaSection(lecteur, avec(adresse, { alertes: 'toutes' }), 'alertes')
      const dite = ditDe(await lecteur.lire(adresse), /(\d+) points? à surveiller au total/)
      const seuls = ditDe(await lecteur.lire(adresse), /(\d+) points? à surveiller/)
      return [
        compare('alertes en table', alertes, rangees.length),
        ...(rangees.length === 0 ? [] : [compare('points à surveiller', points, dite || seuls)]),
      ]
    },
  },
  {
    nom: 'alertes et points d’un indicateur',
    vers: /^\/indicateurs\//,
    dit: ALERTES_ET_POINTS,
    comparer: async (lecteur, { adresse }, [, alertes, points]) => {
      const montres = await etatsMontres(lecteur, adresse, 'tous')
      return [
        compare('rangées en alerte', alertes, montres.alertes),
        compare('rangées à surveiller', points, montres.aSurveiller),
      ]
    },
  },
  {
    nom: 'toutes les alertes',
    vers: /^\/\?.*alertes=toutes/,
    dit: /^Voir (?:les |l’)?(\d+)? ?alertes?$/,
    comparer: async (lecteur, { adresse }, [, n]) => [
      compare('alertes en table', n, (await rangeesDeLaSection(lecteur, adresse, 'alertes')).length),
    ],
  },
  {
    nom: 'demandes à corriger',
    vers: /^\/\?.*demandes=toutes/,
    dit: /^Voir les (\d+) demandes$/,
    comparer: async (lecteur, { adresse }, [, n]) => [
      compare('demandes à corriger', n, elementsDe(await lecteur.lire(adresse), null, 'afaire')),
    ],
  },
  {
    nom: 'échéances',
    vers: /^\/agenda\?/,
    dit: /^Voir les (\d+) :/,
    comparer: async (lecteur, { adresse }, [, n]) => [
      compare('à faire maintenant', n, elementsDe(await lecteur.lire(adresse), 'a-faire', 'rows')),
    ],
  },
  {
    nom: 'tant sur tant',
    vers: /^\/dossiers\?/,
    dit: /^([\d ]+) sur ([\d ]+)$/,
    comparer: async (lecteur, { adresse }, [, concernes, examines]) => [
      compare('dossiers concernés', concernes, await dossiersMontres(lecteur, adresse)),
      compare('dossiers examinés', examines, await dossiersMontres(lecteur, avec(adresse, { tous: '1' }))),
    ],
  },
  {
    nom: 'dossiers',
    vers: /^\/dossiers\?/,
    dit: /^(?:Concernés \(|Tous ceux examinés \()?([\d ]*\d)\)?(?: demandes?\b.*| dossiers?\b.*)?$/,
    comparer: async (lecteur, { adresse }, [, n]) => [compare('dossiers', n, await dossiersMontres(lecteur, adresse))],
  },
  {
    nom: 'groupes de doublons',
    vers: /^\/doublons\?/,
    dit: /\(([\d ]+)\)$/,
    comparer: async (lecteur, { adresse }, [, n]) => [
      compare('groupes', n, (await rangeesDeLaSection(lecteur, adresse, 'groupes')).length),
    ],
  },
  {
    nom: 'démarches',
    vers: /^\/demarches\?/,
    dit: /\(([\d ]+)\)$/,
    comparer: async (lecteur, { adresse }, [, n]) => [
      compare('démarches', n, (await rangeesDeLaSection(lecteur, adresse, 'liste')).length),
    ],
  },
  {
    nom: 'guichets d’une catégorie',
    vers: /^\/(?:forcages|indicateurs\/\w+)\?.*categorie=/,
    dit: /\(([\d ]+)\)$/,
    comparer: async (lecteur, { adresse }, [, n]) => [
      compare('guichets dessinés', n, ditDe(await lecteur.lire(adresse), /, (\d+) (?:guichets|services) \(/)),
    ],
  },
  {
    nom: 'alertes sur tous les indicateurs',
    vers: /^\/guichets\?/,
    dit: /^(\d+) alertes? sur tous les indicateurs$/,
    comparer: async (lecteur, { adresse }, [, n]) => {
      const page = await lecteur.lire(adresse)
      return [
        compare('cellules en alerte', n, cellulesEnAlerte(page)),
        compare('alertes dites', n, ditDe(page, /pour (\d+) alertes?/)),
      ]
    },
  },
  {
    nom: 'départs et certificats du tableau de bord',
    vers: /^\/habilitations\?.*etat=(?:a-clore|certificats)/,
    dit: /^(\d+) (départs?|certificats?) (?:non clos le jour même|à renouveler)$/,
    comparer: async (lecteur, { adresse }, [, n, quoi = '']) => [
      compare(quoi, n, ditDe(await lecteur.lire(adresse), new RegExp(`(\\d+) ${quoi} (?:n’|est|sont)`))),
    ],
  },
  {
    nom: 'habilitations d’un état',
    vers: /^\/habilitations\?.*etat=/,
    dit: /\(([\d ]+)\)$/,
    comparer: async (lecteur, { adresse }, [, n]) => [
      compare('habilitations', n, Math.min(100, (await rangeesDeLaSection(lecteur, adresse, 'liste')).length)),
    ],
  },
  {
    nom: 'lignes proposées',
    vers: /^\/mesures\?/,
    dit: /^Les (\d+) lignes proposées$/,
    comparer: async (lecteur, { adresse }, [, n]) => [
      compare('lignes proposées', n, (await rangeesDeLaSection(lecteur, adresse, 'proposees')).length),
    ],
  },
  {
    nom: 'remarques du chargement',
    vers: /^\/imports\?/,
    dit: /^(\d+) (guichets? hors|colonnes? vides?|valeurs? illisibles?)/,
    comparer: async (lecteur, { adresse }, [, n, quoi]) => [
      compare(quoi ?? '', n, ditDe(await lecteur.lire(adresse), new RegExp(`(\\d+) ${quoi}`))),
    ],
  },
  {
    nom: 'cellule de la matrice',
    vers: /^\/guichets\/\w+\?.*#\w+$/,
    dit: /^([\d ]+)(?:,(\d+))?$/,
    comparer: async (lecteur, { adresse }, [, entier = '', decimales = '']) => {
      const page = await lecteur.lire(adresse)
      const valeur = page && unDe(parId(page, adresse.split('#')[1] ?? '') ?? page, aClasse('v'))
      const ecrite = nombreDe(/^[\d ]+(?:,\d+)?/.exec(valeur ? texteDe(valeur) : '')?.[0] ?? 'NaN')
      // The matrix writes one figure less where it is short of room.
      const arrondi =
        Math.abs(ecrite - nombreDe(`${entier},${decimales || '0'}`)) <= 0.5 / 10 ** decimales.length + 1e-9
      return [{ quoi: 'la valeur', annonce: 'la même à l’arrondi', montre: arrondi ? 'la même à l’arrondi' : ecrite }]
    },
  },
  {
    nom: 'guichets d’un filtre',
    vers: /^\/guichets\?.*(?:categorie|service)=/,
    dit: /\((\d+)\)$/,
    comparer: async (lecteur, { adresse }, [, n]) => [
      compare('rangées de la matrice', n, guichetsDeLaMatrice(await lecteur.lire(adresse))),
    ],
  },
  {
    nom: 'indicateurs d’un filtre',
    vers: /^\/guichets\?.*indicateurs=/,
    dit: /^Tous \((\d+)\)$|^Les (\d+) principaux$/,
    comparer: async (lecteur, { adresse }, [, tous, principaux]) => [
      compare('colonnes de la matrice', tous ?? principaux, indicateursDeLaMatrice(await lecteur.lire(adresse))),
    ],
  },
  {
    nom: 'une valeur',
    vers: /^\/(?:\?|guichets|indicateurs|forcages|attributions|changement)/,
    dit: /([\d ]*\d,\d+ ?%|\d+,\d+$)/,
    comparer: async (lecteur, annonce, [, valeur]) =>
      estComparable(annonce) ? ecritLaMeme(lecteur, annonce, (valeur ?? '').trim()) : [],
  },
]

/** Numbers of which the page opened has nothing to count: they name something, or head a column. */
export const SANS_COMPTE: readonly RegExp[] = [
  /^(?:Après|Plus de) \d+ j$/,
  /Intervalle à 95 %|intervalle à 95 %/,
  /^\d+(?:,\d+)? ?(?:%|j|jours?)$/,
  /^\d{4}$/,
  /, art\. \d+$/,
]
