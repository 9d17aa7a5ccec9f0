import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { Verdict } from '../../metrics/doublons/verdicts.ts'
import { VERDICTS } from '../../metrics/doublons/verdicts.ts'

const EXPLICATIONS: Readonly<Record<Verdict, string>> = {
  DOUBLON_AVERE: 'Un seul ménage : garder la demande la plus ancienne, avec les informations les plus récentes.',
  HOMONYMIE: 'Deux personnes différentes : le groupe ne sera plus proposé.',
  SEPARATION: 'Le ménage s’est séparé : deux demandes sont légitimes.',
  A_INSTRUIRE: 'Une pièce ou une réponse du guichet est attendue.',
}

const ORDRE: readonly Verdict[] = ['DOUBLON_AVERE', 'HOMONYMIE', 'SEPARATION', 'A_INSTRUIRE']

/** The form by which a person decides; keys 1 to 4 choose, where scripts run. */
export const FormulaireQualification = ({
  action,
  verdict,
  cache = {},
}: {
  readonly action: string
  readonly verdict: Verdict | null
  readonly cache?: Readonly<Record<string, string>>
}) => (
  <form class="choice" method="post" action={action} data-qualifier>
    {Object.entries(cache).map(([nom, valeur]) => (
      <input type="hidden" name={nom} value={valeur} />
    ))}
    <fieldset class="choice">
      <legend class="vh">Qualification</legend>
      {ORDRE.map((code, i) => (
        <label>
          <input type="radio" name="verdict" value={code} checked={code === verdict} required />
          <span>{`${VERDICTS[code]} (${i + 1})`}</span>
          <span class="d">{fr(EXPLICATIONS[code])}</span>
        </label>
      ))}
    </fieldset>
    <div class="ctl">
      <label for="q-motif">Motif</label>
      <textarea class="input" id="q-motif" name="motif" maxlength={500} rows={3}></textarea>
    </div>
    <div class="acts">
      <button class="btn main" type="submit">
        Enregistrer la qualification
      </button>
    </div>
    <p class="hint">
      {fr(
        'Rien n’est modifié dans le système national. Au clavier : 1 à 4 pour choisir, N et P pour le groupe suivant ou précédent.',
      )}
    </p>
  </form>
)
