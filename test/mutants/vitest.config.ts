import { mergeConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import commun from '../vitest.config.ts'

const ordre: readonly string[] = JSON.parse(process.env.MUTANTS_ESSAIS ?? '[]')
const rang = ({ moduleId }: TestSpecification): number => ordre.findIndex((essai) => moduleId.endsWith(essai))

/** The tests in the order they are asked, one at a time: the nearest kills first. */
class DansLOrdre extends BaseSequencer {
  override async sort(fichiers: TestSpecification[]): Promise<TestSpecification[]> {
    return [...fichiers].sort((a, b) => rang(a) - rang(b))
  }
}

export default mergeConfig(commun, {
  test: { maxWorkers: 1, isolate: false, bail: 1, testTimeout: 60_000, sequence: { sequencer: DansLOrdre } },
})
