import { STATUTS } from '../../metrics/resultat.ts'
import { DeuxMarques, SixMarques } from '../components/deux-marques.tsx'
import { Forme, LegendeEtats, Pastille, ResumeEtats } from '../components/etat.tsx'
import { MessageFait, MessageRefus } from '../components/message.tsx'
import { Numero } from '../components/numero.tsx'
import { Reference } from '../components/reference.tsx'
import { Icone } from '../components/sprite.tsx'
import type { Specimens } from './specimen.ts'

const ICONES = ['loupe', 'down', 'prev', 'next', 'menu', 'bas', 'ok', 'due', 'late', 'print', 'non'] as const
const COMPTES = { ALERTE: 2, SURVEILLANCE: 1, NORMAL: 12, NON_SIGNIFICATIF: 3, SANS_OBJET: 0 }

/** Words, shapes and messages. */
export const specimensDesEtats: Specimens = (contexte) => [
  { fichier: 'etat', nom: 'Forme', etats: STATUTS.map((statut) => [statut, <Forme statut={statut} />] as const) },
  { fichier: 'etat', nom: 'Pastille', etats: STATUTS.map((statut) => [statut, <Pastille statut={statut} />] as const) },
  { fichier: 'etat', nom: 'ResumeEtats', etats: [['deux alertes', <ResumeEtats comptes={COMPTES} />]] },
  {
    fichier: 'etat',
    nom: 'LegendeEtats',
    etats: [['avec les comptes', <LegendeEtats comptes={COMPTES} />]],
  },
  { fichier: 'sprite', nom: 'Icone', etats: ICONES.map((nom) => [nom, <Icone nom={nom} />] as const) },
  {
    fichier: 'message',
    nom: 'MessageRefus',
    etats: [
      [
        'avec une suite',
        <MessageRefus refus={{ phrase: 'La colonne manque.', suite: 'Rien n’a été chargé : corriger le fichier.' }} />,
      ],
    ],
  },
  {
    fichier: 'message',
    nom: 'MessageFait',
    etats: [['fait', <MessageFait>La qualification est enregistrée.</MessageFait>]],
  },
  {
    fichier: 'numero',
    nom: 'Numero',
    etats: [
      ['entier', <Numero numero="0131026000017B01A1" />],
      ['mal formé', <Numero numero="01310" />],
    ],
  },
  {
    fichier: 'reference',
    nom: 'Reference',
    etats: [['erreur', <Reference contexte={contexte} reference="7F3A-21" />]],
  },
  { fichier: 'deux-marques', nom: 'SixMarques', etats: [['toutes', <SixMarques />]] },
  {
    fichier: 'deux-marques',
    nom: 'DeuxMarques',
    etats: [['sans limites : rien', <DeuxMarques points={[]} seuil={0.05} />]],
  },
]
