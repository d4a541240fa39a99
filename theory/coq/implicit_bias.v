From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
Require Import selfstab.
Open Scope R_scope.

Module Equation1.

Definition alpha (b c p q : R) : R :=
  - (b * p + c * q).

Definition beta (p q : R) : R :=
  p ^ 2 + q ^ 2.

Lemma equation : forall (b c p q : R), 0 < p -> (b + alpha b c p q * p / beta p q) * p + (c + alpha b c p q * q / beta p q) * q = 0.
Proof.
  intros.
  try assert (P0 : p ^ 2 + q ^ 2 <> 0) by (nonzero).
  change ((b + (- (b * p + c * q)) * p / (p ^ 2 + q ^ 2)) * p + (c + (- (b * p + c * q)) * q / (p ^ 2 + q ^ 2)) * q = 0).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (b c p q : R), 0 < p -> (b + alpha b c p q * p / beta p q) * p + (c + alpha b c p q * q / beta p q) * q = 0).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation1.

Module Equation2.

Definition alpha (b c p q : R) : R :=
  - (b * p + c * q).

Definition beta (p q : R) : R :=
  p ^ 2 + q ^ 2.

Lemma equation : forall (b c p q : R), (b * (b * beta p q + alpha b c p q * p) + c * (c * beta p q + alpha b c p q * q)) * beta p q = (b * beta p q + alpha b c p q * p) ^ 2 + (c * beta p q + alpha b c p q * q) ^ 2.
Proof.
  intros.
  change ((b * (b * (p ^ 2 + q ^ 2) + (- (b * p + c * q)) * p) + c * (c * (p ^ 2 + q ^ 2) + (- (b * p + c * q)) * q)) * (p ^ 2 + q ^ 2) = (b * (p ^ 2 + q ^ 2) + (- (b * p + c * q)) * p) ^ 2 + (c * (p ^ 2 + q ^ 2) + (- (b * p + c * q)) * q) ^ 2).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (b c p q : R), (b * (b * beta p q + alpha b c p q * p) + c * (c * beta p q + alpha b c p q * q)) * beta p q = (b * beta p q + alpha b c p q * p) ^ 2 + (c * beta p q + alpha b c p q * q) ^ 2).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation2.

Module Equation3.

Definition alpha (b c p q : R) : R :=
  - (b * p + c * q).

Definition mu (b c p q eta below : R) : R :=
  (alpha b c p q - below / eta) / (p ^ 2 + q ^ 2).

Lemma equation : forall (b c p q eta below : R), 0 < p -> 0 < eta -> 0 < below -> (- eta) * ((b + mu b c p q eta below * p) * p + (c + mu b c p q eta below * q) * q) = below.
Proof.
  intros.
  try assert (P0 : eta <> 0) by (nonzero).
  try assert (P1 : p ^ 2 + q ^ 2 <> 0) by (nonzero).
  change ((- eta) * ((b + (- (b * p + c * q) - below / eta) / (p ^ 2 + q ^ 2) * p) * p + (c + (- (b * p + c * q) - below / eta) / (p ^ 2 + q ^ 2) * q) * q) = below).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (b c p q eta below : R), 0 < p -> 0 < eta -> 0 < below -> (- eta) * ((b + mu b c p q eta below * p) * p + (c + mu b c p q eta below * q) * q) = below).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation3.

Module Equation4.

Lemma equation : forall (e eta bend : R), 0 < e -> 0 < eta -> 0 < bend -> bend * (eta * e) ^ 2 / 2 / (eta ^ 2 * e * eta * sqrt 2 * e) = bend / (2 * sqrt 2 * eta).
Proof.
  intros.
  try assert (P0 : eta <> 0) by (nonzero).
  try assert (P1 : e <> 0) by (nonzero).
  change (bend * (eta * e) ^ 2 / 2 / (eta ^ 2 * e * eta * sqrt 2 * e) = bend / (2 * sqrt 2 * eta)).
  assert (Q0 : (sqrt 2) ^ 2 = 2) by (rewrite pow2_sqrt; [field; conditions | nonneg]).
  field [Q0]; conditions.
Qed.

Definition claims : Prop :=
  (forall (e eta bend : R), 0 < e -> 0 < eta -> 0 < bend -> bend * (eta * e) ^ 2 / 2 / (eta ^ 2 * e * eta * sqrt 2 * e) = bend / (2 * sqrt 2 * eta)).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation4.

Theorem implicit_bias : Equation1.claims /\ Equation2.claims /\ Equation3.claims /\ Equation4.claims.
Proof. exact (conj Equation1.proved (conj Equation2.proved (conj Equation3.proved Equation4.proved))). Qed.

Print Assumptions implicit_bias.
