From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
Require Import selfstab.
Open Scope R_scope.

Module Equation1.

Lemma equation : forall (eta v g : R), 0 < eta -> (v - eta * g) ^ 2 - v ^ 2 = eta ^ 2 * (g ^ 2 - 2 / eta * v * g).
Proof.
  intros.
  try assert (P0 : eta <> 0) by (nonzero).
  change ((v - eta * g) ^ 2 - v ^ 2 = eta ^ 2 * (g ^ 2 - 2 / eta * v * g)).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (eta v g : R), 0 < eta -> (v - eta * g) ^ 2 - v ^ 2 = eta ^ 2 * (g ^ 2 - 2 / eta * v * g)).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation1.

Module Equation2.

Lemma equation : forall (eta v g w : R), 0 < eta -> ((v - eta * (g + w)) ^ 2 + (v - eta * (g - w)) ^ 2) / 2 - v ^ 2 = eta ^ 2 * (g ^ 2 + w ^ 2 - 2 / eta * v * g).
Proof.
  intros.
  try assert (P0 : eta <> 0) by (nonzero).
  change (((v - eta * (g + w)) ^ 2 + (v - eta * (g - w)) ^ 2) / 2 - v ^ 2 = eta ^ 2 * (g ^ 2 + w ^ 2 - 2 / eta * v * g)).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (eta v g w : R), 0 < eta -> ((v - eta * (g + w)) ^ 2 + (v - eta * (g - w)) ^ 2) / 2 - v ^ 2 = eta ^ 2 * (g ^ 2 + w ^ 2 - 2 / eta * v * g)).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation2.

Theorem stationary_identity : Equation1.claims /\ Equation2.claims.
Proof. exact (conj Equation1.proved Equation2.proved). Qed.

Print Assumptions stationary_identity.
