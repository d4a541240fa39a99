From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
Require Import selfstab.
Open Scope R_scope.

Module Equation1.

Definition delta (alpha beta : R) : R :=
  sqrt (2 * alpha / beta).

Definition y (Y alpha : R) : R :=
  sqrt alpha * Y.

Lemma equation : forall (X Y alpha beta eta : R), 0 < X -> 0 < alpha -> 0 < beta -> 0 < eta -> (1 + eta * y Y alpha) * (delta alpha beta * X) / delta alpha beta = X + eta * sqrt alpha * X * Y.
Proof.
  intros.
  try assert (P0 : 0 <= alpha) by (nonneg).
  try assert (P1 : beta <> 0) by (nonzero).
  try assert (P2 : 0 <= 2 * alpha / beta) by (replace (2 * alpha / beta) with (2 * (alpha / beta)) by (field; conditions); nonneg).
  try assert (P3 : 0 < 2 * alpha / beta) by (replace (2 * alpha / beta) with (2 * (alpha / beta)) by (field; conditions); pos).
  change ((1 + eta * (sqrt alpha * Y)) * (sqrt (2 * alpha / beta) * X) / sqrt (2 * alpha / beta) = X + eta * sqrt alpha * X * Y).
  assert (Q0 : (sqrt alpha) ^ 2 = alpha) by (rewrite pow2_sqrt; [field; conditions | nonneg]).
  assert (r1 : exists r, sqrt (2 * alpha / beta) = r / (beta) /\ r ^ 2 = (beta) * (2 * alpha)).
  { exists ((beta) * sqrt (2 * alpha / beta)); split; [field; conditions | rewrite Rpow_mult_distr, pow2_sqrt; [field; conditions | nonneg]]. }
  destruct r1 as [r1 [Er1 Q1]].
  try assert (0 < r1) by (replace r1 with ((beta) * sqrt (2 * alpha / beta)) by (rewrite Er1; field; conditions); pos).
  rewrite Er1 in *.
  field [Q0 Q1]; conditions.
Qed.

Definition claims : Prop :=
  (forall (X Y alpha beta eta : R), 0 < X -> 0 < alpha -> 0 < beta -> 0 < eta -> (1 + eta * y Y alpha) * (delta alpha beta * X) / delta alpha beta = X + eta * sqrt alpha * X * Y).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation1.

Module Equation2.

Definition delta (alpha beta : R) : R :=
  sqrt (2 * alpha / beta).

Lemma equation : forall (X Y alpha beta eta : R), 0 < X -> 0 < alpha -> 0 < beta -> 0 < eta -> (sqrt alpha * Y + eta * (alpha - beta * (delta alpha beta * X) ^ 2 / 2)) / sqrt alpha = Y + eta * sqrt alpha * (1 - X ^ 2).
Proof.
  intros.
  try assert (P0 : 0 <= alpha) by (nonneg).
  try assert (P1 : beta <> 0) by (nonzero).
  try assert (P2 : 0 <= 2 * alpha / beta) by (replace (2 * alpha / beta) with (2 * (alpha / beta)) by (field; conditions); nonneg).
  try assert (P3 : 0 < alpha) by (pos).
  change ((sqrt alpha * Y + eta * (alpha - beta * (sqrt (2 * alpha / beta) * X) ^ 2 / 2)) / sqrt alpha = Y + eta * sqrt alpha * (1 - X ^ 2)).
  assert (Q0 : (sqrt alpha) ^ 2 = alpha) by (rewrite pow2_sqrt; [field; conditions | nonneg]).
  assert (r1 : exists r, sqrt (2 * alpha / beta) = r / (beta) /\ r ^ 2 = (beta) * (2 * alpha)).
  { exists ((beta) * sqrt (2 * alpha / beta)); split; [field; conditions | rewrite Rpow_mult_distr, pow2_sqrt; [field; conditions | nonneg]]. }
  destruct r1 as [r1 [Er1 Q1]].
  try assert (0 < r1) by (replace r1 with ((beta) * sqrt (2 * alpha / beta)) by (rewrite Er1; field; conditions); pos).
  rewrite Er1 in *.
  field [Q0 Q1]; conditions.
Qed.

Definition claims : Prop :=
  (forall (X Y alpha beta eta : R), 0 < X -> 0 < alpha -> 0 < beta -> 0 < eta -> (sqrt alpha * Y + eta * (alpha - beta * (delta alpha beta * X) ^ 2 / 2)) / sqrt alpha = Y + eta * sqrt alpha * (1 - X ^ 2)).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation2.

Theorem reduced_ode : Equation1.claims /\ Equation2.claims.
Proof. exact (conj Equation1.proved Equation2.proved). Qed.

Print Assumptions reduced_ode.
