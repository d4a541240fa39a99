From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
Require Import selfstab.
Open Scope R_scope.

Module Equation1.

Definition alpha (l1 l2 l3 s1 s2 s3 : R) : R :=
  - (l1 * s1 + l2 * s2 + l3 * s3).

Definition beta (s1 s2 s3 : R) : R :=
  s1 ^ 2 + s2 ^ 2 + s3 ^ 2.

Lemma equation : forall (l1 l2 l3 s1 s2 s3 : R), s1 ^ 2 + s2 ^ 2 + s3 ^ 2 <> 0 -> 0 <= 2 * (- (l1 * s1 + l2 * s2 + l3 * s3)) / (s1 ^ 2 + s2 ^ 2 + s3 ^ 2) -> alpha l1 l2 l3 s1 s2 s3 - beta s1 s2 s3 / 2 * (sqrt (2 * alpha l1 l2 l3 s1 s2 s3 / beta s1 s2 s3)) ^ 2 = 0.
Proof.
  intros.
  change (- (l1 * s1 + l2 * s2 + l3 * s3) - (s1 ^ 2 + s2 ^ 2 + s3 ^ 2) / 2 * (sqrt (2 * (- (l1 * s1 + l2 * s2 + l3 * s3)) / (s1 ^ 2 + s2 ^ 2 + s3 ^ 2))) ^ 2 = 0).
  assert (r0 : exists r, sqrt (2 * (- (l1 * s1 + l2 * s2 + l3 * s3)) / (s1 ^ 2 + s2 ^ 2 + s3 ^ 2)) = r / (s1 ^ 2 + s2 ^ 2 + s3 ^ 2) /\ r ^ 2 = (s1 ^ 2 + s2 ^ 2 + s3 ^ 2) * ((- 2) * (l1 * s1 + l2 * s2 + l3 * s3))).
  { exists ((s1 ^ 2 + s2 ^ 2 + s3 ^ 2) * sqrt (2 * (- (l1 * s1 + l2 * s2 + l3 * s3)) / (s1 ^ 2 + s2 ^ 2 + s3 ^ 2))); split; [field; conditions | rewrite Rpow_mult_distr, pow2_sqrt; [field; conditions | nonneg]]. }
  destruct r0 as [r0 [Er0 Q0]].
  try assert (0 < r0) by (replace r0 with ((s1 ^ 2 + s2 ^ 2 + s3 ^ 2) * sqrt (2 * (- (l1 * s1 + l2 * s2 + l3 * s3)) / (s1 ^ 2 + s2 ^ 2 + s3 ^ 2))) by (rewrite Er0; field; conditions); pos).
  rewrite Er0 in *.
  field [Q0]; conditions.
Qed.

Definition claims : Prop :=
  (forall (l1 l2 l3 s1 s2 s3 : R), s1 ^ 2 + s2 ^ 2 + s3 ^ 2 <> 0 -> 0 <= 2 * (- (l1 * s1 + l2 * s2 + l3 * s3)) / (s1 ^ 2 + s2 ^ 2 + s3 ^ 2) -> alpha l1 l2 l3 s1 s2 s3 - beta s1 s2 s3 / 2 * (sqrt (2 * alpha l1 l2 l3 s1 s2 s3 / beta s1 s2 s3)) ^ 2 = 0).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation1.

Module Equation2.

Lemma equation : forall (eta x y : R), 0 < eta -> (1 - eta * (2 / eta + y)) * x = (- (1 + eta * y)) * x.
Proof.
  intros.
  try assert (P0 : eta <> 0) by (nonzero).
  change ((1 - eta * (2 / eta + y)) * x = (- (1 + eta * y)) * x).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (eta x y : R), 0 < eta -> (1 - eta * (2 / eta + y)) * x = (- (1 + eta * y)) * x).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation2.

Module Equation3.

Lemma equation : forall (eta alpha beta x s : R), 0 < eta -> 0 < alpha -> 0 < beta -> eta / 2 * s * (2 * alpha / beta - x ^ 2) = eta * s * ((sqrt (2 * alpha / beta)) ^ 2 - x ^ 2) / 2.
Proof.
  intros.
  try assert (P0 : beta <> 0) by (nonzero).
  try assert (P1 : 0 <= 2 * alpha / beta) by (replace (2 * alpha / beta) with (2 * (alpha / beta)) by (field; conditions); nonneg).
  change (eta / 2 * s * (2 * alpha / beta - x ^ 2) = eta * s * ((sqrt (2 * alpha / beta)) ^ 2 - x ^ 2) / 2).
  assert (r0 : exists r, sqrt (2 * alpha / beta) = r / (beta) /\ r ^ 2 = (beta) * (2 * alpha)).
  { exists ((beta) * sqrt (2 * alpha / beta)); split; [field; conditions | rewrite Rpow_mult_distr, pow2_sqrt; [field; conditions | nonneg]]. }
  destruct r0 as [r0 [Er0 Q0]].
  try assert (0 < r0) by (replace r0 with ((beta) * sqrt (2 * alpha / beta)) by (rewrite Er0; field; conditions); pos).
  rewrite Er0 in *.
  field [Q0]; conditions.
Qed.

Definition claims : Prop :=
  (forall (eta alpha beta x s : R), 0 < eta -> 0 < alpha -> 0 < beta -> eta / 2 * s * (2 * alpha / beta - x ^ 2) = eta * s * ((sqrt (2 * alpha / beta)) ^ 2 - x ^ 2) / 2).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation3.

Module Equation4.

Definition alpha (l1 l2 s1 s2 : R) : R :=
  - (l1 * s1 + l2 * s2).

Lemma equation : forall (l1 l2 s1 s2 : R), s1 ^ 2 + s2 ^ 2 <> 0 -> l1 + s1 / 2 * (2 * alpha l1 l2 s1 s2 / (s1 ^ 2 + s2 ^ 2)) = l1 + s1 / 2 * ((- 2) * (l1 * s1 + l2 * s2) / (s1 ^ 2 + s2 ^ 2)).
Proof.
  intros.
  change (l1 + s1 / 2 * (2 * (- (l1 * s1 + l2 * s2)) / (s1 ^ 2 + s2 ^ 2)) = l1 + s1 / 2 * ((- 2) * (l1 * s1 + l2 * s2) / (s1 ^ 2 + s2 ^ 2))).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (l1 l2 s1 s2 : R), s1 ^ 2 + s2 ^ 2 <> 0 -> l1 + s1 / 2 * (2 * alpha l1 l2 s1 s2 / (s1 ^ 2 + s2 ^ 2)) = l1 + s1 / 2 * ((- 2) * (l1 * s1 + l2 * s2) / (s1 ^ 2 + s2 ^ 2))).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation4.

Theorem several_eigenvalues : Equation1.claims /\ Equation2.claims /\ Equation3.claims /\ Equation4.claims.
Proof. exact (conj Equation1.proved (conj Equation2.proved (conj Equation3.proved Equation4.proved))). Qed.

Print Assumptions several_eigenvalues.
