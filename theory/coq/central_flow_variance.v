From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
Require Import selfstab.
Open Scope R_scope.

Module Equation1.

Definition alpha (l2 l3 s2 s3 : R) : R :=
  - (l2 * s2 + l3 * s3).

Definition beta (s2 s3 : R) : R :=
  s2 ^ 2 + s3 ^ 2.

Lemma equation : forall (l2 l3 s2 s3 : R), s2 ^ 2 + s3 ^ 2 <> 0 -> (- 2) * (l2 * s2 + l3 * s3) / (s2 ^ 2 + s3 ^ 2) = 2 * alpha l2 l3 s2 s3 / beta s2 s3.
Proof.
  intros.
  change ((- 2) * (l2 * s2 + l3 * s3) / (s2 ^ 2 + s3 ^ 2) = 2 * (- (l2 * s2 + l3 * s3)) / (s2 ^ 2 + s3 ^ 2)).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (l2 l3 s2 s3 : R), s2 ^ 2 + s3 ^ 2 <> 0 -> (- 2) * (l2 * s2 + l3 * s3) / (s2 ^ 2 + s3 ^ 2) = 2 * alpha l2 l3 s2 s3 / beta s2 s3).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation1.

Module Equation2.

Definition offset (alpha beta kappa : R) : R :=
  (- (2 * alpha / beta)) * kappa / 2.

Lemma equation : forall (alpha beta kappa : R), 0 < alpha -> 0 < beta -> (- 2) * (- alpha + offset alpha beta kappa * kappa) / (beta + kappa ^ 2) = 2 * alpha / beta.
Proof.
  intros.
  try assert (P0 : beta <> 0) by (nonzero).
  try assert (P1 : beta + kappa ^ 2 <> 0) by (nonzero).
  change ((- 2) * (- alpha + (- (2 * alpha / beta)) * kappa / 2 * kappa) / (beta + kappa ^ 2) = 2 * alpha / beta).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (alpha beta kappa : R), 0 < alpha -> 0 < beta -> (- 2) * (- alpha + offset alpha beta kappa * kappa) / (beta + kappa ^ 2) = 2 * alpha / beta).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation2.

Module Equation3.

Lemma equation : forall (eta variance : R), 0 < eta -> 0 < variance -> 2 / eta * variance / 2 = variance / eta.
Proof.
  intros.
  try assert (P0 : eta <> 0) by (nonzero).
  change (2 / eta * variance / 2 = variance / eta).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (eta variance : R), 0 < eta -> 0 < variance -> 2 / eta * variance / 2 = variance / eta).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation3.

Theorem central_flow_variance : Equation1.claims /\ Equation2.claims /\ Equation3.claims.
Proof. exact (conj Equation1.proved (conj Equation2.proved Equation3.proved)). Qed.

Print Assumptions central_flow_variance.
