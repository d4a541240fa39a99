From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
Require Import selfstab.
Open Scope R_scope.

Module Equation1.

Lemma equation : forall (a b x y : R), 0 < a -> 0 < b -> (a ^ 3 * x ^ 2 + b ^ 3 * y ^ 2) * (a * x ^ 2 + b * y ^ 2) - (a ^ 2 * x ^ 2 + b ^ 2 * y ^ 2) ^ 2 = a * b * (a - b) ^ 2 * x ^ 2 * y ^ 2.
Proof.
  intros.
  change ((a ^ 3 * x ^ 2 + b ^ 3 * y ^ 2) * (a * x ^ 2 + b * y ^ 2) - (a ^ 2 * x ^ 2 + b ^ 2 * y ^ 2) ^ 2 = a * b * (a - b) ^ 2 * x ^ 2 * y ^ 2).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (a b x y : R), 0 < a -> 0 < b -> (a ^ 3 * x ^ 2 + b ^ 3 * y ^ 2) * (a * x ^ 2 + b * y ^ 2) - (a ^ 2 * x ^ 2 + b ^ 2 * y ^ 2) ^ 2 = a * b * (a - b) ^ 2 * x ^ 2 * y ^ 2).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation1.

Module Equation2.

Lemma equation : forall (eta q : R), 0 < eta -> 0 < q -> (2 / eta * q) ^ 2 / q / (2 / eta * q) = 2 / eta.
Proof.
  intros.
  try assert (P0 : eta <> 0) by (nonzero).
  try assert (P1 : q <> 0) by (nonzero).
  change ((2 / eta * q) ^ 2 / q / (2 / eta * q) = 2 / eta).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (eta q : R), 0 < eta -> 0 < q -> (2 / eta * q) ^ 2 / q / (2 / eta * q) = 2 / eta).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation2.

Theorem batch_sharpness : Equation1.claims /\ Equation2.claims.
Proof. exact (conj Equation1.proved Equation2.proved). Qed.

Print Assumptions batch_sharpness.
