import { expect, it } from 'vitest'
import { direFaits } from '../../../server/lecture/dire-journal.ts'

it.each([
  [
    {
      indicateur: 'doublons_actifs',
      debut: '2026-10-01',
      fin: '2026-10-31',
      niveau: 'GUICHET',
      entite: 'B01A1',
      tous: false,
      forme: 'xlsx',
    },
    'doublons actifs, octobre 2026, guichet B01A1, fichier XLSX',
  ],
  [
    { indicateur: 'forcages', debut: '2025-11-01', fin: '2026-10-31', niveau: 'TERRITOIRE', entite: '013', tous: true },
    'doublons forcés, du 01/11/2025 au 31/10/2026, tout le territoire, tous les dossiers examinés',
  ],
  [{ liste: 'forcages', mois: '2026-10' }, 'la liste des forçages, octobre 2026'],
  [
    { liste: 'doublons', etat: 'A_QUALIFIER', cle: 'INVERSION', page: 2 },
    'la liste des doublons, à qualifier, nom et prénom échangés, page 2',
  ],
  [{ compte: 'a@exemple.fr', quoi: 'fermeture', motif: 'départ' }, 'compte a@exemple.fr, fermeture, motif : départ'],
  [{ date: '2026-10-31', rejetees: 1 }, 'instantané du 31/10/2026, 1\u00a0ligne rejetée'],
  [
    {
      avant: { role: 'guichet', territoires: ['013'], service: 'B01' },
      apres: { role: 'etat', territoires: ['013', '083'], service: null },
    },
    'auparavant rôle guichet, territoires 013, service B01, désormais rôle direction départementale, territoires 013 et 083',
  ],
  [{ mesure: '2026-07', acte: 'FORMALISER', service: 'S1042' }, 'mesure 2026-07, demande formalisée, service S1042'],
  [
    {
      niveau: 'GUICHET',
      entite: 'B01A1',
      indicateur: 'forcages',
      raison: 'LOGICIEL',
      mois: '2026-10',
      dernier_mois: '2026-12',
    },
    'guichet B01A1, doublons forcés, changement de logiciel ou d’interface, octobre 2026, jusqu’à décembre 2026',
  ],
  [
    { numero: '0131026000001AAAAA', acte: 'SANS_REPONSE' },
    'numéro 013\u00a01026\u00a0000001\u00a0AAAAA, ménage sans réponse',
  ],
  [{ inconnu_encore: true }, 'inconnu encore : oui'],
  [{ toString: 'x', constructor: 'y' }, 'toString : x, constructor : y'],
])('le journal dit en français %j', (detail, phrase) => {
  expect(direFaits(detail as Record<string, unknown>)).toBe(phrase)
})
