From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
Require Import selfstab.
Open Scope R_scope.

Module Equation1.

Lemma equation : forall (alpha beta : R), 0 < alpha -> 0 < beta -> beta * (sqrt (2 * alpha / beta)) ^ 2 / 2 = alpha.
Proof.
  intros.
  try assert (P0 : beta <> 0) by (nonzero).
  try assert (P1 : 0 <= 2 * alpha / beta) by (replace (2 * alpha / beta) with (2 * (alpha / beta)) by (field; conditions); nonneg).
  change (beta * (sqrt (2 * alpha / beta)) ^ 2 / 2 = alpha).
  assert (r0 : exists r, sqrt (2 * alpha / beta) = r / (beta) /\ r ^ 2 = (beta) * (2 * alpha)).
  { exists ((beta) * sqrt (2 * alpha / beta)); split; [field; conditions | rewrite Rpow_mult_distr, pow2_sqrt; [field; conditions | nonneg]]. }
  destruct r0 as [r0 [Er0 Q0]].
  try assert (0 < r0) by (replace r0 with ((beta) * sqrt (2 * alpha / beta)) by (rewrite Er0; field; conditions); pos).
  rewrite Er0 in *.
  field [Q0]; conditions.
Qed.

Definition claims : Prop :=
  (forall (alpha beta : R), 0 < alpha -> 0 < beta -> beta * (sqrt (2 * alpha / beta)) ^ 2 / 2 = alpha).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation1.

Module Equation2.

Lemma equation : forall (alpha beta eta : R), 0 < alpha -> 0 < beta -> 0 < eta -> eta * beta * (sqrt (2 * alpha / beta)) ^ 2 / 2 = (eta * sqrt alpha) ^ 2 / eta.
Proof.
  intros.
  try assert (P0 : beta <> 0) by (nonzero).
  try assert (P1 : 0 <= 2 * alpha / beta) by (replace (2 * alpha / beta) with (2 * (alpha / beta)) by (field; conditions); nonneg).
  try assert (P2 : 0 <= alpha) by (nonneg).
  try assert (P3 : eta <> 0) by (nonzero).
  change (eta * beta * (sqrt (2 * alpha / beta)) ^ 2 / 2 = (eta * sqrt alpha) ^ 2 / eta).
  assert (r0 : exists r, sqrt (2 * alpha / beta) = r / (beta) /\ r ^ 2 = (beta) * (2 * alpha)).
  { exists ((beta) * sqrt (2 * alpha / beta)); split; [field; conditions | rewrite Rpow_mult_distr, pow2_sqrt; [field; conditions | nonneg]]. }
  destruct r0 as [r0 [Er0 Q0]].
  try assert (0 < r0) by (replace r0 with ((beta) * sqrt (2 * alpha / beta)) by (rewrite Er0; field; conditions); pos).
  rewrite Er0 in *.
  assert (Q1 : (sqrt alpha) ^ 2 = alpha) by (rewrite pow2_sqrt; [field; conditions | nonneg]).
  field [Q0 Q1]; conditions.
Qed.

Definition claims : Prop :=
  (forall (alpha beta eta : R), 0 < alpha -> 0 < beta -> 0 < eta -> eta * beta * (sqrt (2 * alpha / beta)) ^ 2 / 2 = (eta * sqrt alpha) ^ 2 / eta).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation2.

Theorem oscillation_scales : Equation1.claims /\ Equation2.claims.
Proof. exact (conj Equation1.proved Equation2.proved). Qed.

Print Assumptions oscillation_scales.
