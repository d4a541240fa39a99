From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
Require Import selfstab.
Open Scope R_scope.

Module Equation1.

Lemma equation : forall (alpha beta : R), 0 < alpha -> 0 < beta -> 2 * alpha / beta * 1 = (sqrt (2 * alpha / beta)) ^ 2.
Proof.
  intros.
  try assert (P0 : beta <> 0) by (nonzero).
  try assert (P1 : 0 <= 2 * alpha / beta) by (replace (2 * alpha / beta) with (2 * (alpha / beta)) by (field; conditions); nonneg).
  change (2 * alpha / beta * 1 = (sqrt (2 * alpha / beta)) ^ 2).
  assert (r0 : exists r, sqrt (2 * alpha / beta) = r / (beta) /\ r ^ 2 = (beta) * (2 * alpha)).
  { exists ((beta) * sqrt (2 * alpha / beta)); split; [field; conditions | rewrite Rpow_mult_distr, pow2_sqrt; [field; conditions | nonneg]]. }
  destruct r0 as [r0 [Er0 Q0]].
  try assert (0 < r0) by (replace r0 with ((beta) * sqrt (2 * alpha / beta)) by (rewrite Er0; field; conditions); pos).
  rewrite Er0 in *.
  field [Q0]; conditions.
Qed.

Definition claims : Prop :=
  (forall (alpha beta : R), 0 < alpha -> 0 < beta -> 2 * alpha / beta * 1 = (sqrt (2 * alpha / beta)) ^ 2).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation1.

Theorem time_averages : Equation1.claims.
Proof. exact Equation1.proved. Qed.

Print Assumptions time_averages.
