import type { Jour } from '../../../ingest/socle/jour.ts'
import type { Contexte } from '../../contexte.ts'
import { lien } from '../../liens.ts'
import type { ServiceVue } from '../../registre-vue.ts'
import { Panneau } from '../blocs.tsx'
import { Champ, Choix, Formulaire } from '../champ.tsx'

interface Props {
  readonly contexte: Contexte
  readonly service: ServiceVue
  /** Years whose landlord's report is still awaited of this service. */
  readonly bilansAttendus: readonly string[]
  readonly aujourdhui: Jour
  readonly saisie: Readonly<Record<string, string>>
}

/** What the calendar of obligations waits for from a service: its training, its landlord's report. */
export const Reception = ({ contexte, service, bilansAttendus, aujourdhui, saisie }: Props) => {
  const options: (readonly [string, string])[] = [
    ...(service.formeLe === null ? [['FORMATION_SERVICE', 'Formation du service'] as const] : []),
    ...bilansAttendus.map((annee) => [`BILANS_BAILLEURS ${annee}`, `Bilan du bailleur, ${annee}`] as const),
  ]
  if (options.length === 0) return null
  return (
    <Panneau id="recu" titre="Formation et bilans" precision={<a href={lien(contexte, '/agenda')}>Agenda</a>}>
      <details class="acte-plie" open={saisie.forme === 'recu'}>
        <summary>Consigner ce qui est fait ou reçu</summary>
        <Formulaire
          action={lien(contexte, `/registre/${encodeURIComponent(service.service)}/consigner`)}
          nom="Consigner ce qui est fait ou reçu"
          bouton="Consigner"
        >
          <Choix prefixe="recu" nom="quoi" libelle="Quoi" options={options} valeur={saisie.quoi ?? ''} />
          <Champ
            prefixe="recu"
            nom="fait_le"
            libelle="Le"
            type="date"
            valeur={saisie.forme === 'recu' ? (saisie.fait_le ?? '') : aujourdhui}
            obligatoire
          />
        </Formulaire>
      </details>
    </Panneau>
  )
}
