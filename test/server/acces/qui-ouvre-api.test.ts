import { describe, expect, it } from 'vitest'
import type { Role } from '../../../server/acces/roles.ts'
import { TABLE } from '../../../server/acces/table.ts'

/** Who may ask the API for what: the figures of all whose scope has some, numbers and what leads to them of few. */
const QUI: readonly (readonly [readonly Role[], readonly string[]])[] = [
  [
    ['gestionnaire', 'etat', 'prefet', 'copil', 'guichet', 'partenaire'],
    ['territoires', 'chartes'],
  ],
  [['gestionnaire', 'etat', 'prefet', 'copil', 'partenaire'], ['rapports']],
  [
    ['gestionnaire', 'etat', 'prefet', 'copil', 'guichet'],
    [
      ...['mois', 'definitions', 'indicateurs', 'series', 'etats', 'alertes', 'mesures', 'attributions'],
      ...['attributions/delais', 'attributions/triangle', 'attributions/estimations-passees'],
    ],
  ],
  [
    ['gestionnaire', 'etat', 'guichet'],
    ['guichets', 'enregistrements', 'mesures/listes', 'demarches', 'signalements', 'habilitations', 'registre'],
  ],
  [
    ['gestionnaire', 'etat', 'copil'],
    ['activite', 'activite/journal'],
  ],
  [
    ['gestionnaire', 'etat'],
    [
      ...['instantanes', 'doublons', 'doublons/paires', 'forcages', 'attributions/signalees'],
      ...['tableaux', 'tableaux/lignes', 'controles', 'controles/points', 'obligations'],
      ...['controles/civilites', 'echantillons', 'echantillons/fiches'],
      ...['requetes', 'requetes/resultats'],
    ],
  ],
  [['gestionnaire'], ['envois']],
]

const ressources = Object.keys(TABLE).filter((route) => /^[A-Z]+ \/api\/v1\//.test(route))

describe('l’API', () => {
  it.each(QUI)('donne à %j ce qui leur revient', (roles, chemins) => {
    for (const chemin of chemins) expect([chemin, TABLE[`GET /api/v1/${chemin}`]]).toEqual([chemin, roles])
  })

  it('n’a rien de plus, son document mis à part, et ne laisse rien changer', () => {
    const connues = QUI.flatMap(([, chemins]) => chemins.map((chemin) => `GET /api/v1/${chemin}`))
    expect(ressources.toSorted()).toEqual([...connues, 'GET /api/v1/openapi.json'].toSorted())
  })
})
