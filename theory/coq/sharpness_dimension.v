From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
Require Import selfstab.
Open Scope R_scope.

Module Equation1.

Definition m11 (a eta : R) : R :=
  1 - eta * a.

Definition m22 (c eta : R) : R :=
  1 - eta * c.

Definition b1 (b eta : R) : R :=
  (- eta) * b.

Lemma equation : forall (a b c eta : R), 0 < eta -> ((m11 a eta) ^ 2 + (b1 b eta) ^ 2) * ((m22 c eta) ^ 2 + (b1 b eta) ^ 2) - (m11 a eta * b1 b eta + b1 b eta * m22 c eta) ^ 2 = (m11 a eta * m22 c eta - (b1 b eta) ^ 2) ^ 2.
Proof.
  intros.
  change (((1 - eta * a) ^ 2 + ((- eta) * b) ^ 2) * ((1 - eta * c) ^ 2 + ((- eta) * b) ^ 2) - ((1 - eta * a) * ((- eta) * b) + (- eta) * b * (1 - eta * c)) ^ 2 = ((1 - eta * a) * (1 - eta * c) - ((- eta) * b) ^ 2) ^ 2).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (a b c eta : R), 0 < eta -> ((m11 a eta) ^ 2 + (b1 b eta) ^ 2) * ((m22 c eta) ^ 2 + (b1 b eta) ^ 2) - (m11 a eta * b1 b eta + b1 b eta * m22 c eta) ^ 2 = (m11 a eta * m22 c eta - (b1 b eta) ^ 2) ^ 2).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation1.

Module Equation2.

Definition P (eta : R) : R :=
  1 / eta.

Definition Q (eta : R) : R :=
  1 + 1 / eta.

Lemma equation : forall (eta : R), 0 < eta -> ((1 + eta) ^ 2 - 3 * eta * (1 + eta) * Q eta + 9 * eta ^ 2 * (P eta) ^ 2) * ((1 - eta) ^ 2 + eta * (1 - eta) * Q eta + eta ^ 2 * (P eta) ^ 2) = (9 - 2 * (1 + eta) ^ 2) * (3 - 2 * eta).
Proof.
  intros.
  try assert (P0 : eta <> 0) by (nonzero).
  change (((1 + eta) ^ 2 - 3 * eta * (1 + eta) * (1 + 1 / eta) + 9 * eta ^ 2 * (1 / eta) ^ 2) * ((1 - eta) ^ 2 + eta * (1 - eta) * (1 + 1 / eta) + eta ^ 2 * (1 / eta) ^ 2) = (9 - 2 * (1 + eta) ^ 2) * (3 - 2 * eta)).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (eta : R), 0 < eta -> ((1 + eta) ^ 2 - 3 * eta * (1 + eta) * Q eta + 9 * eta ^ 2 * (P eta) ^ 2) * ((1 - eta) ^ 2 + eta * (1 - eta) * Q eta + eta ^ 2 * (P eta) ^ 2) = (9 - 2 * (1 + eta) ^ 2) * (3 - 2 * eta)).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation2.

Module Equation3.

Lemma equation : forall (x : R), x * ((9 - 2 * (1 + 6 / 5) ^ 2) * (3 - 2 * (6 / 5))) = (- x) * 17 / 25 * 3 / 5.
Proof.
  intros.
  change (x * ((9 - 2 * (1 + 6 / 5) ^ 2) * (3 - 2 * (6 / 5))) = (- x) * 17 / 25 * 3 / 5).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (x : R), x * ((9 - 2 * (1 + 6 / 5) ^ 2) * (3 - 2 * (6 / 5))) = (- x) * 17 / 25 * 3 / 5).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation3.

Theorem sharpness_dimension : Equation1.claims /\ Equation2.claims /\ Equation3.claims.
Proof. exact (conj Equation1.proved (conj Equation2.proved Equation3.proved)). Qed.

Print Assumptions sharpness_dimension.
