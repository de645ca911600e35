import { quantileOf, type Ending } from '../statistics/kaplan-meier.ts'
import { wilson, type Rate } from '../statistics/wilson.ts'

/** The steps from a qualified lead to a won deal, in their order. */
export const funnelSteps = ['mqlToSal', 'salToSql', 'sqlToWon'] as const
export type FunnelStep = (typeof funnelSteps)[number]

/** One step of one cohort, and how long that step takes. */
export interface StepCount {
  /** Handoffs of the cohort that reached the stage the step begins at, wherever they stand now. */
  readonly entered: number
  /** Those of them that reached the stage the step leads to. */
  readonly advanced: number
  /**
   * Days from the handoff to the end of the step, of earlier handoffs too: a young cohort alone knows only its quick ones.
   * Who has not taken the step is censored when last seen: now, or when it was rejected, expired, disqualified or lost.
   */
  readonly lags: readonly Ending[]
}

/** What was counted of a cohort's way through the funnel. */
export interface FunnelCount {
  /** Days, not rounded, from the end of the cohort's week to the moment of counting. */
  readonly age: number
  /** A step whose outcome is not recorded yet is absent. */
  readonly steps: Readonly<Partial<Record<FunnelStep, StepCount | null>>>
}

/** `maturing`: the cohort is too young for a rate that would last. `null`: such steps are not recorded yet. */
export type Funnel = Record<FunnelStep, Rate | 'maturing' | null>

/** How many median lags old a cohort has to be. */
const lagsOfAge = 2

/**
 * MQL → SAL → SQL → won (docs/domain.md, "The numbers"), each step by itself: advanced / entered, for cohorts at least twice
 * as old, in days, as the step's median lag by Kaplan and Meier. A cohort that is younger, or whose step has a median that is
 * unknown or not reached, is maturing. A lag is counted from the handoff, as the age is, hence never shorter than the step.
 */
export function funnelOf({ age, steps }: FunnelCount): Funnel {
  const stepOf = (name: FunnelStep) => stepRate(steps[name], age)
  return { mqlToSal: stepOf('mqlToSal'), salToSql: stepOf('salToSql'), sqlToWon: stepOf('sqlToWon') }
}

function stepRate(step: StepCount | null | undefined, age: number): Rate | 'maturing' | null {
  if (!step) return null
  const lag = quantileOf([...step.lags], 0.5)
  const isOldEnough = lag !== null && lag.reached && age >= lagsOfAge * lag.value
  return isOldEnough ? wilson(step.advanced, step.entered) : 'maturing'
}
