From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
Require Import selfstab.
Open Scope R_scope.

Module Equation1.

Definition u (P : R) : R :=
  1 / sqrt P.

Definition H (P z : R) : R :=
  (2 + z) * P.

Lemma equation : forall (x P z : R), 0 < P -> x - u P * P * (H P z * x * u P) / P = (- (1 + z)) * x.
Proof.
  intros.
  try assert (P0 : 0 <= P) by (nonneg).
  try assert (P1 : 0 < P) by (pos).
  try assert (P2 : P <> 0) by (nonzero).
  change (x - 1 / sqrt P * P * ((2 + z) * P * x * (1 / sqrt P)) / P = (- (1 + z)) * x).
  assert (Q0 : (sqrt P) ^ 2 = P) by (rewrite pow2_sqrt; [field; conditions | nonneg]).
  field [Q0]; conditions.
Qed.

Definition claims : Prop :=
  (forall (x P z : R), 0 < P -> x - u P * P * (H P z * x * u P) / P = (- (1 + z)) * x).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation1.

Module Equation2.

Definition P (nu eta : R) : R :=
  sqrt nu / eta.

Definition u2 (nu eta : R) : R :=
  1 / P nu eta.

Definition rho (b2 : R) : R :=
  (1 - b2) / b2.

Definition w (nu eta : R) : R :=
  u2 nu eta / (eta * sqrt nu).

Definition rate (nu eta b2 g2 x : R) : R :=
  rho b2 * (g2 + (2 * P nu eta) ^ 2 * u2 nu eta * x ^ 2 - nu).

Lemma equation : forall (nu eta b2 g2 x : R), 0 < nu -> 0 < eta -> 0 < b2 -> (- 1) * u2 nu eta * P nu eta * rate nu eta b2 g2 x / nu = rho b2 * w nu eta * (nu - g2) - 2 * rho b2 * w nu eta * (2 * P nu eta) ^ 2 * u2 nu eta * x ^ 2 / 2.
Proof.
  intros.
  try assert (P0 : 0 <= nu) by (nonneg).
  try assert (P1 : eta <> 0) by (nonzero).
  try assert (P2 : 0 < nu) by (pos).
  try assert (P3 : b2 <> 0) by (nonzero).
  try assert (P4 : nu <> 0) by (nonzero).
  change ((- 1) * (1 / (sqrt nu / eta)) * (sqrt nu / eta) * ((1 - b2) / b2 * (g2 + (2 * (sqrt nu / eta)) ^ 2 * (1 / (sqrt nu / eta)) * x ^ 2 - nu)) / nu = (1 - b2) / b2 * (1 / (sqrt nu / eta) / (eta * sqrt nu)) * (nu - g2) - 2 * ((1 - b2) / b2) * (1 / (sqrt nu / eta) / (eta * sqrt nu)) * (2 * (sqrt nu / eta)) ^ 2 * (1 / (sqrt nu / eta)) * x ^ 2 / 2).
  assert (Q0 : (sqrt nu) ^ 2 = nu) by (rewrite pow2_sqrt; [field; conditions | nonneg]).
  field [Q0]; conditions.
Qed.

Definition claims : Prop :=
  (forall (nu eta b2 g2 x : R), 0 < nu -> 0 < eta -> 0 < b2 -> (- 1) * u2 nu eta * P nu eta * rate nu eta b2 g2 x / nu = rho b2 * w nu eta * (nu - g2) - 2 * rho b2 * w nu eta * (2 * P nu eta) ^ 2 * u2 nu eta * x ^ 2 / 2).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation2.

Module Equation3.

Definition delta (A B : R) : R :=
  sqrt (2 * A / B).

Definition eps (A : R) : R :=
  sqrt A.

Lemma equation : forall (A B x z : R), 0 < A -> 0 < B -> 0 < x -> x * z / (delta A B * eps A) = x / delta A B * (z / sqrt A).
Proof.
  intros.
  try assert (P0 : B <> 0) by (nonzero).
  try assert (P1 : 0 <= 2 * A / B) by (replace (2 * A / B) with (2 * (A / B)) by (field; conditions); nonneg).
  try assert (P2 : 0 <= A) by (nonneg).
  try assert (P3 : 0 < 2 * A / B) by (replace (2 * A / B) with (2 * (A / B)) by (field; conditions); pos).
  try assert (P4 : 0 < A) by (pos).
  change (x * z / (sqrt (2 * A / B) * sqrt A) = x / sqrt (2 * A / B) * (z / sqrt A)).
  assert (r0 : exists r, sqrt (2 * A / B) = r / (B) /\ r ^ 2 = (B) * (2 * A)).
  { exists ((B) * sqrt (2 * A / B)); split; [field; conditions | rewrite Rpow_mult_distr, pow2_sqrt; [field; conditions | nonneg]]. }
  destruct r0 as [r0 [Er0 Q0]].
  try assert (0 < r0) by (replace r0 with ((B) * sqrt (2 * A / B)) by (rewrite Er0; field; conditions); pos).
  rewrite Er0 in *.
  assert (Q1 : (sqrt A) ^ 2 = A) by (rewrite pow2_sqrt; [field; conditions | nonneg]).
  field [Q0 Q1]; conditions.
Qed.

Definition claims : Prop :=
  (forall (A B x z : R), 0 < A -> 0 < B -> 0 < x -> x * z / (delta A B * eps A) = x / delta A B * (z / sqrt A)).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation3.

Module Equation4.

Definition delta (A B : R) : R :=
  sqrt (2 * A / B).

Definition eps (A : R) : R :=
  sqrt A.

Lemma equation : forall (A B x : R), 0 < A -> 0 < B -> 0 < x -> (A - B * x ^ 2 / 2) / (sqrt A * eps A) = 1 - (x / delta A B) ^ 2.
Proof.
  intros.
  try assert (P0 : 0 <= A) by (nonneg).
  try assert (P1 : 0 < A) by (pos).
  try assert (P2 : B <> 0) by (nonzero).
  try assert (P3 : 0 <= 2 * A / B) by (replace (2 * A / B) with (2 * (A / B)) by (field; conditions); nonneg).
  try assert (P4 : 0 < 2 * A / B) by (replace (2 * A / B) with (2 * (A / B)) by (field; conditions); pos).
  change ((A - B * x ^ 2 / 2) / (sqrt A * sqrt A) = 1 - (x / sqrt (2 * A / B)) ^ 2).
  assert (Q0 : (sqrt A) ^ 2 = A) by (rewrite pow2_sqrt; [field; conditions | nonneg]).
  assert (r1 : exists r, sqrt (2 * A / B) = r / (B) /\ r ^ 2 = (B) * (2 * A)).
  { exists ((B) * sqrt (2 * A / B)); split; [field; conditions | rewrite Rpow_mult_distr, pow2_sqrt; [field; conditions | nonneg]]. }
  destruct r1 as [r1 [Er1 Q1]].
  try assert (0 < r1) by (replace r1 with ((B) * sqrt (2 * A / B)) by (rewrite Er1; field; conditions); pos).
  rewrite Er1 in *.
  field [Q0 Q1]; conditions.
Qed.

Definition claims : Prop :=
  (forall (A B x : R), 0 < A -> 0 < B -> 0 < x -> (A - B * x ^ 2 / 2) / (sqrt A * eps A) = 1 - (x / delta A B) ^ 2).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation4.

Theorem adaptive_reduced : Equation1.claims /\ Equation2.claims /\ Equation3.claims /\ Equation4.claims.
Proof. exact (conj Equation1.proved (conj Equation2.proved (conj Equation3.proved Equation4.proved))). Qed.

Print Assumptions adaptive_reduced.
